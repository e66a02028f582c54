/// <reference lib="webworker" />
import { startBackend } from '../../engine/backend';
import { browserWasmPaths } from '../../engine/wasm-files';
import { examineRow } from '../../experiment/microscope';
import { buildMdp } from '../../mdp/mdp';
import { attend } from '../connection/heartbeat';
import { messageOf } from '../connection/message';
import type { MicroscopeJob, MicroscopeReport } from './protocol';

declare const self: DedicatedWorkerGlobalScope;

async function reportOn({
  id,
  world,
  dataset,
  automaticScale,
  ...request
}: MicroscopeJob): Promise<MicroscopeReport> {
  try {
    // One row is little work, and plain JavaScript starts at once everywhere.
    await startBackend('cpu', { wasmPaths: browserWasmPaths });
    const problem = { mdp: buildMdp(world), dataset, automaticScale };
    return { id, updates: await examineRow({ ...request, problem }) };
  } catch (error) {
    return { id, message: messageOf(error) };
  }
}

/** One job after the other: tensors of two would mix in one scope. */
let last: Promise<unknown> = Promise.resolve();

attend(self, (job: MicroscopeJob) => {
  const done = last.then(async () => self.postMessage(await reportOn(job)));
  last = done.catch(() => undefined);
  return done;
});
