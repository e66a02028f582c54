/// <reference lib="webworker" />

import { startStacks } from '../../engine/stack';
import { BACKEND_LABELS } from '../../engine/types';
import { browserWasmPaths } from '../../engine/wasm-files';
import { createRun } from '../../experiment/run';
import { sampleStack } from '../../experiment/sample';
import { stacks as texts } from '../../texts/stacks';
import { attend } from '../connection/heartbeat';
import { DOWNLOAD_PATIENCE, within } from '../connection/patience';
import type { SessionRun } from '../training/session-parts';
import { buffersOf } from '../training/transfer';
import { rest } from '../training/turns';
import { Helper } from './helper';
import type { HelperCommand, HelperReport, ShareStart } from './protocol';
import { startRun } from './start-run';

declare const self: DedicatedWorkerGlobalScope;

async function startShare(start: ShareStart): Promise<SessionRun> {
  const { settings, backend, implementation } = start;
  const stacks = await within(
    DOWNLOAD_PATIENCE,
    startStacks(backend, { wasmPaths: browserWasmPaths }, sampleStack(settings)),
    () => texts().late(BACKEND_LABELS[backend]),
  );
  if (stacks.implementation !== implementation)
    throw new Error(`A helper has no ${implementation} stack`);
  return startRun(start, stacks.createStack, createRun);
}

const helper = new Helper({
  startShare,
  post: (report: HelperReport) =>
    self.postMessage(report, report.type === 'measured' ? buffersOf(report.maps) : []),
  now: () => performance.now(),
  rest: () => rest(0),
});

attend(self, (command: HelperCommand) => helper.handle(command));
