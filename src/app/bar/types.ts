import type { OtherReading } from '../../experiment/readings';
import type { Scheme } from '../theme/palette';

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
  /** The reading of the learned distribution that does not walk; null where there is none. */
  readonly other?: OtherReading | null | undefined;
  /** The belief at which its training would come to rest; null where there is none. */
  readonly rests?: number | null | undefined;
  /** How the policy fares, in words: «Reaches the goal in 20 steps». */
  readonly goal: string;
  readonly ticks: readonly ReturnTick[];
  /** Ends of the line; what lies outside gets an arrow and its number. See `returnDomain(truth)`. */
  readonly domain: readonly [number, number];
  /** Hue of the learner on this scheme, `#rrggbb`. */
  readonly color: string;
  /** Name of the learner. */
  readonly label: string;
  readonly scheme: Scheme;
}
