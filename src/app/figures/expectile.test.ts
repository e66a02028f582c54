import fc from 'fast-check';
import { expect, it } from 'vitest';
import vectors from '../../learners/testdata/unit-vectors.json';
import { expectileLossAt, expectileOf, tauOf } from './expectile';

const data = fc
  .array(
    fc.record({
      q: fc.double({ min: -10, max: 10, noNaN: true }),
      w: fc.integer({ min: 0, max: 50 }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .filter((rows) => rows.some(({ w }) => w > 0))
  .map((rows) => ({ values: rows.map(({ q }) => q), weights: rows.map(({ w }) => w) }));
const tau = fc.double({ min: 0.01, max: 0.99, noNaN: true });
const seen = ({ values, weights }: { values: number[]; weights: number[] }) =>
  values.filter((_, i) => weights[i] > 0);

it('agrees with the reference vectors', () => {
  const { q, p, ...expected } = vectors.expectile_of_categorical;
  const found = Object.entries(expected);
  expect(found.length).toBeGreaterThan(3);
  for (const [name, value] of found) {
    const at = Number(name.replace('tau', ''));
    expect(expectileOf({ values: q, weights: p }, at)).toBeCloseTo(value, 9);
  }
});

it('is the weighted mean at τ = ½', () => {
  fc.assert(
    fc.property(data, ({ values, weights }) => {
      const mass = weights.reduce((sum, w) => sum + w, 0);
      const mean = values.reduce((sum, q, i) => sum + q * weights[i], 0) / mass;
      expect(expectileOf({ values, weights }, 0.5)).toBeCloseTo(mean, 8);
    }),
  );
});

it('grows with τ, between the smallest and the largest value seen', () => {
  fc.assert(
    fc.property(data, tau, tau, (rows, one, other) => {
      const low = expectileOf(rows, Math.min(one, other));
      const high = expectileOf(rows, Math.max(one, other));
      expect(low).toBeLessThanOrEqual(high + 1e-9);
      expect(low).toBeGreaterThanOrEqual(Math.min(...seen(rows)) - 1e-9);
      expect(high).toBeLessThanOrEqual(Math.max(...seen(rows)) + 1e-9);
    }),
  );
});

it('tends to the largest value seen as τ tends to 1, and never beyond', () => {
  fc.assert(
    fc.property(data, (rows) => {
      const max = Math.max(...seen(rows));
      expect(expectileOf(rows, 1)).toBe(max);
      expect(max - expectileOf(rows, 1 - 1e-9)).toBeLessThan(1e-4);
    }),
  );
});

it('minimises the loss', () => {
  fc.assert(
    fc.property(data, tau, fc.double({ min: -1, max: 1, noNaN: true }), (rows, at, off) => {
      const m = expectileOf(rows, at);
      expect(expectileLossAt(rows, at, m)).toBeLessThanOrEqual(
        expectileLossAt(rows, at, m + off) + 1e-9,
      );
    }),
  );
});

it('is undone by tauOf', () => {
  fc.assert(
    fc.property(data, tau, (rows, at) => {
      fc.pre(Math.max(...seen(rows)) - Math.min(...seen(rows)) > 1e-3);
      expect(tauOf(rows, expectileOf(rows, at))).toBeCloseTo(at, 6);
    }),
  );
});

it('refuses values without weight', () => {
  expect(() => expectileOf({ values: [1, 2], weights: [0, 0] }, 0.5)).toThrow(RangeError);
});
