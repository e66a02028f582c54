/** A section of the lesson, compiled from Markdown with components. */
declare module '*.mdx' {
  import type { ComponentType } from 'react';

  /** Its title and the headings under it, in their order. */
  export const headings: readonly {
    readonly depth: number;
    readonly id: string;
    readonly text: string;
  }[];

  const Section: ComponentType<{
    // biome-ignore lint/suspicious/noExplicitAny: components of any properties stand in the text.
    readonly components?: Readonly<Record<string, ComponentType<any>>>;
  }>;
  export default Section;
}
