import type { Mdp } from '../../../mdp/types';
import { NAMED } from '../meaning';
import { isFlagged, type Quantity, type Table } from '../table';
import { NO_STATE, placeOfCell, type Reading, statesOfIndex } from './reading';

/** The table under our conventions, as a reading of its own ones makes it. */
export function translate(table: Table, mdp: Mdp, reading: Reading): Table {
  const columns: Writable = { ...table.columns };
  const lookup = statesOfIndex(mdp, reading);
  for (const name of ['state', 'nextState', 'afterState'] as const) {
    const values = columns[name];
    if (values) columns[name] = values.map((x) => indexed(lookup, x, reading.statesFrom));
  }
  for (const [first, second] of [
    ['row', 'col'],
    ['nextRow', 'nextCol'],
    ['afterRow', 'afterCol'],
  ] as const) {
    const [one, other] = [columns[first], columns[second]];
    if (!one || !other) continue;
    const rows = one.slice();
    const cols = other.slice();
    for (let i = 0; i < rows.length; i++) {
      [rows[i], cols[i]] = placeOfCell(mdp, reading, one[i], other[i]);
    }
    columns[first] = rows;
    columns[second] = cols;
  }
  const { actions, actionsFrom } = reading;
  change(columns, 'action', (x) => {
    if (x >= NAMED && Number.isFinite(x)) return x - NAMED;
    return Number.isInteger(x) ? (actions[x - actionsFrom] ?? x - actionsFrom) : x;
  });
  if (reading.rewards === 'left' && columns.afterReward) columns.reward = columns.afterReward;
  const flagged = Uint8Array.from({ length: table.rows }, (_, row) =>
    isFlagged(table, row) || table.ends[row] === 1 ? 1 : 0,
  );
  if (reading.nextAtEnd === 'reset') {
    for (const name of ['nextState', 'nextRow', 'nextCol'] as const) {
      change(columns, name, (x, row) => (flagged[row] === 1 ? Number.NaN : x));
    }
  }
  readEnds(columns, reading.ends);
  const swapped = reading.cells === 'column, row';
  const from = (quantity: Quantity): Quantity =>
    swapped ? (SWAPPED[quantity] ?? quantity) : quantity;
  return {
    ...table,
    columns,
    counting: {
      states: [reading.statesFrom, reading.statesFrom + lookup.length - 1],
      cellsFrom: reading.cellsFrom,
    },
    rewardsMoved: reading.rewards === 'left',
    quote: (row, quantity) => table.quote(row, from(quantity)),
    nameOf: (quantity) => table.nameOf(from(quantity)),
  };
}

const SWAPPED: Readonly<Partial<Record<Quantity, Quantity>>> = {
  row: 'col',
  col: 'row',
  nextRow: 'nextCol',
  nextCol: 'nextRow',
};

/** Our state of an index; what is no index stays what it is, so that it can be named. */
function indexed(lookup: Int32Array, x: number, from: number): number {
  if (!Number.isInteger(x)) return x;
  return lookup[x - from] ?? NO_STATE;
}

type Writable = Partial<Record<Quantity, Float64Array>>;

function change(columns: Writable, name: Quantity, to: (x: number, row: number) => number): void {
  const values = columns[name];
  if (values) columns[name] = values.map(to);
}

function readEnds(columns: Writable, ends: Reading['ends']): void {
  if (ends === 'arrival') return;
  const { terminal, truncated, done } = columns;
  delete columns.terminal;
  delete columns.done;
  if (ends === 'none') return;
  if (ends === 'late') {
    const late = columns.afterTerminal ?? columns.afterDone;
    if (late) columns.done = late;
    if (truncated) columns.truncated = columns.afterTruncated ?? truncated;
    return;
  }
  const flags = terminal ?? done;
  if (flags) columns.done = flags.map((x, row) => (x === 1 || done?.[row] === 1 ? 1 : x));
}
