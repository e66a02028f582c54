import { CLASS_CODES } from '../data/dataset';
import { expectedValues } from '../learners/readout';
import { backup } from '../mdp/solve';
import { ACTION_COUNT, type Policy } from '../mdp/types';
import type { Problem } from './problem';
import type { Gap } from './types';

/** Share of Σ|x·δ| that the named pairs carry. */
const MOST = 0.95;

/** What a learner believes: action values, or (an expectile of the data's) values of states alone. */
export type Belief = { readonly q: Float64Array } | { readonly v: Float64Array };

/** Where the difference between believed and true return sits, summed up and by pair. */
export interface GapTables {
  readonly gap: Gap;
  /** `[states × 4]` δ(s,a), in units of value. */
  readonly delta: Float64Array;
  /** `[states × 4]` x(s,a)·δ(s,a), in units of return; sums to `gap.total`. */
  readonly share: Float64Array;
}

/** The fewest of these that carry 95 % of the sum of their sizes; 0 where all are 0. */
export function fewestThatCarry(parts: ArrayLike<number>): number {
  const sizes = Array.from(parts, Math.abs).sort((a, b) => b - a);
  const enough = MOST * sizes.reduce((sum, size) => sum + size, 0);
  let carried = 0;
  let count = 0;
  while (count < sizes.length && carried < enough) carried += sizes[count++];
  return count;
}

/**
 * The gap between believed and true return as an exact sum over pairs (DESIGN 4): with
 * δ(s,a) = Q̂(s,a) − (r(s,a) + γ E_s′ V̂(s′)) under the true dynamics, V̂ = Σ π̂ Q̂ (0 after an end), and
 * x(s,a) = Σ_t γ^t P(s_t = s, a_t = a) of the deployed policy π̂ from the starts,
 * ρ₀·V̂ − J(π̂) = Σ x(s,a)·δ(s,a): the performance-difference lemma (Kakade & Langford 2002, lemma 6.1)
 * with an estimate in place of a second policy's value. Of a belief in states V̂,
 * δ(s,a) = V̂(s) − (r(s,a) + γ E_s′ V̂(s′)), summed by class of the state.
 *
 * @param occupancy `[states]` (1 − γ)·Σ_t γ^t P(s_t = s) of the policy, as `discountedOccupancy` gives it.
 * @returns null where a value that enters is not finite.
 */
export function gapOf(
  {
    mdp,
    classes,
    dataset,
  }: Pick<Problem, 'mdp' | 'classes'> & {
    readonly dataset: Pick<Problem['dataset'], 'counts'>;
  },
  policy: Policy,
  belief: Belief,
  occupancy: Float64Array,
): GapTables | null {
  const byState = 'v' in belief;
  const believed = byState ? belief.v : expectedValues(policy, belief.q);
  const v = believed.map((value, s) => (mdp.terminal[s] === 1 ? 0 : value));
  const ahead = backup(mdp, v);
  const delta = ahead.map((target, pair) => {
    const s = Math.floor(pair / ACTION_COUNT);
    if (mdp.terminal[s] === 1) return 0;
    return (byState ? v[s] : belief.q[pair]) - target;
  });
  const share = delta.map((excess, pair) => {
    const x = (occupancy[Math.floor(pair / ACTION_COUNT)] * policy[pair]) / (1 - mdp.gamma);
    return x > 0 ? x * excess : 0;
  });
  if (!share.every(Number.isFinite)) return null;
  const sums = { data: 0, unseenAction: 0, unseenState: 0 };
  const states = new Float64Array(mdp.states);
  share.forEach((part, pair) => {
    const s = Math.floor(pair / ACTION_COUNT);
    states[s] += part;
    if (byState) sums[dataset.counts.states[s] > 0 ? 'data' : 'unseenState'] += part;
    else if (classes[pair] === CLASS_CODES.data) sums.data += part;
    else if (classes[pair] === CLASS_CODES.unseenAction) sums.unseenAction += part;
    else sums.unseenState += part;
  });
  return {
    gap: {
      total: sums.data + sums.unseenAction + sums.unseenState,
      ...sums,
      pairs: fewestThatCarry(byState ? states : share),
    },
    delta,
    share,
  };
}
