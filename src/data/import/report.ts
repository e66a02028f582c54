import { reading } from '../../texts/reading';
import { DATASET_SIZE } from '../size';
import type { Settled } from './episodes';
import type { Faults, Warnings } from './faults';
import type { Choice } from './readings/choose';
import { questionOf, readingNotes } from './readings/say';
import type { GoodRows } from './rows';
import type { Quantity, Table } from './table';
import type { ImportReport, ReadFile } from './types';

interface Outcome {
  readonly file: ReadFile;
  /** Under our conventions. */
  readonly table: Table;
  readonly choice: Choice;
  readonly rows: GoodRows;
  readonly settled: Settled;
  readonly faults: Faults;
  readonly warnings: Warnings;
  readonly hash: string | null;
  /** Whether the rows are held against the present world; the file's own otherwise. */
  readonly present: boolean;
}

/** The report of rows read and checked. */
export function reportOf({
  file,
  table,
  choice,
  rows,
  settled,
  faults,
  warnings,
  hash,
  present,
}: Outcome): ImportReport {
  const offered = settled.transitions.size;
  return {
    summary: summaryOf(table.rows, rows.good, offered, present),
    rows: table.rows,
    good: rows.good,
    offered,
    faults: faults.shown,
    faultCounts: faults.counts,
    warnings: warnings.shown,
    warningCounts: warnings.counts,
    readings: table.rows > 0 ? readingNotes(choice, table, rows.good) : [],
    question: rows.good > 0 ? questionOf(choice, table) : null,
    notes: [
      ...file.notes,
      ...(offered > 0 ? derivedNotes(file, table, settled) : []),
      ...orderNotes(table, offered),
      ...limitNotes(rows.good, offered),
      ...episodeNotes(table, settled),
      ...(rows.good === table.rows ? hashNotes(file, hash) : []),
    ],
  };
}

function summaryOf(rows: number, good: number, offered: number, present: boolean): string {
  const t = reading();
  if (rows === 0) return t.noRows;
  return good === 0 ? t.noneFits(rows, present) : t.summary(rows, good, offered, present);
}

function derivedNotes({ table: raw }: ReadFile, table: Table, settled: Settled): string[] {
  const has = (quantity: Quantity): boolean => table.columns[quantity] !== undefined;
  const t = reading();
  const notes: string[] = [];
  if (!has('nextState') && !(has('nextRow') && has('nextCol'))) {
    notes.push(t.derivedNext);
  }
  if (!has('terminal')) notes.push(t.derivedTerminal);
  if (!has('truncated')) {
    notes.push(t.derivedTruncated);
  }
  if (!has('episode')) notes.push(t.derivedEpisodes[episodesFrom(has)]);
  if (!has('step')) notes.push(raw.columns.step ? t.stepsNotCounted : t.derivedSteps);
  if (settled.behavior !== 'all') notes.push(t.behavior[settled.behavior]);
  return notes;
}

/** What became of the order of the rows, and which of them are no transitions. */
function orderNotes({ order, closing }: Table, offered: number): string[] {
  const t = reading();
  return [
    ...(order === 'sorted' ? [t.sorted] : []),
    ...(order === 'unknown' && offered > 0 ? [t.orderUnknown] : []),
    ...(closing > 0 ? [t.closing(closing)] : []),
  ];
}

function episodesFrom(has: (quantity: Quantity) => boolean): 'steps' | 'ends' | 'states' {
  if (has('step')) return 'steps';
  if (has('truncated') || has('done')) return 'ends';
  return 'states';
}

function limitNotes(good: number, offered: number): string[] {
  if (offered === good) return [];
  return [reading().onlySo(DATASET_SIZE.max, good, offered)];
}

function episodeNotes(table: Table, { gaps, sameNumbers }: Settled): string[] {
  const notes: string[] = [];
  if (gaps > 0) notes.push(reading().split(gaps));
  if (table.columns.episode && !sameNumbers) notes.push(reading().numberedAnew);
  return notes;
}

function hashNotes({ statedHash }: ReadFile, hash: string | null): string[] {
  if (!statedHash || !hash || statedHash === hash) return [];
  return [reading().otherDigest(statedHash.slice(0, 40), hash)];
}
