import { describe, expect, it } from 'vitest';
import { createSimdStack } from '../engine/simd/stack';
import { keeps, runsOf } from './claims';
import { runExperiment } from './headless';
import { PROMISES } from './promises';
import { resolveSettings } from './settings/parse';

/** Every scenario is run on ten datasets, each with a training seed of its own. */
const SEEDS = Array.from({ length: 10 }, (_, seed) => seed);

/** What is measured on the way to the verdict takes longer than to train, and is not asked for. */
const MEASURE_EVERY = 150;

describe.each(Object.entries(PROMISES))('the scenario %s', (scenario, { claims }) => {
  it('shows its effect on ten datasets', { timeout: 120_000 }, async () => {
    const kept = claims.map(() => 0);
    for (const seed of SEEDS) {
      const { settings, notices } = resolveSettings({
        scenario,
        'data.seed': seed,
        'train.seed': seed,
        measureEvery: MEASURE_EVERY,
      });
      expect(notices).toEqual([]);
      const { snapshot } = await runExperiment({ settings, createStack: createSimdStack });
      const [run] = runsOf(snapshot);
      claims.forEach((claim, i) => {
        if (keeps(claim, run, snapshot.truth)) kept[i]++;
      });
    }
    claims.forEach(({ goal, text }, i) => {
      expect(kept[i], text).toBeGreaterThanOrEqual(Math.floor(goal * SEEDS.length));
    });
  });
});
