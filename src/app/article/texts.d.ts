/** The sections of the article in a language (`virtual:offgrid-article/de`), in their order. */
declare module 'virtual:offgrid-article/*' {
  import type { ComponentType } from 'react';

  export const texts: readonly {
    /** English where the section is not translated. */
    readonly language: string;
    /** A section, compiled from Markdown with components. */
    readonly module: {
      readonly default: ComponentType<{
        // biome-ignore lint/suspicious/noExplicitAny: components of any properties stand in the text.
        readonly components?: Readonly<Record<string, ComponentType<any>>>;
      }>;
      /** Its title and the headings under it, in their order. */
      readonly headings: readonly {
        readonly depth: number;
        readonly id: string;
        readonly text: string;
      }[];
    };
  }[];
}
