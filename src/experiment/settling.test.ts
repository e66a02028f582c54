import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SETTLED, Settling, settlingUnit } from './settling';
import type { Ending, LearnerSnapshot, SeedSnapshot, Snapshot } from './types';

const AUTO = { steps: 'auto' } as const;
type Observed = Pick<Snapshot, 'step' | 'learners'>;

/** Believed and true return and mean Q̂ over data pairs of one seed; `null` has diverged. */
type Numbers = readonly [number | null, number, number | null] | null;

const seedOf = (numbers: Numbers) =>
  ({
    status: numbers === null ? 'diverged' : 'ok',
    believedReturn: numbers?.[0] ?? null,
    trueReturn: numbers?.[1] ?? 0,
    q: numbers === null || numbers[2] === null ? null : { data: numbers[2] },
  }) as unknown as SeedSnapshot;

const learner = (kind: LearnerSnapshot['kind'], ...seeds: Numbers[]): LearnerSnapshot => ({
  kind,
  status: 'ok',
  restsAt: null,
  seeds: seeds.map(seedOf),
});

/** A measured series: what every learner says at a step. */
function series(
  to: number,
  every: number,
  at: (step: number) => Readonly<Record<string, LearnerSnapshot>>,
): Observed[] {
  const points: Observed[] = [];
  for (let step = 0; step <= to; step += every) points.push({ step, learners: at(step) });
  return points;
}

/** Where a series has settled; null where it has not. */
function settledAt(
  points: readonly Observed[],
  every: number,
  { unit = 1, tolerance = SETTLED.tolerance as number } = {},
): number | null {
  const settling = new Settling(every, unit, tolerance);
  let ending: Ending | null = null;
  for (const point of points) {
    settling.observe(point);
    ending = settling.ending(AUTO, point.step);
  }
  return ending?.reason === 'settled' ? ending.step : null;
}

/** A number that rises evenly to 1 at `rest` and stays there. */
const rising = (rest: number) => (step: number) => Math.min(1, step / rest);

