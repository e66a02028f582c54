import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { WasmPaths } from './backend';

/** Where the `.wasm` files of the wasm backend lie in Node (command line and tests; not for the page). */
export function nodeWasmPaths(): WasmPaths {
  const manifest = createRequire(import.meta.url).resolve(
    '@tensorflow/tfjs-backend-wasm/package.json',
  );
  return join(dirname(manifest), 'dist/');
}
