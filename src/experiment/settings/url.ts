import type { SettingDescription } from '../../learners/meta';
import { notices as texts } from '../../texts/notices';
import type { LiveEdit, Notice, Settings, SettingValue } from '../types';
import { describe, differences, settingOf } from './describe';
import { readList } from './lists';
import { MOMENT_KEYS } from './moment';
import { pack } from './packed';
import { type Given, resolveSettings } from './parse';
import { type Coerced, coerce, quote } from './values';

/** Version of links that this program writes. */
const VERSION = 1;
/** Edition of the scenarios, defaults and learners that this program's links count from. */
export const EDITION = '2';
/** Keys of a link that are neither settings nor its moment. */
export const OWN_KEYS: readonly string[] = ['v', 'edition', 'edits'];
/** Live edits of one link; a link is not a recording. */
const MAX_EDITS = 200;

/** Percent-encodes, except what is legal in a fragment and readable there: `/`, `,`, `:`, `;`, `+`. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/%(2F|2C|3A|3B|2B)/g, (code) => decodeURIComponent(code));
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** A value as a link has it; lists by commas, long texts compressed. */
function textOf(value: SettingValue): string {
  if (typeof value === 'string') return pack(value);
  return Array.isArray(value) ? value.join(',') : String(value);
}

/** A value within the list of edits, whose own sign is the comma. */
const textInEdit = (value: SettingValue) =>
  Array.isArray(value) ? value.join('+') : textOf(value);

const textOfEdits = (edits: readonly LiveEdit[]) =>
  edits.map(({ step, key, value }) => `${step}:${key}:${textInEdit(value)}`).join(',');

/** The parts of a hash that can be read, decoded; a key said twice by its last value. */
export function partsOf(hash: string): readonly (readonly [string, string])[] {
  return [...readPairs(hash).pairs];
}

/** A part of a link as this program would write its value, not encoded; null for what links do not say. */
export function textOfPart(
  key: string,
  settings: Settings,
  edits: readonly LiveEdit[],
): string | null {
  if (key === 'v') return String(VERSION);
  if (key === 'edition') return EDITION;
  if (key === 'edits') return textOfEdits(edits);
  const value = settingOf(settings, key);
  if (value === undefined) return null;
  return Array.isArray(value) ? value.join(',') : String(value);
}

/**
 * Settings as the hash of a link, `#v=1&edition=2&scenario=extrapolation&cql.alpha=0.5`: the scenario and
 * what differs from it, in the order of the schema. `settings` are those of step 0, `edits` the live
 * edits made since. Habits (`preference`) stay with whoever has them. Texts of more than 300 characters are compressed; the rest can be read.
 */
export function encodeHash(settings: Settings, edits: readonly LiveEdit[] = []): string {
  const parts = Object.entries(differences(settings))
    .filter(([key]) => !describe(key, settings).preference)
    .map(([key, value]) => `${encode(key)}=${encode(textOf(value))}`);
  if (edits.length > 0) {
    parts.push(`edits=${encode(textOfEdits(edits))}`);
  }
  return `#v=${VERSION}&edition=${EDITION}&${parts.join('&')}`;
}

/** One live edit out of `step:key:value`, with a clause about what is wrong with it. */
function readEdit(text: string, settings: Settings): { edit?: LiveEdit; fault?: string } {
  const t = texts();
  const omitted = (why: string) => ({ fault: t.editLeftOut(why) });
  const parts = text.split(':');
  if (parts.length !== 3) return omitted(t.notEdit(quote(text)));
  const [at, key, given] = parts;
  if (!/^\d{1,9}$/.test(at)) return omitted(t.notStep(quote(at)));
  const description = Object.hasOwn(settings, key) ? describe(key, settings) : undefined;
  if (!description) return omitted(t.notSetting(quote(key)));
  if (description.scope !== 'live') return omitted(t.notLive(quote(key)));
  const { value, fault, defaulted } = readValue(description, given, settings);
  if (defaulted) return omitted(t.notValue(quote(given), key));
  const edit = { step: Number(at), key, value };
  return fault ? { edit, fault: t.editFault(at, key, fault) } : { edit };
}

function readValue(
  description: SettingDescription,
  given: string,
  { learners }: Settings,
): Coerced {
  if (description.type !== 'list') return coerce(description, given, description.default);
  const { faults, ...read } = readList(description, given.replaceAll('+', ','), [], learners);
  return faults.length === 0 ? read : { ...read, fault: faults.join('; ') };
}

function readEdits(
  text: string,
  settings: Settings,
): { edits: readonly LiveEdit[]; notices: readonly Notice[] } {
  const edits: LiveEdit[] = [];
  const notices: Notice[] = [];
  const items = text.split(',').filter((item) => item !== '');
  for (const item of items.slice(0, MAX_EDITS)) {
    const { edit, fault } = readEdit(item, settings);
    if (edit) edits.push(edit);
    if (fault) notices.push({ key: 'edits', message: texts().about('edits', fault) });
  }
  if (items.length > MAX_EDITS) {
    const clause = texts().mostEdits(MAX_EDITS, items.length - MAX_EDITS);
    notices.push({ key: 'edits', message: texts().about('edits', clause) });
  }
  return { edits: edits.sort((a, b) => a.step - b.step), notices };
}

/** Pairs of a hash; a key said twice counts by its last value, as in most programs. */
function readPairs(hash: string): { pairs: ReadonlyMap<string, string>; notices: Notice[] } {
  const pairs = new Map<string, string>();
  const notices: Notice[] = [];
  for (const part of hash.replace(/^#/, '').split('&')) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    const key = decode(equals < 0 ? part : part.slice(0, equals));
    const value = equals < 0 ? null : decode(part.slice(equals + 1));
    if (key === null || value === null) {
      const { partWithoutValue, partNotEncoded } = texts();
      const message = (equals < 0 ? partWithoutValue : partNotEncoded)(quote(part));
      notices.push({ key: 'link', message });
    } else pairs.set(key, value);
  }
  return { pairs, notices };
}

function versionNotices(version: string | undefined): Notice[] {
  if (version === undefined || version === String(VERSION)) return [];
  const message = /^\d+$/.test(version)
    ? texts().otherVersion(version.slice(0, 20), VERSION)
    : texts().notVersion(quote(version), VERSION);
  return [{ key: 'v', message }];
}

/**
 * Settings and live edits out of the hash of a link, with or without its `#`; the inverse of
 * `encodeHash`. An empty hash gives the defaults. Whatever cannot be read is said in a notice and
 * left out; never throws.
 */
export function decodeHash(hash: string): {
  settings: Settings;
  edits: readonly LiveEdit[];
  notices: readonly Notice[];
} {
  const { pairs, notices } = readPairs(hash);
  const given: Given = Object.fromEntries(
    [...pairs].filter(([key]) => !OWN_KEYS.includes(key) && !MOMENT_KEYS.includes(key)),
  );
  const resolved = resolveSettings(given);
  const { edits, notices: faults } = readEdits(pairs.get('edits') ?? '', resolved.settings);
  return {
    settings: resolved.settings,
    edits,
    notices: [
      ...versionNotices(pairs.get('v')),
      ...notices.slice(0, 5),
      ...resolved.notices,
      ...faults.slice(0, 5),
    ],
  };
}
