import { exp } from '../../random/elementary';
import { largestSeen } from '../dqn/rest';
import { fixedPoint, type StateRest } from '../rest/fixed-point';
import { actingOnValues } from '../rest/policies';
import { ACTION_COUNT, type EmpiricalTable } from '../rest/table';
import { numberOf, type RestsAt } from '../rest/types';
import type { LearnerSettings } from '../types';
import { PenalizedState } from './rest-state';

/** Moves Q(s,·) from where it stands to where the loss rests for the given targets. */
interface Penalty {
  readonly solve: (row: number, targets: Float64Array, q: Float64Array) => void;
  /** ∂V/∂y into `weights`, given ∂V/∂Q `[4]`. */
  readonly weigh: (row: number, along: Float64Array, weights: Float64Array) => void;
}

/** The sketch's penalty moves every action by a constant: Q_a = y_a − (α/2)(¼/b_a − 1). */
function sketched({ pairs, behavior }: EmpiricalTable, alpha: number): Penalty {
  return {
    solve: (row, targets, q) => {
      for (let pair = row; pair < row + ACTION_COUNT; pair++) {
        if (pairs[pair] === 0) continue;
        q[pair] = targets[pair] - (alpha / 2) * (1 / ACTION_COUNT / behavior[pair] - 1);
      }
    },
    weigh: (row, along, weights) => weights.set(along, row),
  };
}

function penaltyOf(table: EmpiricalTable, settings: LearnerSettings): Penalty {
  const alpha = numberOf(settings, 'alpha');
  if (settings.penalty === 'sampled-sketch') return sketched(table, alpha);
  const state = new PenalizedState(table, alpha, numberOf(settings, 'temperature', 1));
  return {
    solve: (row, targets, q) => state.solve(row, targets, q),
    weigh: (_, along, weights) => state.weigh(along, weights),
  };
}

/** Σ softmax(Q)Q over the seen actions of a row, and its derivatives into `along [4]`. */
function softmaxOfSeen(
  { pairs }: EmpiricalTable,
  row: number,
  q: Float64Array,
  along: Float64Array,
): number {
  let top = Number.NEGATIVE_INFINITY;
  for (let a = 0; a < ACTION_COUNT; a++) if (pairs[row + a] > 0) top = Math.max(top, q[row + a]);
  let mass = 0;
  let sum = 0;
  for (let a = 0; a < ACTION_COUNT; a++) {
    along[a] = pairs[row + a] > 0 ? exp(q[row + a] - top) : 0;
    if (along[a] === 0) continue;
    mass += along[a];
    sum += along[a] * q[row + a];
  }
  const value = sum / mass;
  for (let a = 0; a < ACTION_COUNT; a++) {
    if (along[a] > 0) along[a] *= (1 + q[row + a] - value) / mass;
  }
  return value;
}

function stateRest(table: EmpiricalTable, settings: LearnerSettings): StateRest {
  const penalty = penaltyOf(table, settings);
  const along = new Float64Array(ACTION_COUNT);
  return (row, targets, q, weights) => {
    penalty.solve(row, targets, q);
    let value: number;
    if (settings.backup === 'softmax') value = softmaxOfSeen(table, row, q, along);
    else {
      const largest = largestSeen(table, row, q);
      along.fill(0);
      along[largest.at - row] = 1;
      value = largest.value;
    }
    penalty.weigh(row, along, weights);
    return value;
  };
}

/**
 * CQL rests, in every state of the data, at Q_a = y_a − (α/2)(p_a/b_a − 1), y = r̄ + γ Σ P̂(s′|s,a)(1−d)
 * backup(Q(s′,·)), over the actions that the data shows: `PenalizedState` for the exact penalty
 * (`alpha`, `temperature` κ, 1 where there is none), a constant shift for the sketch's. `backup`: the
 * max, or Σ softmax(Q)Q at temperature 1, whose fixed point need not be the only one: it is one
 * that values of 0 lead to. Half of the shift in Kumar et al. (2020), equation 2, since the squared
 * error has no ½.
 */
export const cqlRestsAt: RestsAt = (table, settings) => {
  const point = fixedPoint(table, stateRest(table, settings), numberOf(settings, 'alpha'));
  return 'nowhere' in point ? point : actingOnValues(table, point, settings);
};
