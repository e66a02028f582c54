/// <reference lib="webworker" />
import { probeWebgl } from '../../engine/ladder';
import { browserWasmPaths } from '../../engine/wasm-files';
import { attend } from '../connection/heartbeat';
import { probeRungs } from './probe';
import type { ProbeReport, ProbeRequest } from './protocol';

declare const self: DedicatedWorkerGlobalScope;

function post(report: ProbeReport): void {
  self.postMessage(report);
}

async function probe(request: ProbeRequest): Promise<void> {
  const surroundings = {
    wasmPaths: browserWasmPaths,
    webgl: probeWebgl(),
    now: () => performance.now(),
  };
  await probeRungs(request, surroundings, post);
  post({ type: 'done' });
}

attend(self, probe);
