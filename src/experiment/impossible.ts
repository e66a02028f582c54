import { ACTION_COUNT, type Mdp } from '../mdp/types';

/** Share of the value range that counts as equal (docs/contract.md#impossible). */
const TOLERANCE = 1e-3;

/** Smallest and largest Q* over the states that can be acted in. */
export interface ValueRange {
  readonly low: number;
  readonly high: number;
}

/**
 * min and max of Q* over the reachable states that are not terminal; 0 and 0 where there are none.
 * `optimalQ` is `[states × 4]`.
 */
export function valueRange(mdp: Mdp, optimalQ: Float64Array): ValueRange {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let s = 0; s < mdp.states; s++) {
    if (!mdp.reachable[s] || mdp.terminal[s]) continue;
    for (let pair = s * ACTION_COUNT; pair < (s + 1) * ACTION_COUNT; pair++) {
      low = Math.min(low, optimalQ[pair]);
      high = Math.max(high, optimalQ[pair]);
    }
  }
  return low <= high ? { low, high } : { low: 0, high: 0 };
}

/** tol = 1e-3 · (max Q* − min Q*), in units of value: what may differ without meaning anything. */
export function toleranceOf({ low, high }: ValueRange): number {
  return TOLERANCE * (high - low);
}

/** Whether a pair is valued above what any policy can earn from it: Q̂ > Q*(s,a) + tol. */
export function isImpossiblePair(q: number, optimalQ: number, tolerance: number): boolean {
  return q > optimalQ + tolerance;
}

/** Whether a learner believes in more than any policy can earn from the start: believed > J* + tol. */
export function isImpossibleReturn(
  believed: number,
  optimalReturn: number,
  tolerance: number,
): boolean {
  return believed > optimalReturn + tolerance;
}
