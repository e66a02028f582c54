import { exp } from '../../random/elementary';
import { expectedValues } from '../readout';
import type { LearnerSettings } from '../types';
import type { FixedPoint } from './fixed-point';
import { ACTION_COUNT, type EmpiricalTable } from './table';
import type { Readings, RestingPoint } from './types';

/** Values this close, relative to the largest, are tied: a table has ties where a network has none. */
export const TIE = 1e-9;

/** Fills a policy row by row where the data has been, and uniformly elsewhere. */
function whereSeen(
  { pairs, visits }: EmpiricalTable,
  fill: (row: number, seen: (pair: number) => boolean, policy: Float64Array) => void,
): Float64Array {
  const policy = new Float64Array(pairs.length);
  for (let s = 0; s < visits.length; s++) {
    const row = s * ACTION_COUNT;
    if (visits[s] > 0) fill(row, (pair) => pairs[pair] > 0, policy);
    else policy.fill(1 / ACTION_COUNT, row, row + ACTION_COUNT);
  }
  return policy;
}

/** Probability 1 on the largest entry of a row among the seen pairs, the lowest action of a tie. */
export function greedyAmongSeen(table: EmpiricalTable, values: Float64Array): Float64Array {
  let size = 0;
  values.forEach((value, pair) => {
    if (table.pairs[pair] > 0) size = Math.max(size, Math.abs(value));
  });
  return whereSeen(table, (row, seen, policy) => {
    let best = Number.NEGATIVE_INFINITY;
    for (let pair = row; pair < row + ACTION_COUNT; pair++) {
      if (seen(pair)) best = Math.max(best, values[pair]);
    }
    let pair = row;
    while (!seen(pair) || values[pair] < best - TIE * size) pair++;
    policy[pair] = 1;
  });
}

/** Softmax of a row over its seen pairs, at temperature 1. */
function softmaxAmongSeen(table: EmpiricalTable, values: Float64Array): Float64Array {
  return whereSeen(table, (row, seen, policy) => {
    let best = Number.NEGATIVE_INFINITY;
    for (let pair = row; pair < row + ACTION_COUNT; pair++) {
      if (seen(pair)) best = Math.max(best, values[pair]);
    }
    let sum = 0;
    for (let pair = row; pair < row + ACTION_COUNT; pair++) {
      if (seen(pair)) sum += policy[pair] = exp(values[pair] - best);
    }
    for (let pair = row; pair < row + ACTION_COUNT; pair++) policy[pair] /= sum;
  });
}

/** The point of a learner that acts on its values, as its `readout` (`greedy` or `softmax`) reads them. */
export function actingOnValues(
  table: EmpiricalTable,
  { q }: FixedPoint,
  settings: LearnerSettings,
): RestingPoint {
  const policy =
    settings.readout === 'softmax' ? softmaxAmongSeen(table, q) : greedyAmongSeen(table, q);
  const known = q.map((value, pair) => (table.pairs[pair] > 0 ? value : 0));
  return { q, v: expectedValues(policy, known), policy, readings: null };
}

/** Both readings of weights ≥ 0 `[states × 4]`, of which every state of the data has one above 0. */
export function readingsOf(table: EmpiricalTable, weights: Float64Array): Readings {
  const distribution = whereSeen(table, (row, _, policy) => {
    let sum = 0;
    for (let pair = row; pair < row + ACTION_COUNT; pair++) sum += weights[pair];
    for (let pair = row; pair < row + ACTION_COUNT; pair++) policy[pair] = weights[pair] / sum;
  });
  return { distribution, mostLikely: greedyAmongSeen(table, distribution) };
}
