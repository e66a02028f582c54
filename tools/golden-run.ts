// npm run golden-run
//
// Writes the golden runs anew, after a change that is meant to change numbers. Look at the difference it makes:
// whatever it changes has changed for everybody who has a link to a run.
import { writeFileSync } from 'node:fs';
import { nodeWasmPaths } from '../src/engine/node';
import { startStacks } from '../src/engine/stack';
import { runExperiment } from '../src/experiment/headless';
import { sampleStack } from '../src/experiment/sample';
import { resolveSettings } from '../src/experiment/settings/parse';
import {
  GOLDEN_RUNS,
  type GoldenFile,
  type GoldenRun,
  goldenSeries,
} from '../src/experiment/testing/golden-run';
import { VERSION } from '../src/experiment/version';

const SMALL = { steps: 20, measureEvery: 10, width: 16, batch: 32 };

const RUNS: readonly Pick<GoldenRun, 'name' | 'rung' | 'settings'>[] = [
  {
    name: 'the default learners',
    rung: 'wasm',
    settings: { steps: 200, measureEvery: 50, seeds: 2 },
  },
  {
    name: 'the other learners',
    rung: 'wasm',
    settings: {
      ...SMALL,
      learners: 'bcq,onestep,maxmin,awac,awac-2,own,cql-2',
      'awac-2.weight': 'binary',
      'cql-2.penalty': 'sampled-sketch',
    },
  },
  {
    name: 'the default learners on the reference',
    rung: 'cpu',
    settings: { ...SMALL, steps: 10, measureEvery: 5 },
  },
];

async function made({ name, rung, settings: given }: (typeof RUNS)[number]): Promise<GoldenRun> {
  const { settings, notices } = resolveSettings({ ...given, backend: rung });
  if (notices.length > 0) throw new Error(notices.map(({ message }) => message).join(' '));
  const { createStack } = await startStacks(
    rung,
    { wasmPaths: nodeWasmPaths() },
    sampleStack(settings),
  );
  const { series } = await runExperiment({ settings, createStack });
  return { name, rung, settings: given, ...goldenSeries(series) };
}

const runs: GoldenRun[] = [];
for (const run of RUNS) runs.push(await made(run));
const file: GoldenFile = {
  about:
    'Made from our own output: it guards against numbers that change unnoticed, and proves of none that it is right. What is right is held by the golden files of independent programs.',
  assumes:
    'Plain IEEE 754 arithmetic: the SIMD module has neither fused multiply-add nor relaxed SIMD, so that the wasm rung gives these bits on every processor, in Node, Chromium, Firefox and WebKit. The cpu rung leaves exponentials to JavaScript and is held in Node alone.',
  made: {
    by: 'npm run golden-run',
    offgrid: VERSION,
    node: process.version,
    machine: `${process.platform} ${process.arch}`,
    on: new Date().toISOString().slice(0, 10),
  },
  runs,
};
// A column a line.
const text = JSON.stringify(file, null, 1).replace(/\[[^[\]{}]*\]/g, (list) =>
  list.replace(/\s+/g, ' '),
);
writeFileSync(GOLDEN_RUNS, `${text}\n`);
console.log(`${GOLDEN_RUNS}: ${runs.map(({ name }) => name).join(', ')}.`);
