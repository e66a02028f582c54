import { SCOPES, type Scope } from '../../learners/meta';
import type { LiveEdit, Notice, Settings, SettingValue, SettingValues } from '../types';
import { differences, sameValue, schemaOf } from './describe';
import { type Given, resolveSettings } from './parse';

/** Keys in which two settings differ; a key that only one of them has differs. */
export function changedKeys(before: SettingValues, after: SettingValues): readonly string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].filter((key) => !sameValue(before[key], after[key]));
}

/**
 * The strongest scope that a change of settings touches: what has to be done anew. Null where nothing
 * changed. A change of a learner that is off before and after concerns nobody and is of scope `view`.
 */
export function scopeOfChange(before: Settings, after: Settings): Scope | null {
  let strongest = -1;
  for (const key of changedKeys(before, after)) {
    strongest = Math.max(strongest, SCOPES.indexOf(scopeOfKey(key, before, after)));
  }
  return strongest < 0 ? null : SCOPES[strongest];
}

function scopeOfKey(key: string, before: Settings, after: Settings): Scope {
  // The name of a scenario does nothing by itself: what differs in its settings does.
  if (key === 'scenario') return 'view';
  const scope = schemaOf(key)?.scope ?? 'train';
  const dot = key.indexOf('.');
  const id = dot < 0 ? '' : key.slice(0, dot);
  const isOn = (settings: Settings) => {
    return settings.learners.includes(id);
  };
  const belongsToInstance = dot > 0 && !['world', 'behavior', 'data', 'train'].includes(id);
  return belongsToInstance && !isOn(before) && !isOn(after) ? 'view' : scope;
}

/** Settings of the page rather than of the experiment: a new scenario leaves them as they are. */
function isPersonal(key: string): boolean {
  return key === 'backend' || schemaOf(key)?.scope === 'view';
}

/**
 * Settings after a person's change, with everything that follows from it: what was set by hand stays,
 * what followed the scenario or the world follows the new one. Another scenario replaces everything
 * except the page's own settings; another world comes with its own map and numbers; `undefined` takes
 * a setting back to its default. The patch is checked as `resolveSettings` does; never throws.
 */
export function changeSettings(
  settings: Settings,
  patch: Given,
): { settings: Settings; notices: Notice[] } {
  const wanted = resolveSettings({ ...settings, ...safe(patch) });
  const given = differences(settings);
  const scenarioChanges = wanted.settings.scenario !== settings.scenario;
  const worldChanges = wanted.settings.world !== settings.world;
  const kept: Record<string, SettingValue> = {};
  for (const [key, value] of Object.entries(given)) {
    if (scenarioChanges && !isPersonal(key)) continue;
    if (worldChanges && key.startsWith('world.')) continue;
    // A suffixed instance that the patch switches off takes its settings along.
    if (!Object.hasOwn(wanted.settings, key)) continue;
    kept[key] = value;
  }
  return resolveSettings({ ...kept, ...safe(patch) });
}

function safe(patch: Given): Given {
  try {
    return { ...patch };
  } catch {
    return {};
  }
}

/** Settings as they stand once the live edits up to and including `step` have been made. */
export function settingsAt(
  settings: Settings,
  edits: readonly LiveEdit[],
  step = Number.POSITIVE_INFINITY,
): Settings {
  const made = edits.filter((edit) => edit.step <= step);
  return amended(
    settings,
    made.map(({ key, value }) => [key, value]),
  );
}

/** Settings with the values that others have under some of their keys. */
export function withValuesOf(
  settings: Settings,
  others: SettingValues,
  keys: readonly string[],
): Settings {
  return amended(
    settings,
    keys.map((key) => [key, others[key]]),
  );
}

/** What is put in has been checked under its key: it comes from settings, or as a live edit. */
function amended(
  settings: Settings,
  values: readonly (readonly [key: string, value: SettingValue])[],
): Settings {
  const all: SettingValues = { ...settings, ...Object.fromEntries(values) };
  return all as Settings;
}

/**
 * Whether a change of the setting becomes a live edit of the run. How far a run goes takes effect at
 * once as well, but changes no number of it.
 */
export function isEdit(key: string): boolean {
  return schemaOf(key)?.scope === 'live' && key !== 'steps';
}
