import { ACTION_COUNT } from '../mdp/types';
import type { TrainedProblem } from './assemble';

/**
 * The row whose target is inflated the most: largest r + γ(1−d) max Q̂(s′,·) − Q*(s,a), ties to the
 * first. With `q` null (BC has no values), the row whose action is worst: smallest Q* against the best
 * of its state.
 *
 * @param q `[states × 4]` Q̂, `optimalQ` `[states × 4]` Q*.
 */
export function worstRow(
  dataset: TrainedProblem['dataset'],
  gamma: number,
  q: Float32Array | null,
  optimalQ: Float64Array,
): number {
  const best = (table: ArrayLike<number>, state: number) =>
    Math.max(...Array.from({ length: ACTION_COUNT }, (_, a) => table[state * ACTION_COUNT + a]));
  let worst = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < dataset.state.length; row++) {
    const truth = optimalQ[dataset.state[row] * ACTION_COUNT + dataset.action[row]];
    const next = dataset.terminal[row] === 1 || q === null ? 0 : best(q, dataset.nextState[row]);
    const by =
      q === null
        ? best(optimalQ, dataset.state[row]) - truth
        : dataset.reward[row] + gamma * next - truth;
    if (by > most) {
      most = by;
      worst = row;
    }
  }
  return worst;
}
