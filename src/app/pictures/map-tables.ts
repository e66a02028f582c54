import type { FrameLearner } from '../../experiment/types';
import { ACTIONS } from '../../mdp/types';
import { LAYER_NAMES, LAYERS } from '../map/layers';
import { visits } from '../map/layers/values';
import { acts, shownValue } from '../map/paint';
import type { Grid } from '../state/grid';
import type { Table } from './table';

/** Columns that say of which pair a row is; `row` and `col` count from 0, as in files of datasets. */
const PAIR = ['state', 'row', 'col', 'action', 'actionName'] as const;

/** The pairs that a map paints: all actions of the states in which one may act. */
function pairsOf(grid: Grid): readonly { state: number; pair: number; key: (string | number)[] }[] {
  const pairs: { state: number; pair: number; key: (string | number)[] }[] = [];
  for (let state = 0; state < grid.states; state++) {
    if (!acts(grid, state)) continue;
    const cell = grid.cells[state];
    const place = [state, Math.floor(cell / grid.columns), cell % grid.columns];
    ACTIONS.forEach((name, action) => {
      pairs.push({ state, pair: state * ACTIONS.length + action, key: [...place, action, name] });
    });
  }
  return pairs;
}

/** One learner on a map: its tables as they are shown. */
export interface MappedLearner {
  readonly id: string;
  /** The training seed, or «mean» over all of them. */
  readonly seed: number | string;
  /** Null before the first measurement, or where the world is another one. */
  readonly values: FrameLearner | null;
}

/** Layers of values, with the columns that hold what they show. */
const SHOWN = LAYER_NAMES.flatMap((layer) => {
  const { shown } = LAYERS[layer];
  return shown ? [{ layer, column: shown.column }] : [];
});

/** What learners believe, would earn and do in every pair of the map, a row a pair and learner. */
export function learnerTable(
  grid: Grid,
  counts: ArrayLike<number>,
  learners: readonly MappedLearner[],
  only: number | null = null,
): Table {
  const pairs = pairsOf(grid).filter(({ state }) => only === null || state === only);
  return {
    columns: [
      ...['learner', 'seed', ...PAIR, 'count', 'visits'],
      ...[...SHOWN.map(({ column }) => column), 'policy', 'occupancy'],
    ],
    rows: learners.flatMap(({ id, seed, values }) => {
      if (values === null || values.policy.length !== counts.length) return [];
      return pairs.map(({ state, pair, key }) => [
        ...[id, seed, ...key, counts[pair], visits(counts, state)],
        ...SHOWN.map(({ layer }) => shownValue(layer, values, pair)),
        ...[values.policy[pair], values.occupancy[state]],
      ]);
    }),
  };
}

/** How often the data took every pair, and how likely a policy is to. */
export function countTable(
  grid: Grid,
  counts: ArrayLike<number>,
  policy: ArrayLike<number>,
): Table {
  return {
    columns: [...PAIR, 'count', 'visits', 'policy'],
    rows: pairsOf(grid).map(({ state, pair, key }) => [
      ...key,
      counts[pair],
      visits(counts, state),
      policy[pair],
    ]),
  };
}
