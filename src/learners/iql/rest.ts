import { exp } from '../../random/elementary';
import { fixedPoint, type StateRest } from '../rest/fixed-point';
import { readingsOf } from '../rest/policies';
import { ACTION_COUNT, type EmpiricalTable } from '../rest/table';
import { numberOf, type RestsAt } from '../rest/types';
import { weightClip } from './weight-clip';

/**
 * V(s), the τ-expectile of Q(s,·) under the behaviour b: where Σ b|τ − 1(Q<V)|(Q − V) = 0. The sum
 * falls in V and is linear between the values, so V is the weighted mean that lies where its weights
 * say it does. τ = ½: the mean; τ = 1: the max.
 */
const stateRest =
  ({ pairs, behavior }: EmpiricalTable, tau: number): StateRest =>
  (row, targets, q, weights) => {
    const seen: number[] = [];
    for (let pair = row; pair < row + ACTION_COUNT; pair++) {
      weights[pair] = 0;
      if (pairs[pair] === 0) continue;
      q[pair] = targets[pair];
      seen.push(pair);
    }
    seen.sort((i, j) => targets[i] - targets[j]);
    // All values above V at first; the lowest go below it, one by one, while V lies above them.
    let mass = 0;
    let sum = 0;
    for (const pair of seen) {
      mass += tau * behavior[pair];
      sum += tau * behavior[pair] * targets[pair];
    }
    let below = 0;
    const turn = 1 - 2 * tau;
    while (below + 1 < seen.length && sum / mass > targets[seen[below]]) {
      const pair = seen[below++];
      mass += turn * behavior[pair];
      sum += turn * behavior[pair] * targets[pair];
    }
    seen.forEach((pair, i) => {
      weights[pair] = ((i < below ? 1 - tau : tau) * behavior[pair]) / mass;
    });
    return sum / mass;
  };

/**
 * IQL rests at V(s) = τ-expectile of Q(s,·) under b, Q(s,a) = r̄ + γ Σ P̂(s′|s,a)(1−d)V(s′), both critics
 * alike, and at π ∝ b·min(e^{β(Q−V)}, clip): `expectile` is τ, `beta` β.
 */
export const iqlRestsAt: RestsAt = (table, settings) => {
  const point = fixedPoint(table, stateRest(table, numberOf(settings, 'expectile')));
  if ('nowhere' in point) return point;
  const { q, v } = point;
  const beta = numberOf(settings, 'beta');
  const clip = weightClip(settings);
  const weights = table.behavior.map((b, pair) =>
    b > 0 ? b * Math.min(exp(beta * (q[pair] - v[Math.floor(pair / ACTION_COUNT)])), clip) : 0,
  );
  const readings = readingsOf(table, weights);
  const policy = settings.readout === 'distribution' ? readings.distribution : readings.mostLikely;
  return { q, v, policy, readings };
};
