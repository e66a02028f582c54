import type { Settings, SettingValues } from '../types';
import { resolveSettings } from './parse';
import { changedKeys, changesTraining } from './scope';
import { EDITION } from './url';

/** They decide how far and how fast a run goes, but no number of it. */
const NO_NUMBER: readonly string[] = ['steps', 'backend', 'workers'];

/**
 * What of the settings of step 0 decides the numbers of a run, as text: where two are equal, with the same
 * data and engine, their runs are. A setting that a later version adds changes nothing of it.
 */
export function trainedText(settings: Settings): string {
  const values: SettingValues = settings;
  const keys = changedKeys(resolveSettings({}).settings, settings)
    .filter((key) => Object.hasOwn(settings, key) && !NO_NUMBER.includes(key))
    .filter((key) => changesTraining(key, settings))
    .sort();
  return JSON.stringify([EDITION, ...keys.map((key) => [key, values[key]])]);
}
