import { optimalValues } from './optimal';
import { ACTION_COUNT, type Mdp, type Policy } from './types';

/** Values this close to the maximum count as tied with it. */
const TIE = 1e-9;

/** π(a|s) = ¼ everywhere. */
export function uniformPolicy(mdp: Mdp): Policy {
  return new Float64Array(mdp.states * ACTION_COUNT).fill(1 / ACTION_COUNT);
}

/**
 * The greedy policy of a table `q [states × 4]`: the lowest action within 1e-9 of the maximum.
 * Of actions that `allowed [states × 4]` marks with 0 none is taken; where nothing is allowed
 * the policy is uniform. Throws RangeError on a NaN among the values compared.
 */
export function greedyPolicy(q: ArrayLike<number>, allowed?: ArrayLike<number>): Policy {
  const policy = new Float64Array(q.length);
  for (let row = 0; row < q.length; row += ACTION_COUNT) {
    let best = Number.NEGATIVE_INFINITY;
    let any = false;
    for (let pair = row; pair < row + ACTION_COUNT; pair++) {
      if (allowed?.[pair] === 0) continue;
      if (Number.isNaN(q[pair])) {
        throw new RangeError(
          `There is no greedy action in state ${row / ACTION_COUNT}: the value of action ${pair - row} is not a number.`,
        );
      }
      any = true;
      best = Math.max(best, q[pair]);
    }
    if (!any) {
      policy.fill(1 / ACTION_COUNT, row, row + ACTION_COUNT);
      continue;
    }
    let pair = row;
    while (allowed?.[pair] === 0 || q[pair] < best - TIE) pair++;
    policy[pair] = 1;
  }
  return policy;
}

/**
 * The best policy on this MDP that takes only actions with `allowed [states × 4]` ≠ 0, uniform
 * in states where nothing is allowed: the in-support optimum.
 */
export function supportPolicy(mdp: Mdp, allowed: ArrayLike<number>): Policy {
  return greedyPolicy(optimalValues(mdp, allowed).q, allowed);
}
