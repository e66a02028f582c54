import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Readout } from '../learners/types';
import { GOLDEN, goldenWorld } from '../mdp/testing/golden';
import { isImpossiblePair, isImpossibleReturn, toleranceOf, valueRange } from './impossible';
import { measure, statusOf } from './metrics';
import { problemOf, type Row } from './testing/problems';

const VALUES = { actsOnValues: true };
const SINKING = { actsOnValues: true, sinks: true };
const IQL = { believesIn: 'states' } as const;
const BC = {};

/** `S.G`, γ = ½, 1 for the goal. Up, right, down, left; by hand: Q* below. */
const corridor = problemOf(
  {
    map: ['S.G'],
    slip: 0,
    rewards: { step: 0, goal: 1, pit: 0, cliff: 0 },
    gamma: 0.5,
    horizon: 10,
  },
  // The first state is left to the right and bumped into above; the second is never acted in.
  [
    [0, 0, 0, 0, 0],
    [0, 1, 0, 1, 0],
  ],
);
const OPTIMAL = [0.25, 0.5, 0.25, 0.25, 0.5, 1, 0.5, 0.25, 0, 0, 0, 0];

/** A readout that is greedy in q, as the Q-learners are. */
function greedy(q: readonly number[]): Readout {
  const policy = new Float64Array(q.length);
  const v = new Float64Array(q.length / 4);
  for (let s = 0; s < v.length; s++) {
    const row = q.slice(s * 4, s * 4 + 4);
    const best = row.indexOf(Math.max(...row));
    policy[s * 4 + best] = 1;
    v[s] = row[best];
  }
  return { q: Float64Array.from(q), v, policy, readings: null };
}

describe('on a corridor, by hand', () => {
  it('finds nothing wrong with the truth', () => {
    const { metrics, frame } = measure(corridor, greedy(OPTIMAL), VALUES);
    expect(metrics).toMatchObject({
      believedReturn: 0.5,
      trueReturn: 0.5,
      goalRate: 1,
      goalSteps: 2,
      q: { data: 0.375, unseenAction: 0.25, unseenState: 0.5625 },
      truePolicyQ: { data: 0.375, unseenAction: 0.25, unseenState: 0.5625 },
      optimalQ: { data: 0.375, unseenAction: 0.25, unseenState: 0.5625 },
      overestimation: { data: 0, unseenAction: 0, unseenState: 0 },
    });
    expect(metrics.bound?.practice).toBe(1);
    expect(metrics.bound?.pointwise).toEqual({ data: 1, unseenAction: 1, unseenState: 1 });
    expect([...frame.policy]).toEqual([0, 1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0]);
    expect([...frame.trueQ]).toEqual(OPTIMAL);
    // (1 − γ)(1, γ, γ²) and their sum made 1.
    [4 / 7, 2 / 7, 1 / 7].forEach((share, s) => {
      expect(frame.occupancy[s]).toBeCloseTo(share, 6);
    });
  });

  it('measures a dreamer against the policy that it deploys', () => {
    // It expects 3 from bumping into the wall below, where it has never been, and stays there for ever.
    const q = [0.1, 0.2, 3, 0.1, 1, 2, 1, 1, 9, 9, 9, 9];
    const { metrics } = measure(corridor, greedy(q), VALUES);
    expect(metrics.believedReturn).toBe(3);
    expect(metrics.trueReturn).toBe(0);
    expect(metrics.goalRate).toBe(0);
    expect(metrics.goalSteps).toBeNull();
    // Q^π: in the first state only stepping right pays, γ · 1; elsewhere 0. In the second: staying
    // pays γ · 1, right 1, left 0.
    expect(metrics.truePolicyQ).toEqual({ data: 0.25, unseenAction: 0, unseenState: 0.5 });
    expect(metrics.overestimation?.data).toBeCloseTo(0.15 - 0.25, 12);
    expect(metrics.overestimation?.unseenAction).toBeCloseTo(3.1 / 2, 12);
    expect(metrics.overestimation?.unseenState).toBeCloseTo(1.25 - 0.5, 12);
    expect(metrics.bound).toEqual({
      theory: 0,
      practice: 0,
      pointwise: { data: 0.5, unseenAction: 0, unseenState: 0 },
    });
  });

  it('has no values to measure of BC, and only the pointwise bound of IQL', () => {
    const policy = Float64Array.from([0, 1, 0, 0, 0.5, 0.5, 0, 0, 1, 0, 0, 0]);
    const bc = measure(corridor, { q: null, v: null, policy, readings: null }, BC);
    // V(1) = ½ + ½·½·V(1), so 2/3; V(0) = ½·2/3.
    expect(bc.metrics.trueReturn).toBeCloseTo(1 / 3, 12);
    for (const key of ['believedReturn', 'q', 'truePolicyQ', 'optimalQ', 'overestimation'] as const)
      expect(bc.metrics[key], key).toBeNull();
    expect(bc.metrics.bound).toBeNull();
    expect(bc.frame.q).toBeNull();

    const v = Float64Array.from([0.4, 0.8, 7]);
    const iql = measure(
      corridor,
      { q: Float64Array.from(OPTIMAL), v, policy, readings: null },
      IQL,
    );
    expect(iql.metrics.believedReturn).toBe(0.4);
    expect(iql.metrics.bound?.theory).toBeNull();
    expect(iql.metrics.bound?.practice).toBeNull();
    expect(iql.metrics.bound?.pointwise.data).toBe(0);
  });

  it('gives no numbers where there are none', () => {
    const q = OPTIMAL.map((value, pair) => (pair === 2 ? Number.NaN : value));
    const broken = { ...greedy(OPTIMAL), q: Float64Array.from(q) };
    broken.v = Float64Array.from([Number.NaN, 1, 0]);
    const { metrics } = measure(corridor, broken, VALUES);
    expect(metrics.believedReturn).toBeNull();
    expect(metrics.q).toEqual({ data: 0.375, unseenAction: null, unseenState: 0.5625 });
    expect(JSON.parse(JSON.stringify(metrics))).toEqual(metrics);
  });
});

