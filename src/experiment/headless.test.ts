import { beforeAll, expect, it } from 'vitest';
import { startBackend } from '../engine/backend';
import { createStack } from '../engine/composed';
import { nodeWasmPaths } from '../engine/node';
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
  expect(result.settings).toEqual(settings);
  expect(result.truth).toEqual(result.snapshot.truth);
  expect(Object.keys(result.snapshot.learners)).toEqual(['cql', 'bc']);
  expect(JSON.parse(JSON.stringify(result))).toEqual(result);
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
  expect(edited.series[1]).toEqual(plain.series[1]);
  expect(edited.snapshot.learners.cql).not.toEqual(plain.snapshot.learners.cql);
  expect(edited.snapshot.learners.bc).toEqual(plain.snapshot.learners.bc);
});
