import { nextMeasuredStep } from './grid';
import { buildProblem, type Problem } from './problem';
import { type CreateStack, createRun } from './run';
import type { LiveEdit, Settings, Snapshot, Truth } from './types';

/** What the command line writes (DESIGN 7). */
export interface ExperimentResult {
  readonly settings: Settings;
  readonly datasetHash: string;
  readonly truth: Truth;
  /** The last snapshot, at the step at which the verdict stands. */
  readonly snapshot: Snapshot;
  /** The snapshots of the measuring grid, step 0 and the last one included. */
  readonly series: readonly Snapshot[];
}

export interface ExperimentOptions {
  /** Complete settings, as `resolveSettings` gives them. */
  readonly settings: Settings;
  /** Training steps, whole and at least 0; the settings' own number when absent. */
  readonly steps?: number;
  /** Live edits to replay. */
  readonly edits?: readonly LiveEdit[];
  /** The problem of the settings, where it is built already. */
  readonly problem?: Problem;
  readonly createStack: CreateStack;
  /** Called with every snapshot as it is measured. */
  readonly onSnapshot?: (snapshot: Snapshot) => void;
}

/**
 * Runs an experiment from its settings to its verdict without a page: the same problem, run and
 * metrics. Frees the networks however it ends.
 */
export async function runExperiment(options: ExperimentOptions): Promise<ExperimentResult> {
  const last = options.steps ?? Number(options.settings.steps);
  const settings: Settings = { ...options.settings, steps: last };
  const problem = options.problem ?? buildProblem(settings);
  const run = createRun(problem, settings, options.createStack, 'experiment', options.edits);
  const series: Snapshot[] = [];
  try {
    for (;;) {
      const { snapshot } = await run.measure(run.step === last ? 'done' : undefined);
      series.push(snapshot);
      options.onSnapshot?.(snapshot);
      if (run.step === last) break;
      run.train(nextMeasuredStep(run.step, Number(settings.measureEvery), last) - run.step);
    }
  } finally {
    run.dispose();
  }
  const snapshot = series[series.length - 1];
  return {
    settings,
    datasetHash: snapshot.datasetHash,
    truth: snapshot.truth,
    snapshot,
    series,
  };
}
