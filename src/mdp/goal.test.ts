import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildMdp } from './mdp';
import { worldById } from './presets';
import { goalReachable, goalStatistics, greedyPolicy, optimalValues, uniformPolicy } from './solve';
import anchors from './testdata/dp_anchors.json';
import { mdpAndPolicy } from './testing/arbitraries';
import { denseTransitions } from './testing/dense';
import type { Mdp, World } from './types';

const corridor: World = {
  map: ['SG'],
  slip: 0,
  rewards: { step: 0, goal: 1, pit: 0, cliff: 0 },
  gamma: 0.9,
  horizon: 10,
};

function preset(id: string): Mdp {
  const world = worldById(id);
  if (!world) throw new Error(`There is no world «${id}».`);
  return buildMdp(world);
}

const optimalStatistics = (mdp: Mdp) => goalStatistics(mdp, greedyPolicy(optimalValues(mdp).q));

describe('goalStatistics', () => {
  it('knows the shortest paths of published worlds', () => {
    expect(optimalStatistics(preset('four-rooms'))).toEqual({ goalRate: 1, goalSteps: 20 });
    expect(optimalStatistics(preset('cliff-walking'))).toEqual({ goalRate: 1, goalSteps: 13 });
  });

  it('agrees with the geometric distribution', () => {
    // On slippery ground the way right succeeds with probability 1 − slip, else one stays.
    const horizon = 7;
    const slip = 0.3;
    const mdp = buildMdp({ ...corridor, slip, horizon });
    const right = Float64Array.from([0, 1, 0, 0, 0, 1, 0, 0]);
    const { goalRate, goalSteps } = goalStatistics(mdp, right);
    expect(goalRate).toBeCloseTo(1 - slip ** horizon, 12);
    let mean = 0;
    for (let t = 1; t <= horizon; t++) mean += t * slip ** (t - 1) * (1 - slip);
    expect(goalSteps).toBeCloseTo(mean / (1 - slip ** horizon), 12);
  });

  it('stops at the horizon', () => {
    const map = ['S...G'];
    const at = (horizon: number) => optimalStatistics(buildMdp({ ...corridor, map, horizon }));
    expect(at(4)).toEqual({ goalRate: 1, goalSteps: 4 });
    expect(at(3)).toEqual({ goalRate: 0, goalSteps: null });
  });

  it('wins nothing in pits or in a world without a goal', () => {
    const pit = buildMdp({ ...corridor, map: ['SPG'] });
    expect(goalStatistics(pit, uniformPolicy(pit))).toEqual({ goalRate: 0, goalSteps: null });
    const none = buildMdp({ ...corridor, map: ['S.P'] });
    expect(goalStatistics(none, uniformPolicy(none))).toEqual({ goalRate: 0, goalSteps: null });
  });

  it('stays below the best success probability of any policy on Frozen Lake', () => {
    const small = optimalStatistics(preset('frozen-lake-4x4')).goalRate;
    const best = anchors.frozenlake4x4_slippery['best undiscounted success prob within 100 steps'];
    expect(small).toBeLessThanOrEqual(best);
    expect(small).toBeGreaterThan(0.7);
    const large = optimalStatistics(preset('frozen-lake-8x8')).goalRate;
    const bestOfLarge =
      anchors.frozenlake8x8_slippery['best undiscounted success prob within 200 steps'];
    expect(large).toBeLessThanOrEqual(bestOfLarge);
    expect(large).toBeGreaterThan(0.8);
  });

  it('agrees with powers of the dense transition matrix', () => {
    fc.assert(
      fc.property(mdpAndPolicy, ([mdp, policy]) => {
        const p = denseTransitions(mdp, policy);
        let now = [...mdp.start];
        let reached = 0;
        let steps = 0;
        for (let t = 1; t <= mdp.horizon; t++) {
          now = now.map((_, to) => now.reduce((sum, mass, from) => sum + mass * p[from][to], 0));
          const arrived = now.reduce((sum, mass, s) => sum + mass * mdp.goal[s], 0);
          reached += arrived;
          steps += t * arrived;
        }
        const { goalRate, goalSteps } = goalStatistics(mdp, policy);
        expect(goalRate).toBeCloseTo(reached, 10);
        expect(goalRate).toBeGreaterThanOrEqual(0);
        expect(goalRate).toBeLessThanOrEqual(1);
        if (goalSteps !== null) {
          expect(goalSteps).toBeCloseTo(steps / reached, 8);
          expect(goalReachable(mdp)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});
