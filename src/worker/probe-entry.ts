/// <reference lib="webworker" />
import { probeWebgl } from '../engine/ladder';
import { browserWasmPaths } from '../engine/wasm-files';
import { attend } from './heartbeat';
import { probeRungs } from './probe';
import type { ProbeReport, ProbeRequest } from './probe-protocol';

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

// A rejection stays in the worker; reported, it reaches the page as the worker's failure.
attend(self, (request: ProbeRequest) => void probe(request).catch(reportError));
