import { currentLanguage } from '../../texts/current';
import type { Language } from '../../texts/languages';
import { once } from '../part/arriving';
import type { Lecture } from './lecture';
import { readLecture } from './read';

/** The lecture that comes with the page is a file like any other, one a language. */
const LOADERS = {
  en: () => import('./en.lecture.json?raw'),
  de: () => import('./de.lecture.json?raw'),
} satisfies Readonly<Record<Language, unknown>>;

async function load(language: Language): Promise<Lecture> {
  const { default: text } = await LOADERS[language]();
  const { lecture, faults } = readLecture(text);
  if (lecture === null) throw new Error(faults.join(' '));
  return lecture;
}

const shipped = { en: once(() => load('en')), de: once(() => load('de')) } satisfies Readonly<
  Record<Language, unknown>
>;

/** The lecture that comes with the page, in the language spoken; always the same promise. */
export function shippedLecture(): Promise<Lecture> {
  return shipped[currentLanguage()]();
}
