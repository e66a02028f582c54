import * as tf from '@tensorflow/tfjs-core';
import { policyReadout } from '../readout';
import { atAction, batchMean } from '../terms';
import type { LearnerDefinition } from '../types';
import { bcRestsAt } from './rest';

/** −mean w·log π(a|s) of logits `[S, B, A]`, `[S]`; the weight `[S, B]` is 1 where absent. */
export function negativeLogLikelihood(
  logits: tf.Tensor,
  action: tf.Tensor,
  weight?: tf.Tensor,
): tf.Tensor {
  const logProbability = atAction(tf.logSoftmax(logits), action);
  return tf.neg(batchMean(weight === undefined ? logProbability : tf.mul(weight, logProbability)));
}

/** Behavioural cloning: −mean log π(a|s). It has no values, and takes neither reward nor discount. */
export const bc: LearnerDefinition = {
  networks: [{ name: 'policy', output: 'actions', target: false }],
  reads: () => [],
  terms: () => ['imitation', 'total'],
  randomActions: () => false,
  hyper: [],
  dimensions: { policy: 0, imitation: 0, total: 0 },
  loss: () => (inputs) => {
    const imitation = negativeLogLikelihood(inputs.output('policy'), inputs.action);
    return { imitation, total: imitation };
  },
  workings: () => (inputs) => ({ policy: tf.softmax(inputs.output('policy')) }),
  head: () => ({ kind: 'bc', options: {} }),
  readout: (outputs, settings) => ({
    q: null,
    v: null,
    ...policyReadout(outputs.policy, settings),
  }),
  restsAt: bcRestsAt,
};
