import { reading } from '../../texts/reading';
import type { Finding, ImportFault, ImportWarning } from './types';

/** Findings of one kind that are kept for display; all are counted. */
const SHOWN_BY_KIND = 20;

/** A file of which no row can be read; the message is a sentence for the user. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}

/** Collects findings: the first of every kind in full, the rest by number. */
export class Findings<Kind extends string> {
  readonly #counts = new Map<Kind, number>();
  readonly #shown: Finding<Kind>[] = [];

  /** Adds one; `describe` is called only where the finding will be shown. */
  add(kind: Kind, describe: () => Omit<Finding<Kind>, 'kind'>): void {
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    if (count <= SHOWN_BY_KIND) this.#shown.push({ kind, ...describe() });
  }

  count(kind: Kind): number {
    return this.#counts.get(kind) ?? 0;
  }

  /** All findings, by kind. */
  get counts(): Partial<Record<Kind, number>> {
    return Object.fromEntries(this.#counts) as Partial<Record<Kind, number>>;
  }

  /** The findings kept, by row; of one row in the order in which they were found. */
  get shown(): Finding<Kind>[] {
    return [...this.#shown].sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  }

  /** A copy that can go its own way, for rows read once and held against two worlds. */
  copy(): Findings<Kind> {
    const copy = new Findings<Kind>();
    for (const [kind, count] of this.#counts) copy.#counts.set(kind, count);
    copy.#shown.push(...this.#shown);
    return copy;
  }
}

export type Faults = Findings<ImportFault['kind']>;
export type Warnings = Findings<ImportWarning['kind']>;

/** «Row 7 (line 8)»; `row` is counted from 0, `line` from 1. */
export function placeOf(row: number, line: number | null): string {
  return reading().place(row + 1, line);
}
