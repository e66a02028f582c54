import { ACTION_COUNT } from '../../mdp/types';

/** Pairs of a like number of rows, and how far a learner is off on them. */
export interface Bin {
  /** Fewest and most rows of its pairs; both 0 for the two classes without rows. */
  readonly from: number;
  readonly to: number;
  /** Whether it holds the pairs of states that the data never saw. */
  readonly unseenState: boolean;
  /** Pairs in it. */
  readonly pairs: number;
  /** Median and quartiles of the finite Q̂ − Q^π̂; null where there is none. */
  readonly median: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** The quantile `share` in [0, 1] of ascending numbers, between neighbours by straight line. */
function quantile(ascending: readonly number[], share: number): number | null {
  if (ascending.length === 0) return null;
  const at = share * (ascending.length - 1);
  const below = Math.floor(at);
  const next = ascending[Math.min(below + 1, ascending.length - 1)];
  return ascending[below] + (at - below) * (next - ascending[below]);
}

/** In which bin a pair falls: 0 unseen state, 1 unseen action, 2 one row, 3 two or three, 4 four to seven … */
export function binOf(count: number, visits: number): number {
  if (count > 0) return 2 + Math.floor(Math.log2(count));
  return visits > 0 ? 1 : 0;
}

/**
 * The error of a learner by the number of rows of a pair, bins doubling in width. `q`, `truth` and
 * `counts` are `[states × 4]`; only states for which `acts` holds are counted, each with all its
 * actions. There are always the two bins without rows, then those up to the largest count.
 */
export function errorsByCount(
  q: ArrayLike<number>,
  truth: ArrayLike<number>,
  counts: ArrayLike<number>,
  acts: (state: number) => boolean,
): readonly Bin[] {
  const errors: number[][] = [[], []];
  for (let s = 0; s * ACTION_COUNT < counts.length; s++) {
    if (!acts(s)) continue;
    let visits = 0;
    for (let a = 0; a < ACTION_COUNT; a++) visits += counts[s * ACTION_COUNT + a];
    for (let a = 0; a < ACTION_COUNT; a++) {
      const pair = s * ACTION_COUNT + a;
      const bin = binOf(counts[pair], visits);
      while (errors.length <= bin) errors.push([]);
      errors[bin].push(q[pair] - truth[pair]);
    }
  }
  return errors.map((all, bin) => {
    const found = all.filter(Number.isFinite);
    found.sort((one, other) => one - other);
    const from = bin < 2 ? 0 : 2 ** (bin - 2);
    return {
      from,
      to: bin < 2 ? 0 : 2 * from - 1,
      unseenState: bin === 0,
      pairs: all.length,
      median: quantile(found, 0.5),
      lower: quantile(found, 0.25),
      upper: quantile(found, 0.75),
    };
  });
}
