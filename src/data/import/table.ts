import type { Mdp } from '../../mdp/types';
import type { RawTable } from './types';

/** What a column of numbers says of its rows, once words have become numbers. */
export type Quantity =
  | 'state'
  | 'row'
  | 'col'
  | 'action'
  | 'reward'
  | 'nextState'
  | 'nextRow'
  | 'nextCol'
  /** State and reward of the row that follows in time, as they stand there. */
  | 'afterState'
  | 'afterRow'
  | 'afterCol'
  | 'afterReward'
  /** Flags of the row behind, of whichever episode it is. */
  | 'afterTerminal'
  | 'afterTruncated'
  | 'afterDone'
  | 'terminal'
  | 'truncated'
  | 'done'
  | 'episode'
  | 'step'
  | 'behaviorProb';

/** Columns of numbers: NaN where nothing stands, ±∞ where something does that is no such number. */
export type Columns = Readonly<Partial<Record<Quantity, Float64Array>>>;

/** How the rows of a table follow on each other. */
export type Order =
  /** As they stand in the file, or as they were put. */
  | 'kept'
  | 'sorted'
  /** They do not: several episodes are mixed and nothing tells them apart. */
  | 'unknown';

/**
 * The rows of a file that can be transitions, in the order of time, as columns of numbers under the
 * file's own conventions.
 */
export interface Table {
  readonly rows: number;
  readonly columns: Columns;
  /** `[rows]` 1 where the row is malformed and has been reported. */
  readonly malformed: Uint8Array;
  /** `[rows]` 1 where the file itself says that an episode ends behind a row. */
  readonly ends: Uint8Array;
  readonly order: Order;
  /** Rows of the file that only close an episode: their state is where the row before led. */
  readonly closing: number;
  /** Whether the file names cells as x and y; null where it names none, or not how. */
  readonly cellNames: 'row, column' | 'column, row' | null;
  readonly rewardTolerance: number;
  /** How the file counts: its first and last state, and its first row and column. */
  readonly counting: { readonly states?: readonly [number, number]; readonly cellsFrom: 0 | 1 };
  /** Whether rewards stand a row late in the file, so that those of last rows are not in it. */
  readonly rewardsMoved: boolean;
  /** Row of the file, from 0, at which a row of the table stands. */
  fileRow(row: number): number;
  quote(row: number, quantity: Quantity): string;
  /** The file's own name of a column. */
  nameOf(quantity: Quantity): string;
  /** Line of the file at which a row of the table begins; null where the format has no lines. */
  lineOf(row: number): number | null;
}

/** The ways of naming a place: by index, or by row and column. */
interface PlaceQuantities {
  readonly index: Quantity;
  readonly row: Quantity;
  readonly col: Quantity;
}
export const OWN = { index: 'state', row: 'row', col: 'col' } as const satisfies PlaceQuantities;
export const NEXT = {
  index: 'nextState',
  row: 'nextRow',
  col: 'nextCol',
} as const satisfies PlaceQuantities;
export const AFTER = {
  index: 'afterState',
  row: 'afterRow',
  col: 'afterCol',
} as const satisfies PlaceQuantities;
export type PlaceOf = typeof OWN | typeof NEXT | typeof AFTER;

/** The state that a row of a table under our conventions names; −1 where it names none. */
export function stateAt({ columns }: Table, mdp: Mdp, row: number, place: PlaceOf): number {
  const index = columns[place.index]?.[row];
  if (index !== undefined) {
    return Number.isInteger(index) && index >= 0 && index < mdp.states ? index : -1;
  }
  const r = columns[place.row]?.[row] ?? Number.NaN;
  const c = columns[place.col]?.[row] ?? Number.NaN;
  const inside = r >= 0 && r < mdp.rows && c >= 0 && c < mdp.columns;
  return inside && Number.isInteger(r) && Number.isInteger(c)
    ? mdp.stateOfCell[r * mdp.columns + c]
    : -1;
}

/** Whether a row is flagged as the last of its episode. */
export const isFlagged = (
  { columns: { terminal, truncated, done } }: Table,
  row: number,
): boolean => terminal?.[row] === 1 || truncated?.[row] === 1 || done?.[row] === 1;

/** Whether the file says anywhere where episodes are cut. */
export function declaresCuts(table: Table): boolean {
  const { episode, step, truncated, done } = table.columns;
  return (episode ?? step ?? truncated ?? done) !== undefined;
}

/** Where the values of a quantity come from in a file. */
export type Origins = ReadonlyMap<Quantity, Parameters<RawTable['quote']>[1]>;
