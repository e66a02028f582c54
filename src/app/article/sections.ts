import type { ComponentType } from 'react';

interface SectionModule {
  // biome-ignore lint/suspicious/noExplicitAny: components of any properties stand in the text.
  readonly default: ComponentType<{ components?: Readonly<Record<string, ComponentType<any>>> }>;
  readonly headings: readonly {
    readonly depth: number;
    readonly id: string;
    readonly text: string;
  }[];
}

/** A section of the lesson with its place in the table of contents. */
export interface Section {
  /** The name of its file without its number; the same in every language. */
  readonly id: string;
  readonly title: string;
  readonly Text: SectionModule['default'];
  readonly headings: SectionModule['headings'];
}

/** The sections in a folder of one language, in the order of their file names. */
function sectionsOf(modules: Readonly<Record<string, SectionModule>>): readonly Section[] {
  return Object.keys(modules)
    .sort()
    .map((path) => {
      const { default: Text, headings } = modules[path];
      return { id: headings[0].id, title: headings[0].text, Text, headings };
    });
}

/** The lesson in English. Another language is a folder beside `en` with the same file names. */
export const SECTIONS = sectionsOf(import.meta.glob<SectionModule>('./en/*.mdx', { eager: true }));
