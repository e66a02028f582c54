import { settingsAt } from '../../experiment/settings/change';
import type { Settings } from '../../experiment/types';
import type { Model } from './model';

/** A setting that was turned since the numbers on show were made. */
export interface Stale {
  readonly key: string;
  /** Settings that they were made with. */
  readonly before: Settings;
}

/**
 * What was turned since the last measurement of a run that stands still: the numbers on show are not of these
 * settings. Training on makes them true from now on, training again from step 0.
 */
export function staleIn({ status, latest, base, edits }: Model): readonly Stale[] {
  if (status === 'running' || latest === null || latest.step === 0) return [];
  const since = edits.filter(({ step }) => step >= latest.step);
  if (since.length === 0) return [];
  const before = settingsAt(base, edits, latest.step - 1);
  return [...new Set(since.map(({ key }) => key))].map((key) => ({ key, before }));
}
