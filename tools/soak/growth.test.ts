import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growthOf } from './growth';

const ALLOWANCE = { absolute: 40, share: 0 };

const series = (n: number, valueAt: (i: number) => number) =>
  Array.from({ length: n }, (_, i) => ({ at: 20 * i, value: valueAt(i) }));

/** Noise of a seed, the same for all tests: between −1 and 1. */
function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}

describe('growth', () => {
  it('sees a leak under noise ten times as large as what one look adds', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const next = noise(seed);
        const found = growthOf(
          series(40, (i) => 1000 + 10 * i + 100 * next()),
          ALLOWANCE,
        );
        expect(found.grows).toBe(true);
        expect(Math.abs(found.each - 10 / 20)).toBeLessThan(0.35);
      }),
    );
  });

  it('does not take noise, a warm-up or an outlier for one', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat({ max: 39 }), (seed, outlier) => {
        const next = noise(seed);
        const flat = series(40, (i) => {
          if (i === outlier) return 1e6;
          return 1000 + 15 * next() + (i < 10 ? -90 * (10 - i) : 0);
        });
        expect(growthOf(flat, ALLOWANCE).grows).toBe(false);
      }),
    );
  });

  it('takes one step up, after which it is flat, for none', () => {
    expect(
      growthOf(
        series(40, (i) => (i < 22 ? 1000 : 1500)),
        ALLOWANCE,
      ).grows,
    ).toBe(false);
  });

  it('sees one node a repetition', () => {
    const found = growthOf(
      series(24, (i) => 9000 + 20 * i),
      ALLOWANCE,
    );
    expect(found).toMatchObject({ each: 1, grows: true });
  });

  it('allows a share of what there is', () => {
    const slow = series(40, (i) => 1e6 + 100 * i);
    expect(growthOf(slow, { absolute: 0, share: 0.01 }).grows).toBe(false);
    expect(growthOf(slow, { absolute: 0, share: 0.001 }).grows).toBe(true);
  });

  it('refuses to judge by a handful of looks', () => {
    expect(() =>
      growthOf(
        series(6, (i) => i),
        ALLOWANCE,
      ),
    ).toThrow(RangeError);
  });
});
