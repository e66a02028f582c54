import fc from 'fast-check';
import { expect, it } from 'vitest';
import { axisEnd, widerAxis } from './axis';

it('ends with the verdict, then with whole runs, and holds every step', () => {
  expect([0, 1, 1050, 1051, 4200].map((step) => axisEnd(step, 1050))).toEqual([
    1050, 1050, 1050, 2100, 4200,
  ]);
  fc.assert(
    fc.property(
      fc.nat({ max: 5_000_000 }),
      fc.integer({ min: 1, max: 20_000 }),
      (step, verdict) => {
        const end = axisEnd(step, verdict);
        expect(end).toBeGreaterThanOrEqual(step);
        expect(end % verdict).toBe(0);
        expect(end).toBeLessThanOrEqual(Math.max(verdict, 1.25 * step + verdict));
        expect(axisEnd(end, verdict)).toBe(end);
      },
    ),
  );
});

it('is drawn anew a few times, however long a run is', () => {
  const ends = new Set<number>();
  for (let step = 0; step <= 1_000_000; step += 50) ends.add(axisEnd(step, 1050));
  expect(ends.size).toBeLessThan(40);
});

const lineOf = (...values: readonly (number | null)[]) => ({
  points: values.map((y, x) => ({ x, y })),
});

it('grows where more than half would lie above, around 0 both ways, else upwards alone', () => {
  expect(widerAxis([-1, 1], [lineOf(0.5, 3, null, 3), lineOf(-9)])).toEqual({
    ...{ axis: [-1, 1], factor: 1 },
  });
  expect(widerAxis([-1, 1], [lineOf(0.5, 3, 3)])).toEqual({ axis: [-5, 5], factor: 5 });
  expect(widerAxis([-0.1, 0.9], [lineOf(4, 4, 0)])).toEqual({ axis: [-0.1, 4.9], factor: 5 });
});
