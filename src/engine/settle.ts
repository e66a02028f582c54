import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import * as tf from '@tensorflow/tfjs-core';

/**
 * Resolves when everything queued on the current backend has run, without reading anything back.
 * Commands to a GPU are only queued, and a queue that nobody waits for grows until the page seems to
 * hang; the other backends have none.
 */
export async function settle(): Promise<void> {
  if (tf.getBackend() !== 'webgl') return;
  await (tf.backend() as MathBackendWebGL).getGPGPUContext().createAndWaitForFence();
}
