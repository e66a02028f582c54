import { ACTIONS, type Mdp } from '../mdp/types';
import { log } from '../random/elementary';
import { type RandomStream, randomStream } from '../random/stream';
import { dataNotes } from '../texts/dataNotes';
import { type DatasetEdit, printEdit, type Region, type Surgery } from './edits';
import { episodeReturns, episodeStarts } from './episodes';
import { DataError } from './error';
import type { Transitions } from './types';

/** What one entry of the list of edits did. */
export interface EditReport {
  /** The entry as it is written, `!` included. */
  readonly text: string;
  readonly on: boolean;
  readonly effect: 'removes' | 'changes';
  /** Rows that it removed or changed, of those that the edits before it had left. */
  readonly rows: number;
  /** Episodes of which it removed or changed a row. */
  readonly episodes: number;
  /** A sentence on why it was not carried out; null where it was, or is switched off. */
  readonly fault: string | null;
}

/** A dataset on the table: what is left of it, and where each row comes from. */
export interface Edited {
  readonly transitions: Transitions;
  /** `[size]` row number, from 0, that each row had before all edits; ascending. */
  readonly originalRows: Int32Array;
  /** A report for every edit, in their order. */
  readonly reports: readonly EditReport[];
}

type Table = Omit<Edited, 'reports'>;

/** Rows `from` up to but not including `to` of one episode. */
interface Span {
  readonly from: number;
  readonly to: number;
}

function spansOf(transitions: Transitions): Span[] {
  const starts = episodeStarts(transitions);
  return Array.from({ length: starts.length - 1 }, (_, i) => ({
    from: starts[i],
    to: starts[i + 1],
  }));
}

function pick<T extends Int32Array | Uint8Array | Float64Array>(column: T, rows: Int32Array): T {
  const picked = new (column.constructor as new (size: number) => T)(rows.length);
  for (let i = 0; i < rows.length; i++) picked[i] = column[rows[i]];
  return picked;
}

/**
 * The rows marked 1. Where rows of an episode are missing after a kept one, that row is truncated
 * unless it is terminal, and what follows the gap is an episode of its own; `step` is kept.
 */
function keepRows({ transitions, originalRows }: Table, keep: Uint8Array): Table {
  const rows = Int32Array.from(keep.keys()).filter((row) => keep[row] === 1);
  const kept: Transitions = {
    size: rows.length,
    state: pick(transitions.state, rows),
    action: pick(transitions.action, rows),
    reward: pick(transitions.reward, rows),
    nextState: pick(transitions.nextState, rows),
    terminal: pick(transitions.terminal, rows),
    truncated: pick(transitions.truncated, rows),
    episode: new Int32Array(rows.length),
    step: pick(transitions.step, rows),
    behaviorProbability: pick(transitions.behaviorProbability, rows),
  };
  const { episode } = transitions;
  let current = 0;
  rows.forEach((row, i) => {
    const goesOn = row + 1 < transitions.size && episode[row + 1] === episode[row];
    if (goesOn && keep[row + 1] === 0 && kept.terminal[i] === 0) kept.truncated[i] = 1;
    if (i > 0 && (rows[i - 1] !== row - 1 || episode[row - 1] !== episode[row])) current++;
    kept.episode[i] = current;
  });
  return { transitions: kept, originalRows: pick(originalRows, rows) };
}

/** Marks of the rows that an edit keeps. */
function marks(mdp: Mdp, transitions: Transitions, surgery: Exclude<Surgery, { kind: 'noise' }>) {
  const keep = new Uint8Array(transitions.size).fill(1);
  if (surgery.kind === 'erase') {
    const action = surgery.action === undefined ? -1 : ACTIONS.indexOf(surgery.action);
    const inside = statesIn(mdp, surgery.region);
    for (let row = 0; row < transitions.size; row++) {
      const meant = action < 0 || transitions.action[row] === action;
      if (meant && inside[transitions.state[row]] === 1) keep[row] = 0;
    }
    return keep;
  }
  const spans = spansOf(transitions);
  const values = episodeReturns(transitions, mdp.gamma);
  const dropped =
    surgery.kind === 'below'
      ? spans.filter((_, i) => values[i] < surgery.value)
      : [...spans.keys()]
          .sort((a, b) => values[b] - values[a] || a - b)
          .slice(Math.max(1, Math.round((spans.length * surgery.percent) / 100)))
          .map((i) => spans[i]);
  for (const { from, to } of dropped) keep.fill(0, from, to);
  return keep;
}

