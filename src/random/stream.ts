import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import { type KeyPart, keyState } from './key';

/** A reproducible sequence of random numbers: the same key gives the same numbers on every machine. */
export interface RandomStream {
  /** Uniform in [0, 1), a multiple of 2⁻⁵³. */
  uniform(): number;
  /**
   * Uniform in 0 … bound − 1, without bias.
   * Throws RangeError unless `bound` is a whole number in 1 … 2³².
   */
  integer(bound: number): number;
}

const LARGEST_BOUND = 2 ** 32;

/**
 * The random stream of a key, for instance `randomStream('minibatch', seed, step)`. Streams of
 * different keys are independent; making one costs about a microsecond, so a stream a training
 * step is cheap. The generator is xoroshiro128+ (Blackman & Vigna 2018, from pure-rand), all 128
 * bits of its state taken from a hash of the key.
 *
 * Throws RangeError on a number in the key that is not finite.
 */
export function randomStream(...key: readonly KeyPart[]): RandomStream {
  const generator = xoroshiro128plusFromState(keyState(key));
  return {
    uniform: () => uniformFloat64(generator),
    integer: (bound) => {
      if (!Number.isInteger(bound) || bound < 1 || bound > LARGEST_BOUND) {
        throw new RangeError(
          `A random integer needs a whole number of choices from 1 to 2^32, not ${bound}.`,
        );
      }
      return uniformInt(generator, 0, bound - 1);
    },
  };
}
