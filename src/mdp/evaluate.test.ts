import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildMdp } from './mdp';
import { WORLDS } from './presets';
import {
  backup,
  discountedOccupancy,
  evaluatePolicy,
  greedyPolicy,
  normalizedReturn,
  optimalValues,
  startReturn,
  uniformPolicy,
} from './solve';
import { mdpAndPolicy } from './testing/arbitraries';
import {
  denseRewards,
  denseTransitions,
  discounted,
  solveDense,
  transposed,
} from './testing/dense';
import { relativeError } from './testing/golden';
import type { World } from './types';

const open40: World = {
  map: Array.from({ length: 40 }, (_, r) =>
    r === 0 ? `S${'.'.repeat(39)}` : r === 39 ? `${'.'.repeat(39)}G` : '.'.repeat(40),
  ),
  slip: 0,
  rewards: { step: -1, goal: 0, pit: 0, cliff: 0 },
  gamma: 0.999,
  horizon: 200,
};

describe('evaluatePolicy', () => {
  it('agrees with dense elimination on any world and policy', () => {
    fc.assert(
      fc.property(mdpAndPolicy, ([mdp, policy]) => {
        const p = denseTransitions(mdp, policy);
        const expected = solveDense(discounted(p, mdp.gamma), denseRewards(mdp, policy));
        const { q, v } = evaluatePolicy(mdp, policy);
        const scale = Math.max(1, ...expected.map(Math.abs));
        expected.forEach((value, s) => {
          expect(Math.abs(v[s] - value)).toBeLessThan(1e-10 * scale);
          const mixed = [0, 1, 2, 3].reduce((sum, a) => sum + policy[s * 4 + a] * q[s * 4 + a], 0);
          expect(Math.abs(v[s] - mixed)).toBeLessThan(1e-10 * scale);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('gives what an endless loop is worth', () => {
    const mdp = buildMdp(open40);
    const up = new Float64Array(mdp.states * 4);
    for (let s = 0; s < mdp.states; s++) up[s * 4] = 1;
    expect(evaluatePolicy(mdp, up).v[mdp.states - 2]).toBeCloseTo(-1000, 8);
  });

  it('keeps terminal states at 0', () => {
    const mdp = buildMdp({ ...open40, map: ['SPG'], slip: 0.3 });
    const { q, v } = evaluatePolicy(mdp, uniformPolicy(mdp));
    expect([...v.subarray(1)]).toEqual([0, 0]);
    expect([...q.subarray(4)]).toEqual(new Array(8).fill(0));
  });

  it('hands back warm values where they hold, and only there', () => {
    fc.assert(
      fc.property(mdpAndPolicy, fc.nat(), ([mdp, policy], at) => {
        const values = evaluatePolicy(mdp, policy);
        expect(evaluatePolicy(mdp, policy, values)).toBe(values);
        const changed = policy.slice();
        const s = at % mdp.states;
        changed.copyWithin(s * 4, s * 4 + 1, s * 4 + 4);
        changed[s * 4 + 3] = policy[s * 4];
        const warm = evaluatePolicy(mdp, changed, values);
        const cold = evaluatePolicy(mdp, changed);
        const scale = Math.max(1, ...cold.v.map(Math.abs));
        cold.v.forEach((value, i) => {
          expect(Math.abs(warm.v[i] - value)).toBeLessThan(1e-10 * scale);
        });
      }),
    );
  });

  it('refuses a policy of another world', () => {
    const mdp = buildMdp({ ...open40, map: ['S.G'] });
    const sentence = 'A policy of this world has 12 entries (4 for each of 3 states), not 8.';
    expect(() => evaluatePolicy(mdp, new Float64Array(8))).toThrow(sentence);
    expect(() => discountedOccupancy(mdp, new Float64Array(8))).toThrow(sentence);
  });
});

describe('discountedOccupancy', () => {
  it('agrees with dense elimination, and weighs rewards to the return', () => {
    fc.assert(
      fc.property(mdpAndPolicy, ([mdp, policy]) => {
        const system = transposed(discounted(denseTransitions(mdp, policy), mdp.gamma));
        const expected = solveDense(system, [...mdp.start]).map((x) => (1 - mdp.gamma) * x);
        const d = discountedOccupancy(mdp, policy);
        expect(relativeError(d, expected)).toBeLessThan(1e-9);

        const mass = d.reduce((sum, x) => sum + x, 0);
        expect(mass).toBeLessThanOrEqual(1 + 1e-10);
        expect(Math.min(...d)).toBeGreaterThanOrEqual(0);

        const rewards = denseRewards(mdp, policy);
        const earned = d.reduce((sum, x, s) => sum + x * rewards[s], 0) / (1 - mdp.gamma);
        const { v } = evaluatePolicy(mdp, policy);
        const scale = Math.max(1, ...v.map(Math.abs));
        expect(Math.abs(earned - startReturn(mdp, v))).toBeLessThan(1e-9 * scale);
      }),
      { numRuns: 300 },
    );
  });

  it('has mass 1 where no episode ends, and counts a terminal once', () => {
    const mdp = buildMdp({ ...open40, map: ['S.#G'], gamma: 0.9 });
    const d = discountedOccupancy(mdp, uniformPolicy(mdp));
    expect(d.reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 12);
    const straight = buildMdp({ ...open40, map: ['S.G'], gamma: 0.9 });
    const right = greedyPolicy(optimalValues(straight).q);
    expect(relativeError(discountedOccupancy(straight, right), [0.1, 0.09, 0.081])).toBeLessThan(
      1e-12,
    );
  });
});

describe('on large worlds', () => {
  it.each([0, 0.2, 2 / 3])('leaves no Bellman residual at slip %s and γ = 0.999', (slip) => {
    const mdp = buildMdp({ ...open40, slip });
    for (const policy of [uniformPolicy(mdp), greedyPolicy(optimalValues(mdp).q)]) {
      const { v } = evaluatePolicy(mdp, policy);
      const q = backup(mdp, v);
      const scale = Math.max(...v.map(Math.abs));
      for (let s = 0; s < mdp.states; s++) {
        const mixed = [0, 1, 2, 3].reduce((sum, a) => sum + policy[s * 4 + a] * q[s * 4 + a], 0);
        expect(Math.abs(mixed - v[s])).toBeLessThan(1e-13 * scale);
      }
    }
  });

  it('stays exact where half of the cells are starts and the other half cliffs', () => {
    const map = Array.from({ length: 20 }, (_, r) => (r % 2 ? 'SC' : 'CS').repeat(10));
    map[10] = `${map[10].slice(0, 10)}G${map[10].slice(11)}`;
    const mdp = buildMdp({ ...open40, map, slip: 0.1 });
    const policy = uniformPolicy(mdp);
    const { v } = evaluatePolicy(mdp, policy);
    const p = denseTransitions(mdp, policy);
    const expected = solveDense(discounted(p, mdp.gamma), denseRewards(mdp, policy));
    expect(relativeError(v, expected)).toBeLessThan(1e-10);
  });
});

describe('normalizedReturn', () => {
  it('is 0 for the random policy, 1 for the optimum, below 0 for worse', () => {
    expect(normalizedReturn(-1072, -1072, -12)).toBe(0);
    expect(normalizedReturn(-12, -1072, -12)).toBe(1);
    expect(normalizedReturn(-542, -1072, -12)).toBeCloseTo(0.5, 12);
    expect(normalizedReturn(-2132, -1072, -12)).toBeCloseTo(-1, 12);
  });

  it('is 1 where every policy earns the same', () => {
    expect(normalizedReturn(0, 0, 0)).toBe(1);
  });
});

describe('startReturn', () => {
  it('is what published results say', () => {
    const fourRooms = buildMdp(WORLDS[0]);
    // 20 steps to the goal, so its reward of 1 is discounted 19 times.
    expect(startReturn(fourRooms, optimalValues(fourRooms).v)).toBeCloseTo(0.95 ** 19, 12);
  });
});
