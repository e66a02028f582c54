import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { otherReading, partedReading } from './readings';

const fare = (trueReturn: number) => ({ trueReturn, goalRate: 1, goalSteps: 3 });
const seed = (trueReturn: number, distribution: number, mostLikely: number) => ({
  trueReturn,
  readings: { distribution: fare(distribution), mostLikely: fare(mostLikely) },
});

describe('otherReading', () => {
  it('is the one that does not walk', () => {
    expect(otherReading([seed(0.2, 0.2, 0)])).toEqual({ reading: 'mostLikely', earns: [0] });
    expect(otherReading([seed(0, 0.2, 0), seed(0.1, 0.3, 0.1)])).toEqual({
      reading: 'distribution',
      earns: [0.2, 0.3],
    });
  });

  it('is none of what acts on its values, nor before anything is measured', () => {
    expect(otherReading([{ trueReturn: 1, readings: null }])).toBeNull();
    expect(otherReading([])).toBeNull();
  });
});

describe('partedReading', () => {
  it('tells of the other one where it differs in substance, in any unit', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (unit) => {
        expect(partedReading([seed(0.2 * unit, 0.2 * unit, 0)], unit)).toEqual({
          reading: 'mostLikely',
          earns: 0,
        });
        expect(partedReading([seed(unit, unit, 1.01 * unit)], unit)).toBeNull();
      }),
    );
  });
});
