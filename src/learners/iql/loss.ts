import * as tf from '@tensorflow/tfjs-core';
import type { LossInputs } from '../../engine/types';
import { negativeLogLikelihood } from '../bc/loss';
import { policyReadout } from '../readout';
import { atAction, backedUp, batchMean, squaredError, stopGradient, value } from '../terms';
import type { LearnerDefinition } from '../types';
import { iqlRestsAt } from './rest';
import { weightClip } from './weight-clip';

/** |τ − 1(u < 0)|: how much a row counts on its side of V. */
function expectileFactor(u: tf.Tensor, tau: tf.Tensor): tf.Tensor {
  return tf.abs(tf.sub(tau, tf.cast(tf.less(u, 0), 'float32')));
}

/** L₂^τ(u) = |τ − 1(u < 0)| u², Kostrikov et al. (2021), equation 5; the factor is a constant. */
export function expectileLoss(u: tf.Tensor, tau: tf.Tensor): tf.Tensor {
  return tf.mul(
    stopGradient(() => expectileFactor(u, tau)),
    tf.square(u),
  );
}

/** min(e^{βu}, clip): advantage-weighted regression, Kostrikov et al. (2021), equation 7. */
export function advantageWeight(u: tf.Tensor, beta: tf.Tensor, clip: number): tf.Tensor {
  return tf.minimum(tf.exp(tf.mul(beta, u)), clip);
}

/** min(Q̄₁, Q̄₂)(s,a), `[S, B]`: the value of the action that the data took, and of no other. */
function inSampleValue({ read, action }: LossInputs): tf.Tensor {
  return tf.minimum(
    atAction(read('q1', 'target', 'state'), action),
    atAction(read('q2', 'target', 'state'), action),
  );
}

/** u = sg[min(Q̄₁, Q̄₂)(s,a)] − V(s), `[S, B]`. */
function advantage(inputs: LossInputs): tf.Tensor {
  return tf.sub(
    stopGradient(() => inSampleValue(inputs)),
    value(inputs.output('v')),
  );
}

/** V(s′), `[S, B]`. */
function nextValue({ read }: LossInputs): tf.Tensor {
  return value(read('v', 'online', 'nextState'));
}

/** r + γ(1−d)V(s′), `[S, B]`. */
function target(inputs: LossInputs): tf.Tensor {
  return backedUp(inputs, nextValue(inputs));
}

/**
 * IQL (Kostrikov et al., 2021) with twin critics: V by expectile regression towards
 * min(Q̄₁, Q̄₂)(s,a), both Q towards r + γ(1−d)V(s′), π by advantage-weighted regression. No action
 * outside the data is ever evaluated.
 */
export const iql: LearnerDefinition = {
  networks: [
    { name: 'q1', output: 'actions', target: true },
    { name: 'q2', output: 'actions', target: true },
    { name: 'v', output: 'value', target: false },
    { name: 'policy', output: 'actions', target: false },
  ],
  reads: () => [
    { network: 'q1', of: 'target', at: 'state' },
    { network: 'q2', of: 'target', at: 'state' },
    { network: 'v', of: 'online', at: 'nextState' },
  ],
  terms: () => ['bellman', 'expectile', 'policy', 'total'],
  randomActions: () => false,
  hyper: ['expectile', 'beta'],
  // The sum of squares of values and a likelihood has no unit but the learner's own.
  dimensions: { side: 0, weight: 0, policy: 0, beta: -1, total: 0 },
  loss: (settings) => (inputs) => {
    const { output, action, hyper } = inputs;
    const u = advantage(inputs);
    const expectile = batchMean(expectileLoss(u, hyper('expectile')));

    const y = stopGradient(() => target(inputs));
    const bellman = tf.add(
      squaredError(output('q1'), action, y),
      squaredError(output('q2'), action, y),
    );

    const weight = stopGradient(() => advantageWeight(u, hyper('beta'), weightClip(settings)));
    const policy = negativeLogLikelihood(output('policy'), action, weight);

    return { bellman, expectile, policy, total: tf.addN([bellman, expectile, policy]) };
  },
  workings: (settings) => (inputs) => {
    const { output, read, hyper } = inputs;
    const u = advantage(inputs);
    return {
      q1: output('q1'),
      q2: output('q2'),
      q1Target: read('q1', 'target', 'state'),
      q2Target: read('q2', 'target', 'state'),
      inSample: inSampleValue(inputs),
      v: value(output('v')),
      advantage: u,
      side: expectileFactor(u, hyper('expectile')),
      backup: nextValue(inputs),
      target: target(inputs),
      weight: advantageWeight(u, hyper('beta'), weightClip(settings)),
      policy: tf.softmax(output('policy')),
    };
  },
  head: (settings) => ({ kind: 'iql', options: { weightClip: weightClip(settings) } }),
  readout: (outputs, settings) => ({
    q: Float64Array.from(outputs.q1, (first, pair) => Math.min(first, outputs.q2[pair])),
    v: Float64Array.from(outputs.v),
    ...policyReadout(outputs.policy, settings),
  }),
  restsAt: iqlRestsAt,
};
