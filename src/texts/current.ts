import { LANGUAGES, type Language } from './languages';

/** The areas of one language, each under its own name. */
type Areas = Readonly<Record<string, object>>;

/** English is no load: it comes with the code that says it. */
const LOADERS: Readonly<Record<Exclude<Language, 'en'>, () => Promise<{ readonly AREAS: Areas }>>> =
  { de: () => import('./de') };

let language: Language = 'en';
let locale: string = LANGUAGES.en.locale;
let areas: Areas = {};
const listeners = new Set<() => void>();

/** The language spoken. */
export const currentLanguage = (): Language => language;

/** The locale that numbers and dates are written in (BCP 47). */
export const currentLocale = (): string => locale;

/**
 * Speaks a language from now on, in a thread of its own: page and workers each say which. Rejects,
 * and goes on in the old one, where its texts cannot be loaded.
 */
export async function speak(
  next: Language,
  region: string = LANGUAGES[next].locale,
): Promise<void> {
  const loaded = next === 'en' ? {} : (await LOADERS[next]()).AREAS;
  language = next;
  locale = region;
  areas = loaded;
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
