import { describe, expect, it } from 'vitest';
import { createSimdStack } from '../engine/simd/stack';
import { EXTRAPOLATION_CLAIMS, runsOf } from './claims';
import { runExperiment } from './headless';
import { resolveSettings } from './settings/parse';

async function verdictOf(given: Record<string, unknown>) {
  const { settings, notices } = resolveSettings(given);
  expect(notices).toEqual([]);
  const { snapshot } = await runExperiment({ settings, createStack: createSimdStack });
  return snapshot;
}

describe('the scenario extrapolation', () => {
  it.each([0, 5])('shows its effect on data seed %i with three training seeds', async (seed) => {
    const snapshot = await verdictOf({ scenario: 'extrapolation', seeds: 3, 'data.seed': seed });
    const runs = runsOf(snapshot);
    expect(runs).toHaveLength(3);
    for (const run of runs) {
      for (const claim of EXTRAPOLATION_CLAIMS) {
        expect(claim.holds(run, snapshot.truth), claim.text).toBe(true);
      }
    }
  });

  it('does not hold of learners that have not been trained', async () => {
    const snapshot = await verdictOf({ scenario: 'extrapolation', steps: 1 });
    const [run] = runsOf(snapshot);
    const kept = EXTRAPOLATION_CLAIMS.filter((claim) => claim.holds(run, snapshot.truth));
    expect(kept.map(({ id }) => id)).not.toContain('dqn-believes-too-much');
    expect(kept.map(({ id }) => id)).not.toContain('iql-earns');
    expect(kept.map(({ id }) => id)).not.toContain('bc-imitates');
  });
});

describe('the scenario conservative-is-not-humble', () => {
  it('lets CQL earn the optimum and believe in far more', async () => {
    const { truth, learners } = await verdictOf({
      scenario: 'conservative-is-not-humble',
      seeds: 2,
    });
    for (const seed of learners.cql.seeds) {
      expect(seed.trueReturn).toBeCloseTo(truth.inSupport, 6);
      expect(seed.believedReturn).toBeGreaterThan(truth.optimal + 0.2);
    }
  });
});
