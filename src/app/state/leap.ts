import { ACTION_COUNT, type Mdp, type StateIndex } from '../../mdp/types';
import { reaches } from './arrivals';
import { gridOf } from './grid';
import type { Model } from './model';
import { mostLikely } from './most-likely';
import { shownOf } from './seeds';

/**
 * The first state on a policy's most likely path from the start in which it takes an action that the
 * data never took: where it leaves what it was shown. Null where it never does before it arrives or
 * comes back to where it was.
 *
 * @param counts `[states × 4]` N(s,a).
 * @param policy `[states × 4]` π(a|s).
 */
export function firstLeap(
  mdp: Mdp,
  counts: ArrayLike<number>,
  policy: ArrayLike<number>,
): StateIndex | null {
  let state = mdp.start.indexOf(Math.max(...mdp.start));
  const visited = new Set<StateIndex>();
  while (state >= 0 && !mdp.terminal[state] && !visited.has(state)) {
    visited.add(state);
    const pair = state * ACTION_COUNT + mostLikely(policy, state);
    if (counts[pair] === 0) return state;
    let likeliest = mdp.offsets[pair];
    for (let outcome = likeliest; outcome < mdp.offsets[pair + 1]; outcome++)
      if (mdp.probabilities[outcome] > mdp.probabilities[likeliest]) likeliest = outcome;
    state = likeliest < mdp.offsets[pair + 1] ? mdp.successors[likeliest] : -1;
  }
  return null;
}

/**
 * Whether what a learner does in a state is worth more to it than it really is; without that a leap
 * was made for want of anything better, and explains no belief.
 *
 * @param q `[states × 4]` Q̂.
 * @param trueQ `[states × 4]` Q^π̂.
 * @param policy `[states × 4]` π(a|s).
 */
export function isLured(
  q: ArrayLike<number>,
  trueQ: ArrayLike<number>,
  policy: ArrayLike<number>,
  state: StateIndex,
): boolean {
  const pair = state * ACTION_COUNT + mostLikely(policy, state);
  return q[pair] > trueQ[pair];
}

/**
 * The cell that explains a verdict: the first leap of the first learner shown that does not arrive and was
 * lured there; null where there is none.
 */
export function explainingCell({ settings, problem, frame, snapshot }: Model): StateIndex | null {
  if (problem === null || frame === null || snapshot === null) return null;
  const { mdp } = gridOf(problem.world);
  const shown = shownOf(settings);
  for (const [id, seeds] of Object.entries(frame.learners)) {
    for (const [seed, { policy, q, trueQ }] of seeds.entries()) {
      const fare = snapshot.learners[id]?.seeds[seed];
      if ((shown !== 'mean' && seed !== shown) || fare === undefined || reaches(fare)) continue;
      const leap = firstLeap(mdp, problem.counts, policy);
      if (leap !== null && q !== null && isLured(q, trueQ, policy, leap)) return leap;
    }
  }
  return null;
}
