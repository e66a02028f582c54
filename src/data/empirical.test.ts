import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { optimalValues, startReturn } from '../mdp/solve';
import { anyMdp } from '../mdp/testing/arbitraries';
import { buildBehavior } from './behavior';
import { collect } from './collect';
import { freeze } from './dataset';
import { empiricalMdp, plannedFromData } from './empirical';
import { outcomesOf } from './sparse';
import { rowsOf, shipped, small } from './testing/worlds';
import { inSupport } from './values';

describe('the empirical MDP', () => {
  it('has the frequencies, mean rewards and ends of the rows', () => {
    const mdp = small(['S.G'], { slip: 0.5 });
    const row = { state: 0, action: 1 };
    const empirical = empiricalMdp(
      mdp,
      rowsOf([
        { ...row, nextState: 1, reward: 1 },
        { ...row, nextState: 1, reward: 2 },
        { ...row, nextState: 0, reward: -1 },
        { ...row, nextState: 1, reward: 0 },
        { state: 1, action: 2, nextState: 2, reward: 5, terminal: true },
      ]),
    );
    expect(outcomesOf(empirical, 1)).toEqual([
      { successor: 0, probability: 0.25, reward: -1 },
      { successor: 1, probability: 0.75, reward: 1 },
    ]);
    expect(empirical.expectedReward[1]).toBe(0.5);
    expect(outcomesOf(empirical, 6)).toEqual([{ successor: 2, probability: 1, reward: 5 }]);
    expect(outcomesOf(empirical, 0)).toEqual([]);
    expect([...empirical.terminal]).toEqual([0, 0, 1]);
    expect([...empirical.reachable]).toEqual([1, 1, 1]);
  });

  it('takes no end for granted that the data does not show', () => {
    const mdp = small(['S.G']);
    const empirical = empiricalMdp(mdp, rowsOf([{ action: 1, nextState: 1 }]));
    expect([...empirical.terminal]).toEqual([0, 0, 0]);
    expect([...empirical.reachable]).toEqual([1, 1, 0]);
  });

  it('is the world itself where there is no chance and all is seen', () => {
    const mdp = shipped('cliff-walking');
    const behavior = buildBehavior(mdp, { kind: 'uniform' }, { size: 100_000, seed: 0 });
    const data = collect(mdp, behavior, { size: 100_000, seed: 0 });
    const empirical = empiricalMdp(mdp, data);
    data.counts.pairs.forEach((n, pair) => {
      if (n > 0) expect(outcomesOf(empirical, pair)).toEqual(outcomesOf(mdp, pair));
    });
  });
});

describe('the plan from data', () => {
  it('is the in-support optimum where there is no chance and the goal was reached', () => {
    for (const id of ['four-rooms', 'cliff-walking', 'crossing-paths']) {
      const mdp = shipped(id);
      const spec = { kind: 'epsilon-greedy', epsilon: 0.3 } as const;
      const behavior = buildBehavior(mdp, spec, { size: 600, seed: 0 });
      for (let seed = 0; seed < 5; seed++) {
        const data = collect(mdp, behavior, { size: 600, seed });
        expect(plannedFromData(mdp, data).return).toBeCloseTo(
          inSupport(mdp, data.counts).return,
          9,
        );
      }
    }
  });

  it('earns no more than the optimum, and takes only what it has seen', () => {
    fc.assert(
      fc.property(anyMdp, fc.integer({ min: 50, max: 300 }), fc.nat(), (mdp, size, seed) => {
        const behavior = buildBehavior(mdp, { kind: 'uniform' }, { size, seed });
        const data = collect(mdp, behavior, { size, seed });
        const plan = plannedFromData(mdp, data);
        const optimal = startReturn(mdp, optimalValues(mdp).v);
        const slack = 1e-9 * Math.max(1, Math.abs(optimal));
        expect(plan.return).toBeLessThanOrEqual(optimal + slack);
        plan.policy.forEach((p, pair) => {
          if (data.counts.states[Math.floor(pair / 4)] > 0 && p > 0) {
            expect(data.counts.pairs[pair]).toBeGreaterThan(0);
          }
        });
      }),
    );
  });

  it('does not flee to where the data breaks off', () => {
    // Left leads off the start to a cell that the data never leaves; right to the goal in 3 steps.
    const mdp = small(['.S..G'], { rewards: { step: -1, goal: -1, pit: 0, cliff: 0 } });
    const data = freeze(
      mdp,
      rowsOf([
        { state: 1, action: 3, nextState: 0, reward: -1, truncated: true },
        { state: 1, action: 1, nextState: 2, reward: -1, episode: 1 },
        { state: 2, action: 1, nextState: 3, reward: -1, episode: 1, step: 1 },
        { state: 3, action: 1, nextState: 4, reward: -1, episode: 1, step: 2, terminal: true },
      ]),
    );
    expect(plannedFromData(mdp, data).return).toBeCloseTo(-1 - 0.9 - 0.81, 12);
  });
});
