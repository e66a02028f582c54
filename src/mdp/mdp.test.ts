import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildMdp, goalReachable } from './mdp';
import { anyMdp } from './testing/arbitraries';
import { GOLDEN, goldenWorld } from './testing/golden';
import type { Mdp, World } from './types';

/** Outcomes of a pair as next state → probability, as the golden files list them. */
function successorsOf(mdp: Mdp, pair: number): Map<number, number> {
  const result = new Map<number, number>();
  for (let i = mdp.offsets[pair]; i < mdp.offsets[pair + 1]; i++) {
    const s = mdp.successors[i];
    result.set(s, (result.get(s) ?? 0) + mdp.probabilities[i]);
  }
  return result;
}

describe.each(GOLDEN.map((golden) => [golden.name, golden] as const))('golden %s', (_, golden) => {
  const mdp = buildMdp(goldenWorld(golden));

  it('has the same states', () => {
    expect(mdp.states).toBe(golden.cells.length);
    golden.cells.forEach(([row, column], s) => {
      expect(mdp.cells[s]).toBe(row * mdp.columns + column);
      expect(mdp.stateOfCell[mdp.cells[s]]).toBe(s);
    });
    expect(Array.from(mdp.terminal, Boolean)).toEqual(golden.terminal);
  });

  it('has the same transitions and expected rewards', () => {
    golden.transitions.forEach((actions, s) => {
      actions.forEach((outcomes, a) => {
        const actual = successorsOf(mdp, s * 4 + a);
        expect([...actual.keys()].sort((x, y) => x - y)).toEqual(
          outcomes.map(([next]) => next).sort((x, y) => x - y),
        );
        for (const [next, probability] of outcomes) {
          expect(actual.get(next)).toBeCloseTo(probability, 9);
        }
        expect(mdp.expectedReward[s * 4 + a]).toBeCloseTo(golden.expectedReward[s][a], 8);
      });
    });
  });
});

describe('buildMdp', () => {
  const world: World = {
    map: ['SC.', '..G'],
    slip: 0,
    rewards: { step: -1, goal: 5, pit: -7, cliff: -100 },
    gamma: 0.9,
    horizon: 10,
  };

  it('keeps a step onto a start apart from a fall that ends there', () => {
    const { offsets, successors, probabilities, outcomeRewards } = buildMdp({
      ...world,
      slip: 0.5,
    });
    // From the south-west corner going right: ¼ up to the start, ½ right, ¼ down, staying.
    const right = 3 * 4 + 1;
    expect([...successors.subarray(offsets[right], offsets[right + 1])]).toEqual([0, 3, 4]);
    // From the start going up: ½ stays there for −1, ¼ falls and is put back there for −100.
    expect([...successors.subarray(offsets[0], offsets[1])]).toEqual([0, 0]);
    expect([...outcomeRewards.subarray(offsets[0], offsets[1])]).toEqual([-1, -100]);
    expect([...probabilities.subarray(offsets[0], offsets[1])]).toEqual([0.75, 0.25]);
  });

  it('spreads a fall over all starts', () => {
    const mdp = buildMdp({ ...world, map: ['SCS', '..G'] });
    expect(successorsOf(mdp, 1)).toEqual(
      new Map([
        [0, 0.5],
        [2, 0.5],
      ]),
    );
    expect([...mdp.start]).toEqual([0.5, 0, 0.5, 0, 0, 0]);
  });

  it('has no outcome of probability 0 at the smallest slip there is', () => {
    const mdp = buildMdp({ ...world, map: ['SG', 'CS'], slip: 1e-323 });
    expect(Math.min(...mdp.probabilities)).toBeGreaterThan(0);
  });

  it('knows what can be reached', () => {
    const walled = buildMdp({ ...world, map: ['S.#G', '.P#.'] });
    expect([...walled.reachable]).toEqual([1, 1, 0, 1, 1, 0]);
    expect(goalReachable(walled)).toBe(false);
    // Nothing lies behind a terminal, and nobody stands on a cliff.
    const behind = buildMdp({ ...world, map: ['SPG', '#C#'] });
    expect([...behind.reachable]).toEqual([1, 1, 0, 0]);
    expect(goalReachable(behind)).toBe(false);
    expect(goalReachable(buildMdp(world))).toBe(true);
    expect(goalReachable(buildMdp({ ...world, map: ['S.P'] }))).toBe(false);
  });

  it('throws every fault of the world at once', () => {
    expect(() => buildMdp({ ...world, map: ['..', 'x'], gamma: 2 })).toThrow(
      /no start.*Row 2 has 1 cell.*“x” in row 2, column 1.*discount/,
    );
  });

  it('has outcomes that are distributions with the declared expectation', () => {
    fc.assert(
      fc.property(anyMdp, (mdp) => {
        expect(mdp.offsets[mdp.states * 4]).toBe(mdp.successors.length);
        for (let pair = 0; pair < mdp.states * 4; pair++) {
          let mass = 0;
          let reward = 0;
          for (let i = mdp.offsets[pair]; i < mdp.offsets[pair + 1]; i++) {
            expect(mdp.probabilities[i]).toBeGreaterThan(0);
            mass += mdp.probabilities[i];
            reward += mdp.probabilities[i] * mdp.outcomeRewards[i];
          }
          expect(mass).toBeCloseTo(mdp.terminal[pair >> 2] === 1 ? 0 : 1, 12);
          expect(mdp.expectedReward[pair]).toBeCloseTo(reward, 10);
        }
        expect(mdp.start.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
      }),
    );
  });
});
