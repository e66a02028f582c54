import { crossingPlaces } from '../../data/crossing-places';
import { BehaviorError } from '../../data/error';
import { buildMdp } from '../../mdp/mdp';
import { notices } from '../../texts/notices';
import type { Notice, Settings, SettingValue } from '../types';
import { effectiveDefault, schemaOf, settingKeys } from './describe';
import { instanceKind } from './instances';
import { readList } from './lists';
import { PROBLEM_SETTINGS } from './problem';
import { neededData } from './source';
import { keepText } from './texts';
import { coerce, quote } from './values';
import { worldOf } from './world';

/** Settings as they came in: complete or not, typed or as the strings of a link. */
export type Given = Readonly<Record<string, unknown>>;

/** More notices than these are summed up in one: a hostile link must not flood the page. */
const MAX_NOTICES = 20;

/** A notice that names its setting. */
function notice(key: string, clause: string): Notice {
  return { key, message: notices().about(key, clause) };
}

/** The behaviour, or another one where the world has no room for it, with why. */
function readBehavior(settings: Settings): { value: SettingValue; faults: string[] } {
  const value = settings.behavior;
  if (value !== 'crossing-paths') return { value, faults: [] };
  try {
    crossingPlaces(buildMdp(worldOf(settings)));
    return { value, faults: [] };
  } catch (error) {
    if (!(error instanceof BehaviorError)) throw error;
    const fallback = PROBLEM_SETTINGS.behavior.default;
    return { value: fallback, faults: [notices().behaviorRefused(error.message, fallback)] };
  }
}

function unknownKey(key: string): string {
  const dot = key.indexOf('.');
  if (dot > 0 && instanceKind(key.slice(0, dot)) !== null && schemaOf(key)) {
    return notices().notAmong(quote(key.slice(0, dot)));
  }
  return notices().unknown;
}

/** Reads one key of the given settings, tolerating getters that throw. */
function read(given: Given, key: string): unknown {
  try {
    return Object.hasOwn(given, key) ? given[key] : undefined;
  } catch {
    return Symbol('unreadable');
  }
}

function ownKeys(given: unknown): { record: Given; keys: readonly string[] } {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    return { record: {}, keys: [] };
  }
  try {
    return { record: given as Given, keys: Object.keys(given) };
  } catch {
    return { record: {}, keys: [] };
  }
}

function limited(found: readonly Notice[]): Notice[] {
  if (found.length <= MAX_NOTICES) return [...found];
  const rest = found.length - MAX_NOTICES;
  return [...found.slice(0, MAX_NOTICES), { key: '', message: notices().more(rest) }];
}

/**
 * Complete, legal settings out of whatever a link, a script or the command line gives: what is said,
 * over the scenario's settings, over the world's numbers, over the schema's defaults. Whatever does
 * not fit is put right (numbers to the nearest bound or whole number, anything else to its default)
 * with a sentence that names the key, what was given and what is used instead. `undefined` counts as
 * not said. Never throws.
 */
export function resolveSettings(partial: Given): { settings: Settings; notices: Notice[] } {
  const { record, keys } = ownKeys(partial);
  const found: Notice[] = [];
  const values: Record<string, SettingValue> = {};
  // Nothing gets in but what its description allows: here, and nowhere else, values get their types.
  const settings = values as Settings;

  const settle = (key: string) => {
    const description = schemaOf(key);
    if (!description) return;
    const fallback = effectiveDefault(key, settings);
    const given = read(record, key);
    values[key] = fallback;
    if (description.type === 'list') {
      const { learners } = settings;
      const listed = fallback as readonly string[];
      // In the order of the learners, as what is given is read.
      const usual =
        description.among === undefined ? listed : learners.filter((id) => listed.includes(id));
      values[key] = usual;
      if (given === undefined) return;
      const { value, faults } = readList(description, given, usual, learners);
      values[key] = value;
      for (const fault of faults) found.push(notice(key, fault));
      return;
    }
    if (given === undefined) return;
    const { value, fault } = coerce(description, given, fallback);
    values[key] = value;
    if (fault) found.push(notice(key, fault));
    if (description.type !== 'text') return;
    const kept = keepText(key, String(value), String(fallback));
    values[key] = kept.value;
    for (const clause of kept.faults) found.push(notice(key, clause));
  };

  // Later defaults depend on these, in this order.
  for (const key of ['scenario', 'world', 'learners']) settle(key);
  const known = settingKeys(settings.learners);
  for (const key of known) if (!Object.hasOwn(settings, key)) settle(key);
  const behavior = readBehavior(settings);
  values.behavior = behavior.value;
  for (const fault of behavior.faults) found.push(notice('behavior', fault));

  if (neededData(settings) === '') {
    const { default: collected } = PROBLEM_SETTINGS['data.source'];
    values['data.source'] = collected;
    found.push(notice('data.source', notices().noDataset(collected)));
  }

  const expected = new Set(known);
  for (const key of keys) {
    if (!expected.has(key))
      found.push({ key, message: notices().about(quote(key), unknownKey(key)) });
  }
  // One order, whatever the order of resolution was.
  const ordered = Object.fromEntries(known.map((key) => [key, values[key]]));
  return { settings: ordered as Settings, notices: limited(found) };
}
