import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wideningOf } from './widening';

const aboveOf = (shares: readonly number[], factor: number) =>
  shares.filter((share) => share > factor).length;

describe('the widening of a scale', () => {
  it('waits until more than half of what is shown would lie above its end', () => {
    expect(wideningOf([])).toBe(1);
    expect(wideningOf([0.2, 7])).toBe(1);
    expect(wideningOf([0.2, 7, 1.5])).toBe(2);
    expect(wideningOf([4, 7, 30])).toBe(10);
  });

  it('does not follow what lies below, nor what is no number', () => {
    expect(wideningOf([-40, -30, -20, 0.5])).toBe(1);
    expect(wideningOf([Number.NaN, Number.POSITIVE_INFINITY, 0.1])).toBe(1);
  });

  it('is the least of 1, 2, 5, 10 … that leaves at most half above', () => {
    const steps = [
      1,
      ...[0, 1, 2, 3, 4, 5, 6, 7].flatMap((e) => [2, 5, 10].map((f) => f * 10 ** e)),
    ];
    const share = fc.double({ min: -1e3, max: 1e7, noNaN: true });
    fc.assert(
      fc.property(fc.array(share, { minLength: 1 }), (shares) => {
        const least = steps.find((step) => 2 * aboveOf(shares, step) <= shares.length);
        expect(wideningOf(shares)).toBe(least);
      }),
    );
  });
});
