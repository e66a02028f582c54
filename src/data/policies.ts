import { greedyPolicy, optimalValues } from '../mdp/solve';
import { ACTION_COUNT, ACTIONS, type ActionName, type Mdp, type Policy } from '../mdp/types';
import { exp } from '../random/elementary';

/** Mixes a policy with the uniform one: (1 − ε)·π + ε/4, so ε is spread over all four actions. */
export function withEpsilon(policy: Policy, epsilon: number): Policy {
  return policy.map((p) => (1 - epsilon) * p + epsilon / ACTION_COUNT);
}

/**
 * ε-greedy on Q*: the greedy action is the lowest within 1e-9 of the maximum, ε in [0, 1] is
 * spread over all four.
 */
export function epsilonGreedyPolicy(mdp: Mdp, epsilon: number): Policy {
  return withEpsilon(greedyPolicy(optimalValues(mdp).q), epsilon);
}

/** softmax(q / T) of every state's row of `q` (`[states × 4]`), T > 0. */
export function softmaxPolicy(q: Float64Array, temperature: number): Policy {
  const policy = new Float64Array(q.length);
  for (let row = 0; row < q.length; row += ACTION_COUNT) {
    const values = q.subarray(row, row + ACTION_COUNT);
    // Subtracting the maximum keeps exp() from overflowing at small temperatures.
    const top = Math.max(...values);
    let sum = 0;
    for (let a = 0; a < ACTION_COUNT; a++) {
      policy[row + a] = exp((values[a] - top) / temperature);
      sum += policy[row + a];
    }
    for (let a = 0; a < ACTION_COUNT; a++) policy[row + a] /= sum;
  }
  return policy;
}

/** The same direction with probability `strength` in every state, else any of the four actions. */
export function directionalPolicy(states: number, direction: ActionName, strength: number): Policy {
  const favorite = ACTIONS.indexOf(direction);
  const policy = new Float64Array(states * ACTION_COUNT);
  for (let row = favorite; row < policy.length; row += ACTION_COUNT) policy[row] = 1;
  return withEpsilon(policy, 1 - strength);
}
