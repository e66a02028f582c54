import { ACTIONS, type ActionName } from '../mdp/types';
import { grammars } from '../texts/grammars';
import { decimal, quoted, type Reading } from './text';

/** A rectangle of cells by row and column from 0, its borders included. */
export interface Region {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** One thing done to a dataset. */
export type Surgery =
  /** Erases the rows whose state lies in the region; only those of one action where it is named. */
  | { readonly kind: 'erase'; readonly region: Region; readonly action?: ActionName }
  /** Erases whole episodes whose discounted return is below a value. */
  | { readonly kind: 'below'; readonly value: number }
  /** Keeps the best `percent` (0 to 100) of the episodes by that return. */
  | { readonly kind: 'top'; readonly percent: number }
  /** Adds Gaussian noise of a standard deviation to every reward, drawn by a seed of its own. */
  | { readonly kind: 'noise'; readonly deviation: number; readonly seed: number };

/** An entry of the list of edits; one that is switched off stays in the list and does nothing. */
export interface DatasetEdit {
  readonly on: boolean;
  readonly surgery: Surgery;
}

/** Edits of one list at most. */
export const MOST_EDITS = 100;

/** Characters of a list of edits at most: more than the longest text of as many entries. */
export const EDITS_LENGTH = 8000;

/** Legal numbers of edits, both bounds included. */
export const EDIT_RANGES = {
  value: { min: -1e9, max: 1e9 },
  percent: { min: 0, max: 100 },
  deviation: { min: 0, max: 1e6 },
  seed: { min: 0, max: 2 ** 31 - 1 },
} as const;

const ENTRY = /^(!?)\s*([a-z]+)\s*\(([^()]*)\)$/i;
const CORNERS = /^(\d{1,2})\.(\d{1,2})\s*-\s*(\d{1,2})\.(\d{1,2})$/;

/** The rectangle of two opposite corners, whichever they are. */
export function regionOf(
  one: { readonly row: number; readonly column: number },
  other: { readonly row: number; readonly column: number },
): Region {
  return {
    top: Math.min(one.row, other.row),
    left: Math.min(one.column, other.column),
    bottom: Math.max(one.row, other.row),
    right: Math.max(one.column, other.column),
  };
}

/** How entries of a kind are written, for sentences. */
const examples = (): Readonly<Record<Surgery['kind'], string>> => ({
  erase: grammars().eraseExamples,
  below: 'below(0.2)',
  top: 'top(10)',
  noise: 'noise(0.1,7)',
});

function inRange(name: keyof typeof EDIT_RANGES, text: string): number | string {
  const number = decimal(text);
  const { min, max } = EDIT_RANGES[name];
  if (Number.isNaN(number)) return grammars().notNumber(quoted(text.trim()));
  if (number < min || number > max) return grammars().outside(name, min, max);
  if (name === 'seed' && !Number.isInteger(number)) return grammars().wholeSeed;
  return number + 0;
}

/** What a name and its arguments say, or a clause about what is wrong with them. */
function readSurgery(kind: string, given: readonly string[]): Surgery | string {
  const ways = examples();
  if (!Object.hasOwn(ways, kind)) return grammars().notEdit;
  const known = kind as Surgery['kind'];
  const written = grammars().written(ways[known]);
  switch (known) {
    case 'erase': {
      const corners = CORNERS.exec(given[0].trim());
      if (corners === null || given.length > 2) return written;
      const [r1, c1, r2, c2] = corners.slice(1).map(Number);
      const region = regionOf({ row: r1, column: c1 }, { row: r2, column: c2 });
      if (given.length === 1) return { kind: known, region };
      const action = ACTIONS.find((name) => name === given[1].trim().toLowerCase());
      return action ? { kind: known, region, action } : written;
    }
    case 'below': {
      if (given.length !== 1) return written;
      const value = inRange('value', given[0]);
      return typeof value === 'string' ? value : { kind: known, value };
    }
    case 'top': {
      if (given.length !== 1) return written;
      const percent = inRange('percent', given[0]);
      return typeof percent === 'string' ? percent : { kind: known, percent };
    }
    case 'noise': {
      if (given.length !== 2) return written;
      const deviation = inRange('deviation', given[0]);
      const seed = inRange('seed', given[1]);
      if (typeof deviation === 'string') return deviation;
      return typeof seed === 'string' ? seed : { kind: known, deviation, seed };
    }
  }
}

/**
 * The edits that a text says, in their order: entries separated by `;`, a `!` before one that is
 * switched off: `erase(r1.c1-r2.c2)`, `erase(r1.c1-r2.c2,up)`, `below(x)`, `top(p)`,
 * `noise(sd,seed)`. What is no edit is left out, and a fault names it: a number out of range is not
 * brought to the nearest bound, since that would be another operation on the data. Never throws.
 */
export function readEdits(text: string): Reading<readonly DatasetEdit[]> {
  const faults: string[] = [];
  const edits: DatasetEdit[] = [];
  for (const part of text.split(';')) {
    const entry = part.trim();
    if (entry === '') continue;
    const omit = (why: string) => faults.push(grammars().entryLeftOut(quoted(entry), why));
    const match = ENTRY.exec(entry);
    if (match === null) {
      omit(grammars().editWritten(Object.values(examples()).join(', ')));
      continue;
    }
    const surgery = readSurgery(match[2].toLowerCase(), match[3].split(','));
    if (typeof surgery === 'string') omit(surgery);
    else if (edits.length === MOST_EDITS) omit(grammars().mostEdits(MOST_EDITS));
    else edits.push({ on: match[1] === '', surgery });
  }
  return { value: edits, faults };
}

function printSurgery(surgery: Surgery): string {
  switch (surgery.kind) {
    case 'erase': {
      const { top, left, bottom, right } = surgery.region;
      const only = surgery.action ? `,${surgery.action}` : '';
      return `erase(${top}.${left}-${bottom}.${right}${only})`;
    }
    case 'below':
      return `below(${surgery.value})`;
    case 'top':
      return `top(${surgery.percent})`;
    case 'noise':
      return `noise(${surgery.deviation},${surgery.seed})`;
  }
}

/** The text of one edit. */
export function printEdit({ on, surgery }: DatasetEdit): string {
  return `${on ? '' : '!'}${printSurgery(surgery)}`;
}

/** The text of a list of edits; `readEdits` gives them back. */
export function printEdits(edits: readonly DatasetEdit[]): string {
  return edits.map(printEdit).join(';');
}
