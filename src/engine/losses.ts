import * as tf from '@tensorflow/tfjs-core';
import type { BatchColumns } from './batch';
import type { OutputPlace } from './loss/graph';
import { lossTensors } from './loss/tensors';
import type { LossInputs, StackLearner, TruthTables } from './types';

/** Value of a read by `readKey`. */
export type Reads = ReadonlyMap<string, tf.Tensor>;

export function readKey({ network, of, at }: OutputPlace): string {
  return `${network} ${of} ${at}`;
}

/** What a learner's loss is given besides its outputs. */
export interface LossContext {
  readonly columns: BatchColumns;
  readonly reads: Reads;
  readonly hyper: Readonly<Record<string, tf.Tensor>>;
  readonly randomAction: tf.Tensor | null;
}

/** The entries of a table of truth at some states: `[S, B, A]` of actions, `[S, B]` of the state. */
function truthTensor(
  table: Float32Array,
  of: keyof TruthTables,
  states: Int32Array,
  [seeds, batch, actions]: readonly [number, number, number],
): tf.Tensor {
  if (of === 'state') {
    return tf.tensor2d(
      Float32Array.from(states, (state) => table[state]),
      [seeds, batch],
    );
  }
  const values = new Float32Array(states.length * actions);
  states.forEach((state, i) => {
    values.set(table.subarray(state * actions, (state + 1) * actions), i * actions);
  });
  return tf.tensor3d(values, [seeds, batch, actions]);
}

/** What a learner's loss is given on one minibatch. Throws RangeError where it asks for anything else. */
export function lossInputs(
  learner: StackLearner,
  outputs: readonly tf.Tensor[],
  { columns, reads, hyper, randomAction }: LossContext,
): LossInputs {
  const known = <T>(found: T | undefined | null, what: string): T => {
    if (found === undefined || found === null) {
      throw new RangeError(`The loss of ${learner.id} asks for ${what}, which it does not have.`);
    }
    return found;
  };
  return {
    output: (network) => {
      const place = learner.networks.findIndex(({ name }) => name === network);
      return known(outputs[place], `the network ${network}`);
    },
    read: (place) => {
      const key = readKey(place);
      return known(reads.get(key), `“${key}”`);
    },
    action: columns.action,
    reward: columns.reward,
    terminal: columns.terminal,
    randomAction: () => known(randomAction, 'random actions'),
    seen: (at) => known(columns.seen?.[at], 'what the data contains'),
    truth: (of, at) => {
      const table = known(learner.truth, 'tables of truth')[of];
      return truthTensor(table, of, columns[at], columns.action.shape as [number, number, number]);
    },
    hyper: (name) => known(hyper[name], `the hyper-parameter ${name}`),
  };
}

/**
 * Terms of a loss, `[terms, seeds]` in their order, and the gradient of Σ_seeds total with respect to each
 * network's outputs, `[seeds, batch, outputs]`, by autodiff. Seeds never mix in a loss, so this is each
 * seed's own gradient. The caller disposes of `terms`.
 */
export function differentiateLoss(
  learner: StackLearner,
  outputs: readonly tf.Tensor[],
  context: LossContext,
): { terms: tf.Tensor2D; gradients: tf.Tensor[] } {
  const { loss } = learner;
  let terms: tf.Tensor2D | undefined;
  const gradients = tf.grads((...variables: tf.Tensor[]) => {
    const values = lossTensors(loss, lossInputs(learner, variables, context));
    terms = tf.keep(tf.stack(loss.names.map((name) => values[name])) as tf.Tensor2D);
    // Nothing need train a network, and autodiff wants a path to each.
    const idle = variables.filter((_, n) => !loss.trains.includes(learner.networks[n].name));
    return idle.reduce((total, output) => tf.add(total, tf.mul(0, tf.sum(output))), values.total);
  })([...outputs]);
  if (terms === undefined) throw new Error(`The loss of ${learner.id} was not evaluated.`);
  return { terms, gradients };
}
