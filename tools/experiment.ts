import { writeFileSync } from 'node:fs';
import { arraysFile } from '../src/data/export/arrays';
import { formatOf } from '../src/data/export/formats';
import type { NumpyArray } from '../src/data/export/npy';
import { nodeWasmPaths } from '../src/engine/node';
import { startStacks } from '../src/engine/stack';
import { MOST_STEPS, namedSteps } from '../src/experiment/ending';
import { type ExperimentResult, runExperiment } from '../src/experiment/headless';
import { buildProblem, type Problem, problemView } from '../src/experiment/problem';
import { sampleStack } from '../src/experiment/sample';
import { resolveSettings } from '../src/experiment/settings/parse';
import type { Settings, Snapshot } from '../src/experiment/types';
import { VERSION } from '../src/experiment/version';
import { ACTION_COUNT } from '../src/mdp/types';
import { files } from '../src/texts/files';
import { EXPORTERS } from '../src/worker/files/formats';
import { help, readArguments, UsageError } from './experiment-arguments';
import { type ImportedData, importData } from './experiment-data';

/** A line of progress that replaces itself, on a terminal only. */
function progress(settings: Settings): (snapshot: Snapshot) => void {
  if (!process.stderr.isTTY) return () => undefined;
  const named = namedSteps(settings);
  const end = named === null ? `until settled, at most ${MOST_STEPS}` : `of ${named}`;
  return ({ step, status }) => {
    process.stderr.write(`\rstep ${step} ${end}${status === 'done' ? '\n' : ''}`);
  };
}

/** The backend of the settings as far as Node has it. */
function ownBackend(settings: Settings): 'cpu' | 'wasm' {
  if (settings.backend === 'webgl') console.error('backend: Node has no WebGL; wasm is used.');
  return settings.backend === 'cpu' ? 'cpu' : 'wasm';
}

/** Writes the dataset in the format that the file's name asks for; as CSV where it asks for none. */
async function writeDataset(file: string, problem: Problem, settings: Settings): Promise<void> {
  const exporter = await EXPORTERS[formatOf(file) ?? 'csv']();
  const source = { problem: problemView(problem, 'export'), settings };
  const { bytes } = await exporter(source, async () => undefined);
  writeFileSync(file, bytes);
}

/** Writes the tables of the last step, by learner and seed. */
async function writeTables(
  file: string,
  { dataset: { counts } }: Problem,
  tables: ExperimentResult['tables'],
): Promise<void> {
  const states = counts.states.length;
  const byPair = (numbers: Float64Array) => ({ shape: [states, ACTION_COUNT], numbers });
  const learned = Object.entries(tables).flatMap(([id, seeds]) =>
    seeds.flatMap(({ q, v, policy }, seed): [string, NumpyArray][] => [
      ...(q ? [[`${id}.${seed}.q`, byPair(q)] as [string, NumpyArray]] : []),
      [`${id}.${seed}.policy`, byPair(policy)],
      ...(v ? [[`${id}.${seed}.v`, { shape: [states], numbers: v }] as [string, NumpyArray]] : []),
    ]),
  );
  const bytes = await arraysFile({
    counts: byPair(Float64Array.from(counts.pairs)),
    ...Object.fromEntries(learned),
  });
  writeFileSync(file, bytes);
}

/** What was read of a file, and how, for whoever watches. */
function reportImport({ summary }: ImportedData): void {
  const { rows, accepted, refused, readings, notes } = summary;
  console.error(`import: ${files().rows(rows)}, ${accepted} accepted, ${refused} refused.`);
  for (const sentence of [...readings, ...notes]) console.error(`import: ${sentence}`);
}

async function main(): Promise<void> {
  const invocation = readArguments(process.argv.slice(2));
  if (invocation === 'help') {
    process.stdout.write(help());
    return;
  }
  const { given, out, dataset, tables, data, backend } = invocation;
  const { settings: asked, notices } = resolveSettings(given);
  for (const { message } of notices) console.error(message);
  const write = (result: object): void => {
    const text = `${JSON.stringify(result, null, 1)}\n`;
    if (out === undefined) process.stdout.write(text);
    else writeFileSync(out, text);
  };
  const worldGiven = Object.keys(given).some((key) => /^(world|scenario)/.test(key));
  const imported = data === undefined ? null : await importData(data, asked, worldGiven);
  if (imported) reportImport(imported);
  if (imported?.data === null) {
    write({ settings: asked, import: imported.summary });
    process.exitCode = 1;
    return;
  }
  const settings = imported?.settings ?? asked;
  const shelf = new Map(imported?.data ? [[imported.data.hash, imported.data]] : []);
  const problem = buildProblem(settings, shelf);
  for (const warning of problem.warnings) console.error(warning);
  if (dataset !== undefined) await writeDataset(dataset, problem, settings);
  const { createStack } = await startStacks(
    backend ?? ownBackend(settings),
    { wasmPaths: nodeWasmPaths() },
    sampleStack(settings),
  );
  const { tables: learned, ...result } = await runExperiment({
    settings,
    problem,
    createStack,
    onSnapshot: progress(settings),
  });
  if (tables !== undefined) await writeTables(tables, problem, learned);
  const origin = { offgrid: VERSION, rung: result.snapshot.backend, node: process.versions.node };
  write({ origin, ...result, ...(imported ? { import: imported.summary } : {}) });
}

try {
  await main();
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  console.error(`experiment: ${message}`);
  if (error instanceof UsageError) console.error('Try: npm run experiment -- --help');
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