describe('impossible values', () => {
  it('are above the optimum by more than a thousandth of the range', () => {
    expect(valueRange(corridor.mdp, corridor.optimal.q)).toEqual({ low: 0.25, high: 1 });
    const tolerance = toleranceOf(corridor.range);
    expect(tolerance).toBeCloseTo(7.5e-4, 12);
    expect(isImpossiblePair(0.5007, 0.5, tolerance)).toBe(false);
    expect(isImpossiblePair(0.5008, 0.5, tolerance)).toBe(true);
    expect(isImpossibleReturn(0.5007, 0.5, tolerance)).toBe(false);
    expect(isImpossibleReturn(0.5008, 0.5, tolerance)).toBe(true);
  });
});

describe('divergence', () => {
  const status = (pair: number, value: number, method: typeof VALUES | typeof SINKING) => {
    const q = Float64Array.from(OPTIMAL);
    q[pair] = value;
    return statusOf(corridor, { ...greedy(OPTIMAL), q }, method, { total: 1 });
  };
  it('is a value beyond a thousand ranges, or none', () => {
    expect(status(0, 749, VALUES)).toBe('ok');
    expect(status(0, 751, VALUES)).toBe('diverged');
    expect(status(0, -751, VALUES)).toBe('diverged');
    expect(status(0, Number.NaN, VALUES)).toBe('diverged');
    expect(statusOf(corridor, greedy(OPTIMAL), VALUES, { total: Number.NaN })).toBe('diverged');
    expect(statusOf(corridor, greedy(OPTIMAL), VALUES, null)).toBe('ok');
  });
  it('is not the sink of a penalty, which has no floor where there is no data', () => {
    const [seen, unseenAction, unseenState] = [0, 2, 5];
    expect(status(unseenAction, -1e6, SINKING)).toBe('ok');
    expect(status(unseenState, -1e6, SINKING)).toBe('ok');
    expect(status(seen, -1e6, SINKING)).toBe('diverged');
    expect(status(unseenAction, 1e6, SINKING)).toBe('diverged');
    expect(status(unseenAction, Number.NEGATIVE_INFINITY, SINKING)).toBe('diverged');
    expect(status(unseenAction, -1e6, VALUES)).toBe('diverged');
  });
  it('does not concern what is never acted in', () => {
    expect(status(9, 1e9, VALUES)).toBe('ok');
  });
});

