import { parseArgs } from 'node:util';
import { nodeWasmPaths } from '../engine/node';
import { startStacks } from '../engine/stack';
import { keeps, runsOf } from '../experiment/claims';
import { runExperiment } from '../experiment/headless';
import { PROMISES } from '../experiment/promises';
import { sampleStack } from '../experiment/sample';
import { SCENARIOS } from '../experiment/scenarios';
import { resolveSettings } from '../experiment/settings/parse';
import type { Snapshot } from '../experiment/types';

const HELP = `Holds scenarios to their claims over many datasets and training seeds, and prints the shares of
runs that keep them as Markdown tables, one a scenario and one column a measured step.

usage: npm run study -- [options]

  --scenario ID      a scenario of the gallery (repeatable), or all (default ${SCENARIOS[0].id})
  --datasets N       datasets, data.seed = from … from + N − 1 (default 20)
  --from N           the first data.seed (default 1)
  --seeds N          training seeds a dataset (default 3)
  --tail N           measured steps to show before the last (default 4)
  --set key=value    a setting, as for npm run experiment (repeatable)
  --backend NAME     cpu or wasm (default wasm)

scenarios: ${SCENARIOS.map(({ id }) => id).join(', ')}

Exits with 1 where a claim is kept by a smaller share of runs than it promises.
`;

const { values } = parseArgs({
  options: {
    scenario: { type: 'string', multiple: true, default: [SCENARIOS[0].id] },
    datasets: { type: 'string', default: '20' },
    from: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '3' },
    tail: { type: 'string', default: '4' },
    set: { type: 'string', multiple: true, default: [] },
    backend: { type: 'string', default: 'wasm' },
    help: { type: 'boolean', default: false },
  },
});

/** Runs kept by a claim and the values that decided, at one step. */
interface Tally {
  kept: number;
  readonly values: number[];
}

const mean = (numbers: readonly number[]) =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

const given = Object.fromEntries(
  values.set.map((text) => {
    const equals = text.indexOf('=');
    return [text.slice(0, equals), text.slice(equals + 1)];
  }),
);

/** Runs one scenario on all datasets and prints its table; gives the number of broken claims. */
async function study(scenario: string): Promise<number> {
  const { claims } = PROMISES[scenario];
  const datasets = Number(values.datasets);
  // By measured points before the end: runs that are left to settle do not all end at the same step.
  const tallies = new Map<number, Tally[]>();
  const ends: number[] = [];
  let every = 0;
  let runs = 0;
  const collect = (snapshot: Snapshot, before: number) => {
    const row = tallies.get(before) ?? claims.map(() => ({ kept: 0, values: [] }));
    tallies.set(before, row);
    for (const run of runsOf(snapshot)) {
      claims.forEach((claim, i) => {
        if (keeps(claim, run, snapshot.truth)) row[i].kept++;
        const value = claim.value(run, snapshot.truth);
        if (value !== null && !Number.isNaN(value)) row[i].values.push(value);
      });
    }
  };
  const backend = values.backend === 'cpu' ? 'cpu' : 'wasm';
  let described = '';
  for (let i = 0; i < datasets; i++) {
    const { settings, notices } = resolveSettings({
      scenario,
      ...given,
      seeds: values.seeds,
      'data.seed': Number(values.from) + i,
    });
    for (const { message } of notices) console.error(message);
    const { createStack } = await startStacks(
      backend,
      { wasmPaths: nodeWasmPaths() },
      sampleStack(settings),
    );
    const { snapshot, series } = await runExperiment({ settings, createStack });
    const shown = series.slice(-1 - Number(values.tail));
    shown.forEach((point, i) => {
      collect(point, shown.length - 1 - i);
    });
    ends.push(snapshot.step);
    every = Number(settings.measureEvery);
    runs += runsOf(snapshot).length;
    described = `width ${settings.width}, batch ${settings.batch}, learning rate ${settings.learningRate}, Polyak ${settings.polyak}, ${settings.encoding}`;
    if (process.stderr.isTTY)
      process.stderr.write(`${scenario}: dataset ${i + 1} of ${datasets}\r`);
  }
  const columns = [...tallies.keys()].sort((a, b) => b - a);
  const [earliest, latest] = [Math.min(...ends), Math.max(...ends)];
  const nameOf = (before: number) => (before === 0 ? 'end' : `${before * every} before`);
  console.log(
    `${scenario}: ${runs} runs (${datasets} datasets × ${values.seeds} training seeds), ended at ${earliest === latest ? latest : `${earliest} … ${latest}`}, ${described}.\n`,
  );
  console.log(`| claim | goal | ${columns.map(nameOf).join(' | ')} | mean, range at the end |`);
  console.log(`|---|---|${columns.map(() => '---').join('|')}|---|`);
  let broken = 0;
  claims.forEach((claim, i) => {
    const shares = columns.map((before) => (tallies.get(before)?.[i].kept ?? 0) / runs);
    const numbers = tallies.get(0)?.[i].values ?? [];
    const range = `${mean(numbers).toFixed(2)}, ${Math.min(...numbers).toFixed(2)} … ${Math.max(...numbers).toFixed(2)}`;
    if (shares[shares.length - 1] < claim.goal) broken++;
    console.log(
      `| ${claim.text} | ${Math.round(100 * claim.goal)} % | ${shares.map((share) => `${(100 * share).toFixed(0)} %`).join(' | ')} | ${range} |`,
    );
  });
  console.log('');
  return broken;
}

async function main(): Promise<void> {
  const asked = values.scenario.includes('all') ? Object.keys(PROMISES) : values.scenario;
  const unknown = asked.filter((id) => !Object.hasOwn(PROMISES, id));
  if (unknown.length > 0) {
    console.error(`There is no scenario “${unknown[0]}”.\n\n${HELP}`);
    process.exitCode = 2;
    return;
  }
  let broken = 0;
  for (const scenario of asked) broken += await study(scenario);
  if (broken > 0) process.exitCode = 1;
}

if (values.help) process.stdout.write(HELP);
else await main();
