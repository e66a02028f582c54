import * as tf from '@tensorflow/tfjs-core';

/** Elements of the probe; smaller tensors tfjs would compute on the processor, past the queue. */
const PROBE = [32, 32] as const;

/**
 * Resolves when everything queued on the current backend has run. Commands to a GPU are only queued,
 * and a queue that nobody waits for grows until the page seems to hang; the other backends have none.
 */
export async function settle(): Promise<void> {
  if (tf.getBackend() !== 'webgl') return;
  const probe = tf.tidy(() => tf.neg(tf.ones([...PROBE])));
  try {
    await probe.data();
  } finally {
    probe.dispose();
  }
}
