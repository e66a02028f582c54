import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import * as tf from '@tensorflow/tfjs-core';

const watched = new WeakSet<EventTarget>();

/**
 * Calls `onLost` when the graphics driver takes the WebGL context of the current backend away.
 * Does nothing on other backends, and nothing a second time for the same context.
 */
export function watchContext(onLost: () => void): void {
  if (tf.getBackend() !== 'webgl') return;
  const { canvas } = (tf.backend() as MathBackendWebGL).getGPGPUContext().gl;
  if (watched.has(canvas)) return;
  watched.add(canvas);
  canvas.addEventListener('webglcontextlost', () => onLost(), { once: true });
}
