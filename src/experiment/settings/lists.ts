import type { SettingDescription } from '../../learners/meta';
import { LEARNER_KINDS } from '../../learners/types';
import { notices } from '../../texts/notices';
import { instanceKind, MAX_INSTANCES } from './instances';
import { quote } from './values';

/** A list out of anything, with a clause for every item that does not fit. */
export interface ReadList {
  readonly value: readonly string[];
  readonly faults: string[];
  /** Nothing of what was given could be used. */
  readonly defaulted?: boolean;
}

/** Stands for all learners that are on, in a list of some of them. */
const ALL = 'all';
/** Items of a list that are looked at. */
const MOST_ITEMS = 100;

/**
 * A list setting out of whatever a link, a script or the command line gives: the learner instances that are
 * on, or some of them. Never throws.
 *
 * @param on the instances that are on, where the list is one of some of them.
 */
export function readList(
  { among }: SettingDescription & { readonly type: 'list' },
  given: unknown,
  fallback: readonly string[],
  on: readonly string[],
): ReadList {
  const listed = typeof given === 'string' ? given.split(',').map((id) => id.trim()) : given;
  if (!Array.isArray(listed)) {
    const faults = [notices().notLearners(quote(given), fallback.join(', '))];
    return { value: fallback, faults, defaulted: true };
  }
  const items: readonly unknown[] = listed.slice(0, MOST_ITEMS);
  return among === undefined ? readLearners(items, fallback) : readSome(items, on);
}

function readLearners(items: readonly unknown[], fallback: readonly string[]): ReadList {
  const faults: string[] = [];
  const ids: string[] = [];
  for (const item of items) {
    if (typeof item !== 'string' || instanceKind(item) === null) {
      faults.push(notices().notLearner(quote(item), LEARNER_KINDS));
    } else if (ids.includes(item)) {
      faults.push(notices().listedTwice(quote(item)));
    } else if (ids.length === MAX_INSTANCES) {
      faults.push(notices().mostLearners(MAX_INSTANCES, quote(item)));
    } else ids.push(item);
  }
  if (ids.length > 0) return { value: ids, faults };
  return {
    value: fallback,
    faults: [...faults, notices().noLearner(fallback.join(', '))],
    defaulted: true,
  };
}

/** Some of the instances that are on, in their order; possibly none. */
function readSome(items: readonly unknown[], on: readonly string[]): ReadList {
  const named = items.filter((item) => item !== '');
  const known = (item: unknown) => item === ALL || on.some((id) => id === item);
  const faults = named
    .filter((item) => !known(item))
    .map((item) => notices().notOn(quote(item), on.join(', ')));
  const value = named.includes(ALL) ? on : on.filter((id) => named.includes(id));
  return { value, faults, defaulted: named.length > 0 && value.length === 0 };
}