describe('a run has settled', () => {
  it('a stretch after the last of its numbers has come to rest', () => {
    for (const slow of [0, 1, 2]) {
      const at = (step: number) => {
        const numbers = [0, 1, 2].map((i) => (i === slow ? rising(3000)(step) : 0.5));
        return { cql: learner('cql', numbers as unknown as Numbers) };
      };
      // 2 % of the way before 3,000 it is near enough: 3,000 − 60, on the grid of 50.
      expect(settledAt(series(6000, 50, at), 50), `number ${slow}`).toBe(3450);
    }
  });

  it('not before its first 2,000 steps, however still it is', () => {
    const still = () => ({ cql: learner('cql', [0, 0, 0]) });
    expect(settledAt(series(3000, 50, still), 50)).toBe(2000);
    expect(settledAt(series(9000, 1000, still), 1000), 'five points at least').toBe(4000);
  });

  it('when every learner that can has settled, on every seed', () => {
    const at = (step: number) => ({
      dqn: learner('dqn', [step, step, step], [step, 0, 0]),
      bc: learner('bc', [null, step, null]),
      cql: learner('cql', [0, 0, 0], [0, 0, rising(2600)(step)]),
      iql: learner('iql', [rising(3200)(step), 0, 0], [0, 0, 0]),
    });
    expect(settledAt(series(6000, 50, at), 50)).toBe(3650);
  });

  it('leaves out who has diverged, and waits for nobody else', () => {
    const at = (step: number) => ({
      cql: learner('cql', step < 2700 ? [step, 0, 0] : null, [0, 0, 0]),
    });
    expect(settledAt(series(6000, 50, at), 50)).toBe(2700);
  });

  it('never where nobody can, and ends at the most steps', () => {
    for (const learners of [
      { dqn: learner('dqn', [0, 0, 0]), bc: learner('bc', [null, 0, null]) },
      { cql: learner('cql', null) },
    ]) {
      const settling = new Settling(50, 1);
      for (const point of series(6000, 50, () => learners)) settling.observe(point);
      expect(settling.ending(AUTO, 5950)).toBeNull();
      expect(settling.ending(AUTO, 6000)).toEqual({ step: 6000, reason: 'cap' });
    }
  });

  it('is not where a number is none', () => {
    expect(
      settledAt(
        series(6000, 50, () => ({ iql: learner('iql', [Number.NaN, 0, 0]) })),
        50,
      ),
    ).toBeNull();
  });

  it('says at the most steps that it has not, and later that it has', () => {
    const at = (step: number) => ({ cql: learner('cql', [rising(7000)(step), 0, 0]) });
    const settling = new Settling(50, 1);
    const ends = series(8000, 50, at).map((point) => {
      settling.observe(point);
      return settling.ending(AUTO, point.step);
    });
    expect(ends[6000 / 50]).toEqual({ step: 6000, reason: 'unsettled' });
    expect(ends[7000 / 50]).toEqual({ step: 6000, reason: 'unsettled' });
    expect(ends.at(-1)).toEqual({ step: 7400, reason: 'settled' });
  });

  it('anew after a live edit, with as many steps again at most', () => {
    const settling = new Settling(50, 1);
    const still = () => ({ cql: learner('cql', [0, 0, 0]) });
    for (const point of series(2500, 50, still)) settling.observe(point);
    expect(settling.ending(AUTO, 2500)).toEqual({ step: 2000, reason: 'settled' });
    const edits = [{ step: 2520, key: 'cql.alpha', value: 2 }];
    settling.edited(edits);
    expect(settling.ending(AUTO, 2520)).toBeNull();
    for (const point of series(4000, 50, still)) {
      if (point.step <= 2500) continue;
      settling.observe(point);
      settling.edited(edits);
    }
    expect(settling.ending(AUTO, 4000)).toEqual({ step: 3050, reason: 'settled' });
    const restless = new Settling(50, 1);
    restless.edited(edits);
    restless.observe({ step: 2550, learners: still() });
    expect(restless.ending(AUTO, 8500)).toBeNull();
    expect(restless.ending(AUTO, 8520)).toEqual({ step: 8520, reason: 'unsettled' });
  });

  it('does not count what was measured at the very step of the edit', () => {
    const settling = new Settling(50, 1);
    settling.edited([{ step: 2500, key: 'cql.alpha', value: 2 }]);
    const still = { cql: learner('cql', [0, 0, 0]) };
    for (let step = 2500; step <= 3000; step += 50) settling.observe({ step, learners: still });
    expect(settling.ending(AUTO, 3000)).toBeNull();
    settling.observe({ step: 3050, learners: still });
    expect(settling.ending(AUTO, 3050)).toEqual({ step: 3050, reason: 'settled' });
  });
});

describe('what steady is measured by', () => {
  const unit = (low: number, high: number, optimal: number) =>
    settlingUnit({ range: { low, high }, truth: { optimal } });
  it('is the larger of the range of values and the optimal return, and never nothing', () => {
    expect(unit(0, 1, 0.4)).toBe(1);
    expect(unit(-13, -12, -12)).toBe(12);
    expect(unit(0, 0, 0)).toBe(1);
  });
});

/** Two learners with two seeds each that wander, more and more slowly. */
const wandering = fc
  .record({
    scale: fc.double({ min: 0.001, max: 0.5, noNaN: true }),
    decay: fc.double({ min: 300, max: 3000, noNaN: true }),
    noise: fc.double({ min: 0, max: 0.02, noNaN: true }),
    phase: fc.double({ min: 0, max: 6, noNaN: true }),
  })
  .map(({ scale, decay, noise, phase }) => {
    const number = (step: number, i: number) =>
      1 -
      scale * Math.exp(-step / decay) * (i + 1) +
      noise * Math.sin(phase + 13.7 * i + step / 37);
    return (step: number) => {
      const seed = (i: number): Numbers => [
        number(step, i),
        number(step, i + 1),
        number(step, i + 2),
      ];
      return { cql: learner('cql', seed(0), seed(3)), iql: learner('iql', seed(6), seed(9)) };
    };
  });

