import { lastEditOf, namedSteps, nextStop } from '../../experiment/ending';
import type { Model } from './model';

type Way = Pick<Model, 'settings' | 'edits' | 'step' | 'ending'>;

/** The step at which a run that goes on now stops by itself, at the latest. */
export function stopOf({ settings, edits, step, ending }: Way): number {
  return nextStop(settings, step, lastEditOf(edits, step), ending);
}

/** Whether the run goes on until it has settled, and has not yet. */
export function isSettling({ settings, ending }: Pick<Model, 'settings' | 'ending'>): boolean {
  return namedSteps(settings) === null && ending?.reason !== 'settled';
}

/** How much of the way to its end the run has come, in [0, 1]; from there on 1. */
export function shareDone(way: Way): number {
  const { settings, edits, step, ending } = way;
  if (ending !== null) return 1;
  const from = namedSteps(settings) === null ? lastEditOf(edits, step) : 0;
  return (step - from) / (stopOf(way) - from);
}

/** The verdict stands: the run has ended, was measured there or later, and nothing was edited since. */
export function isOver({ ending, snapshot }: Pick<Model, 'ending' | 'snapshot'>): boolean {
  return ending !== null && (snapshot?.step ?? 0) >= ending.step;
}
