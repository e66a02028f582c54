import { lastEditOf, namedSteps, nextStop } from '../../experiment/ending';
import type { Model } from './model';
import { unheardEdits } from './unheard';

type Way = Pick<Model, 'settings' | 'base' | 'edits' | 'step' | 'ending'>;

/** Step of the last live edit, one that the worker has not reported yet counted where the run is. */
function lastEdit(way: Way): number {
  const { edits, step } = way;
  return unheardEdits(way).length > 0 ? step : lastEditOf(edits, step);
}

/** The step at which a run that goes on now stops by itself, at the latest. */
export function stopOf(way: Way): number {
  const { settings, step, ending } = way;
  return nextStop(settings, step, lastEdit(way), ending);
}

/** Whether the run goes on until it has settled, and has not yet. */
export function isSettling({ settings, ending }: Pick<Model, 'settings' | 'ending'>): boolean {
  return namedSteps(settings) === null && ending?.reason !== 'settled';
}

/** The verdict stands: the run has ended, was measured there or later, and nothing was edited since. */
export function isOver({ ending, latest }: Pick<Model, 'ending' | 'latest'>): boolean {
  return ending !== null && (latest?.step ?? 0) >= ending.step;
}

/** Whether what is shown is the verdict, or a moment after it. */
export function showsVerdict({ ending, snapshot }: Pick<Model, 'ending' | 'snapshot'>): boolean {
  return ending !== null && (snapshot?.step ?? 0) >= ending.step;
}
