import type { LineChartName } from '../charts/line-charts';

/** What an act puts on the screen, and nothing else. Learners that are not named: all of its link. */
export type Shows =
  | { readonly kind: 'words' }
  /** The question which of the learners arrives, with the way to `present=guess` for phones. */
  | { readonly kind: 'guess' }
  /** The data on the map, with the exact numbers. */
  | { readonly kind: 'world' }
  /** Large maps with what the learners believe and earn, painted by the layer of the link. */
  | { readonly kind: 'maps'; readonly learners?: readonly string[] }
  | {
      readonly kind: 'chart';
      readonly chart: LineChartName;
      readonly learners?: readonly string[];
    }
  /** The address of the page as a code for phones, and the lessons. */
  | { readonly kind: 'take-home' };

/** What an act can show. */
export type ShowsKind = Shows['kind'];

/** One act of a lecture. */
export interface Act {
  readonly title: string;
  /** The one sentence that the room should remember. */
  readonly line: string;
  /** For the speaker alone. */
  readonly notes: readonly string[];
  /** Hash of a link to the moment that it shows; without `at` the end of the run. */
  readonly link: string;
  readonly shows: Shows;
}

/** A lecture, as its file has it (docs/lectures.md). */
export interface Lecture {
  readonly title: string;
  /** Language that its words are in, as BCP 47 has it; of nobody knows which where it is missing. */
  readonly language?: string;
  readonly acts: readonly Act[];
}

/** Version of the files that this page writes. */
export const VERSION = 1;

/** A lecture as the text of its file. */
export function printLecture({ title, language, acts }: Lecture): string {
  const head = { offgrid: 'lecture', version: VERSION, title, ...(language && { language }) };
  // In this order, and nothing that only the page knows of an act.
  const written = acts.map(({ title, line, notes, link, shows }) => ({
    title,
    line,
    notes,
    link,
    shows,
  }));
  return `${JSON.stringify({ ...head, acts: written }, null, 2)}\n`;
}

/** Place of the act that a link names, counted from 0; null where the lecture has none of that name. */
export function placeNamed({ acts }: Lecture, name: string): number | null {
  const place = /^\d{1,3}$/.test(name) ? Number(name) - 1 : Number.NaN;
  return place >= 0 && place < acts.length ? place : null;
}
