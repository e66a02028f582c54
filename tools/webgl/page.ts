import type { Checks } from './checks';
import type { CheckReply, CheckRequest } from './worker';

declare global {
  interface Window {
    /** Runs one of the checks in a worker of its own, where the engine really runs. */
    runCheck: <K extends keyof Checks>(
      name: K,
      ...given: Parameters<Checks[K]>
    ) => Promise<Awaited<ReturnType<Checks[K]>>>;
  }
}

window.runCheck = (name, ...given) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.onerror = (event) => reject(new Error(`The worker failed: ${event.message}`));
    worker.onmessage = ({ data }: MessageEvent<CheckReply>) => {
      worker.terminate();
      if (data.fault !== undefined) reject(new Error(data.fault));
      else resolve(data.result as never);
    };
    const request: CheckRequest = { name, given };
    worker.postMessage(request);
  });
