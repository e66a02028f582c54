import {
  discountedOccupancy,
  evaluatePolicy,
  greedyPolicy,
  optimalValues,
  startReturn,
} from '../mdp/solve';
import { ACTION_COUNT, type Mdp, type Policy, type Values } from '../mdp/types';
import { empiricalPolicy } from './dataset';
import { outcomesOf, withOutcomes } from './sparse';
import type { Behavior, BehaviorComponent, Counts } from './types';

/**
 * The world as a component's episodes meet it: they begin where the component does, and arriving
 * in its cut-off cell ends the stream of rewards, so that cell is absorbing and pays nothing.
 */
function componentMdp(mdp: Mdp, component: BehaviorComponent): Mdp {
  const { start = mdp.start, cutoff } = component;
  if (start === mdp.start && cutoff === undefined) return mdp;
  const terminal = mdp.terminal.slice();
  if (cutoff !== undefined) terminal[cutoff] = 1;
  return withOutcomes(mdp, (pair) => outcomesOf(mdp, pair), { start, terminal });
}

/**
 * What the behaviour earns: the exact returns of its components, weighted by their shares. Each is
 * evaluated from its own start distribution; where it is cut off, arrival there ends the reward
 * stream (it is evaluated on the MDP in which that cell is absorbing without reward). The horizon
 * plays no part, as in every return of the project.
 */
export function behaviorReturn(mdp: Mdp, behavior: Behavior): number {
  let total = 0;
  for (const component of behavior.components) {
    const own = componentMdp(mdp, component);
    total += component.share * startReturn(own, evaluatePolicy(own, component.policy).v);
  }
  return total;
}

/** J of the empirical policy N(s,a)/N(s) (uniform where unseen), which BC converges to. */
export function bcTarget(mdp: Mdp, counts: Counts): number {
  return startReturn(mdp, evaluatePolicy(mdp, empiricalPolicy(counts)).v);
}

/**
 * The behaviour as one table for display, `[states × 4]`: π(a|s) of the components averaged by
 * share × discounted visitation d(s) of each, so that whoever is there more counts more; by
 * share alone where none comes.
 */
export function behaviorPolicyView(mdp: Mdp, behavior: Behavior): Policy {
  const { components } = behavior;
  if (components.length === 1) return components[0].policy.slice();
  const visited = new Float64Array(mdp.states);
  const byVisits = new Float64Array(mdp.states * ACTION_COUNT);
  const byShare = new Float64Array(mdp.states * ACTION_COUNT);
  let shares = 0;
  for (const component of components) {
    const { policy, share, cutoff } = component;
    const occupancy = discountedOccupancy(componentMdp(mdp, component), policy);
    // Arriving in the cut-off cell is counted, but nobody acts there.
    if (cutoff !== undefined) occupancy[cutoff] = 0;
    shares += share;
    for (let s = 0; s < mdp.states; s++) {
      visited[s] += share * occupancy[s];
      for (let pair = s * ACTION_COUNT; pair < (s + 1) * ACTION_COUNT; pair++) {
        byVisits[pair] += share * occupancy[s] * policy[pair];
        byShare[pair] += share * policy[pair];
      }
    }
  }
  return byVisits.map((sum, pair) => {
    const visits = visited[Math.floor(pair / ACTION_COUNT)];
    return visits > 0 ? sum / visits : byShare[pair] / shares;
  });
}

/** Mask of the pairs that the data has seen, `[states × 4]`: 1 where N(s,a) > 0. */
export const seenPairs = (counts: Counts): Uint8Array =>
  Uint8Array.from(counts.pairs, (n) => (n > 0 ? 1 : 0));

/** A policy with its values and its return on the true MDP. */
export interface ValuedPolicy {
  readonly policy: Policy;
  readonly values: Values;
  readonly return: number;
}

/**
 * The in-support optimum (docs/contract.md#ceilings): the best policy that takes only actions with
 * N(s,a) > 0, on the true MDP (uniform in states where nothing is allowed). The fair ceiling of an
 * offline method.
 */
export function inSupport(mdp: Mdp, counts: Counts): ValuedPolicy {
  const allowed = seenPairs(counts);
  const values = optimalValues(mdp, allowed);
  return {
    policy: greedyPolicy(values.q, allowed),
    values,
    return: startReturn(mdp, values.v),
  };
}

/**
 * `inSupport` with a halt (docs/contract.md#ceilings): the best policy that takes only actions with
 * N(s,a) > 0, on the true MDP, where in a state in which nothing is allowed the agent stands still for
 * ever and is paid the world's `step` reward each step, as on a floor cell that it does not leave. Where
 * nobody could stand so well (between pits on ice) the halt is worth V* instead, so that this is never
 * above J*. `values` are those of the world with halts; the policy is uniform where it halts.
 */
export function inSupportHalting(mdp: Mdp, counts: Counts): ValuedPolicy {
  const optimal = optimalValues(mdp).v;
  const halting = withOutcomes(mdp, (pair) => {
    const s = Math.floor(pair / ACTION_COUNT);
    if (counts.states[s] > 0) return outcomesOf(mdp, pair);
    const reward = Math.min(mdp.world.rewards.step, (1 - mdp.gamma) * optimal[s]);
    return [{ successor: s, probability: 1, reward }];
  });
  return inSupport(halting, counts);
}
