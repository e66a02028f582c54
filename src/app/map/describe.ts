import { formatSeen } from '../../texts/format';
import { maps } from '../../texts/maps';
import { words } from '../../texts/words';
import type { Grid } from '../state/grid';
import { placeOf } from '../state/grid';
import type { Layer } from './layer';
import { LAYERS } from './layers';
import { visits } from './layers/values';
import { acts, shownValue, showsCells, showsPolicy } from './paint';
import type { MapValues } from './types';

/** «row 3, column 5», from 1. */
export function describePlace(grid: Grid, state: number): string {
  const t = maps();
  const { row, column } = placeOf(grid, state);
  const kind = grid.kinds[grid.cells[state]];
  const place = t.place(row, column);
  return kind === 'floor' || kind === 'wall' ? place : t.placeOfKind(place, words().kinds[kind]);
}

/** What a layer shows of an action, with how often it was seen. */
function describeAction(
  pair: number,
  name: string,
  layer: Layer,
  values: MapValues | null,
  counts: ArrayLike<number>,
): string {
  const t = maps().action;
  const seen = formatSeen(counts[pair]);
  const { shown } = LAYERS[layer];
  if (shown === undefined || values === null) return t.seen(name, seen);
  if (showsPolicy(layer, values)) return t.probability(name, values.policy[pair], seen);
  if (showsCells(layer, values)) return t.seen(name, seen);
  return t[shown.said](name, shownValue(layer, values, pair) ?? Number.NaN, seen);
}

/**
 * A cell of a map in words, with what its layer shows of the four actions:
 * «row 3, column 5: up 0.12, never seen; right 0.41, seen 25 times; … Goes right.»
 */
export function describeCell(
  grid: Grid,
  state: number,
  layer: Layer,
  values: MapValues | null,
  counts: ArrayLike<number>,
): string {
  const t = maps();
  const place = describePlace(grid, state);
  if (grid.mdp.terminal[state]) return t.ends(place);
  if (!acts(grid, state)) return t.unreachable(place);
  const actions = words().actions.map((name, action) =>
    describeAction(state * 4 + action, name, layer, values, counts),
  );
  const rest: string[] = [];
  if (visits(counts, state) === 0) rest.push(t.unvisited);
  if (values) {
    const { ofTime, shown } = LAYERS[layer];
    if (ofTime && values.occupancy) rest.push(t.spends(values.occupancy[state]));
    if (shown?.saidOfCell && showsCells(layer, values))
      rest.push(t.whole[shown.saidOfCell](shownValue(layer, values, state * 4) ?? Number.NaN));
    let best = 0;
    for (let a = 1; a < 4; a++) {
      if (values.policy[state * 4 + a] > values.policy[state * 4 + best]) best = a;
    }
    const p = values.policy[state * 4 + best];
    rest.push(p >= 0.995 ? t.goes(best) : t.mayGo(best, p));
  }
  return t.cell(place, actions, rest);
}
