import type { Scheme } from '../map/palette';

export interface ReturnTick {
  readonly value: number;
  /** A word or a symbol: «behaviour», «optimum». */
  readonly label: string;
}

export interface ReturnBarProps {
  /** One a training seed; null where the learner has no values (BC). Empty before the first measurement. */
  readonly believed: readonly (number | null)[];
  /** One a training seed. */
  readonly trueReturn: readonly number[];
  /** In [0, 1], the mean over seeds; null before the first measurement. */
  readonly goalRate: number | null;
  /** Expected steps to the goal; null where it is never reached. */
  readonly goalSteps: number | null;
  readonly ticks: readonly ReturnTick[];
  /** Ends of the line; what lies outside gets an arrow and its number. See `returnDomain(truth)`. */
  readonly domain: readonly [number, number];
  /** Hue of the learner on this scheme, `#rrggbb`. */
  readonly color: string;
  /** Name of the learner. */
  readonly label: string;
  readonly scheme: Scheme;
}
