import * as tf from '@tensorflow/tfjs-core';
import type { LossInputs } from '../../engine/types';
import { actionValueReadout, bellmanReads, bellmanWorkings, maxBackup } from '../dqn/loss';
import { atAction, backedUp, batchMean, squaredError, stopGradient } from '../terms';
import type { LearnerDefinition, LearnerSettings } from '../types';
import { cqlRestsAt } from './rest';

/** Σ_a softmax(Q̄(s′,·))_a Q̄(s′,a), `[S, B]`: the backup of the policy that CQL's Theorem 3.2 is about. */
function softmaxBackup({ read }: LossInputs): tf.Tensor {
  const target = read('q', 'target', 'nextState');
  return tf.sum(tf.mul(tf.softmax(target), target), -1);
}

/** The value of s′, `[S, B]`; `double` concerns the max only, a softmax has no argmax to hand over. */
function backup(inputs: LossInputs, settings: LearnerSettings): tf.Tensor {
  return settings.backup === 'softmax' ? softmaxBackup(inputs) : maxBackup(inputs, settings);
}

/**
 * The conservative gap a row, `[S, B]`. `exact`: κ·logsumexp(Q(s,·)/κ) − Q(s,a), with κ = 1 CQL(H),
 * Kumar et al. (2020), equation 4. `sampled-sketch`: Q(s,ã) − Q(s,a) with one uniform ã, what the
 * common sketch amounts to, since a logsumexp over one sample is the identity.
 */
export function conservativeGap(inputs: LossInputs, settings: LearnerSettings): tf.Tensor {
  const q = inputs.output('q');
  const kappa = inputs.hyper('temperature');
  const inKappas = tf.div(q, tf.expandDims(kappa, -1));
  const pushedDown =
    settings.penalty === 'sampled-sketch'
      ? atAction(q, inputs.randomAction())
      : tf.mul(kappa, tf.logSumExp(inKappas, -1));
  return tf.sub(pushedDown, atAction(q, inputs.action));
}

/** CQL: the DQN loss + α · mean[κ·logsumexp(Q(s,·)/κ) − Q(s,a)]. */
export const cql: LearnerDefinition = {
  networks: [{ name: 'q', output: 'actions', target: true }],
  reads: (settings) => bellmanReads(settings.backup === 'softmax' ? {} : settings),
  terms: () => ['bellman', 'penalty', 'total'],
  randomActions: (settings) => settings.penalty === 'sampled-sketch',
  hyper: ['alpha', 'temperature'],
  dimensions: { alpha: 1, temperature: 1, penalty: 1 },
  loss: (settings) => (inputs) => {
    const y = stopGradient(() => backedUp(inputs, backup(inputs, settings)));
    const bellman = squaredError(inputs.output('q'), inputs.action, y);
    const penalty = batchMean(conservativeGap(inputs, settings));
    const alpha = tf.squeeze(inputs.hyper('alpha'), [1]);
    return { bellman, penalty, total: tf.add(bellman, tf.mul(alpha, penalty)) };
  },
  workings: (settings) => (inputs) => {
    // The softmax backup has no argmax for an online network to choose.
    const reads = settings.backup === 'softmax' ? {} : settings;
    return {
      ...bellmanWorkings(inputs, reads, backup(inputs, settings)),
      gap: conservativeGap(inputs, settings),
    };
  },
  head: (settings) => ({
    kind: 'cql',
    options: {
      double: Number(settings.double === true),
      softmax: Number(settings.backup === 'softmax'),
      sampled: Number(settings.penalty === 'sampled-sketch'),
    },
  }),
  readout: actionValueReadout,
  restsAt: cqlRestsAt,
};
