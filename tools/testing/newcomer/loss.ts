import * as tf from '@tensorflow/tfjs-core';
import type { LossInputs } from '../../../src/engine/types';
import { greedyPolicy } from '../../../src/learners/readout';
import { fixedPoint, type StateRest } from '../../../src/learners/rest/fixed-point';
import { actingOnValues } from '../../../src/learners/rest/policies';
import { ACTION_COUNT, type EmpiricalTable } from '../../../src/learners/rest/table';
import {
  atAction,
  backedUp,
  batchMean,
  squaredError,
  stopGradient,
  value,
} from '../../../src/learners/terms';
import type { LearnerDefinition } from '../../../src/learners/types';

const nextValue = ({ read }: LossInputs) => value(read('v', 'online', 'nextState'));
const taken = ({ read, action }: LossInputs) => atAction(read('q', 'target', 'state'), action);

/** V(s) is the mean of Q(s,·) under the behaviour. */
const meanOf =
  ({ behavior }: EmpiricalTable): StateRest =>
  (row, targets, q, weights) => {
    let mean = 0;
    for (let pair = row; pair < row + ACTION_COUNT; pair++) {
      weights[pair] = behavior[pair];
      if (behavior[pair] === 0) continue;
      q[pair] = targets[pair];
      mean += behavior[pair] * targets[pair];
    }
    return mean;
  };

/**
 * One step of policy improvement on the behaviour's own values (Brandfonbrener et al., 2021): Q towards
 * r + γ(1−d)V(s′), V towards Q̄(s,a), and the largest Q̂ is done.
 */
export const newcomer: LearnerDefinition = {
  networks: [
    { name: 'q', output: 'actions', target: true },
    { name: 'v', output: 'value', target: false },
  ],
  reads: () => [
    { network: 'q', of: 'target', at: 'state' },
    { network: 'v', of: 'online', at: 'nextState' },
  ],
  terms: () => ['bellman', 'mean', 'total'],
  randomActions: () => false,
  hyper: ['weight'],
  loss: () => (inputs) => {
    const y = stopGradient(() => backedUp(inputs, nextValue(inputs)));
    const bellman = squaredError(inputs.output('q'), inputs.action, y);
    const goal = stopGradient(() => taken(inputs));
    const mean = batchMean(tf.square(tf.sub(value(inputs.output('v')), goal)));
    const weight = tf.squeeze(inputs.hyper('weight'), [1]);
    return { bellman, mean, total: tf.add(bellman, tf.mul(weight, mean)) };
  },
  workings: () => (inputs) => ({
    q: inputs.output('q'),
    v: value(inputs.output('v')),
    backup: nextValue(inputs),
    target: backedUp(inputs, nextValue(inputs)),
  }),
  readout: ({ q, v }) => ({
    q: Float64Array.from(q),
    v: Float64Array.from(v),
    policy: greedyPolicy(q),
    readings: null,
  }),
  restsAt: (table) => {
    const point = fixedPoint(table, meanOf(table));
    return 'nowhere' in point ? point : { ...actingOnValues(table, point, {}), v: point.v };
  },
};
