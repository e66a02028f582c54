import * as tf from '@tensorflow/tfjs-core';
import type { LossInputs, Read } from '../../engine/types';
import { expectedValues, greedyPolicy, softmaxPolicy } from '../readout';
import { atAction, backedUp, squaredError, stopGradient } from '../terms';
import type { LearnerDefinition, LearnerSettings, Readout, SeedOutputs } from '../types';
import { dqnRestsAt } from './rest';

/** What the Bellman target of `q` reads: Q̄(s′,·), and Q(s′,·) for double DQN. */
export function bellmanReads(settings: LearnerSettings): Read[] {
  const target: Read = { network: 'q', of: 'target', at: 'nextState' };
  const online: Read = { network: 'q', of: 'online', at: 'nextState' };
  return settings.double === true ? [target, online] : [target];
}

/**
 * The value of s′ that DQN backs up, `[S, B]`: max Q̄(s′,·) (Mnih et al., 2015), or with `double`
 * Q̄(s′, argmax Q(s′,·)) (van Hasselt et al., 2016).
 */
export function maxBackup({ read }: LossInputs, settings: LearnerSettings): tf.Tensor {
  const target = read('q', 'target', 'nextState');
  if (settings.double !== true) return tf.max(target, -1);
  const chosen = tf.argMax(read('q', 'online', 'nextState'), -1);
  return atAction(target, tf.oneHot(chosen, target.shape[2] as number));
}

/** How a Bellman target comes about: Q(s,·), Q̄(s′,·), the value that is backed up, and y. */
export function bellmanWorkings(
  inputs: LossInputs,
  settings: LearnerSettings,
  backup: tf.Tensor,
): Record<string, tf.Tensor> {
  const chooser =
    settings.double === true ? { chooser: inputs.read('q', 'online', 'nextState') } : {};
  return {
    q: inputs.output('q'),
    next: inputs.read('q', 'target', 'nextState'),
    ...chooser,
    backup,
    target: backedUp(inputs, backup),
  };
}

/** Q̂, the policy that acts on it (`greedy` or `softmax`) and V̂ = Σ π̂ Q̂. */
export function actionValueReadout(outputs: SeedOutputs, settings: LearnerSettings): Readout {
  const q = Float64Array.from(outputs.q);
  const policy =
    settings.readout === 'softmax' ? softmaxPolicy(outputs.q) : greedyPolicy(outputs.q);
  return { q, v: expectedValues(policy, q), policy, readings: null };
}

/** Offline DQN: mean (Q(s,a) − sg[r + γ(1−d) max Q̄(s′,·)])² on the fixed dataset. */
export const dqn: LearnerDefinition = {
  networks: [{ name: 'q', output: 'actions', target: true }],
  reads: bellmanReads,
  terms: () => ['bellman', 'total'],
  randomActions: () => false,
  hyper: [],
  loss: (settings) => (inputs) => {
    const y = stopGradient(() => backedUp(inputs, maxBackup(inputs, settings)));
    const bellman = squaredError(inputs.output('q'), inputs.action, y);
    return { bellman, total: bellman };
  },
  workings: (settings) => (inputs) =>
    bellmanWorkings(inputs, settings, maxBackup(inputs, settings)),
  head: (settings) => ({ kind: 'dqn', options: { double: Number(settings.double === true) } }),
  readout: actionValueReadout,
  restsAt: dqnRestsAt,
};
