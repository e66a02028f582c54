import type { Transitions } from '../../data/types';
import { ACTION_COUNT } from '../../mdp/types';

/**
 * μ = softmax(scale·q): learners see values times a scale, and take their softmax of those. The largest
 * value is taken off first, so that nothing overflows.
 */
export function softmaxOf(q: readonly number[], scale = 1): readonly number[] {
  const top = Math.max(...q);
  const powers = q.map((value) => Math.exp(scale * (value - top)));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** What the CQL penalty does to one action, averaged over the rows of its state. */
export interface Push {
  /** α·μ(a|s), pushes the value down. */
  readonly down: number;
  /** α·π̂_β(a|s), pushes it up: the mean of the one-hot actions of the rows. */
  readonly up: number;
}

/**
 * The gradient of α·(logsumexp Q(s,·) − Q(s,a)), taken apart into its two hands, over the rows of a
 * state. `counts` are N(s,·), with at least one row. The ups and the downs both sum to α.
 */
export function pushesOf(
  q: readonly number[],
  counts: readonly number[],
  alpha: number,
  scale = 1,
): readonly Push[] {
  const rows = counts.reduce((sum, count) => sum + count, 0);
  return softmaxOf(q, scale).map((share, a) => ({
    down: alpha * share,
    up: (alpha * counts[a]) / rows,
  }));
}

/**
 * Where the value of a pair comes to rest in a table, Q = y − (α/2)(μ/π̂_β − 1)
 * (docs/contract.md#losses; Kumar et al. 2020, eq. 4, for the squared error without ½). Null where π̂_β
 * is 0: there the penalty has no finite optimum.
 */
export function stationaryPoint(y: number, alpha: number, mu: number, beta: number): number | null {
  return beta > 0 ? y - (alpha / 2) * (mu / beta - 1) : null;
}

/**
 * Mean targets r + γ(1−d) backup(Q(s′,·)) of the rows of each action of `state`, from Q `[states × 4]`;
 * null for actions that were never taken there.
 */
export function targetsOf(
  { size, state, action, reward, nextState, terminal }: Transitions,
  gamma: number,
  q: ArrayLike<number>,
  of: number,
  backup: (values: readonly number[]) => number = (values) => Math.max(...values),
): readonly (number | null)[] {
  const sums = new Float64Array(ACTION_COUNT);
  const rows = new Int32Array(ACTION_COUNT);
  for (let row = 0; row < size; row++) {
    if (state[row] !== of) continue;
    const next = nextState[row] * ACTION_COUNT;
    const best = backup([q[next], q[next + 1], q[next + 2], q[next + 3]]);
    sums[action[row]] += reward[row] + (terminal[row] ? 0 : gamma * best);
    rows[action[row]] += 1;
  }
  return Array.from(sums, (sum, a) => (rows[a] > 0 ? sum / rows[a] : null));
}
