import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roomOfSnapshot } from './room';
import { appendPoint, emptySeries, MOST_POINTS, type Series } from './series';
import { snapshotOf } from './testing';

const stepsOf = ({ snapshots }: Series) => snapshots.map(({ step }) => step);
const series = (steps: readonly number[]) =>
  steps.reduce((all, step) => appendPoint(all, snapshotOf('a', step)), emptySeries('a'));

describe('the series of measured points', () => {
  it('keeps all points as long as there are few', () => {
    const steps = Array.from({ length: MOST_POINTS }, (_, i) => i * 50);
    expect(stepsOf(series(steps))).toEqual(steps);
  });

  it('keeps fewer of what takes much room, evenly, and never less than its ends', () => {
    const learners = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`dqn-${i}`, {}]));
    const of = (budget: number) =>
      Array.from({ length: 400 }, (_, i) => i * 50).reduce(
        (all, step) => appendPoint(all, snapshotOf('a', step, learners), budget),
        emptySeries('a'),
      );
    const room = roomOfSnapshot(snapshotOf('a', 0, learners));
    const few = stepsOf(of(100 * room));
    expect(few.length).toBeLessThanOrEqual(100);
    expect(few.length).toBeGreaterThan(30);
    expect([few[0], few.at(-1)]).toEqual([0, 399 * 50]);
    const gaps = few.slice(1, -1).map((step, at) => step - few[at]);
    expect(new Set(gaps).size).toBe(1);
    const fewest = stepsOf(of(1));
    expect(fewest.length).toBeLessThanOrEqual(3);
    expect([fewest[0], fewest.at(-1)]).toEqual([0, 399 * 50]);
  });

  it('refuses another run and steps that lie behind, and replaces the last', () => {
    const two = series([0, 50]);
    expect(appendPoint(two, snapshotOf('b', 100))).toBe(two);
    expect(appendPoint(two, snapshotOf('a', 49))).toBe(two);
    const done = { ...snapshotOf('a', 50), status: 'done' as const };
    const again = appendPoint(two, done);
    expect(again.snapshots).toEqual([snapshotOf('a', 0), done]);
    expect(again.version).toBeGreaterThan(two.version);
  });

  it('never grows beyond its room, and covers the run evenly from its first point to its last', () => {
    const grid = fc.integer({ min: 1, max: 500 });
    const pauses = fc.array(fc.integer({ min: 1, max: 499 }), { maxLength: 5 });
    fc.assert(
      fc.property(grid, fc.integer({ min: 1600, max: 30_000 }), pauses, (every, count, off) => {
        let all = emptySeries('a');
        const measured = new Set<number>();
        for (let i = 0; i < count; i++) {
          const steps = [i * every];
          // A pause is measured off the grid.
          if (i % 997 === 0) steps.push(...off.map((part) => i * every + (part % every)));
          for (const step of steps.sort((a, b) => a - b)) {
            measured.add(step);
            all = appendPoint(all, snapshotOf('a', step));
          }
        }
        const kept = stepsOf(all);
        expect(kept.length).toBeLessThanOrEqual(MOST_POINTS);
        expect(kept.length).toBeGreaterThan(MOST_POINTS / 3 - 1);
        expect(kept[0]).toBe(0);
        expect(kept.at(-1)).toBe(Math.max(...measured));
        const gaps = kept.slice(1).map((step, i) => step - kept[i]);
        expect(Math.min(...gaps)).toBeGreaterThan(0);
        // No hole is wider than twice what an even spread would leave, and two points of the grid.
        expect(Math.max(...gaps)).toBeLessThanOrEqual(2 * all.spacing + 2 * every);
        expect(kept.every((step) => measured.has(step))).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});
