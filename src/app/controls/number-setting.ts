import type { SettingDescription } from '../../learners/meta';
import { formatCount, formatPlain } from '../../texts/format';

export type NumberDescription = Extract<SettingDescription, { type: 'number' }>;

/** Positions of a logarithmic slider run from 0 to this. */
export const LOG_POSITIONS = 200;

/** More stops than these and a slider can no longer be aimed; the number is then only typed. */
const MOST_STOPS = 1000;

/** Whether a slider makes sense for a setting: logarithmic, or with few enough stops. */
export function hasSlider({ scale, min, max, step }: NumberDescription): boolean {
  return scale === 'log' || (max - min) / step <= MOST_STOPS;
}

/** Decimals that a step can tell apart. */
function decimalsOf(step: number): number {
  return Math.min(10, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)));
}

/** The legal value next to `value`: within the bounds, on the grid of steps counted from 0. */
export function snapped(value: number, { min, max, step, integer }: NumberDescription): number {
  const grid = Number((Math.round(value / step) * step).toFixed(decimalsOf(step)));
  const inside = Math.min(max, Math.max(min, grid));
  return integer ? Math.round(inside) : inside;
}

/** Where `value` stands on the slider: itself, or its place in [0, LOG_POSITIONS] on a logarithmic one. */
export function positionOf(value: number, { min, max, scale }: NumberDescription): number {
  if (scale !== 'log') return value;
  const inside = Math.min(max, Math.max(min, value));
  return (LOG_POSITIONS * Math.log(inside / min)) / Math.log(max / min);
}

/**
 * The value at a position of the slider. On a logarithmic one, values come in two significant digits:
 * 0.021, not 0.020892961. The ends are exact.
 */
export function valueAt(position: number, description: NumberDescription): number {
  const { min, max, scale } = description;
  if (scale !== 'log') return snapped(position, description);
  if (position <= 0) return min;
  if (position >= LOG_POSITIONS) return max;
  const exact = min * (max / min) ** (position / LOG_POSITIONS);
  const digit = 10 ** (Math.floor(Math.log10(exact)) - 1);
  return snapped(Number((Math.round(exact / digit) * digit).toPrecision(2)), description);
}

/** The value one key press away on a logarithmic slider; moves by at least one step. */
export function neighborValue(value: number, by: number, description: NumberDescription): number {
  if (description.scale !== 'log') return snapped(value + by * description.step, description);
  const next = valueAt(positionOf(value, description) + by * 4, description);
  return next === value ? snapped(value + Math.sign(by) * description.step, description) : next;
}

/** A setting's value for people: «0.02», «1e-5», «12,500». */
export function formatSetting(value: number, { integer, step }: NumberDescription): string {
  if (integer) return formatCount(value);
  if (value !== 0 && Math.abs(value) < 1e-3) {
    const [mantissa, exponent] = value.toExponential().split('e');
    return `${formatPlain(Number(mantissa))}e${exponent}`;
  }
  return formatPlain(Number(value.toFixed(decimalsOf(step))));
}

/** Thousands apart, by one sign throughout: «12.500», «1,000,000». */
const GROUPED = /^\d{1,3}([.,])\d{3}(?:\1\d{3})*$/;
/** Thousands apart and decimals, each by a sign of its own: «1.234,5». */
const GROUPED_DECIMAL = /^(\d{1,3}(?:([.,])\d{3})+)(?!\2)[.,](\d*)$/;

/** Digits with points and commas as the programme writes the number; '' where they make none. */
function plainDigits(digits: string, integer: boolean): string {
  const grouped = digits.replace(/[.,]/g, '');
  if (GROUPED.test(digits) && (integer || digits.length - grouped.length > 1)) return grouped;
  const mixed = GROUPED_DECIMAL.exec(digits);
  if (mixed) return `${mixed[1].replace(/[.,]/g, '')}.${mixed[3]}`;
  const decimal = digits.replace(',', '.');
  return /^(\d+\.?\d*|\.\d+)$/.test(decimal) ? decimal : '';
}

/**
 * Reads what a person typed, in any language: a comma is as good a decimal sign as a point, and of
 * whole numbers both may set thousands apart, as spaces and apostrophes may. «1.500» is so 1500 where
 * only whole numbers are asked for, 1.5 elsewhere: numbers with decimals are never shown with
 * thousands apart. NaN where it is no number.
 */
export function parseEntry(
  text: string,
  { integer = false }: { readonly integer?: boolean },
): number {
  const plain = text.replace(/[\s'’]/g, '').replace('−', '-');
  const [, sign, typed, exponent = ''] = /^([+-]?)([\d.,]+)(e[+-]?\d+)?$/i.exec(plain) ?? [];
  const digits = typed === undefined ? '' : plainDigits(typed, integer);
  return digits === '' ? Number.NaN : Number(`${sign}${digits}${exponent}`);
}