/** `[states]` 1 where a state's cell lies in the region. */
export function statesIn(
  mdp: Pick<Mdp, 'cells' | 'columns'>,
  { top, left, bottom, right }: Region,
): Uint8Array {
  return Uint8Array.from(mdp.cells, (cell) => {
    const row = Math.floor(cell / mdp.columns);
    const column = cell % mdp.columns;
    return row >= top && row <= bottom && column >= left && column <= right ? 1 : 0;
  });
}

const GRAIN = 2 ** 24;

/**
 * Standard normal numbers by the polar method (Marsaglia & Bray 1964), rounded to multiples of
 * 2⁻²⁴: the logarithm may differ in its last digit from engine to engine, a dataset may not.
 */
function normals(stream: RandomStream, count: number): Float64Array {
  const numbers = new Float64Array(count + (count % 2));
  for (let i = 0; i < count; i += 2) {
    let u: number;
    let v: number;
    let s: number;
    do {
      u = 2 * stream.uniform() - 1;
      v = 2 * stream.uniform() - 1;
      s = u * u + v * v;
    } while (s >= 1 || s === 0);
    const scale = Math.sqrt((-2 * log(s)) / s);
    numbers[i] = Math.round(u * scale * GRAIN) / GRAIN;
    numbers[i + 1] = Math.round(v * scale * GRAIN) / GRAIN;
  }
  return numbers;
}

/**
 * Every row's noise is that of its original number, so that erasing other rows before or after
 * leaves it as it is.
 */
function withNoise(table: Table, deviation: number, seed: number): Table {
  const { transitions, originalRows } = table;
  const last = originalRows[originalRows.length - 1];
  const noise = normals(randomStream('reward noise', seed), last + 1);
  const reward = transitions.reward.map((r, row) => r + deviation * noise[originalRows[row]]);
  return { transitions: { ...transitions, reward }, originalRows };
}

/** One edit carried out; the table itself where it changes nothing. Throws DataError where no row would be left. */
function operate(
  mdp: Mdp,
  table: Table,
  surgery: Surgery,
): { readonly table: Table; readonly rows: number; readonly episodes: number } {
  const { transitions } = table;
  if (surgery.kind === 'noise') {
    if (surgery.deviation === 0) return { table, rows: 0, episodes: 0 };
    return {
      table: withNoise(table, surgery.deviation, surgery.seed),
      rows: transitions.size,
      episodes: spansOf(transitions).length,
    };
  }
  const keep = marks(mdp, transitions, surgery);
  const rows = keep.reduce((sum, mark) => sum + 1 - mark, 0);
  if (rows === 0) return { table, rows, episodes: 0 };
  if (rows === transitions.size) {
    throw new DataError(dataNotes().editLeavesNothing(printEdit({ on: true, surgery })));
  }
  const touched = spansOf(transitions).filter(({ from, to }) =>
    keep.subarray(from, to).includes(0),
  );
  return { table: keepRows(table, keep), rows, episodes: touched.length };
}

/**
 * Carries out the edits that are on, in their order, each on what the former ones left. An edit
 * that would leave no row is refused: it changes nothing, and its report says so. Columns that
 * nothing changed are shared with `transitions`, which itself is never written to; without any
 * effect the very same transitions come back.
 */
export function applyEdits(
  mdp: Mdp,
  transitions: Transitions,
  edits: readonly DatasetEdit[],
): Edited {
  let table: Table = {
    transitions,
    originalRows: Int32Array.from({ length: transitions.size }, (_, row) => row),
  };
  const reports = edits.map((edit): EditReport => {
    const { on, surgery } = edit;
    const report = {
      text: printEdit(edit),
      on,
      effect: surgery.kind === 'noise' ? ('changes' as const) : ('removes' as const),
      rows: 0,
      episodes: 0,
      fault: null,
    };
    if (!on) return report;
    try {
      const done = operate(mdp, table, surgery);
      table = done.table;
      return { ...report, rows: done.rows, episodes: done.episodes };
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      return { ...report, fault: error.message };
    }
  });
  return { ...table, reports };
}
