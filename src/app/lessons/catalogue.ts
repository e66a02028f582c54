import type { Language } from '../../texts/languages';
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

const loaded = new Map<Language, Promise<readonly Lesson[]>>();

/**
 * The lessons in a language, in English where one is not translated, in the order of their files'
 * names; always the same promise.
 */
export function lessonsIn(language: Language): Promise<readonly Lesson[]> {
  const known = loaded.get(language);
  if (known) return known;
  const lessons = load(language);
  loaded.set(language, lessons);
  return lessons;
}
