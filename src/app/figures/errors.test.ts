import fc from 'fast-check';
import { expect, it } from 'vitest';
import { binOf, errorsByCount } from './errors';

const table = fc.integer({ min: 1, max: 12 }).chain((states) =>
  fc.record({
    counts: fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3000 })), {
      minLength: 4 * states,
      maxLength: 4 * states,
    }),
    q: fc.array(fc.double({ min: -3, max: 3, noNaN: true }), {
      minLength: 4 * states,
      maxLength: 4 * states,
    }),
    acting: fc.array(fc.boolean(), { minLength: states, maxLength: states }),
  }),
);

it('counts every pair where one acts once', () => {
  fc.assert(
    fc.property(table, ({ counts, q, acting }) => {
      const truth = q.map(() => 0);
      const bins = errorsByCount(q, truth, counts, (s) => acting[s]);
      const pairs = bins.reduce((sum, bin) => sum + bin.pairs, 0);
      expect(pairs).toBe(4 * acting.filter(Boolean).length);
      for (const { median, lower, upper, pairs: some } of bins) {
        if (some === 0) expect(median).toBeNull();
        else {
          expect(lower).toBeLessThanOrEqual(median ?? Number.NaN);
          expect(median).toBeLessThanOrEqual(upper ?? Number.NaN);
        }
      }
    }),
  );
});

it('puts a pair between the ends of its bin', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (count) => {
      const q = [0, 0, 0, 0];
      const bins = errorsByCount(q, q, [count, 0, 0, 0], () => true);
      const { from, to } = bins[binOf(count, count)];
      expect(count).toBeGreaterThanOrEqual(from);
      expect(count).toBeLessThanOrEqual(to);
    }),
  );
});

it('sets apart what has no row, and takes medians of the rest', () => {
  const counts = [1, 2, 3, 0, 0, 0, 0, 0];
  const q = [1, 2, 4, 9, 5, 6, 7, 100];
  const bins = errorsByCount(q, [0, 0, 0, 1, 0, 0, 0, 0], counts, () => true);
  expect(bins.map(({ pairs }) => pairs)).toEqual([4, 1, 1, 2]);
  expect(bins.map(({ median }) => median)).toEqual([6.5, 8, 1, 3]);
});

it('counts pairs whose errors are not finite, and leaves them out of the median', () => {
  const bins = errorsByCount([Number.NaN, 1, 2, 3], [0, 0, 0, 0], [1, 1, 1, 1], () => true);
  expect(bins[2].pairs).toBe(4);
  expect(bins[2].median).toBe(2);
});
