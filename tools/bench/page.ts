import type { Effort, Group, Measured } from './types';
import type { BenchReply, BenchRequest } from './worker';

/** The page's only duty: hand groups to the worker, where the engine really runs, and results back. */
const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

declare global {
  interface Window {
    /** Measures one group in the worker. */
    measureGroup: (group: Group, effort: Effort) => Promise<Measured>;
  }
}

window.measureGroup = (group, effort) =>
  new Promise((resolve, reject) => {
    worker.onerror = (event) => reject(new Error(`The worker failed: ${event.message}`));
    worker.onmessage = ({ data }: MessageEvent<BenchReply>) => {
      if ('fault' in data) reject(new Error(data.fault));
      else resolve(data.measured);
    };
    const request: BenchRequest = { group, effort };
    worker.postMessage(request);
  });
