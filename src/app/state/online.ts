import { actingAt } from '../../experiment/online/acting';
import type { Given } from '../../experiment/settings/parse';
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
