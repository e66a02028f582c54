import type { World } from '../../mdp/types';
import type { Dataset } from '../types';
import type { RawColumn } from './column';
import type { Alternative } from './readings/choose';
import type { Reading } from './readings/reading';

/** Largest file that is read, in bytes. */
export const FILE_LIMIT = 64 * 1024 * 1024;
/** Most rows that are read of a file; of the good ones at most `DATASET_SIZE.max` are kept. */
export const ROW_LIMIT = 1_000_000;

/**
 * Relative difference at which two rewards are the same: that of numbers of 32 bits, and of six printed
 * digits.
 */
export const REWARD_TOLERANCE = 1e-6;

/** What a column of a file can mean. */
export const FIELDS = [
  'state',
  /** Cells by row and column, or by x and y. */
  'row',
  'col',
  'x',
  'y',
  'action',
  'reward',
  'nextState',
  'nextRow',
  'nextCol',
  'nextX',
  'nextY',
  'terminal',
  'truncated',
  /** An end of either kind. */
  'done',
  /** The last and the first row of an episode. */
  'last',
  'first',
  'episode',
  'step',
  /** Which of several environments recorded the row. */
  'environment',
  'behaviorProb',
  'behaviorLogProb',
] as const;
export type Field = (typeof FIELDS)[number];

export type FileFormat = 'csv' | 'json' | 'npz' | 'npy' | 'hdf5';

/**
 * What can be wrong: `file` with the file as a whole, all others with one row, which is then not
 * offered.
 * - `cells` the row is not made as the others are · `missing` an empty value · `number` not a number
 *   · `finite` NaN or ∞
 * - `state` no state of the world · `wall` a cell inside a wall · `coordinates` index and cell disagree
 *   · `ended` an action in a state that ends episodes · `action` none of the four
 * - `transition` the world never leads there · `reward` the world pays something else
 *   · `successor` the file does not say where the row led, and the world allows several states
 *   · `order` nor does the row behind say it: the rows are of several episodes at once
 * - `terminal` the flag disagrees with the world
 */
export type FaultKind =
  | 'file'
  | 'cells'
  | 'missing'
  | 'number'
  | 'finite'
  | 'state'
  | 'wall'
  | 'coordinates'
  | 'ended'
  | 'action'
  | 'transition'
  | 'reward'
  | 'successor'
  | 'order'
  | 'terminal';

/**
 * What was put right in rows that are offered all the same.
 * - `chain` the next row of an episode starts elsewhere: the episode is split
 * - `step` the steps of an episode do not follow on each other: the episode is split
 * - `continues` an episode goes on after its end: it is split
 * - `open` an episode ends without a flag: its last row counts as truncated
 * - `both` a row is flagged terminal and truncated: terminal prevails
 * - `otherReward` a reward that the world does not pay, kept because that was asked for
 * - `flag` neither 0 nor 1, so that it says nothing · `probability` outside (0, 1], so that it is unknown
 */
export type WarningKind =
  | 'chain'
  | 'step'
  | 'continues'
  | 'open'
  | 'both'
  | 'otherReward'
  | 'flag'
  | 'probability';

/** One fault or warning. */
export interface Finding<Kind extends string> {
  readonly kind: Kind;
  /** Row of data, counted from 1; null where the finding is of the whole file. */
  readonly row: number | null;
  /** Line of the file, counted from 1, where the format has lines. */
  readonly line: number | null;
  /** The column's name in the file; null where no single column is at fault. */
  readonly field: string | null;
  /** What stands there, shortened; null where nothing does. */
  readonly value: string | null;
  /** A sentence naming the row, the field and the value. */
  readonly message: string;
}
export type ImportFault = Finding<FaultKind>;
export type ImportWarning = Finding<WarningKind>;

/** What became of a file under one world; plain data. */
export interface ImportReport {
  /** One sentence: how many rows were read, how many are offered. */
  readonly summary: string;
  /** Rows read, rows that fit the world, and rows offered (fewer than fit where there are too many). */
  readonly rows: number;
  readonly good: number;
  readonly offered: number;
  /** The first faults of every kind, by row. */
  readonly faults: readonly ImportFault[];
  /** All faults, by kind; kinds without one are left out. */
  readonly faultCounts: Readonly<Partial<Record<FaultKind, number>>>;
  readonly warnings: readonly ImportWarning[];
  readonly warningCounts: Readonly<Partial<Record<WarningKind, number>>>;
  /** Sentences: under which conventions the numbers of the file were read, and what speaks for them. */
  readonly readings: readonly string[];
  /** A sentence on what was taken where the rows do not decide between conventions; null where they do. */
  readonly question: string | null;
  /** Sentences: what was derived, left aside or cut. */
  readonly notes: readonly string[];
}

/** Another way to read a file, and how it differs from ours in words. */
export interface NamedAlternative extends Alternative {
  readonly name: string;
}

/** The rows of a file that fit one world. */
export interface ImportOffer {
  readonly report: ImportReport;
  /** The good rows; null where there are none. */
  readonly transitions: Dataset | null;
  /** Their digest; null where there are none. */
  readonly hash: string | null;
  /** Whether the file states π_β(a|s) of every row; it is the empirical policy's otherwise. */
  readonly behaviorKnown: boolean;
  /** The conventions under which the numbers of the file were read. */
  readonly reading: Reading;
  /** Others that the rows do not rule out, each with what it is called. */
  readonly alternatives: readonly NamedAlternative[];
}

/** Another world that the file states, and the same file under it. */
export interface OtherWorld {
  readonly world: World;
  /** Sentences on how it differs from the present one; never empty. */
  readonly differences: readonly string[];
  readonly offer: ImportOffer;
}

/** Everything an import has to say; nothing of it has been applied. */
export interface ImportResult {
  readonly name: string;
  /** Null where the file is of no kind that can be read. */
  readonly format: FileFormat | null;
  /** Under the present world. */
  readonly offer: ImportOffer;
  /** Present where the file states a world that differs from the present one. */
  readonly other: OtherWorld | null;
}

/** A file as it was read, its columns assigned to fields by their names. */
export interface RawTable {
  readonly rows: number;
  readonly columns: Readonly<Partial<Record<Field, RawColumn>>>;
  /** `[rows]` 1 where the row is malformed and has been reported. */
  readonly malformed: Uint8Array;
  /** What stands in the file at a row (from 0) and field; empty where nothing does. */
  quote(row: number, field: Field): string;
  /** Line of the file, from 1, at which a row (from 0) begins; null where the format has no lines. */
  lineOf(row: number): number | null;
  /** Largest relative difference at which two rewards are the same. */
  readonly rewardTolerance: number;
}

/** What a reader makes of a file. */
export interface ReadFile {
  readonly table: RawTable;
  /** Whether the file is written by our own export, whose conventions are known. */
  readonly ours: boolean;
  readonly notes: readonly string[];
  /** The world that the file states, unchecked; undefined where it states none. */
  readonly statedWorld?: unknown;
  /** The digest that the file states for its rows. */
  readonly statedHash?: string;
}
