import { CLASS_CODES } from '../data/dataset';
import { backup, discountedOccupancy } from '../mdp/solve';
import { ACTION_COUNT, type Mdp, type Policy } from '../mdp/types';
import type { Gap } from './types';

/** What a learner believes: values of pairs `q [states × 4]`, or of states `v [states]` alone. */
export type Belief =
  | { readonly of: 'pairs'; readonly q: ArrayLike<number> }
  | { readonly of: 'states'; readonly v: ArrayLike<number> };

/**
 * A gap with its tables: δ, and the share x·δ of the gap; `[states × 4]` by pair, or `[states]` where
 * values of states are believed.
 */
export interface LocatedGap {
  /** Null where a value that the policy meets is not finite. */
  readonly gap: Gap | null;
  readonly delta: Float64Array;
  readonly share: Float64Array;
}

/** Share of Σ|xδ| that `pairs` carry. */
const CARRIED = 0.95;

/** V̂ `[states]`: Σ π̂Q̂ over the actions taken, or V itself; 0 where an episode ends. */
function believedValues(mdp: Mdp, policy: Policy, belief: Belief): Float64Array {
  const v = new Float64Array(mdp.states);
  for (let s = 0; s < mdp.states; s++) {
    if (mdp.terminal[s] === 1) continue;
    if (belief.of === 'states') {
      v[s] = belief.v[s];
      continue;
    }
    for (let pair = s * ACTION_COUNT; pair < (s + 1) * ACTION_COUNT; pair++) {
      if (policy[pair] > 0) v[s] += policy[pair] * belief.q[pair];
    }
  }
  return v;
}

/** How few of the shares, the largest first, carry 95 % of their absolute sum. */
function fewest(shares: Float64Array): number {
  const sizes = shares.map(Math.abs).sort().reverse();
  const enough = CARRIED * sizes.reduce((sum, size) => sum + size, 0);
  let carried = 0;
  let count = 0;
  while (carried < enough) carried += sizes[count++];
  return count;
}

/**
 * Where the lie sits (docs/contract.md#gap), exact: with δ(s,a) = Q̂(s,a) − (r(s,a) + γ E V̂(s′)) under
 * the true dynamics, V̂ = Σ π̂Q̂ and 0 after an end, and x(s,a) = Σ_t γ^t P(s_t=s, a_t=a) of the
 * deployed policy from the starts, believed − true = Σ x·δ (the performance difference lemma, Kakade &
 * Langford 2002, told of a belief). Values of states say nothing of single actions: there δ(s) = V(s) −
 * Σ π̂(a|s)(r(s,a) + γ E V(s′)), and what is summed and counted are states, in class `data` where N(s)
 * > 0.
 *
 * `occupancy [states]` is that of `discountedOccupancy`, `classes [states × 4]` that of `pairClasses`.
 * Values that are not finite count only where the policy comes: those of states that it never enters
 * are taken as 0, and pairs that it never takes have a share of 0 whatever their δ is.
 */
export function locateGap(
  mdp: Mdp,
  policy: Policy,
  belief: Belief,
  classes: Uint8Array,
  occupancy: Float64Array = discountedOccupancy(mdp, policy),
): LocatedGap {
  const v = believedValues(mdp, policy, belief);
  // What is not finite where nobody comes must not enter sums as 0 × ∞.
  const met = v.map((value, s) => (occupancy[s] > 0 || Number.isFinite(value) ? value : 0));
  const followed = backup(mdp, met);
  const each = belief.of === 'pairs' ? ACTION_COUNT : 1;
  const delta = new Float64Array(mdp.states * each);
  const share = new Float64Array(mdp.states * each);
  for (let s = 0; s < mdp.states; s++) {
    if (mdp.terminal[s] === 1) continue;
    const visits = occupancy[s] / (1 - mdp.gamma);
    let step = 0;
    for (let pair = s * ACTION_COUNT; pair < (s + 1) * ACTION_COUNT; pair++) {
      if (belief.of === 'pairs') {
        delta[pair] = belief.q[pair] - followed[pair];
        const x = visits * policy[pair];
        if (x > 0) share[pair] = x * delta[pair];
      } else if (policy[pair] > 0) step += policy[pair] * followed[pair];
    }
    if (belief.of === 'pairs') continue;
    delta[s] = v[s] - step;
    if (visits > 0) share[s] = visits * delta[s];
  }
  if (!share.every(Number.isFinite)) return { gap: null, delta, share };
  const sums = { data: 0, unseenAction: 0, unseenState: 0 };
  for (let i = 0; i < share.length; i++) sums[classOf(belief, classes, i)] += share[i];
  const total = sums.data + sums.unseenAction + sums.unseenState;
  return { gap: { total, ...sums, pairs: fewest(share) }, delta, share };
}

/** Class of a pair, or of a state; where nobody comes, in no class, the share is 0 anyway. */
function classOf(
  belief: Belief,
  classes: Uint8Array,
  i: number,
): 'data' | 'unseenAction' | 'unseenState' {
  if (belief.of === 'pairs') {
    if (classes[i] === CLASS_CODES.data) return 'data';
    return classes[i] === CLASS_CODES.unseenAction ? 'unseenAction' : 'unseenState';
  }
  const row = i * ACTION_COUNT;
  for (let pair = row; pair < row + ACTION_COUNT; pair++) {
    if (classes[pair] === CLASS_CODES.data) return 'data';
  }
  return 'unseenState';
}
