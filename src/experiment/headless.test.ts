import { beforeAll, expect, it } from 'vitest';
import { startBackend } from '../engine/backend';
import { createStack } from '../engine/composed';
import { nodeWasmPaths } from '../engine/node';
import { createSimdStack } from '../engine/simd/stack';
import { runExperiment } from './headless';
import { resolveSettings } from './settings/parse';

const { settings } = resolveSettings({
  world: 'maze-umaze',
  'data.size': 50,
  width: 8,
  batch: 8,
  steps: 9,
  measureEvery: 4,
  learners: 'cql,bc',
});

beforeAll(() => startBackend('cpu', { wasmPaths: nodeWasmPaths() }));

it('measures on the grid from step 0 to the verdict', async () => {
  const seen: number[] = [];
  const result = await runExperiment({
    settings,
    createStack,
    onSnapshot: ({ step }) => seen.push(step),
  });
  expect(seen).toEqual([0, 4, 8, 9]);
  expect(result.series.map(({ step }) => step)).toEqual(seen);
  expect(result.series.map(({ status }) => status)).toEqual(['idle', 'running', 'running', 'done']);
  expect(result.snapshot).toBe(result.series[3]);
  expect(result.ending).toEqual({ step: 9, reason: 'steps' });
  expect(result.settings).toEqual(settings);
  expect(result.truth).toEqual(result.snapshot.truth);
  expect(Object.keys(result.snapshot.learners)).toEqual(['cql', 'bc']);
  const { tables, ...rest } = result;
  expect(JSON.parse(JSON.stringify(rest))).toEqual(rest);
  const [{ q, v, policy }] = tables.cql;
  expect([q?.length, v?.length, policy.length]).toEqual([28, 7, 28]);
  expect(tables.bc[0]).toMatchObject({ q: null, v: null });
});

it('takes another number of steps and gives the same numbers up to there', async () => {
  const result = await runExperiment({ settings, steps: 4, createStack });
  const longer = await runExperiment({ settings, createStack });
  expect(result.settings.steps).toBe(4);
  expect(result.series).toHaveLength(2);
  expect(result.snapshot.learners).toEqual(longer.series[1].learners);
});

it('replays live edits', async () => {
  const edits = [{ step: 4, key: 'cql.alpha', value: 5 }];
  const edited = await runExperiment({ settings, edits, createStack });
  const plain = await runExperiment({ settings, createStack });
  // At the step of the edit everything is as it was trained until then.
  expect(edited.series[1].learners).toEqual(plain.series[1].learners);
  expect(edited.series[2].learners.cql.restsAt).not.toEqual(plain.series[2].learners.cql.restsAt);
  expect(edited.snapshot.learners.cql).not.toEqual(plain.snapshot.learners.cql);
  expect(edited.snapshot.learners.bc).toEqual(plain.snapshot.learners.bc);
});

it('takes no step where it is told so', async () => {
  const { series, ending } = await runExperiment({ settings, steps: 0, createStack });
  expect(series.map(({ step, status }) => [step, status])).toEqual([[0, 'done']]);
  expect(ending).toEqual({ step: 0, reason: 'steps' });
});

it('goes on until it has settled, on every seed where that seed by itself has', async () => {
  const { settings: left } = resolveSettings({
    ...settings,
    'data.size': 300,
    'world.goal': 20,
    width: 16,
    batch: 32,
    steps: 'auto',
    measureEvery: 50,
    learners: 'iql,bc',
  });
  const runs = [
    await runExperiment({ settings: left, createStack: createSimdStack }),
    await runExperiment({ settings: { ...left, 'train.seed': 2 }, createStack: createSimdStack }),
    await runExperiment({ settings: { ...left, seeds: 2 }, createStack: createSimdStack }),
  ];
  for (const { series, snapshot, ending } of runs) {
    expect(ending.reason).toBe('settled');
    expect(snapshot).toMatchObject({ step: ending.step, status: 'done' });
    expect(series.filter(({ status }) => status === 'done')).toEqual([snapshot]);
  }
  const [one, other, both] = runs.map(({ ending }) => ending.step);
  expect(both).toBe(Math.max(one, other));
  expect(runs[0].settings.steps).toBe('auto');
  const stretch = runs[0].series.slice(-11).map(({ learners }) => learners.iql.seeds[0]);
  for (const values of [
    stretch.map(({ believedReturn }) => believedReturn ?? Number.NaN),
    stretch.map(({ trueReturn }) => trueReturn),
    stretch.map(({ q }) => q?.data ?? Number.NaN),
  ])
    expect(Math.max(...values) - Math.min(...values)).toBeLessThanOrEqual(0.02 * 20);
});

it('ends at the most steps where nobody is on who settles', async () => {
  const { settings: left } = resolveSettings({
    ...settings,
    steps: 'auto',
    measureEvery: 1500,
    learners: 'bc',
  });
  const { ending, series } = await runExperiment({ settings: left, createStack: createSimdStack });
  expect(ending).toEqual({ step: 6000, reason: 'cap' });
  expect(series.map(({ step }) => step)).toEqual([0, 1500, 3000, 4500, 6000]);
});
