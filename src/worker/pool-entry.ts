/// <reference lib="webworker" />

import { startStacks } from '../engine/stack';
import { BACKEND_LABELS } from '../engine/types';
import { browserWasmPaths } from '../engine/wasm-files';
import { createRun } from '../experiment/run';
import { sampleStack } from '../experiment/sample';
import { stacks as texts } from '../texts/stacks';
import { attend } from './heartbeat';
import { DOWNLOAD_PATIENCE, within } from './patience';
import { Helper } from './pool/helper';
import type { HelperCommand, HelperReport, ShareStart } from './pool/protocol';
import type { SessionRun } from './session-parts';
import { buffersOf } from './transfer';
import { rest } from './turns';

declare const self: DedicatedWorkerGlobalScope;

async function startShare(start: ShareStart): Promise<SessionRun> {
  const { runId, problem, settings, edits, backend, implementation } = start;
  const stacks = await within(
    DOWNLOAD_PATIENCE,
    startStacks(backend, { wasmPaths: browserWasmPaths }, sampleStack(settings)),
    () => texts().late(BACKEND_LABELS[backend]),
  );
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

attend(self, (command: HelperCommand) => helper.handle(command));
