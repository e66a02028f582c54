import { exp, log } from '../../random/elementary';
import { largestRest, largestSeen } from '../dqn/rest';
import { weightClip } from '../iql/weight-clip';
import { expectedValues } from '../readout';
import { fixedPoint, type StateRest } from '../rest/fixed-point';
import { readingsOf, TIE } from '../rest/policies';
import { ACTION_COUNT, type EmpiricalTable } from '../rest/table';
import { numberOf, type RestsAt } from '../rest/types';
import type { LearnerSettings } from '../types';

/** Steps after which the value of a state, which only rises on its way, is left at that. */
const STEPS = 10_000;
const ROUNDING = 1e-15;

/** The weights b·w of the actions of a row at a value V of its state, into `weights`. */
type Weigh = (row: number, values: Float64Array, v: number, weights: Float64Array) => void;

/** b·min(e^{β(Q − V)}, c). */
const exponential =
  ({ behavior }: EmpiricalTable, beta: number, clip: number): Weigh =>
  (row, values, v, weights) => {
    for (let pair = row; pair < row + ACTION_COUNT; pair++) {
      const b = behavior[pair];
      weights[pair] = b > 0 ? b * Math.min(exp(beta * (values[pair] - v)), clip) : 0;
    }
  };

/**
 * V of a policy π ∝ b·w(Q − V), which is where V = Σ π Q: from the mean of the behaviour upward, since
 * weights that grow with Q only raise it, and so to the lowest of the places that there may be.
 */
function exponentialRest(table: EmpiricalTable, beta: number, clip: number): StateRest {
  const { pairs, behavior } = table;
  const weigh = exponential(table, beta, clip);
  const most = log(clip) / beta;
  return (row, targets, q, weights) => {
    let v = 0;
    for (let pair = row; pair < row + ACTION_COUNT; pair++) {
      weights[pair] = 0;
      if (pairs[pair] === 0) continue;
      q[pair] = targets[pair];
      v += behavior[pair] * targets[pair];
    }
    for (let step = 0; step < STEPS; step++) {
      weigh(row, q, v, weights);
      let mass = 0;
      let sum = 0;
      for (let pair = row; pair < row + ACTION_COUNT; pair++) {
        if (weights[pair] === 0) continue;
        mass += weights[pair];
        sum += weights[pair] * q[pair];
      }
      const risen = sum / mass - v;
      v = sum / mass;
      if (!(Math.abs(risen) > ROUNDING * Math.abs(v))) break;
    }
    // Σ b w(Q − V)(Q − V) = 0 says how V follows the targets: a clipped weight does not follow them.
    let total = 0;
    for (let pair = row; pair < row + ACTION_COUNT; pair++) {
      if (weights[pair] === 0) continue;
      const u = q[pair] - v;
      if (u < most) weights[pair] *= 1 + beta * u;
      total += weights[pair];
    }
    for (let pair = row; pair < row + ACTION_COUNT; pair++) weights[pair] /= total;
    return v;
  };
}

/** Where a state rests, and what its policy is proportional to there. */
function restOf(
  table: EmpiricalTable,
  settings: LearnerSettings,
): { readonly state: StateRest; readonly weigh: Weigh } {
  if (settings.weight === 'binary') {
    const weigh: Weigh = (row, values, _, weights) => {
      const { value } = largestSeen(table, row, values);
      const size = values.reduce((most, x) => (Math.abs(x) > most ? Math.abs(x) : most), 0);
      for (let pair = row; pair < row + ACTION_COUNT; pair++) {
        const isBest = values[pair] >= value - TIE * size;
        weights[pair] = isBest ? table.behavior[pair] : 0;
      }
    };
    // What is better than its policy has weight until that is the best of what was seen.
    return { state: largestRest(table), weigh };
  }
  const beta = numberOf(settings, 'beta');
  const clip = weightClip(settings);
  return {
    state: exponentialRest(table, beta, clip),
    weigh: exponential(table, beta, clip),
  };
}

/**
 * AWAC rests, in every state of the data, at π ∝ b·min(e^{β(Q−V)}, clip), V = Σ π Q, and Q(s,a) = r̄ +
 * γ Σ P̂(s′|s,a)(1−d) V(s′): a softmax of Q + log b / β where nothing is clipped. Like that of a softmax
 * backup its fixed point need not be the only one. With binary weights it rests at the best seen action.
 */
export const awacRestsAt: RestsAt = (table, settings) => {
  const rest = restOf(table, settings);
  const point = fixedPoint(table, rest.state);
  if ('nowhere' in point) return point;
  const { q, v } = point;
  const weights = new Float64Array(q.length);
  for (let s = 0; s < table.states; s++) {
    if (table.visits[s] > 0) rest.weigh(s * ACTION_COUNT, q, v[s], weights);
  }
  const readings = readingsOf(table, weights);
  const policy = settings.readout === 'most-likely' ? readings.mostLikely : readings.distribution;
  const known = q.map((value, pair) => (table.pairs[pair] > 0 ? value : 0));
  return { q, v: expectedValues(policy, known), policy, readings };
};
