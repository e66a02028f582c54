import { settingsAt } from '../../experiment/settings/change';
import { effectOf } from '../../experiment/settings/scope';
import type { LiveEdit, SettingValues } from '../../experiment/types';
import type { Model } from './model';

/** Live edits that the page has asked for and the worker has not reported yet, as if made where the run is. */
export function unheardEdits({
  settings,
  base,
  edits,
  step,
}: Pick<Model, 'settings' | 'base' | 'edits' | 'step'>): readonly LiveEdit[] {
  const values: SettingValues = settings;
  const { edits: unheard } = effectOf(settingsAt(base, edits, step), settings);
  return unheard.map((key) => ({ step, key, value: values[key] }));
}
