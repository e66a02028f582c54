import { iqmOf } from './summary';
import type { Readings, SeedSnapshot } from './types';

/** One reading of a learned distribution beside the one that walks. */
export interface OtherReading {
  readonly reading: keyof Readings;
  /** Its true return, one a training seed. */
  readonly earns: readonly number[];
}

type Read = Pick<SeedSnapshot, 'trueReturn' | 'readings'>;

/** The reading that does not walk, by what was measured; null where the learner acts on its values. */
export function otherReading(seeds: readonly Read[]): OtherReading | null {
  const both = seeds.flatMap(({ readings }) => readings ?? []);
  if (both.length === 0 || both.length < seeds.length) return null;
  const walks = seeds.every(
    ({ trueReturn, readings }) => readings?.distribution.trueReturn === trueReturn,
  );
  const reading = walks ? 'mostLikely' : 'distribution';
  return { reading, earns: both.map((one) => one[reading].trueReturn) };
}

/** Differences of return below this share of what there is to win are of no substance. */
const SUBSTANCE = 0.05;

/**
 * What a learner earns by the reading that does not walk, as the interquartile mean over its seeds; null
 * where that differs in no substance from what walks, or there is one way only to read it.
 *
 * @param span what there is to win: the optimal return minus that of acting at random.
 */
export function partedReading(
  seeds: readonly Read[],
  span: number,
): { readonly reading: keyof Readings; readonly earns: number } | null {
  const other = otherReading(seeds);
  const walks = iqmOf(seeds.map(({ trueReturn }) => trueReturn));
  const earns = other && iqmOf(other.earns);
  if (other === null || earns === null || walks === null) return null;
  return Math.abs(earns - walks) > SUBSTANCE * span ? { reading: other.reading, earns } : null;
}
