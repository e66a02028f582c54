import { isImpossibleReturn } from '../../experiment/impossible';
import type { SeedSnapshot, Snapshot } from '../../experiment/types';
import { formatCount, formatList, formatShare, formatValue } from '../../texts/format';
import { words } from '../../texts/words';
import { arrivalsOf, isNowAndThen, reaches } from '../arrivals';
import { describeGoal } from '../bar/layout';
import type { InstanceView } from '../instances';
import { iqmOf } from '../seeds';
import type { Prediction } from '../state/model';

/** What is said of one learner: in people's words first, then what it believes and earns. */
export interface LearnerVerdict {
  readonly instance: InstanceView;
  /** «reaches the goal in 20 steps», «reaches the goal on 5 of 5 seeds»; follows the learner's name. */
  readonly arrival: string;
  /** With several seeds how those that arrive do: «in 20 steps», «97 % of the time»; else ''. */
  readonly pace: string;
  /** «believes an impossible 0.63, earns 0.00»: impossible is what no policy can earn. */
  readonly account: string;
  /** Whether it reaches the goal on more than half of its seeds. */
  readonly reaches: boolean;
  /** Whether those of its seeds that reach it fail so often that it must be said. */
  readonly unsure: boolean;
  /** Seeds on which it reaches the goal, and how many there are. */
  readonly arrived: number;
  readonly seeds: number;
}

/** Below this goal rate a policy that counts as arriving is said to do so «more often than not». */
const SURE = 0.9;

function diverged(step: number): string {
  return `diverged by step ${formatCount(step)}`;
}

/** How one seed's policy fares, after the learner's name. */
function arrivalOf(seed: SeedSnapshot, step: number): string {
  if (seed.status === 'diverged') return diverged(step);
  const { goalRate, goalSteps } = seed;
  if (isNowAndThen(goalRate)) return `arrives ${formatShare(goalRate)} of the time`;
  const sentence = describeGoal(goalRate, goalSteps);
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}

function accountOf(seeds: readonly SeedSnapshot[], snapshot: Snapshot, tolerance: number): string {
  const earned = iqmOf(seeds.map(({ trueReturn }) => trueReturn)) ?? Number.NaN;
  const believed = iqmOf(seeds.map(({ believedReturn }) => believedReturn));
  if (believed === null)
    return `earns ${formatValue(earned)}; ${seeds.length > 1 ? '' : 'it has '}no values to believe in`;
  const impossible = isImpossibleReturn(believed, snapshot.truth.optimal, tolerance);
  return `believes ${impossible ? 'an impossible ' : ''}${formatValue(believed)}, earns ${formatValue(earned)}`;
}

/**
 * A verdict an instance that has been measured, in their order. With several training seeds the
 * numbers are interquartile means over them.
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
    const { arrived, sentence, pace } = arrivalsOf(seeds);
    const broken = seeds.filter(({ status }) => status === 'diverged').length;
    const said =
      seeds.length === 1
        ? { arrival: arrivalOf(seeds[0], snapshot.step), pace: '' }
        : broken === seeds.length
          ? { arrival: `${diverged(snapshot.step)} on ${broken} of ${broken} seeds`, pace: '' }
          : { arrival: sentence, pace };
    return [
      {
        instance,
        ...said,
        account: accountOf(seeds, snapshot, tolerance),
        reaches: 2 * arrived > seeds.length,
        unsure: (iqmOf(seeds.filter(reaches).map(({ goalRate }) => goalRate)) ?? 1) < SURE,
        arrived,
        seeds: seeds.length,
      },
    ];
  });
}

/**
 * On how many of several seeds an outcome stands that goes by the majority: « on all 5 seeds» where
 * no seed of any learner differs from it, « on most of 5 seeds» otherwise; '' with one seed.
 */
function standing(verdicts: readonly LearnerVerdict[]): string {
  const seeds = verdicts[0]?.seeds ?? 1;
  if (seeds === 1) return '';
  const unanimous = verdicts.every(({ arrived }) => arrived === 0 || arrived === seeds);
  return unanimous ? ` on all ${seeds} seeds` : ` on most of ${seeds} seeds`;
}

/**
 * «Three of four reach the goal: CQL, IQL and BC.» With several seeds the majority of them decides;
 * on ice, where nobody can be sure to arrive, they do so «more often than not».
 */
export function outcomeOf(verdicts: readonly LearnerVerdict[]): string {
  const arrived = verdicts.filter(({ reaches }) => reaches);
  const of = words().numeral(verdicts.length);
  const often = arrived.some(({ unsure }) => unsure) ? ' more often than not' : '';
  const where = `${often}${standing(verdicts)}`;
  // «Reaches the goal on none» is no denial of «on all»: nobody's failure reads «on any».
  const nowhere = standing(verdicts).replace(/^ on all/, ' on any of');
  if (verdicts.length === 2 && arrived.length !== 1)
    return arrived.length === 2
      ? `Both reach the goal${where}.`
      : `Neither reaches the goal${nowhere}.`;
  if (arrived.length === 0)
    return verdicts.length === 1
      ? `It does not reach the goal${nowhere}.`
      : `None of the ${of} reaches the goal${nowhere}.`;
  if (verdicts.length === 1) return `It reaches the goal${where}.`;
  if (arrived.length === verdicts.length) return `All ${of} reach the goal${where}.`;
  const count = words().numeral(arrived.length);
  const verb = arrived.length === 1 ? 'reaches' : 'reach';
  const names = formatList(arrived.map(({ instance }) => instance.short));
  return `${count.charAt(0).toUpperCase()}${count.slice(1)} of ${of} ${verb} the goal${where}: ${names}.`;
}

/** What became of the prediction: «You said CQL and IQL.» and how far that was right; '' without one. */
export function answerOf(prediction: Prediction, verdicts: readonly LearnerVerdict[]): string {
  if (prediction.stage !== 'answered') return '';
  const chosen = verdicts.filter(({ instance }) => prediction.chosen.includes(instance.id));
  if (chosen.length === 0) return '';
  const right = verdicts.every(
    ({ instance, reaches }) => prediction.chosen.includes(instance.id) === reaches,
  );
  const said = `You said ${formatList(chosen.map(({ instance }) => instance.short))}`;
  if (!right) return `${said}.`;
  const most = standing(verdicts).startsWith(' on most') ? ' on most seeds' : '';
  return `${said}, and so it is${most}.`;
}
