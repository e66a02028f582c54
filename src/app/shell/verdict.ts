import { isImpossibleReturn } from '../../experiment/impossible';
import type { SeedSnapshot, Snapshot } from '../../experiment/types';
import { describeGoal } from '../bar/layout';
import type { InstanceView } from '../instances';
import { formatCount, formatShare, formatValue } from '../map/format';
import type { Prediction } from '../state/model';

/** What is said of one learner: in people's words first, then what it believes and earns. */
export interface LearnerVerdict {
  readonly instance: InstanceView;
  /** «reaches the goal in 20 steps»; follows the learner's name. */
  readonly arrival: string;
  /** «believes an impossible 0.63, earns 0.00»: impossible is what no policy can earn. */
  readonly account: string;
  readonly reaches: boolean;
}

/** From this goal rate on a policy counts as one that reaches the goal: more often than not. */
const REACHES = 0.5;

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function arrivalOf(seeds: readonly SeedSnapshot[], step: number): string {
  if (seeds.every(({ status }) => status === 'diverged'))
    return `diverged by step ${formatCount(step)}`;
  const rate = mean(seeds.map(({ goalRate }) => goalRate));
  if (rate > 5e-4 && rate < 0.9995) return `arrives ${formatShare(rate)} of the time`;
  const times = seeds.flatMap(({ goalSteps }) => (goalSteps === null ? [] : [goalSteps]));
  const sentence = describeGoal(rate, times.length > 0 ? mean(times) : null);
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}

function accountOf(seeds: readonly SeedSnapshot[], snapshot: Snapshot, tolerance: number): string {
  const earned = mean(seeds.map(({ trueReturn }) => trueReturn));
  const beliefs = seeds.flatMap(({ believedReturn }) =>
    believedReturn === null ? [] : [believedReturn],
  );
  if (beliefs.length === 0) return `earns ${formatValue(earned)}; it has no values to believe in`;
  const believed = mean(beliefs);
  const impossible = isImpossibleReturn(believed, snapshot.truth.optimal, tolerance);
  return `believes ${impossible ? 'an impossible ' : ''}${formatValue(believed)}, earns ${formatValue(earned)}`;
}

/**
 * A verdict an instance that has been measured, in their order. With several training seeds the
 * numbers are means over them.
 *
 * @param tolerance what may differ without meaning anything, in units of return (DESIGN 4).
 */
export function verdictsOf(
  snapshot: Snapshot,
  instances: readonly InstanceView[],
  tolerance: number,
): readonly LearnerVerdict[] {
  return instances.flatMap((instance) => {
    const measured = snapshot.learners[instance.id];
    if (measured === undefined || measured.seeds.length === 0) return [];
    const { seeds } = measured;
    return [
      {
        instance,
        arrival: arrivalOf(seeds, snapshot.step),
        account: accountOf(seeds, snapshot, tolerance),
        reaches: mean(seeds.map(({ goalRate }) => goalRate)) >= REACHES,
      },
    ];
  });
}

/** «CQL, IQL and BC». */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
}

const NUMBERS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];

/** A small number as a word. */
export function numeral(count: number): string {
  return NUMBERS[count] ?? String(count);
}

/** «Three of four reach the goal: CQL, IQL and BC.» */
export function outcomeOf(verdicts: readonly LearnerVerdict[]): string {
  const arrived = verdicts.filter(({ reaches }) => reaches);
  const of = numeral(verdicts.length);
  if (verdicts.length === 2 && arrived.length !== 1)
    return arrived.length === 2 ? 'Both reach the goal.' : 'Neither reaches the goal.';
  if (arrived.length === 0)
    return verdicts.length === 1
      ? 'It does not reach the goal.'
      : `None of the ${of} reaches the goal.`;
  if (verdicts.length === 1) return 'It reaches the goal.';
  if (arrived.length === verdicts.length) return `All ${of} reach the goal.`;
  const count = numeral(arrived.length);
  const verb = arrived.length === 1 ? 'reaches' : 'reach';
  const names = listed(arrived.map(({ instance }) => instance.short));
  return `${count.charAt(0).toUpperCase()}${count.slice(1)} of ${of} ${verb} the goal: ${names}.`;
}

/** What became of the prediction: «You said CQL and IQL.» and how far that was right; '' without one. */
export function answerOf(prediction: Prediction, verdicts: readonly LearnerVerdict[]): string {
  if (prediction.stage !== 'answered') return '';
  const chosen = verdicts.filter(({ instance }) => prediction.chosen.includes(instance.id));
  if (chosen.length === 0) return '';
  const right = verdicts.every(
    ({ instance, reaches }) => prediction.chosen.includes(instance.id) === reaches,
  );
  const said = `You said ${listed(chosen.map(({ instance }) => instance.short))}`;
  return right ? `${said}, and so it is.` : `${said}.`;
}
