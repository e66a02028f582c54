import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendMoment, type Moments, momentAt, noMoments } from './moments';
import { SEED_ROOM, TABLE_ROOM } from './room';
import { type Shown, shownLearner } from './seeds';
import { momentOf } from './testing';

/** Bytes of one seed's tables of `momentOf`: three of a state's four actions, and an occupancy. */
const SEED = 4 * 13 + 4 * TABLE_ROOM;
/** And of the snapshot of a moment, which is of one seed. */
const SNAPSHOT = SEED_ROOM;

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
    const moments = kept(grid(100), 2, 200 * SEED + 100 * SNAPSHOT, 0);
    expect(stepsOf(moments)).toEqual(grid(100));
    expect(moments).toMatchObject({ bytes: 200 * SEED + 100 * SNAPSHOT, spacing: 0, seed: null });
  });

  it('refuse another run and earlier steps; the same step takes the place of the last', () => {
    const two = kept([0, 50], 1, 1e6, 0);
    expect(appendMoment(two, momentOf('b', 100), 0)).toBe(two);
    expect(appendMoment(two, momentOf('a', 49), 0)).toBe(two);
    const again = appendMoment(two, momentOf('a', 50), 0);
    expect(stepsOf(again)).toEqual([0, 50]);
    expect(again.bytes).toBe(2 * (SEED + SNAPSHOT));
  });

  it('keep the seed that is shown before the others, and all of the last moment', () => {
    const moments = kept(grid(12), 4, 40 * SEED + 12 * SNAPSHOT, 2);
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
    const moments = kept(grid(40), 4, 40 * SEED + 10 * SNAPSHOT, 'mean');
    expect(moments.seed).toBeNull();
    expect(moments.kept.length).toBeLessThanOrEqual(10);
    for (const { frame } of moments.kept)
      expect(shownLearner(frame.learners.dqn, 'mean')).not.toBeNull();
  });

  it('hold a table of where training rests once, for as long as it is the same', () => {
    const resting = (step: number, values: readonly number[]) => {
      const moment = momentOf('a', step);
      const rests = { dqn: Float32Array.from(values), bc: null };
      return { ...moment, frame: { ...moment.frame, rests } };
    };
    const { kept: all } = [
      resting(0, [1, Number.NaN]),
      resting(50, [1, Number.NaN]),
      resting(100, [2, Number.NaN]),
      resting(150, [2, 3]),
    ].reduce((moments, one) => appendMoment(moments, one, 0), noMoments('a'));
    const tables = all.map(({ frame }) => frame.rests.dqn);
    expect(tables.map((table) => [...(table ?? [])])).toEqual([
      [1, Number.NaN],
      [1, Number.NaN],
      [2, Number.NaN],
      [2, 3],
    ]);
    expect(tables[1]).toBe(tables[0]);
    expect(new Set(tables).size).toBe(3);
    expect(all.map(({ frame }) => frame.rests.bc)).toEqual([null, null, null, null]);
  });

  it('never take more room than they are given, and cover the run from its first to its last', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 300 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 3, max: 400 }),
        fc.boolean(),
        (count, seeds, room, mean) => {
          const budget = Math.max(room, 2 * seeds) * (SEED + SNAPSHOT);
          const shown = mean && seeds > 1 ? 'mean' : seeds - 1;
          const moments = kept(grid(count), seeds, budget, shown);
          expect(moments.bytes).toBeLessThanOrEqual(budget);
          const steps = stepsOf(moments);
          expect(steps[0]).toBe(0);
          expect(steps.at(-1)).toBe(50 * (count - 1));
          expect([...new Set(steps)].sort((a, b) => a - b)).toEqual(steps);
          const bytes = moments.kept.reduce(
            (sum, { frame }) => sum + SNAPSHOT + SEED * Object.keys(frame.learners.dqn).length,
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
