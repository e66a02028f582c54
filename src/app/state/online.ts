import { actingAt } from '../../experiment/online/acting';
import { settingsAt, withValuesOf } from '../../experiment/settings/change';
import { type Given, resolveSettings } from '../../experiment/settings/parse';
import type { SettingValues } from '../../experiment/types';
import { session } from '../../texts/session';
import type { Model } from './model';

/** How learners are to act in the world (docs/contract.md#online); what is left out stays as it is. */
export interface OnlineOptions {
  /** Instances that act from now on; by default all that train. */
  readonly learners?: readonly string[];
  /** Moves a training step, 1 to 16. */
  readonly steps?: number;
  /** Share of random moves, 0 to 1. */
  readonly epsilon?: number;
  /** Share of a minibatch that is the learner's own rows, 0 to 1. */
  readonly share?: number;
}

/**
 * What going online now changes, or with null going offline. The step at which it begins is a setting too, so
 * that a run which restarts or is reset goes online there again, and not at once.
 *
 * @throws TypeError unless given an object or null.
 */
export function onlinePatch(
  options: OnlineOptions | null,
  { settings, step }: Pick<Model, 'settings' | 'step'>,
): Given {
  if (options === null) return { 'online.learners': [], 'online.from': undefined };
  if (typeof options !== 'object' || Array.isArray(options))
    throw new TypeError(session().scripts.notOnline);
  const { learners = settings.learners, ...rest } = options;
  const given = Object.entries(rest)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [`online.${name}`, value]);
  return {
    ...Object.fromEntries(given),
    'online.learners': learners,
    ...(actingAt(settings, step).length > 0 ? {} : { 'online.from': step }),
  };
}

type Way = Pick<Model, 'settings' | 'base' | 'edits' | 'step'>;

/** The step since which some learner has acted in the world, up to now; null while all of them are offline. */
export function onlineSince({ settings, base, edits, step }: Way): number | null {
  if (actingAt(settings, step).length === 0) return null;
  const steps = [0, ...edits.map((edit) => edit.step), settings['online.from']];
  const since = [...new Set(steps)].sort((one, other) => one - other);
  // The last time that nobody acted, seen from the changes: from the one after it on somebody has.
  const still = since.findLastIndex(
    (at) => at <= step && actingAt(settingsAt(base, edits, at), at).length === 0,
  );
  return since[still + 1] ?? step;
}

/** The run as it was when it went online: settings of step 0 and the edits made by then. */
export function beforeOnline({ base, edits }: Way, since: number) {
  return {
    base: withValuesOf(base, OFFLINE, Object.keys(OFFLINE)),
    edits: edits.filter(({ step, key }) => step <= since && !(key in OFFLINE)),
  };
}

/** What a run that tries nothing says of trying. */
const OFFLINE: SettingValues = Object.fromEntries(
  Object.entries(resolveSettings({}).settings).filter(([key]) => key.startsWith('online.')),
);
