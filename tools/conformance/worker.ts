import { startBackend } from '../../src/engine/backend';
import { COMPOSED, FUSED } from '../../src/engine/stack';
import { browserWasmPaths } from '../../src/engine/wasm-files';
import { checkGolden } from './check';
import type { CaseResult } from './compare';

/** Implementations of the stack that WebGL has. */
export type WebglImplementation = 'composed' | 'fused';

export interface CheckRequest {
  readonly file: string;
  readonly text: string;
  readonly implementation: WebglImplementation;
}

/** A result, or why WebGL did not start. */
export type CheckReply = { readonly result: CaseResult } | { readonly fault: string };

const started = startBackend('webgl', { wasmPaths: browserWasmPaths });

self.onmessage = async ({ data }: MessageEvent<CheckRequest>) => {
  let reply: CheckReply;
  try {
    await started;
    const stacks = data.implementation === 'fused' ? FUSED : COMPOSED;
    reply = { result: await checkGolden(data.file, data.text, 'webgl', stacks) };
  } catch (error) {
    reply = { fault: error instanceof Error ? error.message : String(error) };
  }
  self.postMessage(reply);
};
