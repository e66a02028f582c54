import type { Language } from '../../texts/languages';

/** Each language is a chunk of its own. */
const LOADERS = {
  en: () => import('virtual:offgrid-article/en'),
  de: () => import('virtual:offgrid-article/de'),
} satisfies Readonly<Record<Language, unknown>>;

type SectionModule = Awaited<ReturnType<(typeof LOADERS)['en']>>['texts'][number]['module'];

/** A section of the article with its place in the table of contents. */
export interface Section {
  /** The name of its file without its number; the same in every language. */
  readonly id: string;
  readonly title: string;
  readonly Text: SectionModule['default'];
  /** Their ids are the same in every language. */
  readonly headings: SectionModule['headings'];
  /** The language that it is in: English where it is not translated. */
  readonly language: string;
}

/** The article in a language, section by section in the order of the files' names. */
export async function sectionsIn(language: Language): Promise<readonly Section[]> {
  const { texts } = await LOADERS[language]();
  return texts.map(({ language: own, module: { default: Text, headings } }) => ({
    id: headings[0].id,
    title: headings[0].text,
    Text,
    headings,
    language: own,
  }));
}
