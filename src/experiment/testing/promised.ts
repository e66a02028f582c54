import { describe, expect, it } from 'vitest';
import { createSimdStack } from '../../engine/simd/stack';
import { keeps, runsOf } from '../claims';
import { runExperiment } from '../headless';
import { PROMISES } from '../promises';
import { resolveSettings } from '../settings/parse';

/**
 * Every scenario is run on four datasets, each with a training seed of its own, of which one may break a
 * promise of 95 %: the study (`npm run study`) asks more of them, and further on.
 */
const SEEDS = Array.from({ length: 4 }, (_, seed) => seed);

/**
 * Tests that scenarios show what they promise: of all of them in their order every `parts`th from that at
 * `part`. They train for more than a minute together, so two workers are to share them.
 */
export function holdPromises(part: number, parts: number): void {
  const share = Object.entries(PROMISES).filter((_, i) => i % parts === part);
  describe.each(share)('the scenario %s', (scenario, { claims }) => {
    it('shows its effect on four datasets', { timeout: 600_000 }, async () => {
      const kept = claims.map(() => 0);
      for (const seed of SEEDS) {
        const { settings, notices } = resolveSettings({
          scenario,
          'data.seed': seed,
          'train.seed': seed,
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
}
