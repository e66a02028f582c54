import { isImpossibleReturn } from '../../experiment/impossible';
import { partedReading } from '../../experiment/readings';
import { iqmOf } from '../../experiment/summary';
import type { Ending, SeedSnapshot, Snapshot, Truth } from '../../experiment/types';
import { returns } from '../../texts/returns';
import { type Lie, verdict as texts } from '../../texts/verdict';
import { arrivalsOf, faresOf, isNowAndThen, reaches } from './arrivals';
import type { InstanceView } from './instances';
import type { Prediction } from './model';

/** What is said of one learner: in people's words first, then what it believes and earns. */
export interface LearnerVerdict {
  readonly instance: InstanceView;
  /** «reaches the goal in 20 steps», «reaches the goal on 5 of 5 seeds»; follows the learner's name. */
  readonly arrival: string;
  /** With several seeds how those that arrive do: «in 20 steps», «97 % of the time»; else ''. */
  readonly pace: string;
  /** «believes an impossible 0.63, earns 0.00»: impossible is what no policy can earn. */
  readonly account: string;
  /** Interquartile means over its seeds; null where it has no values. */
  readonly believed: number | null;
  readonly earned: number;
  /** `believed` is more than any policy can earn. */
  readonly impossible: boolean;
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

/** So small a share of the best possible is nothing to speak of. */
const NOTHING = 0.01;

/** How one seed's policy fares, after the learner's name. */
function arrivalOf(seed: SeedSnapshot, step: number): string {
  const { fares } = returns();
  if (seed.status === 'diverged') return fares.diverged(step);
  const { goalRate, goalSteps } = seed;
  return isNowAndThen(goalRate) ? fares.nowAndThen(goalRate) : faresOf(goalRate, goalSteps);
}

function accountOf(seeds: readonly SeedSnapshot[], { optimal }: Truth, tolerance: number) {
  const believed = iqmOf(seeds.map(({ believedReturn }) => believedReturn));
  return {
    believed,
    earned: iqmOf(seeds.map(({ trueReturn }) => trueReturn)) ?? Number.NaN,
    impossible: believed !== null && isImpossibleReturn(believed, optimal, tolerance),
  };
}

/**
 * A verdict an instance that has been measured, in their order. With several training seeds the
 * numbers are interquartile means over them.
 *
 * @param tolerance what may differ without meaning anything, in units of return
 * (docs/contract.md#impossible).
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
          ? { arrival: returns().fares.allDiverged(snapshot.step, broken), pace: '' }
          : { arrival: sentence, pace };
    const { truth } = snapshot;
    const account = accountOf(seeds, truth, tolerance);
    return [
      {
        instance,
        ...said,
        ...account,
        account: texts().account({
          ...account,
          seeds: seeds.length,
          other: partedReading(seeds, truth.optimal - truth.random),
        }),
        reaches: 2 * arrived > seeds.length,
        unsure: (iqmOf(seeds.filter(reaches).map(({ goalRate }) => goalRate)) ?? 1) < SURE,
        arrived,
        seeds: seeds.length,
      },
    ];
  });
}

/** Whether no seed of any learner differs from what is said of all of them. */
function unanimous(verdicts: readonly LearnerVerdict[]): boolean {
  return verdicts.every(({ arrived, seeds }) => arrived === 0 || arrived === seeds);
}

/**
 * «Three of four reach the goal: CQL, IQL and BC.» With several seeds the majority of them decides;
 * on ice, where nobody can be sure to arrive, they do so «more often than not», and who does so beside
 * others that are sure of it is told apart from them.
 */
export function outcomeOf(verdicts: readonly LearnerVerdict[]): string {
  const arrived = verdicts.filter(({ reaches }) => reaches);
  const sure = arrived.filter(({ unsure }) => !unsure);
  const counted = sure.length > 0 ? sure : arrived;
  const names = (some: readonly LearnerVerdict[]) => some.map(({ instance }) => instance.short);
  return texts().outcome({
    learners: verdicts.length,
    arrived: names(counted),
    unsure: sure.length === 0 && arrived.length > 0,
    mostly: names(arrived.filter((one) => !counted.includes(one))),
    seeds: verdicts[0]?.seeds ?? 1,
    unanimous: unanimous(verdicts),
  });
}

/** Who believes in more than any policy can earn, by how far off they are; null where nobody does. */
export function lieIn(verdicts: readonly LearnerVerdict[], truth: Truth): Lie | null {
  const liars = verdicts
    .filter(({ impossible }) => impossible)
    .sort((one, other) => (other.believed ?? 0) - (one.believed ?? 0));
  if (liars.length === 0) return null;
  const { believed, earned } = liars[0];
  return {
    names: liars.map(({ instance }) => instance.short),
    believed: believed ?? Number.NaN,
    earned,
    // Where rewards are negative, earning nothing would be a feat.
    nothing: truth.optimal > 0 && Math.abs(earned) < NOTHING * truth.optimal,
  };
}

/**
 * The sentence over the stage: «DQN believed 0.93 and earned nothing. CQL and IQL arrived.»
 *
 * @param over whether it is said of the end of a run.
 */
export function headlineOf(
  verdicts: readonly LearnerVerdict[],
  truth: Truth,
  over: boolean,
): string {
  const t = texts();
  const lie = lieIn(verdicts, truth);
  const sure = verdicts.filter(({ reaches, unsure }) => reaches && !unsure);
  const unsure = verdicts.some(({ reaches, unsure }) => reaches && unsure);
  // Several seeds take counting, and where nobody is sure to arrive, that must be said.
  const plain = verdicts.every(({ seeds }) => seeds === 1) && (sure.length > 0 || !unsure);
  const outcome = plain
    ? t.arrivals(
        verdicts.length,
        sure.map(({ instance }) => instance.short),
        over,
      )
    : outcomeOf(verdicts);
  return lie === null ? outcome : `${t.lie(lie, over)} ${outcome}`;
}

/** What became of the prediction: «You said CQL and IQL.» and how far that was right; '' without one. */
export function answerOf(prediction: Prediction, verdicts: readonly LearnerVerdict[]): string {
  if (prediction.stage !== 'answered') return '';
  const chosen = verdicts.filter(({ instance }) => prediction.chosen.includes(instance.id));
  if (chosen.length === 0) return '';
  // Who arrives more often than not beside others that always do may be counted either way.
  const sure = verdicts.some(({ reaches, unsure }) => reaches && !unsure);
  const right = verdicts.every(
    ({ instance, reaches, unsure }) =>
      (sure && reaches && unsure) || prediction.chosen.includes(instance.id) === reaches,
  );
  const names = chosen.map(({ instance }) => instance.short);
  return texts().answer(names, right, !unanimous(verdicts));
}

/** «Settled after 2,850 steps.»; '' where the run was not to settle, or nobody on could. */
export function settlingOf({ step, reason }: Ending): string {
  if (reason === 'settled') return texts().settled(step);
  return reason === 'unsettled' ? texts().unsettled(step) : '';
}
