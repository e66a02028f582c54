import type { CreateStack, createRun, Run } from '../../experiment/run';
import type { ShareStart } from './protocol';

/**
 * A run of a share, at step 0 or where it goes on from.
 *
 * @throws RangeError where what was saved is of another run.
 */
export function startRun(
  { problem, settings, runId, edits, saved }: ShareStart,
  createStack: CreateStack,
  create: typeof createRun,
): Run {
  const run = create(problem, settings, createStack, runId, edits);
  if (saved === undefined) return run;
  try {
    run.restore(saved);
  } catch (error) {
    run.dispose();
    throw error;
  }
  return run;
}
