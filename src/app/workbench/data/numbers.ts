import { EDIT_RANGES } from '../../../data/edits';
import type { NumberDescription } from '../../controls/number-setting';

/** How a number of an edit is typed and shown. */
function number(name: keyof typeof EDIT_RANGES, step: number, integer = false): NumberDescription {
  const { min, max } = EDIT_RANGES[name];
  return {
    type: 'number',
    label: name,
    help: '',
    scope: 'data',
    default: 0,
    min,
    max,
    step,
    integer,
  };
}

export const THRESHOLD = number('value', 0.001);
export const PERCENT = number('percent', 0.1);
export const DEVIATION = number('deviation', 0.01);
export const SEED = number('seed', 1, true);

/** A typed number within the range of what it describes; the former one for what is no number. */
export function inRange(
  typed: number | string,
  former: number,
  { min, max, integer }: NumberDescription,
): number {
  const value = typeof typed === 'number' ? typed : Number.NaN;
  if (!Number.isFinite(value)) return former;
  const inside = Math.max(min, Math.min(max, value));
  return integer ? Math.round(inside) : inside;
}
