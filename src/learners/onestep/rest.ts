import { log } from '../../random/elementary';
import { expectedValues } from '../readout';
import { fixedPoint, type StateRest } from '../rest/fixed-point';
import { greedyAmongSeen } from '../rest/policies';
import { ACTION_COUNT, type EmpiricalTable } from '../rest/table';
import { numberOf, type RestsAt } from '../rest/types';

/** Q = y, V = Σ b Q. */
const stateRest =
  ({ pairs, behavior }: EmpiricalTable): StateRest =>
  (row, targets, q, weights) => {
    let mean = 0;
    for (let pair = row; pair < row + ACTION_COUNT; pair++) {
      weights[pair] = behavior[pair];
      if (pairs[pair] === 0) continue;
      q[pair] = targets[pair];
      mean += behavior[pair] * targets[pair];
    }
    return mean;
  };

/**
 * One-step RL rests at the values of the behaviour b itself, Q(s,a) = r̄ + γ Σ P̂(s′|s,a)(1−d) Σ b(·|s′)Q(s′,·),
 * and acts by the largest Q + log b / β.
 */
export const oneStepRestsAt: RestsAt = (table, settings) => {
  const point = fixedPoint(table, stateRest(table));
  if ('nowhere' in point) return point;
  const beta = numberOf(settings, 'beta');
  const { pairs, behavior } = table;
  const policy = greedyAmongSeen(
    table,
    point.q.map((value, pair) => (pairs[pair] > 0 ? value + log(behavior[pair]) / beta : value)),
  );
  const known = point.q.map((value, pair) => (pairs[pair] > 0 ? value : 0));
  return { q: point.q, v: expectedValues(policy, known), policy, readings: null };
};
