import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schemaOf, settingKeys } from '../../experiment/settings/describe';
import {
  formatSetting,
  hasSlider,
  LOG_POSITIONS,
  type NumberDescription,
  neighborValue,
  parseEntry,
  positionOf,
  snapped,
  valueAt,
} from './scale';

/** Every number there is in the settings, by key. */
const NUMBERS = settingKeys([]).flatMap((key): [string, NumberDescription][] => {
  const description = schemaOf(key);
  return description?.type === 'number' ? [[key, description]] : [];
});

describe.each(NUMBERS)('the control of %s', (_key, description) => {
  it('comes back to a value that it can stand on', () => {
    if (!hasSlider(description)) return;
    const top = description.scale === 'log' ? LOG_POSITIONS : description.max;
    const bottom = description.scale === 'log' ? 0 : description.min;
    fc.assert(
      fc.property(fc.double({ min: bottom, max: top, noNaN: true }), (position) => {
        const value = valueAt(position, description);
        expect(value).toBeGreaterThanOrEqual(description.min);
        expect(value).toBeLessThanOrEqual(description.max);
        expect(snapped(value, description)).toBe(value);
        expect(valueAt(positionOf(value, description), description)).toBeCloseTo(value, 9);
      }),
    );
    expect(valueAt(bottom, description)).toBe(description.min);
    expect(valueAt(top, description)).toBe(description.max);
  });

  it('moves with every key press until its end', () => {
    const { min, max } = description;
    for (const value of [min, snapped((min + max) / 2, description), max]) {
      expect(neighborValue(value, 1, description) > value || value === max).toBe(true);
      expect(neighborValue(value, -1, description) < value || value === min).toBe(true);
    }
  });

  it('prints what it can read again', () => {
    for (const value of [description.min, description.default, description.max])
      expect(parseEntry(formatSetting(value, description))).toBeCloseTo(value, 9);
  });
});

describe('typed numbers', () => {
  it.each([
    ['0.5', 0.5],
    [' 12,500 ', 12500],
    ['−3', -3],
    ['1e-4', 1e-4],
  ])('reads %j', (text, value) => {
    expect(parseEntry(text)).toBe(value);
  });

  it.each(['', 'many', '1.2.3'])('finds no number in %j', (text) => {
    expect(parseEntry(text)).toBeNaN();
  });
});
