import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairClasses } from '../data/dataset';
import { discountedOccupancy } from '../mdp/solve';
import { mdpAndPolicy } from '../mdp/testing/arbitraries';
import {
  denseRewards,
  denseTransitions,
  discounted,
  solveDense,
  transposed,
} from '../mdp/testing/dense';
import type { Mdp, Policy } from '../mdp/types';
import { fewestThatCarry, gapOf } from './gap';
import { problemOf } from './testing/problems';

const world = {
  map: ['S.G'],
  slip: 0,
  rewards: { step: 0, goal: 1, pit: 0, cliff: 0 },
  gamma: 0.5,
  horizon: 10,
};
/** From the first state right and up were tried; nobody ever acted in the second. */
const corridor = problemOf(world, [
  [0, 0, 0, 0, 0],
  [0, 1, 0, 1, 0],
]);
const right = Float64Array.from([0, 1, 0, 0, 0, 1, 0, 0, 0.25, 0.25, 0.25, 0.25]);

describe('by hand, on a corridor', () => {
  it('is nowhere where the belief is the truth', () => {
    const q = Float64Array.from([0.25, 0.5, 0.25, 0.25, 0.5, 1, 0.5, 0.25, 0, 0, 0, 0]);
    const { mdp } = corridor;
    const { gap } = gapOf(corridor, right, { q }, discountedOccupancy(mdp, right)) ?? {};
    expect(gap).toEqual({ total: 0, data: 0, unseenAction: 0, unseenState: 0, pairs: 0 });
  });

  it('sits in the state that nobody acted in, discounted once', () => {
    // Believed: 2 in the second state, and in the first what follows from that: ½·2.
    const q = Float64Array.from([0, 1, 0, 0, 0, 2, 0, 0, 9, 9, 9, 9]);
    const { mdp } = corridor;
    const { gap, delta, share } =
      gapOf(corridor, right, { q }, discountedOccupancy(mdp, right)) ?? {};
    expect(gap).toEqual({ total: 0.5, data: 0, unseenAction: 0, unseenState: 0.5, pairs: 1 });
    expect(delta?.[5]).toBe(1);
    expect(share?.[5]).toBe(0.5);
    // What is believed of an end does not count.
    expect(delta?.slice(8)).toEqual(new Float64Array(4));
  });

  it('sits in the action that nobody tried', () => {
    // It expects 3 from bumping into the wall below, where it stays for ever.
    const q = Float64Array.from([0.1, 0.2, 3, 0.1, 1, 2, 1, 1, 0, 0, 0, 0]);
    const down = Float64Array.from([0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0]);
    const { mdp } = corridor;
    const { gap } = gapOf(corridor, down, { q }, discountedOccupancy(mdp, down)) ?? {};
    expect(gap).toEqual({ total: 3, data: 0, unseenAction: 3, unseenState: 0, pairs: 1 });
  });

  it('goes by the state where states are believed in', () => {
    const v = Float64Array.from([1, 2, 9]);
    const { mdp } = corridor;
    const { gap } = gapOf(corridor, right, { v }, discountedOccupancy(mdp, right)) ?? {};
    expect(gap).toEqual({ total: 0.5, data: 0, unseenAction: 0, unseenState: 0.5, pairs: 1 });
  });

  it('is not told where a number that enters is none, and not spoilt by one that does not', () => {
    const { mdp } = corridor;
    const occupancy = discountedOccupancy(mdp, right);
    const q = Float64Array.from([-Infinity, 1, NaN, 0, 0, 2, 0, NaN, 9, 9, 9, 9]);
    expect(gapOf(corridor, right, { q }, occupancy)?.gap.total).toBe(0.5);
    q[1] = Number.POSITIVE_INFINITY;
    expect(gapOf(corridor, right, { q }, occupancy)).toBeNull();
  });
});

it('names the fewest pairs that carry 95 % of all', () => {
  expect(fewestThatCarry([])).toBe(0);
  expect(fewestThatCarry([0, 0])).toBe(0);
  expect(fewestThatCarry([-9, 0.2, 0.2])).toBe(1);
  expect(fewestThatCarry([1, -1, 1, 1])).toBe(4);
});

