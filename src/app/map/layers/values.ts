import type { LayerInputs, MapLayer, PairPaint, Shown } from '../layer';
import { type LayerScale, mixColors, PAPER, paintProbability } from '../scales';
import type { MapValues } from '../types';

/** Share of the paper mixed into what a learner never consults, and into states nobody saw. */
const DIMMED = 0.86;
const UNSEEN = 0.55;
/** A share of a whole below this part of its scale could not be told from none. */
const SEEN = 0.01;

/** N(s) of a state from N(s,a). */
export function visits(counts: ArrayLike<number>, state: number): number {
  return counts[state * 4] + counts[state * 4 + 1] + counts[state * 4 + 2] + counts[state * 4 + 3];
}

/** The value of a pair in a table; one of states says of their four actions the same. */
export const valueIn = (table: ArrayLike<number>, values: MapValues, pair: number): number =>
  table[Math.floor((pair * table.length) / values.policy.length)];

/** What is shown where one table is shown as it is. */
export function tableShown(
  read: (values: MapValues) => ArrayLike<number> | null | undefined,
  shown: Omit<Shown, 'table' | 'of'>,
): Shown {
  const table = (values: MapValues) => read(values) ?? null;
  return {
    ...shown,
    table,
    of: (values, pair) => valueIn(table(values) ?? [], values, pair),
  };
}

/** Whether what is shown is of whole cells, and of no single action. */
export function isOfCells(shown: Shown | undefined, values: MapValues): boolean {
  return (shown?.table(values)?.length ?? values.policy.length) < values.policy.length;
}

/**
 * A layer of a learner's values.
 *
 * @param weighed by the policy's own visits: what stands in states that the data never saw counts in
 *   full, and where next to nothing is the paper stays bare.
 */
export function valueLayer(scale: LayerScale, shown: Shown, weighed = false): MapLayer {
  function paintPair(inputs: LayerInputs, state: number, action: number): PairPaint | null {
    const { values, counts, ranges, scheme, hue } = inputs;
    if (values === null) return null;
    const pair = state * 4 + action;
    const count = counts[pair];
    const seen = visits(counts, state) > 0;
    const hatch =
      count > 0 || (seen && isOfCells(shown, values)) ? 'none' : seen ? 'strong' : 'light';
    const paper = PAPER[scheme];
    if (shown.table(values) === null) {
      const paint = paintProbability(values.policy[pair], hue, scheme);
      return { rgb: seen ? paint.rgb : mixColors(paint.rgb, paper, UNSEEN), off: null, hatch };
    }
    const value = shown.of(values, pair);
    if (weighed && scale.share(value, ranges) < SEEN) return null;
    const paint = scale.paint(value, ranges, scheme);
    if (shown.belief && inputs.consults === 'data' && count === 0) {
      return { rgb: mixColors(paint.rgb, paper, DIMMED), off: null, hatch };
    }
    return seen || weighed
      ? { ...paint, hatch }
      : { rgb: mixColors(paint.rgb, paper, UNSEEN), off: paint.off, hatch };
  }
  return { scale, keys: 'values', paintPair, shown };
}
