import {
  evaluatePolicy,
  greedyPolicy,
  optimalValues,
  startReturn,
  uniformPolicy,
} from '../mdp/solve';
import type { Mdp, Policy } from '../mdp/types';
import { withEpsilon } from './policies';

/** How far from random to optimal the medium tier lies. */
const MEDIUM_SHARE = 1 / 3;

const BISECTIONS = 60;

/** J(π), the exact return of a policy from the world's starts. */
export function policyReturn(mdp: Mdp, policy: Policy): number {
  return startReturn(mdp, evaluatePolicy(mdp, policy).v);
}

/** Differences of returns up to this are the solver's, not the policies'. */
export const solverSlack = (value: number): number => 1e-9 * Math.max(1, Math.abs(value));

/** Exact returns of the uniform policy, the optimal one, and the medium tier between them. */
export function referenceReturns(mdp: Mdp): { random: number; medium: number; optimal: number } {
  const random = policyReturn(mdp, uniformPolicy(mdp));
  const optimal = startReturn(mdp, optimalValues(mdp).v);
  return { random, medium: random + MEDIUM_SHARE * (optimal - random), optimal };
}

/**
 * The medium tier: ε-greedy on Q*, ε solved by bisection so that the exact return lies one third
 * of the way from random to optimal. J is continuous in ε, optimal at 0 and random at 1, so there
 * is such an ε; where random is already optimal, every ε is one and the policy is uniform.
 */
export function mediumPolicy(mdp: Mdp): Policy {
  const { random, medium, optimal } = referenceReturns(mdp);
  if (medium - random <= solverSlack(optimal)) return uniformPolicy(mdp);
  const greedy = greedyPolicy(optimalValues(mdp).q);
  const tolerance = 1e-10 * (optimal - random);
  let above = 0;
  let below = 1;
  for (let i = 0; i < BISECTIONS; i++) {
    const epsilon = (above + below) / 2;
    const policy = withEpsilon(greedy, epsilon);
    const miss = policyReturn(mdp, policy) - medium;
    if (Math.abs(miss) <= tolerance) return policy;
    if (miss > 0) above = epsilon;
    else below = epsilon;
  }
  return withEpsilon(greedy, below);
}
