import { CATALOG } from '../learners/catalog';
import { AUTO } from '../learners/meta';
import { instanceKind, instancesOn } from './settings/instances';
import type { Ending, LiveEdit, Settings } from './types';

/**
 * A run that is left to settle ends after so many steps at the latest, counted from its last live edit; one of
 * which a learner acts in the world, after just as many.
 */
export const MOST_STEPS = 6000;

/** What an ending is told by. */
export type EndingSettings = Pick<Settings, 'steps'> &
  Partial<Pick<Settings, 'online.learners' | 'online.from'>>;

/** Whether some learner acts in the world under these settings, now or at a later step. */
export function goesOnline({
  'online.learners': some = [],
}: Omit<EndingSettings, 'steps'>): boolean {
  return some.length > 0;
}

/** Steps of a run that names them; null where it goes on until it has settled. */
export function namedSteps({ steps }: Pick<Settings, 'steps'>): number | null {
  return steps === AUTO ? null : steps;
}

/**
 * Whether a learner is on that can settle, and none acts in the world: a run of others is not waited for, and
 * goes to the most steps.
 */
export function canSettle(
  settings: Pick<Settings, 'learners'> & Omit<EndingSettings, 'steps'>,
): boolean {
  if (goesOnline(settings)) return false;
  return instancesOn(settings).some((id) => {
    const kind = instanceKind(id);
    return kind !== null && CATALOG[kind].settles === true;
  });
}

/**
 * From where the steps of a run that is left to end by itself are counted. What acts in the world never comes
 * to rest, but has mostly learned what there is to learn in as many steps as settling is given: on 18 of 20
 * datasets of the first scenario DQN had the best plan by then; on the others it had run away before.
 */
function beginningOf(settings: EndingSettings, lastEdit: number): number {
  return goesOnline(settings) ? Math.max(lastEdit, settings['online.from'] ?? 0) : lastEdit;
}

/** Steps of a run of these settings: those it names, or the most that it is given. */
export function mostSteps(settings: EndingSettings): number {
  return namedSteps(settings) ?? beginningOf(settings, 0) + MOST_STEPS;
}

/** Step of the last of the edits that has been made by `step`; 0 where none has. */
export function lastEditOf(edits: readonly LiveEdit[], step = Number.POSITIVE_INFINITY): number {
  return edits.reduce((last, edit) => (edit.step <= step ? Math.max(last, edit.step) : last), 0);
}

/**
 * The step at which a run that goes on now stops by itself: its end, at the latest, and from there on after
 * as many steps again. Steps are counted from the last live edit; those that the settings name, from step
 * 0, so that an edit on the way does not put the end off.
 *
 * @param lastEdit step of the last live edit, 0 without one.
 * @param ending where the run has ended since; null where it has not.
 */
export function nextStop(
  settings: EndingSettings,
  step: number,
  lastEdit: number,
  ending: Ending | null,
): number {
  const named = namedSteps(settings);
  if (named !== null) return (Math.floor(step / named) + 1) * named;
  const from = beginningOf(settings, lastEdit);
  const length = ending?.reason === 'settled' ? ending.step - from : MOST_STEPS;
  return from + Math.max(1, Math.floor((step - from) / length) + 1) * length;
}

/**
 * Where and why a run has ended that stands at `step`; null where it has not.
 *
 * @param settledAt the measured step since the last live edit at which it had settled first, null before.
 * @param canSettle whether anything is on that can settle.
 */
export function endingOf(
  settings: EndingSettings,
  step: number,
  lastEdit: number,
  { settledAt, canSettle }: { readonly settledAt: number | null; readonly canSettle: boolean },
): Ending | null {
  const named = namedSteps(settings);
  const online = goesOnline(settings);
  if (named === null && settledAt !== null && !online)
    return { step: settledAt, reason: 'settled' };
  const end = nextStop(settings, lastEdit, lastEdit, null);
  if (step < end) return null;
  if (named !== null) return { step: end, reason: 'steps' };
  return { step: end, reason: canSettle && !online ? 'unsettled' : 'cap' };
}
