/** One number, looked at again and again while the same thing is repeated. */
export interface Look {
  /** What has been repeated by then: resets, minutes, steps. Ascending. */
  readonly at: number;
  readonly value: number;
}

/** From where on something is called growth. */
export interface Allowance {
  /** What may have been added over all looks that count, however surely it was. */
  readonly absolute: number;
  /** The same as a share of what there is. The larger of the two counts. */
  readonly share: number;
}

/** What a series does. */
export interface Growth {
  /** Added by one repetition: Theil–Sen, the median of the slopes of all pairs of looks. */
  readonly each: number;
  /** Added over all looks that count, by that slope. */
  readonly whole: number;
  readonly grows: boolean;
}

/** Looks at the beginning that do not count: code is compiled, caches fill, one of everything is made. */
const WARMING = 0.25;
/** Looks that have to count, at least: with fewer no order of them is surprising. */
const FEWEST = 8;
/**
 * Standard deviations of Kendall's S from which an order is no accident: of a series without a trend one in
 * 740 is that much in order.
 */
const SURE = 3;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Kendall's S of a series, in standard deviations of what it is where there is no trend, ties corrected. */
function orderOf(values: readonly number[]): number {
  let s = 0;
  for (const [later, value] of values.entries())
    for (const earlier of values.slice(0, later)) s += Math.sign(value - earlier);
  const spread = (n: number) => n * (n - 1) * (2 * n + 5);
  const ties = new Map<number, number>();
  for (const value of values) ties.set(value, (ties.get(value) ?? 0) + 1);
  const tied = [...ties.values()].reduce((sum, n) => sum + spread(n), 0);
  const variance = (spread(values.length) - tied) / 18;
  return variance > 0 ? s / Math.sqrt(variance) : 0;
}

/**
 * Whether a number grows with what is repeated. Of the looks after the warm-up, both have to be so: their
 * order is no accident (Mann–Kendall), and what the median of all slopes adds up to (Theil–Sen) is more than
 * is allowed. Neither an outlier, such as a look in the midst of a collection, nor one step up is growth by
 * that; a leak of `allowance / repetitions` bytes each is.
 *
 * @throws RangeError where fewer than eight looks count.
 */
export function growthOf(looks: readonly Look[], { absolute, share }: Allowance): Growth {
  const counted = looks.slice(Math.ceil(WARMING * looks.length));
  if (counted.length < FEWEST)
    throw new RangeError(`${counted.length} looks are too few to tell growth from noise.`);
  const slopes = counted.flatMap((later, i) =>
    counted.slice(0, i).map((earlier) => (later.value - earlier.value) / (later.at - earlier.at)),
  );
  const each = median(slopes);
  const whole = each * (counted[counted.length - 1].at - counted[0].at);
  const values = counted.map(({ value }) => value);
  const most = Math.max(absolute, share * Math.abs(median(values)));
  return { each, whole, grows: whole > most && orderOf(values) > SURE };
}
