import { type Areas, adopt } from './current';
import { LANGUAGES, type Language } from './languages';

/** English is no load: it comes with the code that says it. */
const LOADERS: Readonly<Record<Exclude<Language, 'en'>, () => Promise<{ readonly AREAS: Areas }>>> =
  { de: () => import('./de') };

/**
 * Speaks a language from now on, in a thread of its own: page and workers each say which. Rejects,
 * and goes on in the old one, where its texts cannot be loaded.
 */
export async function speak(
  language: Language,
  region: string = LANGUAGES[language].locale,
): Promise<void> {
  adopt(language, region, language === 'en' ? {} : (await LOADERS[language]()).AREAS);
}
