import * as tf from '@tensorflow/tfjs-core';
import type { LossInputs } from '../engine/types';

/**
 * sg[·]: a value that is a constant to autodiff, as papers write it. What `compute` does is not
 * recorded, so nothing is copied for a backward pass.
 */
export function stopGradient(compute: () => tf.Tensor): tf.Tensor {
  return tf.customGrad(() => ({ value: compute(), gradFunc: () => [] }))();
}

/** Q(s,a) of the batch's actions: `[S, B, A]` and one-hot `[S, B, A]` → `[S, B]`. */
export function atAction(values: tf.Tensor, action: tf.Tensor): tf.Tensor {
  return tf.sum(tf.mul(values, action), -1);
}

/** Mean over the minibatch: `[S, B]` → `[S]`. */
export function batchMean(values: tf.Tensor): tf.Tensor {
  return tf.mean(values, 1);
}

/** V(s) of a network with one output: `[S, B, 1]` → `[S, B]`. */
export function value(output: tf.Tensor): tf.Tensor {
  return tf.squeeze(output, [2]);
}

/** y = r + γ(1 − d)·next, d being `terminal` only: `[S, B]`. */
export function backedUp({ reward, terminal, hyper }: LossInputs, next: tf.Tensor): tf.Tensor {
  return tf.add(reward, tf.mul(tf.mul(hyper('gamma'), tf.sub(1, terminal)), next));
}

/** mean (Q(s,a) − y)², plain as `F.mse_loss` (no ½): `[S]`. */
export function squaredError(q: tf.Tensor, action: tf.Tensor, y: tf.Tensor): tf.Tensor {
  return batchMean(tf.square(tf.sub(atAction(q, action), y)));
}
