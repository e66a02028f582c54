import { CATALOG } from '../learners/catalog';
import { AUTO } from '../learners/meta';
import { instanceKind, instancesOn } from './settings/instances';
import type { Ending, LiveEdit, Settings } from './types';

/** A run that is left to settle ends after so many steps at the latest, counted from its last live edit. */
export const MOST_STEPS = 6000;

/** Steps of a run that names them; null where it goes on until it has settled. */
export function namedSteps({ steps }: Pick<Settings, 'steps'>): number | null {
  return steps === AUTO ? null : steps;
}

/** Whether a learner is on that can settle: a run of others is not waited for, and goes to the most steps. */
export function canSettle(settings: Pick<Settings, 'learners'>): boolean {
  return instancesOn(settings).some((id) => {
    const kind = instanceKind(id);
    return kind !== null && CATALOG[kind].settles === true;
  });
}

/** Steps of a run of these settings: those it names, or the most that settling is given. */
export function mostSteps(settings: Pick<Settings, 'steps'>): number {
  return namedSteps(settings) ?? MOST_STEPS;
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
  settings: Pick<Settings, 'steps'>,
  step: number,
  lastEdit: number,
  ending: Ending | null,
): number {
  const named = namedSteps(settings);
  if (named !== null) return (Math.floor(step / named) + 1) * named;
  const settled = ending?.reason === 'settled' ? ending.step - lastEdit : MOST_STEPS;
  return lastEdit + (Math.floor((step - lastEdit) / settled) + 1) * settled;
}

/**
 * Where and why a run has ended that stands at `step`; null where it has not.
 *
 * @param settledAt the measured step since the last live edit at which it had settled first, null before.
 * @param canSettle whether anything is on that can settle.
 */
export function endingOf(
  settings: Pick<Settings, 'steps'>,
  step: number,
  lastEdit: number,
  { settledAt, canSettle }: { readonly settledAt: number | null; readonly canSettle: boolean },
): Ending | null {
  const named = namedSteps(settings);
  if (named === null && settledAt !== null) return { step: settledAt, reason: 'settled' };
  const end = nextStop(settings, lastEdit, lastEdit, null);
  if (step < end) return null;
  if (named !== null) return { step: end, reason: 'steps' };
  return { step: end, reason: canSettle ? 'unsettled' : 'cap' };
}
