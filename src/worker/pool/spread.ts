import type { Problem } from '../../experiment/problem';
import { runOfSeeds, type SavedRun } from '../../experiment/saved-run';
import type { LiveEdit, Settings } from '../../experiment/types';
import type { WorkerEngine } from '../training/engine';
import type { SessionRun } from '../training/session-parts';
import type { HelperPool } from './pool';
import { PooledRun } from './pooled-run';
import type { ShareStart } from './protocol';
import { startRun } from './start-run';

/** The settings of each worker's share of the seeds: contiguous, as equal as may be, the smaller ones first. */
export function sharesOf(settings: Settings, workers: number): readonly Settings[] {
  const seeds = settings.seeds;
  const first = settings['train.seed'];
  const begin = (worker: number) => Math.floor((worker * seeds) / workers);
  return Array.from({ length: workers }, (_, worker) => ({
    ...settings,
    'train.seed': first + begin(worker),
    seeds: begin(worker + 1) - begin(worker),
  }));
}

/**
 * A run of complete settings with its seeds spread over as many workers as the engine says, at step 0 or
 * where it goes on from. Throws RangeError where what was saved is of another run.
 */
export function spreadRun(
  problem: Problem,
  settings: Settings,
  edits: readonly LiveEdit[],
  runId: string,
  engine: Pick<WorkerEngine, 'info' | 'createRun' | 'createStack'>,
  pool: HelperPool,
  saved?: SavedRun,
): SessionRun {
  const { createStack } = engine;
  const { backend, implementation, workers = 1 } = engine.info;
  const begin = { runId, problem, edits, backend, implementation };
  const create = (start: ShareStart) => startRun(start, createStack, engine.createRun);
  if (workers === 1) return create({ ...begin, settings, saved });
  let from = 0;
  const [first, ...others] = sharesOf(settings, workers).map((own): ShareStart => {
    const to = from + own.seeds;
    const share = saved && runOfSeeds(saved, from, to);
    from = to;
    return { ...begin, settings: own, saved: share };
  });
  // What does not fit is found out before a helper is troubled with it.
  const own = saved && create(first);
  // The helpers begin first: this worker is busy with its own share from then on.
  const given = others.map((start, place) => ({ start, remote: pool.begin(place, start) }));
  return new PooledRun({ own: own ?? create(first), others: given, createRun: create });
}
