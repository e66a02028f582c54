import { ACTION_COUNT } from '../mdp/types';
import type { TrainedProblem } from './assemble';

/** Largest entry of a state's row in a table `[states × 4]`, and the action it belongs to. */
function best(table: ArrayLike<number>, state: number): { value: number; pair: number } {
  let pair = state * ACTION_COUNT;
  for (let other = pair + 1; other < (state + 1) * ACTION_COUNT; other++) {
    if (table[other] > table[pair]) pair = other;
  }
  return { value: table[pair], pair };
}

/**
 * The row whose target is inflated the most, r + γ(1−d) max Q̂(s′,·) − Q*(s,a), of those in which the
 * max picks an action that the data never took, if any of them is inflated, else of all; ties to the
 * first. With `q` null (BC has no values), the row whose action was worst: smallest Q* against the
 * best of its state.
 *
 * @param q `[states × 4]` Q̂; `optimalQ` `[states × 4]` Q*; `counts` `[states × 4]` N(s,a).
 */
export function worstRow(
  dataset: TrainedProblem['dataset'],
  gamma: number,
  q: Float32Array | null,
  optimalQ: Float64Array,
  counts: ArrayLike<number>,
): number {
  const all = { row: 0, by: Number.NEGATIVE_INFINITY };
  const untried = { row: 0, by: 0 };
  for (let row = 0; row < dataset.state.length; row++) {
    const state = dataset.state[row];
    const truth = optimalQ[state * ACTION_COUNT + dataset.action[row]];
    const ends = dataset.terminal[row] === 1;
    const next = q && !ends ? best(q, dataset.nextState[row]) : null;
    const by =
      q === null
        ? best(optimalQ, state).value - truth
        : dataset.reward[row] + gamma * (next?.value ?? 0) - truth;
    if (by > all.by) Object.assign(all, { row, by });
    if (next && counts[next.pair] === 0 && by > untried.by) Object.assign(untried, { row, by });
  }
  return untried.by > 0 ? untried.row : all.row;
}
