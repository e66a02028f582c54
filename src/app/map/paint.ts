import { LAYER_TRAITS } from './layers';
import type { Scheme } from './palette';
import {
  mixColors,
  PAPER,
  type Paint,
  paintAround,
  paintCount,
  paintOccupancy,
  paintProbability,
  paintValue,
  type Rgb,
} from './scales';
import type { Consults, Grid, Layer, MapRanges, MapValues } from './types';

/** What decides the colour of a pair; all maps of one picture share `ranges`. */
export interface PaintInputs {
  readonly grid: Grid;
  readonly layer: Layer;
  readonly values: MapValues | null;
  readonly counts: ArrayLike<number>;
  readonly ranges: MapRanges;
  readonly hue: Rgb;
  readonly scheme: Scheme;
  readonly consults: Consults;
}

/** How a triangle is filled. */
export interface PairPaint {
  readonly rgb: Rgb;
  readonly off: Paint['off'];
  /** Hatched strongly (never-seen action of a seen state), lightly (state never seen) or not. */
  readonly hatch: 'strong' | 'light' | 'none';
}

/** Share of the paper mixed into what a learner never consults, and into states nobody saw. */
const DIMMED = 0.86;
const UNSEEN = 0.55;
/** A share of a whole below this part of its scale could not be told from none. */
const SEEN = 0.01;

/** N(s) of a state from N(s,a). */
export function visits(counts: ArrayLike<number>, state: number): number {
  return counts[state * 4] + counts[state * 4 + 1] + counts[state * 4 + 2] + counts[state * 4 + 3];
}

/** Whether a state is drawn with values: one may stand in it and act. */
export function acts(grid: Grid, state: number): boolean {
  return grid.mdp.terminal[state] === 0 && grid.mdp.reachable[state] === 1;
}

function tableOf(layer: Layer, values: MapValues): ArrayLike<number> | null {
  const { reads } = LAYER_TRAITS[layer];
  return (reads && values[reads]) ?? null;
}

/**
 * What a layer shows of a pair; null where it has nothing to show of these values. A belief in states says
 * of their four actions the same.
 */
export function shownValue(layer: Layer, values: MapValues, pair: number): number | null {
  const table = tableOf(layer, values);
  if (table === null) return null;
  const value = table[Math.floor((pair * table.length) / values.policy.length)];
  const { less } = LAYER_TRAITS[layer];
  return less ? value - (values[less]?.[pair] ?? 0) : value;
}

/** Whether what a layer shows is of whole cells, and of no single action. */
export function showsCells(layer: Layer, values: MapValues): boolean {
  return (tableOf(layer, values)?.length ?? values.policy.length) < values.policy.length;
}

/** Whether a layer of values has nothing to say of these ones: the map then shows π̂ in its stead. */
export function showsPolicy(layer: Layer, values: MapValues | null): boolean {
  return values !== null && 'reads' in LAYER_TRAITS[layer] && tableOf(layer, values) === null;
}

/** The whole-cell colour of the occupancy layer; null where the policy never is. */
export function paintState(inputs: PaintInputs, state: number): Rgb | null {
  const share = inputs.values?.occupancy?.[state] ?? 0;
  if (!(share > 1e-4)) return null;
  return paintOccupancy(share, inputs.hue, inputs.scheme).rgb;
}

/** The fill of the pair (state, action), null where the paper stays bare. */
export function paintPair(inputs: PaintInputs, state: number, action: number): PairPaint | null {
  const { layer, values, counts, ranges, scheme, hue } = inputs;
  const pair = state * 4 + action;
  const count = counts[pair];
  const seen = visits(counts, state) > 0;
  if (layer === 'counts') {
    return count > 0 ? { ...paintCount(count, ranges, scheme), hatch: 'none' } : null;
  }
  if (values === null || layer === 'occupancy') return null;
  const hatch =
    count > 0 || (seen && showsCells(layer, values)) ? 'none' : seen ? 'strong' : 'light';
  const paper = PAPER[scheme];
  if (showsPolicy(layer, values)) {
    const paint = paintProbability(values.policy[pair], hue, scheme);
    return { rgb: seen ? paint.rgb : mixColors(paint.rgb, paper, UNSEEN), off: null, hatch };
  }
  const { scale, end = 1, reads, weighed } = LAYER_TRAITS[layer];
  const value = shownValue(layer, values, pair) ?? Number.NaN;
  if (weighed && Math.abs(value) < SEEN * end * ranges.range) return null;
  const paint =
    scale === 'around'
      ? paintAround(value, end * ranges.range, scheme)
      : paintValue(value, ranges, scheme);
  if (reads === 'q' && inputs.consults === 'data' && count === 0) {
    return { rgb: mixColors(paint.rgb, paper, DIMMED), off: null, hatch };
  }
  return seen || weighed
    ? { ...paint, hatch }
    : { rgb: mixColors(paint.rgb, paper, UNSEEN), off: paint.off, hatch };
}
