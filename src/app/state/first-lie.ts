import type { StoreApi } from 'zustand/vanilla';
import { isImpossibleReturn } from '../../experiment/impossible';
import { iqmOf } from '../../experiment/summary';
import { toleranceIn } from './grid';
import type { Model } from './model';

/** Who believes in more than is possible for the first time, where training waits to be looked at. */
export interface FirstLie {
  /** Id of the instance. */
  readonly instance: string;
  readonly step: number;
  readonly believed: number;
  readonly optimal: number;
}

/** By so large a share of what there is to win a belief must be too much for both numbers to say so. */
const VISIBLE = 0.05;

/** The first instance, in their order, whose belief at the last measurement is impossible; null where none is. */
export function firstLieIn({ latest, problem, runId }: Model): FirstLie | null {
  if (latest === null || latest.step === 0 || problem?.runId !== runId) return null;
  const tolerance = toleranceIn(problem);
  const { optimal, random } = problem.truth;
  const visible = VISIBLE * (optimal - random);
  for (const [instance, { seeds }] of Object.entries(latest.snapshot.learners)) {
    const believed = iqmOf(seeds.map(({ believedReturn }) => believedReturn));
    if (believed !== null && isImpossibleReturn(believed, optimal + visible, tolerance))
      return { instance, step: latest.step, believed, optimal };
  }
  return null;
}

/**
 * From now on, until the run ends or is another: at the first measurement at which a learner believes in more
 * than is possible, pauses and says so. Full speed is not held up: who chose it does not watch.
 */
export function stopAtFirstLie(store: StoreApi<Model>, pause: () => void, met: () => void): void {
  const { runId } = store.getState();
  const unsubscribe = store.subscribe((model, before) => {
    if (model.runId !== runId || model.failure !== null || model.status === 'done') {
      unsubscribe();
      return;
    }
    if (model.latest === before.latest || model.status !== 'running') return;
    if (model.settings.speed === 'full') return;
    const firstLie = firstLieIn(model);
    if (firstLie === null) return;
    unsubscribe();
    met();
    pause();
    store.setState({ firstLie });
  });
}
