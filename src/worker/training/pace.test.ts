import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Pace, SliceBudget, STEPS_PER_SECOND } from './pace';

/** Steps taken in `milliseconds` by a loop that looks every `every` milliseconds and pays what is due. */
function taken(speed: 'watch' | 'fast', milliseconds: number, every: number): number {
  const pace = new Pace(speed, 0);
  let steps = 0;
  for (let now = every; now <= milliseconds; now += every) {
    const due = pace.due(now);
    steps += due;
    pace.paid(due);
  }
  return steps;
}

describe('the pace of training', () => {
  it('keeps to the speed asked for, however often it is looked at', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('watch' as const, 'fast' as const),
        fc.integer({ min: 1, max: 40 }),
        (speed, every) => {
          const wanted = (STEPS_PER_SECOND[speed] * 4000) / 1000;
          expect(Math.abs(taken(speed, 4000, every) - wanted)).toBeLessThanOrEqual(
            2 + (STEPS_PER_SECOND[speed] * every) / 1000,
          );
        },
      ),
    );
  });

  it('does not make up for a stall in one burst', () => {
    const pace = new Pace('watch', 0);
    expect(pace.due(60_000)).toBeLessThan(60);
  });

  it('says how long to wait, and is due after that wait', () => {
    const pace = new Pace('watch', 0);
    expect(pace.due(1)).toBe(0);
    const wait = pace.wait();
    expect(wait).toBeGreaterThan(0);
    expect(pace.due(1 + wait)).toBe(1);
  });

  it('never waits at full speed', () => {
    const pace = new Pace('full', 0);
    expect(pace.due(0)).toBe(Number.POSITIVE_INFINITY);
    expect(pace.wait()).toBe(0);
  });

  it('owes nothing after a pause or a change of speed', () => {
    const pace = new Pace('fast', 0);
    expect(pace.due(100)).toBe(150);
    pace.restart(5000);
    expect(pace.due(5000)).toBe(0);
    pace.due(5100);
    pace.change('watch', 5100);
    expect(pace.due(5100)).toBe(0);
  });
});

describe('the budget of a slice', () => {
  it('starts with a single step and never asks for none or too many', () => {
    const budget = new SliceBudget(30);
    expect(budget.steps(1000)).toBe(1);
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.integer({ min: 1, max: 50 }), fc.double({ min: 0, max: 500, noNaN: true })),
        ),
        fc.integer({ min: 1, max: 5000 }),
        (history, most) => {
          const learnt = new SliceBudget(30);
          for (const [steps, milliseconds] of history) learnt.learn(steps, milliseconds);
          const steps = learnt.steps(most);
          expect(steps).toBeGreaterThanOrEqual(1);
          expect(steps).toBeLessThanOrEqual(most);
        },
      ),
    );
  });

  it('fills the slice at a steady cost and shrinks at once when steps get dearer', () => {
    const budget = new SliceBudget(30);
    for (let slice = 0; slice < 20; slice++) budget.learn(10, 10);
    expect(budget.steps(1000)).toBe(30);
    budget.learn(10, 100);
    expect(budget.steps(1000)).toBe(3);
  });
});
