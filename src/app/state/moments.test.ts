import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendMoment, type Moments, momentAt, noMoments } from './moments';
import { type Shown, shownLearner } from './seeds';
import { momentOf } from './testing';

/** Bytes of one seed of `momentOf`: three tables of a state's four actions, and an occupancy. */
const SEED = 4 * 13;

function kept(steps: readonly number[], seeds: number, budget: number, shown: Shown): Moments {
  return steps.reduce(
    (all, step) => appendMoment(all, momentOf('a', step, seeds), shown, budget),
    noMoments('a'),
  );
}
const stepsOf = (moments: Moments) => moments.kept.map(({ step }) => step);
const grid = (count: number) => Array.from({ length: count }, (_, i) => 50 * i);

describe('kept moments', () => {
  it('are all that were measured while there is room', () => {
    const moments = kept(grid(100), 2, 200 * SEED, 0);
    expect(stepsOf(moments)).toEqual(grid(100));
    expect(moments).toMatchObject({ bytes: 200 * SEED, spacing: 0, seed: null });
  });

  it('refuse another run and earlier steps; the same step takes the place of the last', () => {
    const two = kept([0, 50], 1, 1e6, 0);
    expect(appendMoment(two, momentOf('b', 100), 0)).toBe(two);
    expect(appendMoment(two, momentOf('a', 49), 0)).toBe(two);
    const again = appendMoment(two, momentOf('a', 50), 0);
    expect(stepsOf(again)).toEqual([0, 50]);
    expect(again.bytes).toBe(2 * SEED);
  });

  it('keep the seed that is shown before the others, and all of the last moment', () => {
    const moments = kept(grid(12), 4, 40 * SEED, 2);
    expect(moments.seed).toBe(2);
    expect(stepsOf(moments)).toEqual(grid(12));
    const [first] = moments.kept;
    expect(shownLearner(first.frame.learners.dqn, 2)?.q).toEqual(new Float32Array(4));
    expect(shownLearner(first.frame.learners.dqn, 1)).toBeNull();
    expect(shownLearner(first.frame.learners.dqn, 'mean')).toBeNull();
    const now = moments.kept[11].frame.learners.dqn;
    expect([0, 1, 2, 3].map((seed) => shownLearner(now, seed)?.q?.[0])).toEqual([
      550, 550, 550, 550,
    ]);
  });

  it('keep all seeds of fewer moments where their mean is shown', () => {
    const moments = kept(grid(40), 4, 40 * SEED, 'mean');
    expect(moments.seed).toBeNull();
    expect(moments.kept.length).toBeLessThanOrEqual(10);
    for (const { frame } of moments.kept)
      expect(shownLearner(frame.learners.dqn, 'mean')).not.toBeNull();
  });

  it('never take more room than they are given, and cover the run from its first to its last', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 300 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 3, max: 400 }),
        fc.boolean(),
        (count, seeds, room, mean) => {
          const budget = Math.max(room, 2 * seeds) * SEED;
          const shown = mean && seeds > 1 ? 'mean' : seeds - 1;
          const moments = kept(grid(count), seeds, budget, shown);
          expect(moments.bytes).toBeLessThanOrEqual(budget);
          const steps = stepsOf(moments);
          expect(steps[0]).toBe(0);
          expect(steps.at(-1)).toBe(50 * (count - 1));
          expect([...new Set(steps)].sort((a, b) => a - b)).toEqual(steps);
          const bytes = moments.kept.reduce(
            (sum, { frame }) => sum + SEED * Object.keys(frame.learners.dqn).length,
            0,
          );
          expect(moments.bytes).toBe(bytes);
          const gaps = steps.slice(1).map((step, i) => step - steps[i]);
          expect(Math.max(...gaps)).toBeLessThanOrEqual(2 * moments.spacing + 100);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are found by the nearest step', () => {
    const moments = kept([0, 50, 100, 180], 1, 1e6, 0);
    const found = (step: number) => momentAt(moments, step)?.step;
    expect([-5, 0, 24, 25, 26, 99, 139, 141, 1e9].map(found)).toEqual([
      0, 0, 0, 0, 50, 100, 100, 180, 180,
    ]);
    expect(momentAt(noMoments('a'), 0)).toBeNull();
  });
});
