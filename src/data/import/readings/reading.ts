import type { Mdp } from '../../../mdp/types';

/** Our numbers of a file's actions 0 to 3, or 1 to 4. */
export type ActionOrder = readonly [number, number, number, number];

/** The conventions under which the numbers of a file are read; plain data. */
export interface Reading {
  readonly actions: ActionOrder;
  readonly actionsFrom: 0 | 1;
  /** Whether indices of states step over walls, as ours do, or count them. */
  readonly walls: 'skipped' | 'counted';
  readonly statesFrom: 0 | 1;
  /** Whether indices run along the rows or down the columns. */
  readonly along: 'rows' | 'columns';
  /** Which of a cell's two numbers comes first. */
  readonly cells: 'row, column' | 'column, row';
  readonly cellsFrom: 0 | 1;
  /** Whether rows count from the bottom. */
  readonly upward: boolean;
  /** Whether a row's reward is that of its own step, or stands there of the step before. */
  readonly rewards: 'entered' | 'left';
  /**
   * What a flag that an episode ends says: that the state arrived in ends it; that it ended somehow,
   * time limits included; that it ended with the row before; or nothing, since it is never set.
   */
  readonly ends: 'arrival' | 'any' | 'late' | 'none';
  /** Whether the next state of a last row is where it led, or where the next episode begins. */
  readonly nextAtEnd: 'arrival' | 'reset';
}

/** Our own conventions. */
export const OURS: Reading = {
  actions: [0, 1, 2, 3],
  actionsFrom: 0,
  walls: 'skipped',
  statesFrom: 0,
  along: 'rows',
  cells: 'row, column',
  cellsFrom: 0,
  upward: false,
  rewards: 'entered',
  ends: 'arrival',
  nextAtEnd: 'arrival',
};

/** Orders of actions in use, ours first. The letters are those of up, right, down, left. */
export const ORDERS = {
  urdl: [0, 1, 2, 3],
  ldru: [3, 2, 1, 0],
  udlr: [0, 2, 3, 1],
  udrl: [0, 2, 1, 3],
  durl: [2, 0, 1, 3],
  rdlu: [1, 2, 3, 0],
  ruld: [1, 0, 3, 2],
  lrud: [3, 1, 0, 2],
  lurd: [3, 0, 1, 2],
  rlud: [1, 3, 0, 2],
} as const satisfies Readonly<Record<string, ActionOrder>>;
export type OrderName = keyof typeof ORDERS;

/** All orders of four. */
export const EVERY_ORDER: readonly ActionOrder[] = [0, 1, 2, 3].flatMap((a) =>
  [0, 1, 2, 3].flatMap((b) =>
    [0, 1, 2, 3].flatMap((c) =>
      new Set([a, b, c]).size === 3 ? [[a, b, c, 6 - a - b - c] as const] : [],
    ),
  ),
);

/** The name of an order in use; undefined for any other. */
export const orderName = (actions: ActionOrder): OrderName | undefined =>
  (Object.keys(ORDERS) as OrderName[]).find((name) => ORDERS[name].join() === actions.join());

/** Whether two readings are the same in everything. */
export const sameReading = (one: Reading, other: Reading): boolean =>
  (Object.keys(OURS) as (keyof Reading)[]).every((key) => String(one[key]) === String(other[key]));

/** What a number that names no open cell becomes: no cell at all, or one inside a wall. */
export const NO_STATE = -1;
export const IN_WALL = -2;

type IndexReading = Pick<Reading, 'walls' | 'statesFrom' | 'along' | 'upward'>;

/** Our state of every index that a file can have, from `statesFrom` on. */
export function statesOfIndex(mdp: Mdp, { walls, along, upward }: IndexReading): Int32Array {
  const { rows, columns, stateOfCell } = mdp;
  const byRows = along === 'rows';
  const all = Int32Array.from({ length: rows * columns }, (_, i) => {
    const row = byRows ? Math.floor(i / columns) : i % rows;
    const column = byRows ? i % columns : Math.floor(i / rows);
    return stateOfCell[(upward ? rows - 1 - row : row) * columns + column];
  });
  if (walls === 'counted') return all.map((state) => (state < 0 ? IN_WALL : state));
  return all.filter((state) => state >= 0);
}

/** Our row and column of a cell as a file names it; what is no number stays so. */
export function placeOfCell(
  { rows }: Mdp,
  { cells, cellsFrom, upward }: Pick<Reading, 'cells' | 'cellsFrom' | 'upward'>,
  first: number,
  second: number,
): readonly [number, number] {
  const byRow = cells === 'row, column';
  const row = (byRow ? first : second) - cellsFrom;
  const column = (byRow ? second : first) - cellsFrom;
  return [upward ? rows - 1 - row : row, column];
}
