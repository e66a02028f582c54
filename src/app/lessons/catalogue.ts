import type { Language } from '../../texts/languages';
import { once } from '../part/arriving';
import type { Lesson } from './types';

/** Each language is a chunk of its own. */
const LOADERS = {
  en: () => import('virtual:offgrid-lessons/en'),
  de: () => import('virtual:offgrid-lessons/de'),
} satisfies Readonly<Record<Language, unknown>>;

async function load(language: Language): Promise<readonly Lesson[]> {
  const { texts } = await LOADERS[language]();
  return texts.map(({ module }) => module.default);
}

const lessons = { en: once(() => load('en')), de: once(() => load('de')) } satisfies Readonly<
  Record<Language, unknown>
>;

/**
 * The lessons in a language, in English where one is not translated, in the order of their files'
 * names; always the same promise, until it is rejected with PartMissing.
 */
export function lessonsIn(language: Language): Promise<readonly Lesson[]> {
  return lessons[language]();
}