describe('against dense linear algebra on tables of an independent program', () => {
  const golden = GOLDEN.find(({ name }) => name === 'two-starts');
  if (!golden) throw new Error('The golden file two-starts is missing.');
  const states = golden.cells.length;
  const rows: Row[] = [
    [0, 1, -0.04, 1, 0],
    [1, 1, -0.04, 2, 0],
    [2, 2, -0.04, 5, 0],
    [5, 2, 1, 9, 1],
    [6, 0, -0.04, 6, 0],
    [6, 0, -0.04, 6, 0],
  ];
  const problem = problemOf(goldenWorld(golden), rows);
  const live = Array.from({ length: states }, (_, s) => s).filter((s) => !golden.terminal[s]);
  const seen = [0, 1, 2, 5, 6];
  const classOf = (s: number, a: number) =>
    rows.some((row) => row[0] === s && row[1] === a)
      ? 'data'
      : seen.includes(s)
        ? 'unseenAction'
        : 'unseenState';

  /** V^π by Gauss elimination of (I − γ P_π) v = r_π, then Q^π. */
  function solve(policy: ArrayLike<number>): { v: number[]; q: number[][] } {
    if (!golden) throw new Error('unreachable');
    const system = Array.from({ length: states }, (_, s) => {
      const row = new Array<number>(states + 1).fill(0);
      row[s] = 1;
      golden.transitions[s].forEach((outcomes, a) => {
        row[states] += policy[s * 4 + a] * golden.expectedReward[s][a];
        for (const [next, p] of outcomes) row[next] -= golden.gamma * policy[s * 4 + a] * p;
      });
      return row;
    });
    for (let c = 0; c < states; c++) {
      const pivot = system.reduce(
        (best, row, r) => (r >= c && Math.abs(row[c]) > Math.abs(system[best][c]) ? r : best),
        c,
      );
      [system[c], system[pivot]] = [system[pivot], system[c]];
      for (let r = 0; r < states; r++) {
        if (r === c) continue;
        const factor = system[r][c] / system[c][c];
        for (let k = c; k <= states; k++) system[r][k] -= factor * system[c][k];
      }
    }
    const v = system.map((row, s) => row[states] / row[s]);
    const q = golden.transitions.map((actions, s) =>
      [0, 1, 2, 3].map(
        (a) =>
          golden.expectedReward[s][a] +
          golden.gamma * (actions[a] ?? []).reduce((sum, [next, p]) => sum + p * v[next], 0),
      ),
    );
    return { v, q };
  }

  const allOptimal = live.flatMap((s) => golden.optimal.q[s]);
  const tolerance = 1e-3 * (Math.max(...allOptimal) - Math.min(...allOptimal));
  const share = (held: readonly boolean[]) => held.filter(Boolean).length / held.length;
  const average = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

  it('agrees in every number, whatever is believed', () => {
    const table = fc.array(
      fc.integer({ min: -300, max: 300 }).map((n) => Math.fround(n / 256)),
      {
        minLength: states * 4,
        maxLength: states * 4,
      },
    );
    fc.assert(
      fc.property(table, (q) => {
        const readout = greedy(q);
        const { metrics } = measure(problem, readout, VALUES);
        const deployed = solve(readout.policy);
        const softmax = q.map((value, pair) => {
          const row = q.slice(pair - (pair % 4), pair - (pair % 4) + 4);
          return Math.exp(value) / row.reduce((sum, other) => sum + Math.exp(other), 0);
        });
        const soft = solve(softmax);

        const starts = [0, 6];
        expect(metrics.trueReturn).toBeCloseTo(average(starts.map((s) => deployed.v[s])), 8);
        expect(metrics.believedReturn).toBeCloseTo(
          average(starts.map((s) => Math.max(...q.slice(s * 4, s * 4 + 4)))),
          8,
        );
        for (const name of ['data', 'unseenAction', 'unseenState'] as const) {
          const pairs = live.flatMap((s) =>
            [0, 1, 2, 3].filter((a) => classOf(s, a) === name).map((a) => [s, a]),
          );
          const errors = pairs.map(([s, a]) => q[s * 4 + a] - deployed.q[s][a]);
          expect(metrics.overestimation?.[name]).toBeCloseTo(average(errors), 8);
          expect(metrics.optimalQ?.[name]).toBeCloseTo(
            average(pairs.map(([s, a]) => golden.optimal.q[s][a])),
            8,
          );
          expect(metrics.bound?.pointwise[name]).toBeCloseTo(
            share(errors.map((error) => error <= tolerance)),
            12,
          );
        }
        expect(metrics.bound?.practice).toBeCloseTo(
          share(
            seen.map((s) => Math.max(...q.slice(s * 4, s * 4 + 4)) <= deployed.v[s] + tolerance),
          ),
          12,
        );
        expect(metrics.bound?.theory).toBeCloseTo(
          share(
            seen.map((s) => {
              const expected = [0, 1, 2, 3].reduce(
                (t, a) => t + softmax[s * 4 + a] * q[s * 4 + a],
                0,
              );
              return expected <= soft.v[s] + tolerance;
            }),
          ),
          12,
        );
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same numbers from a warm start', () => {
    const q = golden.uniform.q.flat();
    const first = measure(problem, greedy(q), VALUES);
    const other = measure(problem, greedy(golden.optimal.q.flat()), VALUES, 1, first.warm);
    const cold = measure(problem, greedy(golden.optimal.q.flat()), VALUES);
    expect(other.metrics).toEqual(cold.metrics);
  });
});
