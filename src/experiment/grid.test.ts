import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextMeasuredStep } from './grid';

it('walks the multiples and stops at the verdict, and goes on beyond it', () => {
  const walk = (every: number, last: number, count: number) => {
    const steps = [0];
    while (steps.length < count) steps.push(nextMeasuredStep(steps[steps.length - 1], every, last));
    return steps;
  };
  expect(walk(50, 120, 6)).toEqual([0, 50, 100, 120, 150, 200]);
  expect(walk(50, 100, 4)).toEqual([0, 50, 100, 150]);
  expect(walk(50, 20, 3)).toEqual([0, 20, 50]);
});

it('always goes on, and never over the verdict', () => {
  const whole = fc.integer({ min: 1, max: 5000 });
  fc.assert(
    fc.property(fc.nat(100_000), whole, whole, (step, every, last) => {
      const next = nextMeasuredStep(step, every, last);
      expect(next).toBeGreaterThan(step);
      expect(next - step).toBeLessThanOrEqual(every);
      expect(step < last && next > last).toBe(false);
      expect(next === last || next % every === 0).toBe(true);
    }),
  );
});
