/// <reference lib="webworker" />

import { startStacks } from '../engine/stack';
import { browserWasmPaths } from '../engine/wasm-files';
import { createRun } from '../experiment/run';
import { sampleStack } from '../experiment/sample';
import { Helper } from './pool/helper';
import type { HelperCommand, HelperReport, ShareStart } from './pool/protocol';
import type { SessionRun } from './session-parts';
import { speaking } from './speaking';
import { buffersOf } from './transfer';
import { rest } from './turns';

declare const self: DedicatedWorkerGlobalScope;

async function startShare(start: ShareStart): Promise<SessionRun> {
  const { runId, problem, settings, edits, backend, implementation } = start;
  const stacks = await startStacks(backend, { wasmPaths: browserWasmPaths }, sampleStack(settings));
  if (stacks.implementation !== implementation)
    throw new Error(`A helper has no ${implementation} stack`);
  return createRun(problem, settings, stacks.createStack, runId, edits);
}

const helper = new Helper({
  startShare,
  post: (report: HelperReport) =>
    self.postMessage(report, report.type === 'measured' ? buffersOf(report.maps) : []),
  now: () => performance.now(),
  rest: () => rest(0),
});

self.onmessage = speaking((command: HelperCommand) => helper.handle(command));
