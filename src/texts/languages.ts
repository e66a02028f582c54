/** The languages of the page, by their code (BCP 47): what each calls itself, and where its numbers are written as a rule. */
export const LANGUAGES = {
  en: { name: 'English', locale: 'en-GB' },
  de: { name: 'Deutsch', locale: 'de-DE' },
} as const;

export type Language = keyof typeof LANGUAGES;

/** The language that a text names, `de` in «de», «de-CH» or «DE»; null where the page does not speak it. */
export function languageOf(tag: string | null | undefined): Language | null {
  const code = tag?.toLowerCase().split('-')[0] ?? '';
  return Object.hasOwn(LANGUAGES, code) ? (code as Language) : null;
}

/**
 * The first of the given tags that the page speaks, English where there is none. Null and empty
 * entries are passed over: what nobody has said.
 */
export function chooseLanguage(tags: readonly (string | null | undefined)[]): Language {
  for (const tag of tags) {
    const language = languageOf(tag);
    if (language !== null) return language;
  }
  return 'en';
}

/** The reader's own region of a language, `de-CH` where the browser names it first, else the language's usual one. */
export function localeOf(language: Language, tags: readonly string[]): string {
  const own = tags.find((tag) => tag.includes('-') && languageOf(tag) === language);
  return own ?? LANGUAGES[language].locale;
}
