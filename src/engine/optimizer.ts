import * as tf from '@tensorflow/tfjs-core';
import { mapBlocks, type Stacked } from './parameters';

export interface AdamConstants {
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
}

/** A stack's optimizer state: both moments, without their factors (1 − β). */
export type Moments = {
  readonly first: Stacked;
  readonly second: Stacked;
};

export function zeroMoments(like: Stacked): Moments {
  return {
    first: mapBlocks((block) => tf.zerosLike(like[block])),
    second: mapBlocks((block) => tf.zerosLike(like[block])),
  };
}

/**
 * One step of Adam (Kingma & Ba, 2015, algorithm 1) for all members.
 * The moments are kept without their factors, M = m/(1−β₁) and V = v/(1−β₂), and the bias
 * corrections are drawn into the rate and ε; this is the same update in four kernels fewer a block.
 *
 * @param t number of this step, from 1
 * @param learningRate `[members, 1]`
 */
export function adamStep(
  parameters: Stacked,
  gradients: Stacked,
  moments: Moments,
  t: number,
  learningRate: tf.Tensor,
  { beta1, beta2, epsilon }: AdamConstants,
): { parameters: Stacked; moments: Moments } {
  const firstFactor = (1 - beta1) / (1 - beta1 ** t);
  const secondFactor = Math.sqrt((1 - beta2) / (1 - beta2 ** t));
  const rate = tf.mul(learningRate, firstFactor / secondFactor);
  const first = mapBlocks((block) =>
    tf.add<tf.Tensor2D>(tf.mul(moments.first[block], beta1), gradients[block]),
  );
  const second = mapBlocks((block) =>
    tf.add<tf.Tensor2D>(tf.mul(moments.second[block], beta2), tf.square(gradients[block])),
  );
  const updated = mapBlocks((block) => {
    const direction = tf.div(first[block], tf.add(tf.sqrt(second[block]), epsilon / secondFactor));
    return tf.sub<tf.Tensor2D>(parameters[block], tf.mul(direction, rate));
  });
  return { parameters: updated, moments: { first, second } };
}

/** target ← (1 − polyak)·target + polyak·online; `polyak` is `[members, 1]`. */
export function polyakStep(target: Stacked, online: Stacked, polyak: tf.Tensor): Stacked {
  return mapBlocks((block) =>
    tf.add<tf.Tensor2D>(target[block], tf.mul(tf.sub(online[block], target[block]), polyak)),
  );
}
