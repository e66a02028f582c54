import { decimal, quoted } from '../../data/text';
import type { SettingDescription } from '../../learners/meta';
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
  if (Array.isArray(given)) return 'a list';
  return typeof given === 'object' ? 'an object' : `a ${typeof given}`;
}

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
  const number = toNumber(given);
  if (Number.isNaN(number)) {
    return {
      value: fallback,
      defaulted: true,
      fault: `${quote(given)} is not a number; ${fallback} is used`,
    };
  }
  const { min, max, unit, integer } = description;
  if (number < min || number > max) {
    const bound = number < min ? min : max;
    const range = `${min} to ${max}${unit ? ` ${unit}` : ''}`;
    return { value: bound, fault: `${quote(given)} is outside ${range}; ${bound} is used` };
  }
  if (integer && !Number.isInteger(number)) {
    const whole = Math.round(number);
    return { value: whole, fault: `${quote(given)} is not a whole number; ${whole} is used` };
  }
  // A negative zero would print as another value than it compares.
  return { value: number + 0 };
}

function coerceText(maxLength: number, given: string, fallback: SettingValue): Coerced {
  const refuse = (why: string) => ({
    value: fallback,
    defaulted: true,
    fault: `${why}; the default is used`,
  });
  const read = isPacked(given) ? unpack(given, maxLength) : { text: given };
  if ('fault' in read) return refuse(read.fault);
  const { text } = read;
  if (text.length <= maxLength) return { value: text };
  return refuse(`the text is ${text.length} characters long, ${maxLength} are allowed`);
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
      const options = description.options.map(({ value }) => value).join(', ');
      return {
        value: fallback,
        defaulted: true,
        fault: `${quote(given)} is not one of ${options}; ${fallback} is used`,
      };
    }
    case 'boolean': {
      if (given === true || given === 'true' || given === '1') return { value: true };
      if (given === false || given === 'false' || given === '0') return { value: false };
      return {
        value: fallback,
        defaulted: true,
        fault: `${quote(given)} is not true or false; ${fallback} is used`,
      };
    }
    case 'text': {
      if (typeof given !== 'string') {
        return {
          value: fallback,
          defaulted: true,
          fault: `${quote(given)} is not a text; the default is used`,
        };
      }
      return coerceText(description.maxLength, given, fallback);
    }
  }
}
