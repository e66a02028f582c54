import type { StackSpec } from '../../src/engine/types';
import { assembleStack, drawMinibatch, trainingSeeds } from '../../src/experiment/assemble';
import { buildProblem } from '../../src/experiment/problem';
import { resolveSettings } from '../../src/experiment/settings/parse';
import type { Settings, SettingValues } from '../../src/experiment/types';
import type { Workload } from './types';

/** Minibatches drawn ahead and used in turn: drawing is timed with nobody. */
const MINIBATCHES = 16;

/** What differs from the default scenario. */
export type Difference = SettingValues;

/**
 * An open square world of `side` × `side` cells whose episodes start anywhere but on the goal in the
 * corner, walked at random: the states of its data are spread evenly.
 */
export function openWorld(side: number): Difference {
  const rows = Array.from({ length: side }, () => 'S'.repeat(side));
  rows[side - 1] = `${rows[side - 1].slice(1)}G`;
  return { 'world.map': rows.join('/'), behavior: 'uniform' };
}

/** Complete settings of a workload. Throws RangeError with a sentence where one of them is not legal. */
export function settingsOf(difference: Difference): Settings {
  const { settings, notices } = resolveSettings({ scenario: 'extrapolation', ...difference });
  if (notices.length > 0) throw new RangeError(notices.map(({ message }) => message).join(' '));
  return settings;
}

/** Mean number of distinct states in the minibatch of one seed. */
function distinctStates(
  spec: StackSpec,
  minibatches: readonly { readonly rows: Int32Array }[],
): number {
  let sum = 0;
  for (const { rows } of minibatches) {
    for (let first = 0; first < rows.length; first += spec.batch) {
      const own = rows.subarray(first, first + spec.batch);
      sum += new Set(Array.from(own, (row) => spec.data.state[row])).size;
    }
  }
  return sum / (minibatches.length * spec.seeds);
}

/** Builds world, dataset, networks and minibatches of the default scenario with its differences. */
export function buildWorkload(difference: Difference): Workload {
  const settings = settingsOf(difference);
  const problem = buildProblem(settings);
  const spec = assembleStack(problem, settings);
  const wantRandomActions = spec.learners
    .filter(({ loss }) => loss.drawsActions)
    .map(({ id }) => id);
  const seeds = trainingSeeds(settings);
  const minibatches = Array.from({ length: MINIBATCHES }, (_, step) =>
    drawMinibatch(problem.dataset.size, spec.batch, seeds, step, wantRandomActions),
  );
  return {
    spec,
    minibatches,
    about: {
      learners: spec.learners.map(({ id }) => id),
      seeds: spec.seeds,
      batch: spec.batch,
      width: spec.width,
      encoding: settings.encoding,
      world: spec.table.states,
      rows: problem.dataset.size,
      distinctStates: distinctStates(spec, minibatches),
    },
  };
}
