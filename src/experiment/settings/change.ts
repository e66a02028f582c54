import { worldById } from '../../mdp/presets';
import type { LiveEdit, Notice, Settings, SettingValue, SettingValues } from '../types';
import { differences, effectiveDefault } from './describe';
import { type Given, resolveSettings } from './parse';
import { isPersonal } from './scope';

/**
 * Settings after a person's change, with everything that follows from it: what was set by hand stays,
 * what followed the scenario or the world follows the new one. Another scenario replaces everything
 * except the page's own settings; another world comes with its own map and numbers, and with its own number of
 * rows unless somebody chose one; `undefined` takes a setting back to its default. The patch is checked as `resolveSettings` does; never throws.
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
  const rows = worldChanges && !scenarioChanges ? rowsBrought(settings, wanted.settings.world) : {};
  return resolveSettings({ ...kept, ...rows, ...safe(patch) });
}

/** The rows of another world, in the place of those that nobody chose: the scenario's, or the world's before. */
function rowsBrought(settings: Settings, world: string): Given {
  const size = settings['data.size'];
  const isUsual =
    size === effectiveDefault('data.size', settings) || size === worldById(settings.world)?.rows;
  return isUsual ? { 'data.size': worldById(world)?.rows } : {};
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
