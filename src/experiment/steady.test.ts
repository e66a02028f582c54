import { expect, it } from 'vitest';
import { type Claim, measured } from './claims';
import { steadinessOf } from './steady';
import type { Snapshot } from './types';

const claim: Claim = {
  id: 'earns',
  text: '',
  goal: 1,
  value: measured('cql', 'trueReturn'),
  low: 0.5,
};

/** Two seeds: one earns always, the other no longer after step 300. */
const series = Array.from(
  { length: 11 },
  (_, i) =>
    ({
      step: 50 * i,
      truth: {},
      learners: {
        cql: { seeds: [{ trueReturn: 1 }, { trueReturn: 50 * i <= 300 ? 1 : 0 }] },
      },
    }) as unknown as Snapshot,
);

it('looks at the verdict, at multiples of it, and at every point from there on', () => {
  const [steady, fading] = steadinessOf([claim], series, 100).map(([only]) => only);
  expect(steady.share).toBe(1);
  // Up to step 500: the verdict, twice and four times its step; ten times is beyond the series.
  expect([...steady.at.keys()]).toEqual([1, 2, 4]);
  expect([...fading.at.values()].map(({ kept }) => kept)).toEqual([true, true, false]);
  expect([...fading.at.values()].map(({ value }) => value)).toEqual([1, 1, 0]);
  // Nine points from 100 to 500, of which those up to 300 are kept.
  expect(fading.share).toBeCloseTo(5 / 9, 12);
});

it('has nothing to say of a series that did not come to its verdict', () => {
  expect(steadinessOf([claim], series, 600)).toEqual([]);
});
