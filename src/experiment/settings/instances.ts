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

/** The settings of one instance by their short names: `cql.alpha` of `cql` is `alpha`. */
export function instanceSettings(settings: Settings, id: string): LearnerSettings {
  const prefix = `${id}.`;
  return Object.fromEntries(
    Object.entries(settings).flatMap(([key, value]) =>
      key.startsWith(prefix) && !Array.isArray(value) ? [[key.slice(prefix.length), value]] : [],
    ),
  ) as LearnerSettings;
}
