import { largestSeen } from '../dqn/rest';
import { fixedPoint, type StateRest } from '../rest/fixed-point';
import { actingOnValues } from '../rest/policies';
import { ACTION_COUNT, type EmpiricalTable } from '../rest/table';
import { numberOf, type RestsAt } from '../rest/types';
import type { LearnerSettings } from '../types';

/** The table with no pairs but those that may be chosen; G rests at b, where nothing unseen is likely. */
function likelyOf(table: EmpiricalTable, settings: LearnerSettings): EmpiricalTable {
  if (settings.support === 'seen') return table;
  const threshold = numberOf(settings, 'threshold');
  const { behavior } = table;
  const pairs = table.pairs.map((count, pair) => {
    const row = pair - (pair % ACTION_COUNT);
    const most = Math.max(...behavior.subarray(row, row + ACTION_COUNT));
    return behavior[pair] / most > threshold ? count : 0;
  });
  return { ...table, pairs };
}

/** Q = y, V = max over the actions that may be chosen. */
const stateRest =
  (table: EmpiricalTable, likely: EmpiricalTable): StateRest =>
  (row, targets, q, weights) => {
    const { value, at } = largestSeen(likely, row, targets);
    for (let pair = row; pair < row + ACTION_COUNT; pair++) {
      if (table.pairs[pair] > 0) q[pair] = targets[pair];
      weights[pair] = pair === at ? 1 : 0;
    }
    return value;
  };

/**
 * BCQ rests at Q(s,a) = r̄ + γ Σ P̂(s′|s,a)(1−d) max Q(s′,·) over the actions with b(a|s) > τ max b(·|s),
 * or over all that the data shows (`support: seen`), and acts among them.
 */
export const bcqRestsAt: RestsAt = (table, settings) => {
  const likely = likelyOf(table, settings);
  const point = fixedPoint(table, stateRest(table, likely));
  return 'nowhere' in point ? point : actingOnValues(likely, point, settings);
};
