import { iqmOf } from '../../experiment/summary';
import type { SeedSnapshot } from '../../experiment/types';
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
