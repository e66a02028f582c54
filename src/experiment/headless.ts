import { lastEditOf, namedSteps, nextStop } from './ending';
import { nextMeasuredStep } from './grid';
import { buildProblem, type Problem } from './problem';
import { type CreateStack, createRun, type LearnedTables } from './run';
import { rewardScaleOf } from './scale';
import { Settling, settlingUnit } from './settling';
import type { Ending, LiveEdit, Settings, Snapshot, Truth } from './types';

/** What the command line writes (docs/contract.md#command-line). */
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
  /** Where the run ended, and why. */
  readonly ending: Ending;
  /** What every learner says at the last step, by instance id and seed, in the world's units. */
  readonly tables: LearnedTables;
}

export interface ExperimentOptions {
  /** Complete settings, as `resolveSettings` gives them. */
  readonly settings: Settings;
  /** Training steps, whole and at least 0; where absent, as the settings say: so many, or until it has settled. */
  readonly steps?: number;
  /** Goes on to so many times the step at which it ended, ≥ 1: whatever holds there holds for good. Default 1. */
  readonly times?: number;
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
  const settings: Settings =
    options.steps === undefined ? options.settings : { ...options.settings, steps: options.steps };
  const problem = options.problem ?? buildProblem(settings);
  const run = createRun(problem, settings, options.createStack, 'experiment', options.edits);
  const settling = new Settling(settings.measureEvery, settlingUnit(problem));
  const named = namedSteps(settings);
  const endOf = (step: number): Ending | null => {
    if (named === null) return settling.ending(run.settings, step);
    return step < named ? null : { step: named, reason: 'steps' };
  };
  const { times = 1 } = options;
  const series: Snapshot[] = [];
  let ending: Ending | null = null;
  try {
    for (;;) {
      const point = await run.measure();
      settling.edited(run.edits);
      settling.observe(point.snapshot);
      ending ??= endOf(run.step);
      const last = ending !== null && run.step >= times * ending.step;
      const snapshot: Snapshot = last ? { ...point.snapshot, status: 'done' } : point.snapshot;
      series.push(snapshot);
      options.onSnapshot?.(snapshot);
      if (last && ending) {
        const { datasetHash, truth } = snapshot;
        const rewardScale = rewardScaleOf(problem, settings);
        const { tables } = run;
        return { settings, rewardScale, datasetHash, truth, snapshot, series, tables, ending };
      }
      const stop = ending
        ? times * ending.step
        : (named ?? nextStop(run.settings, run.step, lastEditOf(run.edits), null));
      run.train(nextMeasuredStep(run.step, settings.measureEvery, stop) - run.step);
    }
  } finally {
    run.dispose();
  }
}
