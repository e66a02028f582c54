import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import {
  formatCount,
  formatDecade,
  formatList,
  formatPlain,
  formatSeen,
  formatShare,
  formatSigned,
  formatSmall,
  formatValue,
  plural,
} from './format';
import { speak } from './speak';

describe('numbers for people', () => {
  it.each([
    [0.377, '0.38'],
    [-0.004, '0.00'],
    [-0.377, '−0.38'],
    [12.34, '12.3'],
    [-113.2, '−113'],
    [Number.NaN, 'not finite'],
  ])('writes %d as %s', (value, text) => expect(formatValue(value)).toBe(text));

  it('signs what is above zero, and only that', () => {
    expect([0.6, -0.6, 0, 0.001].map((value) => formatSigned(value))).toEqual([
      '+0.60',
      '−0.60',
      '0.00',
      '0.00',
    ]);
  });

  it('never rounds a share to none or all of it', () => {
    expect([0, 0.001, 0.37, 0.999, 1].map(formatShare)).toEqual([
      '0\u00a0%',
      '<1\u00a0%',
      '37\u00a0%',
      '>99\u00a0%',
      '100\u00a0%',
    ]);
  });

  it('says how often an action was seen', () => {
    expect([0, 1, 25].map(formatSeen)).toEqual(['never seen', 'seen once', 'seen 25 times']);
    expect(formatCount(12500)).toBe('12,500');
  });

  it('writes decades and small numbers as powers', () => {
    expect([-6, -2, 0, 3, 12].map(formatDecade)).toEqual(['10⁻⁶', '0.01', '1', '1000', '10¹²']);
    expect([0.00123, 3.44e-6, 0, 5].map(formatSmall)).toEqual(['0.0012', '3.4·10⁻⁶', '0.00', '5']);
  });
});

describe('lists', () => {
  afterEach(() => speak('en'));

  const lists = () => [[], ['A'], ['A', 'B'], ['A', 'B', 'C']].map(formatList);

  it('are joined as people do', async () => {
    const english = ['', 'A', 'A and B', 'A, B and C'];
    expect(lists()).toEqual(english);
    await speak('en', 'en-US');
    expect(lists()).toEqual(english);
    await speak('de', 'de-CH');
    expect(lists()).toEqual(['', 'A', 'A und B', 'A, B und C']);
  });
});

describe('numbers in another language', () => {
  afterEach(() => speak('en'));

  it('writes them as that language does', async () => {
    await speak('de');
    expect([formatValue(-0.377), formatSigned(0.6), formatCount(12500)]).toEqual([
      '−0,38',
      '+0,60',
      '12.500',
    ]);
    expect([formatDecade(-2), formatSmall(3.44e-6), formatPlain(-0.025)]).toEqual([
      '0,01',
      '3,4·10⁻⁶',
      '−0,025',
    ]);
    expect([0, 1, 25].map(formatSeen)).toEqual(['nie gesehen', 'einmal gesehen', '25-mal gesehen']);
  });

  it('writes them as the region does', async () => {
    await speak('de', 'de-CH');
    expect(formatValue(0.377)).toBe('0.38');
    // Which apostrophe depends on the version of the locale data.
    expect(formatCount(12500)).toMatch(/^12['’]500$/);
  });

  it('writes English as a programme would, but for the sign', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (value) => {
        const size = Math.abs(value);
        const decimals = size >= 99.5 ? 0 : size >= 9.95 ? 1 : 2;
        expect(Number(formatValue(value).replace('−', '-'))).toBeCloseTo(
          Number(value.toFixed(decimals)),
          6,
        );
      }),
    );
  });

  it('knows one from many', () => {
    expect([0, 1, 2].map((n) => plural(n, { one: 'row', other: 'rows' }))).toEqual([
      'rows',
      'row',
      'rows',
    ]);
  });
});
