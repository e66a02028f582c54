import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { schemaOf, settingKeys } from '../../experiment/settings/describe';
import { speak } from '../../texts/speak';
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
} from './number-setting';

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
    const numbers = [description.min, description.default, description.max];
    for (const value of numbers.filter((one) => one !== 'auto'))
      expect(parseEntry(formatSetting(value, description), description)).toBeCloseTo(value, 9);
  });
});

describe.each(['en-GB', 'de-DE', 'de-CH', 'de-AT'])(
  'numbers as they are written in %s',
  (locale) => {
    beforeEach(() => speak(locale.startsWith('de') ? 'de' : 'en', locale));
    afterEach(() => speak('en'));

    it('are read again as they are shown', () => {
      for (const [, description] of NUMBERS) {
        const { min, max } = description;
        fc.assert(
          fc.property(fc.double({ min, max, noNaN: true }), (any) => {
            const value = snapped(any, description);
            const shown = formatSetting(value, description);
            expect(parseEntry(shown, description)).toBeCloseTo(value, 9);
          }),
          { numRuns: 20 },
        );
      }
    });
  },
);

describe('typed numbers', () => {
  it.each([
    ['0.5', 0.5],
    ['0,5', 0.5],
    [',25', 0.25],
    ['1.125', 1.125],
    ['1,125', 1.125],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['−3', -3],
    ['1e-4', 1e-4],
    ['1,5e-4', 1.5e-4],
  ])('reads %j where there may be decimals', (text, value) => {
    expect(parseEntry(text, {})).toBe(value);
  });

  it.each([
    [' 12,500 ', 12500],
    ['12.500', 12500],
    ['12’500', 12500],
    ['12\u202f500', 12500],
    ['2,147,483,647', 2147483647],
    ['1.5', 1.5],
    ['2e3', 2000],
  ])('reads %j where whole numbers are asked for', (text, value) => {
    expect(parseEntry(text, { integer: true })).toBe(value);
  });

  it.each(['', 'many', '1.2.3', '1,2,3', '1.23.456,7', '1.234.5', '.', '0x10', 'Infinity'])(
    'finds no number in %j',
    (text) => {
      expect([{ integer: true }, {}].map((kind) => parseEntry(text, kind))).toEqual([
        Number.NaN,
        Number.NaN,
      ]);
    },
  );
});

it('writes numbers as the reader does', async () => {
  const of = (step: number) => ({ step, min: 0, max: 1 }) as NumberDescription;
  await speak('de');
  expect([formatSetting(0.025, of(0.001)), formatSetting(1.5e-5, of(1e-6))]).toEqual([
    '0,025',
    '1,5e-5',
  ]);
  await speak('en');
});
