import { connect, PATIENCE, type WorkerLike } from '../connection/connect';
import { startWorker } from '../connection/start';
import address from './entry?worker&url';
import type { PreviewReport, PreviewRequest } from './protocol';

/** The worker that counts what behaviours record. */
export type Previewer = WorkerLike<PreviewRequest, PreviewReport>;

const startPreviewer = (): Previewer => startWorker(address);

/**
 * Has a worker count what behaviours record, and tells each result as it comes; what fails is left out.
 * Returns a function that ends it.
 *
 * @param onCounts gets `[states × 4]` N(s,a).
 */
export function countBehaviors(
  requests: readonly PreviewRequest[],
  onCounts: (id: string, counts: Int32Array) => void,
  spawn: () => Previewer = startPreviewer,
): () => void {
  if (requests.length === 0) return () => {};
  let left = requests.length;
  const worker = connect(spawn, {
    onMessage: ({ id, counts }) => {
      left -= 1;
      if (left === 0) worker.close();
      if (counts !== null) onCounts(id, counts);
    },
    onLost: () => undefined,
    awaited: () => PATIENCE.working,
  });
  for (const request of requests) worker.post(request);
  return () => worker.close();
}
