import { beforeAll, describe, expect, it } from 'vitest';
import { nodeWasmPaths } from '../engine/node';
import { startStacks } from '../engine/stack';
import { runExperiment } from './headless';
import { sampleStack } from './sample';
import { resolveSettings } from './settings/parse';
import { departures, type GoldenRun, goldenRun, goldenRuns } from './testing/golden-run';
import type { Snapshot } from './types';

async function seriesOf({ rung, settings: given }: GoldenRun): Promise<readonly Snapshot[]> {
  const { settings, notices } = resolveSettings({ ...given, backend: rung });
  expect(notices).toEqual([]);
  const options = { wasmPaths: nodeWasmPaths() };
  const { createStack } = await startStacks(rung, options, sampleStack(settings));
  return (await runExperiment({ settings, createStack })).series;
}

const MEANT = 'Where numbers are meant to change: npm run golden-run, and look at what it changes.';

describe('the numbers of a run stay what they were, to the bit', () => {
  it.each(goldenRuns().map((run) => [run.name, run] as const))('%s', async (_, run) => {
    const series = await seriesOf(run);
    expect(departures(run, series), MEANT).toEqual([]);
    expect(departures(run, await seriesOf(run)), 'A second run of the same.').toEqual([]);
  });

  it('for all learners that the page begins with, on more seeds than one', () => {
    const { learners } = resolveSettings({}).settings;
    const golden = goldenRun('the default learners');
    expect(Object.keys(golden.learners)).toEqual(learners);
    for (const columns of Object.values(golden.learners)) {
      expect(columns['seeds.1.trueReturn']).toBeDefined();
      expect(Object.keys(columns).filter((path) => path.startsWith('seeds.0.losses.'))).not.toEqual(
        [],
      );
    }
  });
});

describe('a golden run', () => {
  const golden = goldenRun('the default learners');
  let series: readonly Snapshot[];
  beforeAll(async () => {
    series = await seriesOf(golden);
  });

  it('says where another departs from it, by the last bit of one number', () => {
    const [first, ...rest] = structuredClone(series) as unknown as Mutable[];
    const { believedReturn } = first.learners.cql.seeds[0];
    const bits = new BigInt64Array(new Float64Array([believedReturn]).buffer);
    bits[0] += 1n;
    first.learners.cql.seeds[0].believedReturn = new Float64Array(bits.buffer)[0];
    const [said, ...more] = departures(golden, [first, ...rest] as unknown as Snapshot[]);
    expect(said).toMatch(/^\/learners\/cql\/seeds\.0\.believedReturn\/0: .+ instead of .+/);
    expect(more).toEqual([]);
  });

  it('wants every learner, every measured step and every number', () => {
    expect(departures(golden, series.slice(1))).not.toEqual([]);
    const without = structuredClone(series) as unknown as Mutable[];
    for (const { learners } of without) delete (learners as Record<string, unknown>).bc;
    expect(departures(golden, without as unknown as Snapshot[])).toHaveLength(1);
    const more = structuredClone(series) as unknown as Mutable[];
    for (const { learners } of more) (learners.bc as Record<string, unknown>).fresh = 1;
    expect(departures(golden, more as unknown as Snapshot[])).toEqual([
      '/learners/bc/fresh: 1 instead of undefined',
    ]);
  });
});

interface Mutable {
  readonly learners: Record<string, { readonly seeds: { believedReturn: number }[] }>;
}
