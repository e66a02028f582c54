import { nodeWasmPaths } from '../../src/engine/node';
import { startStacks } from '../../src/engine/stack';
import { type ExperimentResult, runExperiment } from '../../src/experiment/headless';
import { sampleStack } from '../../src/experiment/sample';
import { resolveSettings } from '../../src/experiment/settings/parse';
import type { Settings } from '../../src/experiment/types';

/** What all runs of a study have in common. */
export interface StudyOptions {
  readonly datasets: number;
  /** First data seed and first training seed. */
  readonly from: number;
  /** Training seeds a dataset. */
  readonly seeds: number;
  /** How many times the step of its verdict a run goes on to. */
  readonly times: number;
  readonly backend: 'cpu' | 'wasm';
  readonly given: Readonly<Record<string, string>>;
}

/** Runs settings on every dataset of a study, one after the other. */
export async function* runsOfStudy(
  own: Readonly<Record<string, unknown>>,
  { datasets, from, seeds, times, backend, given }: StudyOptions,
): AsyncGenerator<{ readonly settings: Settings; readonly result: ExperimentResult }> {
  for (let i = 0; i < datasets; i++) {
    const { settings, notices } = resolveSettings({
      seeds,
      'data.seed': from + i,
      'train.seed': from + i * seeds,
      ...own,
      ...given,
    });
    if (i === 0) for (const { message } of notices) console.error(message);
    const paths = { wasmPaths: nodeWasmPaths() };
    const { createStack } = await startStacks(backend, paths, sampleStack(settings));
    yield { settings, result: await runExperiment({ settings, createStack, times }) };
  }
}
