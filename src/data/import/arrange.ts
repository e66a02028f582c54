import { type Meant, meaningOf } from './meaning';
import { type Sequence, sequenceOf, strideOf } from './sequence';
import type { Columns, Order, Quantity, Table } from './table';
import type { RawTable } from './types';

/**
 * The rows of a file in the order of time: as they stand, or put in order by environment, episode and
 * step; with what follows every row, and without the rows that only close an episode.
 */
export function arrange(raw: RawTable): {
  readonly table: Table;
  readonly aside: readonly string[];
} {
  const meant = meaningOf(raw);
  const sequence = sequenceOf(raw, meant);
  const closing = closingRows(raw, meant, sequence);
  const kept: number[] = [];
  sequence.rows.forEach((row, i) => {
    if (closing[row] === 0) kept.push(i);
  });
  const { order } = sequence;
  const at = Int32Array.from(kept, (i) => sequence.rows[i]);
  const pick = (values: Float64Array): Float64Array => Float64Array.from(at, (row) => values[row]);
  const ends = new Uint8Array(at.length);
  kept.forEach((i, row) => {
    const next = sequence.rows[i + 1];
    const closed = next !== undefined && closing[next] === 1;
    ends[row] = sequence.ends[i] === 1 || closed ? 1 : 0;
  });
  const columns: Partial<Record<Quantity, Float64Array>> = {};
  for (const [name, values] of Object.entries(meant.columns) as [Quantity, Float64Array][]) {
    columns[name] = pick(values);
  }
  Object.assign(columns, whatFollows(meant.columns, sequence, kept, raw));
  if (meant.last && !columns.done) columns.done = pick(meant.last);
  dropBlank(columns);
  const malformed = Uint8Array.from(at, (row) => raw.malformed[row]);
  if (order === 'unknown') ends.fill(1);
  steadySteps(columns, ends, malformed, order);
  const origins = new Map(meant.origins);
  if (meant.last && !origins.has('done')) origins.set('done', 'last');
  const table: Table = {
    rows: at.length,
    columns,
    malformed,
    ends,
    order,
    closing: sequence.rows.length - at.length,
    cellNames: meant.cellNames,
    rewardTolerance: raw.rewardTolerance,
    counting: { cellsFrom: 0 },
    rewardsMoved: false,
    fileRow: (row) => at[row],
    quote(row, quantity) {
      const origin = origins.get(quantity);
      return origin === undefined ? '' : raw.quote(at[row], origin);
    },
    nameOf(quantity) {
      const origin = origins.get(quantity);
      return (origin && raw.columns[origin]?.name.trim()) ?? quantity;
    },
    lineOf: (row) => raw.lineOf(at[row]),
  };
  return { table, aside: meant.aside };
}

/** Leaves out columns in which nothing stands, so that they are as good as not there. */
function dropBlank(columns: Partial<Record<Quantity, Float64Array>>): void {
  for (const [name, values] of Object.entries(columns) as [Quantity, Float64Array][]) {
    if (NEEDED.has(name) || values.length === 0) continue;
    if (values.every(Number.isNaN)) delete columns[name];
  }
}

const NEEDED: ReadonlySet<Quantity> = new Set<Quantity>([
  'state',
  'row',
  'col',
  'action',
  'reward',
]);

/** State and reward of the row behind every kept one, unless it is of another episode. */
function whatFollows(
  columns: Columns,
  { rows, ends, order }: Sequence,
  kept: readonly number[],
  { malformed }: RawTable,
): Partial<Record<Quantity, Float64Array>> {
  const pairs = [
    ['state', 'afterState'],
    ['row', 'afterRow'],
    ['col', 'afterCol'],
    ['reward', 'afterReward'],
  ] as const;
  const follow: Partial<Record<Quantity, Float64Array>> = {};
  for (const [name, after] of pairs) {
    const values = columns[name];
    if (!values) continue;
    follow[after] = Float64Array.from(kept, (i) => {
      const next = rows[i + 1];
      const none = next === undefined || ends[i] === 1 || order === 'unknown';
      return none || malformed[next] === 1 ? Number.NaN : values[next];
    });
  }
  for (const [name, after] of [
    ['terminal', 'afterTerminal'],
    ['truncated', 'afterTruncated'],
    ['done', 'afterDone'],
  ] as const) {
    const values = columns[name];
    if (!values) continue;
    follow[after] = Float64Array.from(kept, (i) => values[rows[i + 1]] ?? Number.NaN);
  }
  return follow;
}

/** `[rows of the file]` 1 where a row holds the state in which an episode closed, and no action. */
function closingRows({ rows, columns }: RawTable, meant: Meant, sequence: Sequence): Uint8Array {
  const closing = new Uint8Array(rows);
  const { action, state, row: byRow, reward, nextState, nextRow } = meant.columns;
  const namesNext = (row: number): boolean =>
    [nextState, nextRow].some((values) => values !== undefined && !Number.isNaN(values[row]));
  // RLDS: the last step of an episode holds an observation; its action and reward mean nothing.
  const named = columns.nextState ?? columns.nextRow ?? columns.nextX;
  const rlds = meant.last !== undefined && !named && (meant.first ?? columns.terminal);
  const place = state ?? byRow;
  sequence.rows.forEach((row, i) => {
    const ends = i + 1 === sequence.rows.length || sequence.ends[i] === 1;
    if (rlds && meant.last?.[row] === 1) closing[row] = 1;
    else if (!action || !place || Number.isNaN(place[row]) || namesNext(row)) return;
    else if (Number.isNaN(action[row]) && (ends || Number.isNaN(reward?.[row] ?? 0))) {
      closing[row] = 1;
    }
  });
  return closing;
}

/** Leaves steps that count in a column, and drops times that only order. */
function steadySteps(
  columns: Partial<Record<Quantity, Float64Array>>,
  ends: Uint8Array,
  malformed: Uint8Array,
  order: Order,
): void {
  const { step } = columns;
  if (!step) return;
  const whole = step.every(
    (x, row) => malformed[row] === 1 || (Number.isInteger(x) && x >= 0 && x <= STEP_LIMIT),
  );
  const rows = Int32Array.from(step, (_, row) => row);
  const counted = whole && order !== 'unknown' && (rows.length < 2 || strideOf(rows, step) === 1);
  if (!counted || runsOn(columns, ends)) {
    delete columns.step;
    return;
  }
  // Counting from 1 is counting all the same.
  const begins = (row: number): boolean => row === 0 || ends[row - 1] === 1;
  if (step.every((x, row) => (begins(row) ? x === 1 : true)) && step.length > 0) {
    for (const row of rows) step[row] -= 1;
  }
}

/** Whether steps are counted through from the first row to the last, over the ends of episodes. */
function runsOn(columns: Partial<Record<Quantity, Float64Array>>, ends: Uint8Array): boolean {
  const { step, terminal, truncated, done } = columns;
  if (!step) return false;
  let over = false;
  for (let row = 0; row + 1 < step.length; row++) {
    if (step[row + 1] !== step[row] + 1) return false;
    const flagged = terminal?.[row] === 1 || truncated?.[row] === 1 || done?.[row] === 1;
    if (flagged || ends[row] === 1) over = true;
  }
  return over;
}

/** Largest step that the columns of a dataset hold. */
const STEP_LIMIT = 2 ** 31 - 1;
