import { fixedPoint, type StateRest } from '../rest/fixed-point';
import { actingOnValues } from '../rest/policies';
import { ACTION_COUNT, type EmpiricalTable } from '../rest/table';
import type { RestsAt } from '../rest/types';

/**
 * The largest value of a row among its seen pairs, `at` its pair, the lowest of equals. Unseen pairs
 * stay out: no row of the data ever moves them.
 */
export function largestSeen(
  { pairs }: EmpiricalTable,
  row: number,
  values: Float64Array,
): { readonly value: number; readonly at: number } {
  let at = -1;
  for (let pair = row; pair < row + ACTION_COUNT; pair++) {
    if (pairs[pair] > 0 && (at < 0 || values[pair] > values[at])) at = pair;
  }
  return { value: values[at], at };
}

/** Q = y, V = max over the seen actions. */
export const largestRest =
  (table: EmpiricalTable): StateRest =>
  (row, targets, q, weights) => {
    const { value, at } = largestSeen(table, row, targets);
    for (let pair = row; pair < row + ACTION_COUNT; pair++) {
      if (table.pairs[pair] > 0) q[pair] = targets[pair];
      weights[pair] = pair === at ? 1 : 0;
    }
    return value;
  };

/**
 * Offline DQN rests at Q(s,a) = r̄ + γ Σ P̂(s′|s,a)(1−d) max Q(s′,·) over the actions that the data
 * shows; double DQN too, whose two tables agree there.
 */
export const dqnRestsAt: RestsAt = (table, settings) => {
  const point = fixedPoint(table, largestRest(table));
  return 'nowhere' in point ? point : actingOnValues(table, point, settings);
};
