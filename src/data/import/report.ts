import { DATASET_SIZE } from '../size';
import type { Settled } from './episodes';
import type { Faults, Warnings } from './faults';
import type { GoodRows } from './rows';
import type { Field, ImportReport, ReadFile, Table } from './types';

interface Outcome {
  readonly file: ReadFile;
  readonly rows: GoodRows;
  readonly settled: Settled;
  readonly faults: Faults;
  readonly warnings: Warnings;
  readonly hash: string | null;
  /** Whether the rows are held against the present world; the file's own otherwise. */
  readonly present: boolean;
}

const counted = (n: number, noun: string): string =>
  `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`;

/** The report of rows read and checked. */
export function reportOf({
  file,
  rows,
  settled,
  faults,
  warnings,
  hash,
  present,
}: Outcome): ImportReport {
  const { table } = file;
  const offered = settled.transitions.size;
  return {
    summary: summaryOf(
      table.rows,
      rows.good,
      offered,
      present ? 'this world' : 'the world of the file',
    ),
    rows: table.rows,
    good: rows.good,
    offered,
    faults: faults.shown,
    faultCounts: faults.counts,
    warnings: warnings.shown,
    warningCounts: warnings.counts,
    notes: [
      ...file.notes,
      ...(offered > 0 ? derivedNotes(table) : []),
      ...limitNotes(rows.good, offered),
      ...episodeNotes(table, settled),
      ...(rows.good === table.rows ? hashNotes(file, hash) : []),
    ],
  };
}

function summaryOf(rows: number, good: number, offered: number, world: string): string {
  if (rows === 0) return 'The file has no rows of data.';
  const read = `${counted(rows, 'row')} read`;
  if (good === 0) return `${read}; none fits ${world}.`;
  const left = rows - good;
  const fits =
    left === 0
      ? rows === 1
        ? 'it fits'
        : 'all fit'
      : `${good.toLocaleString('en')} ${good === 1 ? 'fits' : 'fit'}`;
  const faulty =
    left === 0
      ? ''
      : `, ${left.toLocaleString('en')} ${left === 1 ? 'has a fault' : 'have faults'}`;
  const kept = offered < good ? `, the first ${offered.toLocaleString('en')} are offered` : '';
  return `${read}: ${fits} ${world}${faulty}${kept}.`;
}

function derivedNotes(table: Table): string[] {
  const has = (field: Field): boolean => table.columns[field] !== undefined;
  const notes: string[] = [];
  if (!has('nextState') && !(has('nextRow') && has('nextCol'))) {
    notes.push(
      'The next state is not in the file: it is that of the next row of the episode, and at its end the only one that this world allows.',
    );
  }
  if (!has('terminal'))
    notes.push('Which rows are terminal is not in the file: this world says it.');
  if (!has('truncated')) {
    notes.push(
      'Which rows are truncated is not in the file: those at which an episode ends that are not terminal.',
    );
  }
  if (!has('episode')) notes.push(`Episodes are not numbered in the file: ${episodesFrom(has)}.`);
  if (!has('step'))
    notes.push('Steps are not in the file: they are counted from 0 in every episode.');
  if (!has('behaviorProb')) {
    notes.push(
      'π_β(a|s) is not in the file: it is the share of the action among the rows of its state, N(s,a)/N(s).',
    );
  }
  return notes;
}

function episodesFrom(has: (field: Field) => boolean): string {
  if (has('step')) return 'one begins where a step does not follow on that of the row before';
  if (has('truncated') || has('done')) return 'one begins after every row that ends one';
  return 'one begins after every terminal row, where a row starts in another state than the one before led to, and at the horizon';
}

function limitNotes(good: number, offered: number): string[] {
  if (offered === good) return [];
  return [
    `A dataset has at most ${DATASET_SIZE.max.toLocaleString('en')} rows: of ${good.toLocaleString('en')} that fit the first ${offered.toLocaleString('en')} are offered.`,
  ];
}

function episodeNotes(table: Table, { gaps, sameNumbers }: Settled): string[] {
  const notes: string[] = [];
  if (gaps > 0) {
    const episodes = gaps === 1 ? 'episode was' : 'episodes were';
    notes.push(
      `${gaps.toLocaleString('en')} ${episodes} split where rows are left out: what comes before is truncated.`,
    );
  }
  if (table.columns.episode && !sameNumbers) notes.push('Episodes are numbered anew, from 0.');
  return notes;
}

function hashNotes({ statedHash }: ReadFile, hash: string | null): string[] {
  if (!statedHash || !hash || statedHash === hash) return [];
  return [
    `The file says that its rows have the digest ${statedHash.slice(0, 40)}; those offered have ${hash}, so they are not the rows that were exported.`,
  ];
}
