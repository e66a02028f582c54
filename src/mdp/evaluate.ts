import { chainOf, dynamicsOf } from './chain';
import { solveChain, solveFlow } from './linear';
import { ACTION_COUNT, type Mdp, type Policy, type Values } from './types';

/** Largest error of values handed back from a warm start, relative to their size or to 1. */
const WARM_ERROR = 1e-11;

/** One Bellman backup of every pair, q = r + γ Σ p v: `[states × 4]` from `v [states]`. */
export function backup(mdp: Mdp, v: ArrayLike<number>): Float64Array {
  const { nodes, offsets, successors, probabilities } = dynamicsOf(mdp);
  const values = new Float64Array(nodes);
  for (let s = 0; s < mdp.states; s++) values[s] = v[s];
  values[mdp.states] = startReturn(mdp, v);
  const q = Float64Array.from(mdp.expectedReward);
  for (let pair = 0; pair < q.length; pair++) {
    let next = 0;
    for (let i = offsets[pair]; i < offsets[pair + 1]; i++) {
      next += probabilities[i] * values[successors[i]];
    }
    q[pair] += mdp.gamma * next;
  }
  return q;
}

function requirePolicy(mdp: Mdp, policy: Policy): void {
  const expected = mdp.states * ACTION_COUNT;
  if (policy.length !== expected) {
    throw new RangeError(
      `A policy of this world has ${expected} entries (4 for each of ${mdp.states} states), not ${policy.length}.`,
    );
  }
}

/** Whether values of some policy are those of this one: the Bellman residual bounds the error. */
function alreadySolves(mdp: Mdp, policy: Policy, { q, v }: Values): boolean {
  let residual = 0;
  let scale = 1;
  for (let s = 0; s < mdp.states; s++) {
    if (mdp.terminal[s] === 1) continue;
    let expected = 0;
    for (let pair = s * ACTION_COUNT; pair < (s + 1) * ACTION_COUNT; pair++) {
      expected += policy[pair] * q[pair];
    }
    residual = Math.max(residual, Math.abs(expected - v[s]));
    scale = Math.max(scale, Math.abs(v[s]));
  }
  return residual <= WARM_ERROR * (1 - mdp.gamma) * scale;
}

/**
 * Exact values of a policy on this MDP, V = r_π + γ P_π V, by elimination in every strongly
 * connected component of its chain (Sutton & Barto 2018, eq. 4.4, solved instead of iterated).
 *
 * `warm` are values that this function gave for this MDP and some policy; where they hold for
 * `policy` too, as when nothing has moved since, they themselves are returned after one look.
 *
 * Throws RangeError on a policy of the wrong length.
 */
export function evaluatePolicy(mdp: Mdp, policy: Policy, warm?: Values): Values {
  requirePolicy(mdp, policy);
  if (warm && alreadySolves(mdp, policy, warm)) return warm;
  const chain = chainOf(mdp, policy, mdp.gamma);
  const x = new Float64Array(chain.nodes);
  for (let s = 0; s < mdp.states; s++) {
    for (let pair = s * ACTION_COUNT; pair < (s + 1) * ACTION_COUNT; pair++) {
      x[s] += policy[pair] * mdp.expectedReward[pair];
    }
  }
  solveChain(mdp, chain, x);
  const v = x.slice(0, mdp.states);
  return { q: backup(mdp, v), v };
}

/**
 * Discounted occupancy of a policy `[states]`, d = (1−γ)(I − γP_πᵀ)⁻¹ρ₀: the discounted share of
 * time in each state. A terminal state counts once, on arrival, and has no successors, so the
 * mass is 1 where no episode ends and below 1 otherwise. J = Σ d r_π / (1−γ).
 *
 * Throws RangeError on a policy of the wrong length.
 */
export function discountedOccupancy(mdp: Mdp, policy: Policy): Float64Array {
  requirePolicy(mdp, policy);
  const chain = chainOf(mdp, policy, mdp.gamma);
  const x = new Float64Array(chain.nodes);
  x.set(mdp.start);
  solveFlow(mdp, chain, x);
  return x.slice(0, mdp.states).map((visits) => (1 - mdp.gamma) * visits);
}

/** J = ρ₀·v, the expected discounted return from the start, of values `v [states]`. */
export function startReturn(mdp: Mdp, v: ArrayLike<number>): number {
  return mdp.start.reduce((sum, probability, s) => sum + probability * v[s], 0);
}

/**
 * (J − J_random)/(J* − J_random): 0 for the uniform policy, 1 for the optimum, negative below the
 * former. Where the two earn the same (a world without reward) every policy does, and it is 1.
 */
export function normalizedReturn(value: number, random: number, optimal: number): number {
  const span = optimal - random;
  return span <= 1e-12 * Math.max(1, Math.abs(optimal)) ? 1 : (value - random) / span;
}
