import * as tf from '@tensorflow/tfjs';
import type { NetworkParameters } from '../../src/engine/types';
import { PARTS, peerProblem } from './peer';
import type { Workload } from './types';

/** The part of a contender that does not depend on the backend. */
export interface TextbookCql {
  readonly step: () => void;
  /** `[states × 4]`. */
  readonly values: () => Promise<Float32Array>;
  readonly dispose: () => void;
}

/**
 * CQL for the first network of a workload as a tfjs tutorial would have it, on the current backend:
 * variables, `tf.train.adam`, `minimize`, a target that follows by Polyak averaging.
 */
export function textbookCql(workload: Workload): TextbookCql {
  const { table, batch, adam } = workload.spec;
  const { members, shapes, hyper, batch: batchOf } = peerProblem(workload);
  const variables = (parameters: NetworkParameters) =>
    PARTS.map((part, i) => tf.variable(tf.tensor(parameters[part], [...shapes[i]])));
  const online = variables(members[0]);
  const target = variables(members[0]);
  const optimizer = tf.train.adam(hyper.learningRate, adam.beta1, adam.beta2, adam.epsilon);
  const forward = ([w1, b1, w2, b2, w3, b3]: readonly tf.Variable[], x: tf.Tensor2D) => {
    const h1 = tf.relu(tf.add(tf.matMul(x, w1 as tf.Tensor2D), b1)) as tf.Tensor2D;
    const h2 = tf.relu(tf.add(tf.matMul(h1, w2 as tf.Tensor2D), b2)) as tf.Tensor2D;
    return tf.add(tf.matMul(h2, w3 as tf.Tensor2D), b3);
  };
  let steps = 0;
  return {
    step: () =>
      tf.tidy(() => {
        const columns = batchOf(steps++, 1);
        const inputs = (values: Float32Array) => tf.tensor2d(values, [batch, table.features]);
        const x = inputs(columns.x);
        const action = tf.tensor2d(columns.action, [batch, 4]);
        const next = tf.max(forward(target, inputs(columns.nextX)), 1);
        const y = tf.add(
          tf.tensor1d(columns.reward),
          tf.mul(tf.mul(tf.tensor1d(columns.goesOn), hyper.gamma), next),
        );
        optimizer.minimize(() => {
          const q = forward(online, x);
          const taken = tf.sum(tf.mul(q, action), 1);
          const bellman = tf.losses.meanSquaredError(y, taken);
          const penalty = tf.mean(tf.sub(tf.logSumExp(q, 1), taken));
          return tf.add(bellman, tf.mul(penalty, hyper.alpha)) as tf.Scalar;
        });
        target.forEach((parameter, i) => {
          parameter.assign(
            tf.add(tf.mul(parameter, 1 - hyper.polyak), tf.mul(online[i], hyper.polyak)),
          );
        });
      }),
    values: async () => {
      const every = tf.tensor2d(table.values, [table.states, table.features]);
      const q = tf.tidy(() => forward(online, every));
      const values = (await q.data()) as Float32Array;
      tf.dispose([every, q]);
      return values;
    },
    dispose: () => {
      tf.dispose([online, target]);
      optimizer.dispose();
    },
  };
}
