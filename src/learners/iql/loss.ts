import * as tf from '@tensorflow/tfjs-core';
import { negativeLogLikelihood } from '../bc/loss';
import { greedyPolicy, softmaxPolicy } from '../readout';
import { atAction, backedUp, batchMean, squaredError, stopGradient, value } from '../terms';
import type { LearnerDefinition, LearnerSettings } from '../types';

/** Largest weight of a row in the policy loss, as in the reference implementation. */
const WEIGHT_CLIP = 100;

/** L₂^τ(u) = |τ − 1(u < 0)| u², Kostrikov et al. (2021), equation 5; the factor is a constant. */
export function expectileLoss(u: tf.Tensor, tau: tf.Tensor): tf.Tensor {
  const factor = stopGradient(() => tf.abs(tf.sub(tau, tf.cast(tf.less(u, 0), 'float32'))));
  return tf.mul(factor, tf.square(u));
}

/** min(e^{βu}, clip): advantage-weighted regression, Kostrikov et al. (2021), equation 7. */
export function advantageWeight(u: tf.Tensor, beta: tf.Tensor, clip: number): tf.Tensor {
  return tf.minimum(tf.exp(tf.mul(beta, u)), clip);
}

function weightClip(settings: LearnerSettings): number {
  return typeof settings.weightClip === 'number' ? settings.weightClip : WEIGHT_CLIP;
}

/**
 * IQL (Kostrikov et al., 2021) with twin critics: V by expectile regression towards
 * min(Q̄₁, Q̄₂)(s,a), both Q towards r + γ(1−d)V(s′), π by advantage-weighted regression. No action
 * outside the data is ever evaluated.
 */
export const iql: LearnerDefinition = {
  kind: 'iql',
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
  loss: (settings) => (inputs) => {
    const { output, read, action, hyper } = inputs;
    const clip = weightClip(settings);

    const qTarget = stopGradient(() =>
      tf.minimum(
        atAction(read('q1', 'target', 'state'), action),
        atAction(read('q2', 'target', 'state'), action),
      ),
    );
    const u = tf.sub(qTarget, value(output('v')));
    const expectile = batchMean(expectileLoss(u, hyper('expectile')));

    const y = stopGradient(() => backedUp(inputs, value(read('v', 'online', 'nextState'))));
    const bellman = tf.add(
      squaredError(output('q1'), action, y),
      squaredError(output('q2'), action, y),
    );

    const weight = stopGradient(() => advantageWeight(u, hyper('beta'), clip));
    const policy = negativeLogLikelihood(output('policy'), action, weight);

    return { bellman, expectile, policy, total: tf.addN([bellman, expectile, policy]) };
  },
  head: (settings) => ({ kind: 'iql', options: { weightClip: weightClip(settings) } }),
  readout: (outputs, settings) => ({
    q: Float64Array.from(outputs.q1, (first, pair) => Math.min(first, outputs.q2[pair])),
    v: Float64Array.from(outputs.v),
    policy:
      settings.readout === 'distribution'
        ? softmaxPolicy(outputs.policy)
        : greedyPolicy(outputs.policy),
  }),
};
