import { decimal, quoted } from '../../data/text';
import { nearestOf } from '../../learners/language/nearest';
import { AUTO, type SettingDescription } from '../../learners/meta';
import { notices } from '../../texts/notices';
import type { SettingValue } from '../types';
import { isPacked, unpack } from './packed';

/**
 * A value brought into the range of its setting; `fault` is a clause about what was put right, and
 * `defaulted` says that nothing of what was given could be used.
 */
export interface Coerced {
  readonly value: SettingValue;
  readonly fault?: string;
  readonly defaulted?: boolean;
}

const SHOWN = 60;

/** Anything at all as a short quotation for a sentence; never throws. */
export function quote(given: unknown): string {
  if (typeof given === 'string') return quoted(given);
  if (given === null || ['number', 'boolean', 'bigint', 'undefined'].includes(typeof given))
    return String(given).slice(0, SHOWN);
  if (Array.isArray(given)) return notices().list;
  return typeof given === 'object' ? notices().object : notices().thing(typeof given);
}

/** A value of a setting for a sentence. */
const said = (value: SettingValue): string | number =>
  typeof value === 'number' ? value : String(value);

function toNumber(given: unknown): number {
  if (typeof given === 'number') return given;
  if (typeof given !== 'string') return Number.NaN;
  const text = given.trim();
  if (/^[+-]?infinity$/i.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  return decimal(text);
}

function coerceNumber(
  description: SettingDescription & { type: 'number' },
  given: unknown,
  fallback: SettingValue,
): Coerced {
  const { min, max, unit, integer, auto } = description;
  if (auto && typeof given === 'string' && given.trim().toLowerCase() === AUTO)
    return { value: AUTO };
  const number = toNumber(given);
  if (Number.isNaN(number)) {
    const t = notices();
    const fault = (auto ? t.notNumberOr(AUTO) : t.notNumber)(quote(given), said(fallback));
    return { value: fallback, defaulted: true, fault };
  }
  if (number < min || number > max) {
    const bound = number < min ? min : max;
    return { value: bound, fault: notices().outside(quote(given), min, max, unit, bound) };
  }
  if (integer && !Number.isInteger(number)) {
    const whole = Math.round(number);
    return { value: whole, fault: notices().notWhole(quote(given), whole) };
  }
  // A negative zero would print as another value than it compares.
  return { value: number + 0 };
}

function coerceText(maxLength: number, given: string, fallback: SettingValue): Coerced {
  const refuse = (why: string) => ({
    value: fallback,
    defaulted: true,
    fault: notices().textRefused(why),
  });
  const read = isPacked(given) ? unpack(given, maxLength) : { text: given };
  if ('fault' in read) return refuse(read.fault);
  const { text } = read;
  if (text.length <= maxLength) return { value: text };
  return refuse(notices().textTooLong(text.length, maxLength));
}

/**
 * Brings whatever was given (from a link, the command line or a script) to a legal value of one
 * setting: numbers to the nearest bound, anything else that does not fit to `fallback`. Lists are
 * not for this function: what a legal list is depends on what it lists. Never throws.
 */
export function coerce(
  description: Exclude<SettingDescription, { type: 'list' }>,
  given: unknown,
  fallback: SettingValue,
): Coerced {
  switch (description.type) {
    case 'number':
      return coerceNumber(description, given, fallback);
    case 'choice': {
      const known = description.options.some(({ value }) => value === given);
      if (known) return { value: given as string };
      const values = description.options.map(({ value }) => value);
      const nearest = typeof given === 'string' ? nearestOf(given, values) : null;
      const options = values.join(', ');
      const used = said(fallback);
      const fault =
        nearest === null
          ? notices().notOneOf(quote(given), options, used)
          : notices().notOneOfBut(quote(given), quote(nearest), options, used);
      return { value: fallback, defaulted: true, fault };
    }
    case 'boolean': {
      if (given === true || given === 'true' || given === '1') return { value: true };
      if (given === false || given === 'false' || given === '0') return { value: false };
      return {
        value: fallback,
        defaulted: true,
        fault: notices().notBoolean(quote(given), said(fallback)),
      };
    }
    case 'text': {
      if (typeof given !== 'string') {
        return {
          value: fallback,
          defaulted: true,
          fault: notices().notText(quote(given)),
        };
      }
      return coerceText(description.maxLength, given, fallback);
    }
  }
}
