import { SCOPES, type Scope } from '../../learners/meta';
import type { Settings, SettingValues } from '../types';
import { ownerOf, sameValue, schemaOf } from './describe';

/** What a change of settings does: the one place where that is decided. */
export interface Effect {
  /** Keys in which the settings differ; a key that only one of them has differs. */
  readonly keys: readonly string[];
  /** The strongest scope that the change touches; null where nothing differs. */
  readonly scope: Scope | null;
  /** Whether what is trained has to begin anew. */
  readonly restarts: boolean;
  /** Keys that the running training takes over. */
  readonly live: readonly string[];
  /** Those of them that become live edits of the run. */
  readonly edits: readonly string[];
}

/** Keys in which two settings differ; a key that only one of them has differs. */
export function changedKeys(before: SettingValues, after: SettingValues): readonly string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].filter((key) => !sameValue(before[key], after[key]));
}

/**
 * What the change from some settings to others does. A change of a learner that is off before and after
 * concerns nobody and is of scope `view`; it is kept for when the learner is on.
 */
export function effectOf(before: Settings, after: Settings): Effect {
  const keys = changedKeys(before, after);
  const strongest = Math.max(
    -1,
    ...keys.map((key) => SCOPES.indexOf(scopeOfKey(key, before, after))),
  );
  const live = keys.filter((key) => Object.hasOwn(after, key) && schemaOf(key)?.scope === 'live');
  return {
    keys,
    scope: strongest < 0 ? null : SCOPES[strongest],
    restarts: strongest > SCOPES.indexOf('live'),
    live,
    // How far a run goes takes effect at once as well, but changes no number of it.
    edits: live.filter((key) => key !== 'steps'),
  };
}

function scopeOfKey(key: string, before: Settings, after: Settings): Scope {
  // The name of a scenario does nothing by itself: what differs in its settings does.
  if (key === 'scenario') return 'view';
  const owner = ownerOf(key);
  const isOff = ({ learners }: Settings) => owner !== null && !learners.includes(owner);
  if (isOff(before) && isOff(after)) return 'view';
  return schemaOf(key)?.scope ?? 'train';
}

/** Whether what a key is set to matters to a run of these settings. */
export function changesTraining(key: string, settings: Settings): boolean {
  return scopeOfKey(key, settings, settings) !== 'view';
}

/** Settings of the page rather than of the experiment: a new scenario leaves them as they are. */
export function isPersonal(key: string): boolean {
  return key === 'backend' || schemaOf(key)?.scope === 'view';
}