const orNever = (step: number | null) => step ?? Number.POSITIVE_INFINITY;

describe('settling, over series of all kinds', () => {
  it('comes no later where more is tolerated', () => {
    fc.assert(
      fc.property(
        wandering,
        fc.double({ min: 0.001, max: 0.1, noNaN: true }),
        fc.double({ min: 1, max: 4, noNaN: true }),
        (at, tolerance, more) => {
          const points = series(6000, 50, at);
          const strict = settledAt(points, 50, { tolerance });
          const loose = settledAt(points, 50, { tolerance: tolerance * more });
          expect(orNever(loose)).toBeLessThanOrEqual(orNever(strict));
        },
      ),
    );
  });

  it('hangs on nothing but the ratio of numbers and unit', () => {
    fc.assert(
      fc.property(wandering, fc.integer({ min: -6, max: 10 }), (at, power) => {
        // A power of two, so that the products are exact.
        const factor = 2 ** power;
        const scaled = (step: number) =>
          Object.fromEntries(
            Object.entries(at(step)).map(([id, { kind, seeds }]) => [
              id,
              learner(
                kind,
                ...seeds.map(
                  (seed): Numbers => [
                    (seed.believedReturn ?? 0) * factor,
                    seed.trueReturn * factor,
                    (seed.q?.data ?? 0) * factor,
                  ],
                ),
              ),
            ]),
          );
        expect(settledAt(series(6000, 50, scaled), 50, { unit: factor })).toBe(
          settledAt(series(6000, 50, at), 50),
        );
      }),
    );
  });

  it('does not hang on what is measured between the points of the grid', () => {
    fc.assert(
      fc.property(wandering, fc.array(fc.nat({ max: 6000 }), { maxLength: 20 }), (at, pauses) => {
        const grid = series(6000, 50, at);
        const extra = pauses
          .filter((step) => step % 50 !== 0)
          .map((step) => ({ step, learners: at(step) }));
        const both = [...grid, ...extra].sort((a, b) => a.step - b.step);
        expect(settledAt(both, 50)).toBe(settledAt(grid, 50));
      }),
    );
  });

  it('is where the slowest learner and seed by itself has settled', () => {
    fc.assert(
      fc.property(wandering, (at) => {
        const alone = (id: 'cql' | 'iql', seed: number) =>
          settledAt(
            series(6000, 50, (step) => {
              const { kind, seeds } = at(step)[id];
              return { [id]: { kind, status: 'ok', restsAt: null, seeds: [seeds[seed]] } };
            }),
            50,
          );
        const each = (['cql', 'iql'] as const).flatMap((id) => [alone(id, 0), alone(id, 1)]);
        const slowest = Math.max(...each.map(orNever));
        expect(orNever(settledAt(series(6000, 50, at), 50))).toBe(slowest);
      }),
    );
  });

  it('does not hang on how much finer than 50 steps the grid is', () => {
    fc.assert(
      fc.property(wandering, fc.constantFrom(1, 2, 5, 10, 25), (at, every) => {
        expect(settledAt(series(5000, every, at), every)).toBe(settledAt(series(5000, 50, at), 50));
      }),
      { numRuns: 25 },
    );
  });

  it('on a finer grid means settled on the coarser one, where that measured too', () => {
    fc.assert(
      fc.property(wandering, (at) => {
        const fine = settledAt(series(6000, 50, at), 50);
        const coarse = settledAt(series(6000, 100, at), 100);
        if (fine !== null && fine % 100 === 0) expect(orNever(coarse)).toBeLessThanOrEqual(fine);
      }),
    );
  });
});