/** ρ₀·V̂ − J(π) and x(s), from dense matrices and elimination with pivots. */
function densely(mdp: Mdp, policy: Policy, believed: ArrayLike<number>) {
  const matrix = discounted(denseTransitions(mdp, policy), mdp.gamma);
  const v = solveDense(matrix, denseRewards(mdp, policy));
  const x = solveDense(transposed(matrix), [...mdp.start]);
  const at = (values: ArrayLike<number>) =>
    mdp.start.reduce((sum, p, s) => sum + (mdp.terminal[s] === 1 ? 0 : p * values[s]), 0);
  return { gap: at(believed) - at(v), x };
}

const anything = mdpAndPolicy.chain(([mdp, policy]) => {
  const numbers = (length: number) =>
    fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: length, maxLength: length });
  return fc.tuple(
    fc.constant(mdp),
    fc.constant(policy),
    numbers(mdp.states * 4),
    fc.array(fc.nat(3), { minLength: mdp.states * 4, maxLength: mdp.states * 4 }),
  );
});

function problemWith(mdp: Mdp, counted: readonly number[]) {
  const pairs = Int32Array.from(counted, (n, pair) => (mdp.terminal[pair >> 2] === 1 ? 0 : n % 3));
  const states = Int32Array.from({ length: mdp.states }, (_, s) =>
    pairs.subarray(s * 4, s * 4 + 4).reduce((sum, n) => sum + n, 0),
  );
  const counts = { pairs, states };
  return { mdp, classes: pairClasses(mdp, counts), dataset: { counts } };
}

describe('in any world, for any table and policy', () => {
  it('sums to believed less true return, by pair and by class', () => {
    fc.assert(
      fc.property(anything, ([mdp, policy, table, counted]) => {
        const problem = problemWith(mdp, counted);
        const q = Float64Array.from(table);
        const v = Float64Array.from({ length: mdp.states }, (_, s) =>
          [0, 1, 2, 3].reduce((sum, a) => sum + policy[s * 4 + a] * q[s * 4 + a], 0),
        );
        const { gap: expected, x } = densely(mdp, policy, v);
        const occupancy = discountedOccupancy(mdp, policy);
        for (const belief of [{ q }, { v }]) {
          const { gap, share } = gapOf(problem, policy, belief, occupancy) ?? {};
          // Sums of up to 1/(1−γ) such numbers.
          const size = 1 + Math.max(Math.abs(expected), ...x.map(Math.abs));
          const near = (a: number | undefined, b: number) =>
            expect(Math.abs((a ?? Number.NaN) - b)).toBeLessThan(1e-9 * size);
          near(gap?.total, expected);
          near(
            share?.reduce((sum, part) => sum + part, 0),
            expected,
          );
          near((gap?.data ?? 0) + (gap?.unseenAction ?? 0) + (gap?.unseenState ?? 0), expected);
          expect(gap?.pairs).toBeLessThanOrEqual(mdp.states * 4);
        }
      }),
    );
  });

  it('is the visits times the surprise of a pair, from dense matrices', () => {
    fc.assert(
      fc.property(anything, ([mdp, policy, table, counted]) => {
        const problem = problemWith(mdp, counted);
        const q = Float64Array.from(table);
        const v = Array.from({ length: mdp.states }, (_, s) =>
          mdp.terminal[s] === 1
            ? 0
            : [0, 1, 2, 3].reduce((sum, a) => sum + policy[s * 4 + a] * q[s * 4 + a], 0),
        );
        const { x } = densely(mdp, policy, v);
        const tables = gapOf(problem, policy, { q }, discountedOccupancy(mdp, policy));
        for (let pair = 0; pair < q.length; pair++) {
          const s = pair >> 2;
          if (mdp.terminal[s] === 1) continue;
          let ahead = 0;
          for (let i = mdp.offsets[pair]; i < mdp.offsets[pair + 1]; i++)
            ahead += mdp.probabilities[i] * v[mdp.successors[i]];
          const delta = q[pair] - mdp.expectedReward[pair] - mdp.gamma * ahead;
          expect(tables?.delta[pair]).toBeCloseTo(delta, 9);
          const error = Math.abs((tables?.share[pair] ?? Number.NaN) - x[s] * policy[pair] * delta);
          expect(error).toBeLessThan(1e-9 * (1 + x[s]));
        }
      }),
    );
  });
});
