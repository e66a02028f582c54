import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { iqmOf, summaryOf } from './summary';

describe('several seeds as one number', () => {
  it('is their interquartile mean with its range, of what is finite', () => {
    expect(summaryOf([1, 2, 3, 100, null, Number.NaN])).toEqual({ iqm: 2.5, low: 1, high: 100 });
    expect(iqmOf([0.2, undefined, 0.4])).toBeCloseTo(0.3, 12);
    expect(summaryOf([null, Number.POSITIVE_INFINITY])).toBeNull();
    expect(iqmOf([])).toBeNull();
  });

  it('is the number itself where there is one seed', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (given) => {
        const value = given + 0;
        expect(summaryOf([value])).toEqual({ iqm: value, low: value, high: value });
      }),
    );
  });
});
