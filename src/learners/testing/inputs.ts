import * as tf from '@tensorflow/tfjs-core';
import type { LossInputs } from '../../engine/types';

/** Values of one minibatch of one seed, for testing a loss without a stack. */
export interface LossFixture {
  /** Rows of outputs by network. */
  readonly outputs: Readonly<Record<string, number[][]>>;
  /** Rows of outputs by «network of at». */
  readonly reads?: Readonly<Record<string, number[][]>>;
  readonly action: readonly number[];
  readonly reward?: readonly number[];
  readonly terminal?: readonly number[];
  readonly randomAction?: readonly number[];
  readonly hyper?: Readonly<Record<string, number>>;
}

function batchOf(rows: number[][]): tf.Tensor {
  return tf.tensor3d([rows]);
}

function oneHot(actions: readonly number[]): tf.Tensor {
  return batchOf(actions.map((a) => [0, 1, 2, 3].map((b) => (a === b ? 1 : 0))));
}

/** A fixture as a loss sees it; `outputs` overrides the fixture's, for differentiating. */
export function lossInputs(
  fixture: LossFixture,
  outputs: Readonly<Record<string, tf.Tensor>> = {},
): LossInputs {
  const zeros = fixture.action.map(() => 0);
  return {
    output: (network) => outputs[network] ?? batchOf(fixture.outputs[network]),
    read: ({ network, of, at }) => batchOf(fixture.reads?.[`${network} ${of} ${at}`] ?? []),
    seen: () => oneHot(fixture.action),
    truth: () => {
      throw new RangeError('This fixture has no truth.');
    },
    action: oneHot(fixture.action),
    reward: tf.tensor2d([[...(fixture.reward ?? zeros)]]),
    terminal: tf.tensor2d([[...(fixture.terminal ?? zeros)]]),
    randomAction: () => oneHot(fixture.randomAction ?? []),
    hyper: (name) => tf.tensor2d([[{ temperature: 1, ...fixture.hyper }[name] ?? Number.NaN]]),
  };
}
