import { LEARNER_KINDS, type LearnerKind, type LearnerSettings } from '../../learners/types';
import type { Settings } from '../types';

/** Learner instances a run may hold at most. */
export const MAX_INSTANCES = 8;

const SUFFIX = /^[a-z0-9]{1,16}$/;

/**
 * The kind of an instance id: a kind (`cql`) or `<kind>-<suffix>` with 1 to 16 lower-case letters
 * or digits (`cql-sketch`). Null for anything else.
 */
export function instanceKind(id: string): LearnerKind | null {
  const hyphen = id.indexOf('-');
  const name = hyphen < 0 ? id : id.slice(0, hyphen);
  const kind = LEARNER_KINDS.find((known) => known === name);
  if (kind === undefined) return null;
  return hyphen < 0 || SUFFIX.test(id.slice(hyphen + 1)) ? kind : null;
}

/** The learner instances that are on, in the order of the settings. */
export function instancesOn({ learners }: Pick<Settings, 'learners'>): readonly string[] {
  return learners;
}

/**
 * The instances that settings are kept for: every plain kind, whether it is on or not, so that a
 * learner switched off and on again finds its numbers, and every further instance that is on.
 */
export function instancesKept(learners: readonly string[]): readonly string[] {
  return [...LEARNER_KINDS, ...learners.filter((id) => id.includes('-'))];
}

/** By settings, which nobody changes once they are there, and by instance. */
const grouped = new WeakMap<Settings, ReadonlyMap<string, LearnerSettings>>();

function groupsOf(settings: Settings): ReadonlyMap<string, LearnerSettings> {
  const groups = new Map<string, Record<string, number | string | boolean>>();
  for (const [key, value] of Object.entries(settings)) {
    const dot = key.indexOf('.');
    if (dot < 0 || Array.isArray(value)) continue;
    const id = key.slice(0, dot);
    const group = groups.get(id) ?? {};
    group[key.slice(dot + 1)] = value as number | string | boolean;
    groups.set(id, group);
  }
  return groups;
}

/**
 * The settings of one instance by their short names: `cql.alpha` of `cql` is `alpha`. The same object for the
 * same settings: whoever draws an instance asks for them at every change of the page.
 */
export function instanceSettings(settings: Settings, id: string): LearnerSettings {
  const known = grouped.get(settings) ?? groupsOf(settings);
  grouped.set(settings, known);
  return known.get(id) ?? {};
}
