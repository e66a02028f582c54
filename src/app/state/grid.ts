import { toleranceOf, valueRange } from '../../experiment/impossible';
import type { ProblemView } from '../../experiment/types';
import { buildMdp } from '../../mdp/mdp';
import type { Mdp, StateIndex, World } from '../../mdp/types';
import { ACTION_COUNT } from '../../mdp/types';

/** What a cell of a text map is. */
export const CELL_KINDS = ['wall', 'floor', 'start', 'goal', 'pit', 'cliff'] as const;
export type CellKind = (typeof CELL_KINDS)[number];

/** A world as the maps draw it. Build with `gridOf(world)`, once a problem. */
export interface Grid {
  readonly mdp: Mdp;
  readonly rows: number;
  readonly columns: number;
  readonly states: number;
  /** `[states]` row × columns + column. */
  readonly cells: Int32Array;
  /** `[rows × columns]` state of a cell, −1 for walls. */
  readonly stateOfCell: Int32Array;
  /** `[rows × columns]`. */
  readonly kinds: readonly CellKind[];
}

/** One scale for all maps of a problem. Build with `rangesOf(optimalQ, counts)`. */
export interface MapRanges {
  /** Lowest and highest optimal value, 0 included: V* of every state lies between. */
  readonly low: number;
  readonly high: number;
  /** high − low, never 0: the value range that errors are floored at. */
  readonly range: number;
  /** Largest N(s,a), ≥ 1. */
  readonly maxCount: number;
  /** By what scales of differences are wider than usual, where more than half would lie above them. */
  readonly widened?: number;
}

const KIND_OF: Readonly<Record<string, CellKind>> = {
  '#': 'wall',
  '.': 'floor',
  S: 'start',
  G: 'goal',
  P: 'pit',
  C: 'cliff',
};

/** What the cells of a map are, in reading order. */
export function kindsOf(map: readonly string[]): readonly CellKind[] {
  return map.flatMap((row) => [...row].map((sign) => KIND_OF[sign] ?? 'wall'));
}

/**
 * A world as the maps draw it.
 * Throws what `buildMdp` throws: a sentence naming the row and the character.
 */
export function gridOf(world: World): Grid {
  const mdp = buildMdp(world);
  return {
    mdp,
    rows: mdp.rows,
    columns: mdp.columns,
    states: mdp.states,
    cells: mdp.cells,
    stateOfCell: mdp.stateOfCell,
    kinds: kindsOf(world.map),
  };
}

/** Row and column of a state, from 1, as people count them. */
export function placeOf(
  grid: Pick<Grid, 'cells' | 'columns'>,
  state: StateIndex,
): { row: number; column: number } {
  const cell = grid.cells[state] ?? 0;
  return { row: Math.floor(cell / grid.columns) + 1, column: (cell % grid.columns) + 1 };
}

/**
 * The scale that all maps and charts of a problem share, from Q* `[states × 4]` and N(s,a)
 * `[states × 4]`. V* rather than Q* spans it: one deadly action (the cliff) would otherwise
 * flatten every other difference.
 */
export function rangesOf(optimalQ: ArrayLike<number>, counts: ArrayLike<number>): MapRanges {
  let low = 0;
  let high = 0;
  for (let s = 0; s + ACTION_COUNT <= optimalQ.length; s += ACTION_COUNT) {
    const best = Math.max(optimalQ[s], optimalQ[s + 1], optimalQ[s + 2], optimalQ[s + 3]);
    if (!Number.isFinite(best)) continue;
    low = Math.min(low, best);
    high = Math.max(high, best);
  }
  if (high - low < 1e-9) high = low + 1;
  let maxCount = 1;
  for (let pair = 0; pair < counts.length; pair++) maxCount = Math.max(maxCount, counts[pair]);
  return { low, high, range: high - low, maxCount };
}

/**
 * The next state from `state` when an arrow key of direction `action` (0 up, 1 right, 2 down,
 * 3 left) is pressed: walls are skipped, at the edge the state stays.
 */
export function neighborOf(
  grid: Pick<Grid, 'cells' | 'columns' | 'rows' | 'stateOfCell'>,
  state: StateIndex,
  action: number,
): StateIndex {
  const cell = grid.cells[state];
  let row = Math.floor(cell / grid.columns);
  let column = cell % grid.columns;
  const down = action === 2 ? 1 : action === 0 ? -1 : 0;
  const right = action === 1 ? 1 : action === 3 ? -1 : 0;
  for (;;) {
    row += down;
    column += right;
    if (row < 0 || column < 0 || row >= grid.rows || column >= grid.columns) return state;
    const found = grid.stateOfCell[row * grid.columns + column];
    if (found >= 0) return found;
  }
}

/** By the values of a problem, which its views have in common: a world is built anew for them. */
const tolerances = new WeakMap<Float64Array, number>();

/**
 * How far a return may lie above another without meaning anything in this problem (docs/contract.md#impossible),
 * in units of return.
 */
export function toleranceIn({ world, optimalQ }: Pick<ProblemView, 'world' | 'optimalQ'>): number {
  const known = tolerances.get(optimalQ);
  if (known !== undefined) return known;
  const tolerance = toleranceOf(valueRange(gridOf(world).mdp, optimalQ));
  tolerances.set(optimalQ, tolerance);
  return tolerance;
}
