import { stacks } from '../texts/stacks';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import * as tf from '@tensorflow/tfjs-core';
import { BACKEND_LABELS, type BackendName } from './types';
import { webAssemblyAllowed } from './webassembly';

/** Where the wasm backend finds its binaries: a folder (ending in `/`) or an address a file. */
export type WasmPaths = string | Readonly<Record<string, string>>;

/** What differs between the page and Node, given by whoever starts the engine. */
export interface BackendOptions {
  readonly wasmPaths: WasmPaths;
}

const loaders: Record<BackendName, (options: BackendOptions) => Promise<void>> = {
  async webgl() {
    await import('@tensorflow/tfjs-backend-webgl');
    // Without this, tfjs refuses every software renderer, also one that the user pinned.
    tf.env().set('SOFTWARE_WEBGL_ENABLED', true);
  },
  async wasm({ wasmPaths }) {
    if (!webAssemblyAllowed()) throw new Error(stacks().noWebAssembly);
    const wasm = await import('@tensorflow/tfjs-backend-wasm');
    // tfjs refuses new paths once the backend has started.
    if (!('wasm' in tf.engine().registry)) {
      wasm.setWasmPaths(typeof wasmPaths === 'string' ? wasmPaths : { ...wasmPaths });
    }
  },
  async cpu() {
    await import('@tensorflow/tfjs-backend-cpu');
  },
};

/**
 * Loads a tfjs backend and makes it the current one.
 * Throws an Error with a sentence for the user where the device does not have it.
 */
export async function startBackend(name: BackendName, options: BackendOptions): Promise<void> {
  // Spares the checks and console notes meant for development; numbers are the same.
  tf.enableProdMode();
  await loaders[name](options);
  let started: boolean;
  try {
    started = await tf.setBackend(name);
  } catch (cause) {
    throw new Error(stacks().notStarted(BACKEND_LABELS[name], (cause as Error).message), { cause });
  }
  if (!started) throw new Error(stacks().notAvailable(BACKEND_LABELS[name]));
  await tf.ready();
  if (name === 'webgl' && !tf.env().getBool('WEBGL_RENDER_FLOAT32_CAPABLE')) {
    throw new Error(stacks().halfFloats);
  }
}
