import { describe, expect, it } from 'vitest';
import {
  formatCount,
  formatDecade,
  formatSeen,
  formatShare,
  formatSigned,
  formatSmall,
  formatValue,
} from './format';

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
      '0 %',
      '<1 %',
      '37 %',
      '>99 %',
      '100 %',
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
