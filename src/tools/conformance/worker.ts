import { startBackend } from '../../engine/backend';
import { COMPOSED } from '../../engine/stack';
import { browserWasmPaths } from '../../engine/wasm-files';
import { checkGolden } from './check';
import type { CaseResult } from './compare';

export interface CheckRequest {
  readonly file: string;
  readonly text: string;
}

/** A result, or why WebGL did not start. */
export type CheckReply = { readonly result: CaseResult } | { readonly fault: string };

const started = startBackend('webgl', { wasmPaths: browserWasmPaths });

self.onmessage = async ({ data }: MessageEvent<CheckRequest>) => {
  let reply: CheckReply;
  try {
    await started;
    reply = { result: await checkGolden(data.file, data.text, 'webgl', COMPOSED) };
  } catch (error) {
    reply = { fault: error instanceof Error ? error.message : String(error) };
  }
  self.postMessage(reply);
};
