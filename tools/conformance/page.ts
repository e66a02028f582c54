import type { CaseResult } from './compare';
import type { CheckReply, CheckRequest, WebglImplementation } from './worker';

/** The page's only duty: hand files to the worker, where the engine really runs, and results back. */
const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

declare global {
  interface Window {
    /** Checks one golden file in the worker, on WebGL. */
    checkGolden: (
      file: string,
      text: string,
      implementation: WebglImplementation,
    ) => Promise<CaseResult>;
  }
}

window.checkGolden = (file, text, implementation) =>
  new Promise((resolve, reject) => {
    worker.onerror = (event) => reject(new Error(`The worker failed: ${event.message}`));
    worker.onmessage = ({ data }: MessageEvent<CheckReply>) => {
      if ('fault' in data) reject(new Error(data.fault));
      else resolve(data.result);
    };
    const request: CheckRequest = { file, text, implementation };
    worker.postMessage(request);
  });
