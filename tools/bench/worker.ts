import { browserWasmPaths } from '../../src/engine/wasm-files';
import { measureGroup } from './measure';
import type { Effort, Group, Measured } from './types';

export interface BenchRequest {
  readonly group: Group;
  readonly effort: Effort;
}

/** What was measured, or why it could not be. */
export type BenchReply = { readonly measured: Measured } | { readonly fault: string };

self.onmessage = async ({ data }: MessageEvent<BenchRequest>) => {
  let reply: BenchReply;
  try {
    reply = { measured: await measureGroup(data.group, data.effort, browserWasmPaths) };
  } catch (error) {
    reply = { fault: error instanceof Error ? error.message : String(error) };
  }
  self.postMessage(reply);
};
