import { LANGUAGES, type Language } from './languages';

/** The areas of one language, each under its own name. */
export type Areas = Readonly<Record<string, object>>;

let language: Language = 'en';
let locale: string = LANGUAGES.en.locale;
let areas: Areas = {};
const listeners = new Set<() => void>();

/** The language spoken. */
export const currentLanguage = (): Language => language;

/** The locale that numbers and dates are written in (BCP 47). */
export const currentLocale = (): string => locale;

/** Has `next` spoken from now on, with its texts; `speak` loads them first. */
export function adopt(next: Language, region: string, texts: Areas): void {
  language = next;
  locale = region;
  areas = texts;
  for (const listener of listeners) listener();
}

/** Calls `listener` after every change of language; returns how to stop that. */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * The texts of one area of the page. What it returns gives the present language's, in English where
 * that language does not have the area. Call it where a text is used, never at the top of a module:
 * there the language is not known yet.
 */
export function area<T extends object>(name: string, english: T): () => T {
  return () => (areas[name] as T | undefined) ?? english;
}

/**
 * What `say` returns in English, whatever is spoken: for files, which are read elsewhere. It must not
 * wait for anything.
 */
export function inEnglish<T>(say: () => T): T {
  const spoken = { language, locale, areas };
  language = 'en';
  locale = LANGUAGES.en.locale;
  areas = {};
  try {
    return say();
  } finally {
    ({ language, locale, areas } = spoken);
  }
}
