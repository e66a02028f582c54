import { iqmOf } from '../../experiment/summary';
import type { SeedSnapshot } from '../../experiment/types';
import { capital } from '../../texts/format';
import { returns } from '../../texts/returns';

/** From this goal rate on a policy counts as one that reaches the goal: more often than not. */
const REACHES = 0.5;
/** Goal rates that close to 0 or 1 are as good as never and always. */
const HARDLY = 5e-4;

type Fare = Pick<SeedSnapshot, 'goalRate' | 'goalSteps'>;

/** Whether a seed's policy reaches the goal more often than not. */
export function reaches({ goalRate }: Pick<Fare, 'goalRate'>): boolean {
  return goalRate >= REACHES;
}

/** Whether a goal rate is one in between, neither as good as never nor as always. */
export function isNowAndThen(goalRate: number): boolean {
  return goalRate > HARDLY && goalRate < 1 - HARDLY;
}

/** How several seeds fare: on how many the goal is reached, and how by those. */
export interface Arrivals {
  readonly arrived: number;
  /** «reaches the goal on 4 of 5 seeds». */
  readonly sentence: string;
  /** «in 20 steps», «97 % of the time», '' where the goal is never reached; interquartile means. */
  readonly pace: string;
}

/** Sums up how the policies of several seeds fare. */
export function arrivalsOf(seeds: readonly Fare[]): Arrivals {
  const arriving = seeds.filter(reaches);
  const t = returns();
  const sentence = t.fares.onSeeds(arriving.length, seeds.length);
  const those = arriving.length > 0 ? arriving : seeds;
  const rate = iqmOf(those.map(({ goalRate }) => goalRate)) ?? 0;
  const steps = iqmOf(those.map(({ goalSteps }) => goalSteps));
  const arrived = arriving.length;
  if (rate <= HARDLY) return { arrived, sentence, pace: '' };
  if (isNowAndThen(rate) || steps === null) return { arrived, sentence, pace: t.pace.rate(rate) };
  return { arrived, sentence, pace: t.pace.inSteps(steps) };
}

/** How a policy fares, after its learner's name: «reaches the goal in 20 steps». */
export function faresOf(goalRate: number | null, goalSteps: number | null): string {
  const { fares } = returns();
  if (goalRate === null) return fares.untrained;
  if (goalRate < 5e-4 || goalSteps === null) return fares.never;
  return goalRate > 0.9995 ? fares.inSteps(goalSteps) : fares.inSome(goalRate, goalSteps);
}

/** The same by itself: «Reaches the goal in 20 steps». */
export function describeGoal(goalRate: number | null, goalSteps: number | null): string {
  return capital(faresOf(goalRate, goalSteps));
}

/** How the policies of all seeds fare; of none before anything is measured. */
export function describeGoals(
  seeds: readonly { readonly goalRate: number; readonly goalSteps: number | null }[],
): string {
  if (seeds.length === 0) return describeGoal(null, null);
  if (seeds.length === 1) return describeGoal(seeds[0].goalRate, seeds[0].goalSteps);
  const { sentence, pace } = arrivalsOf(seeds);
  return pace ? `${capital(sentence)}, ${pace}` : capital(sentence);
}
