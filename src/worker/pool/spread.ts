import type { Problem } from '../../experiment/problem';
import type { LiveEdit, Settings } from '../../experiment/types';
import type { WorkerEngine } from '../training/engine';
import type { SessionRun } from '../training/session-parts';
import type { HelperPool } from './pool';
import { PooledRun } from './pooled-run';
import type { ShareStart } from './protocol';

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

/** A run of complete settings with its seeds spread over as many workers as the engine says. */
export function spreadRun(
  problem: Problem,
  settings: Settings,
  edits: readonly LiveEdit[],
  runId: string,
  engine: Pick<WorkerEngine, 'info' | 'createRun' | 'createStack'>,
  pool: HelperPool,
): SessionRun {
  const { createRun, createStack } = engine;
  const { backend, implementation, workers = 1 } = engine.info;
  if (workers === 1) return createRun(problem, settings, createStack, runId, edits);
  const [first, ...others] = sharesOf(settings, workers).map(
    (own): ShareStart => ({ runId, problem, settings: own, edits, backend, implementation }),
  );
  const create = (start: ShareStart) =>
    createRun(start.problem, start.settings, createStack, runId, start.edits);
  // The helpers begin first: this worker is busy with its own share from then on.
  const given = others.map((start, place) => ({ start, remote: pool.begin(place, start) }));
  return new PooledRun({ own: create(first), others: given, createRun: create });
}
