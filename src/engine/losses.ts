import * as tf from '@tensorflow/tfjs-core';
import type { BatchColumns } from './batch';
import type { LossInputs, Read, StackLearner } from './types';

/** Value of a read by `readKey`. */
export type Reads = ReadonlyMap<string, tf.Tensor>;

export function readKey(network: string, of: Read['of'], at: Read['at']): string {
  return `${network} ${of} ${at}`;
}

/** What a learner's loss is given besides its outputs. */
export interface LossContext {
  readonly columns: BatchColumns;
  readonly reads: Reads;
  readonly hyper: Readonly<Record<string, tf.Tensor>>;
  readonly randomAction: tf.Tensor | null;
}

function lossInputs(
  learner: StackLearner,
  outputs: readonly tf.Tensor[],
  { columns, reads, hyper, randomAction }: LossContext,
): LossInputs {
  const known = <T>(found: T | undefined | null, what: string): T => {
    if (found === undefined || found === null) {
      throw new RangeError(`The loss of ${learner.id} asks for ${what}, which it did not declare.`);
    }
    return found;
  };
  return {
    output: (network) => {
      const place = learner.networks.findIndex(({ name }) => name === network);
      return known(outputs[place], `the network ${network}`);
    },
    read: (network, of, at) => {
      const key = readKey(network, of, at);
      return known(reads.get(key), `“${key}”`);
    },
    action: columns.action,
    reward: columns.reward,
    terminal: columns.terminal,
    randomAction: () => known(randomAction, 'random actions'),
    hyper: (name) => known(hyper[name], `the hyper-parameter ${name}`),
  };
}

/**
 * Terms of a textbook loss, `[terms, seeds]` in the order the learner declares, and the gradient of
 * Σ_seeds total with respect to each network's outputs, `[seeds, batch, outputs]`, by autodiff. Seeds
 * never mix in a loss, so this is each seed's own gradient. The caller disposes of `terms`.
 */
export function differentiateLoss(
  learner: StackLearner,
  outputs: readonly tf.Tensor[],
  context: LossContext,
): { terms: tf.Tensor2D; gradients: tf.Tensor[] } {
  let terms: tf.Tensor2D | undefined;
  const gradients = tf.grads((...variables: tf.Tensor[]) => {
    const values = learner.loss(lossInputs(learner, variables, context));
    terms = tf.keep(tf.stack(learner.terms.map((name) => values[name])) as tf.Tensor2D);
    return values.total;
  })([...outputs]);
  if (terms === undefined) throw new Error(`The loss of ${learner.id} was not evaluated.`);
  return { terms, gradients };
}
