import { nextMeasuredStep } from './grid';
import { buildProblem, type Problem } from './problem';
import { type CreateStack, createRun, type MeasuredPoint } from './run';
import { rewardScaleOf } from './scale';
import type { LiveEdit, Settings, Snapshot, Truth } from './types';

/** What the command line writes (DESIGN 7). */
export interface ExperimentResult {
  readonly settings: Settings;
  /** What the learners' rewards were multiplied by. */
  readonly rewardScale: number;
  readonly datasetHash: string;
  readonly truth: Truth;
  /** The last snapshot, at the step at which the verdict stands. */
  readonly snapshot: Snapshot;
  /** The snapshots of the measuring grid, step 0 and the last one included. */
  readonly series: readonly Snapshot[];
  /** What every learner says at the last step, by instance id and seed, in the world's units. */
  readonly tables: MeasuredPoint['tables'];
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
  let tables: MeasuredPoint['tables'] = {};
  try {
    for (;;) {
      const point = await run.measure(run.step === last ? 'done' : undefined);
      const { snapshot } = point;
      tables = point.tables;
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
    rewardScale: rewardScaleOf(problem, settings),
    datasetHash: snapshot.datasetHash,
    truth: snapshot.truth,
    snapshot,
    series,
    tables,
  };
}
