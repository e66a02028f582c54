import { ACTION_COUNT, type Mdp } from '../mdp/types';
import type { Transitions } from './types';

/** How an episode of a dataset ended; `cut`: its last row is not terminal. */
export const EPISODE_ENDS = ['goal', 'pit', 'cut'] as const;
export type EpisodeEnd = (typeof EPISODE_ENDS)[number];

/** The episodes of a dataset in columns; entry i of every column is one episode, in their order. */
export interface Episodes {
  readonly count: number;
  /** `[count + 1]` first row of every episode, and behind the last one the number of rows. */
  readonly starts: Int32Array;
  /** `[count]` rows. */
  readonly lengths: Int32Array;
  /** `[count]` discounted return from the episode's first row. */
  readonly returns: Float64Array;
  /** `[count]` index into `EPISODE_ENDS`. */
  readonly ends: Uint8Array;
}

/** `[episodes + 1]` first row of every episode, and behind the last one the number of rows. */
export function episodeStarts({
  size,
  episode,
}: Pick<Transitions, 'size' | 'episode'>): Int32Array {
  let count = 0;
  for (let row = 0; row < size; row++) if (row === 0 || episode[row] !== episode[row - 1]) count++;
  const starts = new Int32Array(count + 1);
  let next = 0;
  for (let row = 0; row < size; row++) {
    if (row === 0 || episode[row] !== episode[row - 1]) starts[next++] = row;
  }
  starts[count] = size;
  return starts;
}

/** Σ γᵏ r of the rows from each start up to the next. */
function returnsFrom(starts: Int32Array, reward: Float64Array, gamma: number): Float64Array {
  return Float64Array.from({ length: starts.length - 1 }, (_, episode) => {
    let sum = 0;
    for (let row = starts[episode + 1] - 1; row >= starts[episode]; row--) {
      sum = reward[row] + gamma * sum;
    }
    return sum;
  });
}

/**
 * The discounted return of every episode, in their order, with the world's γ from each episode's
 * first row: what `below` and `top` go by.
 */
export function episodeReturns(transitions: Transitions, gamma: number): Float64Array {
  return returnsFrom(episodeStarts(transitions), transitions.reward, gamma);
}

/** The episodes of a dataset with what is known of each. */
export function episodesOf(
  mdp: Pick<Mdp, 'goal' | 'gamma'>,
  { size, episode, reward, terminal, nextState }: Transitions,
): Episodes {
  const starts = episodeStarts({ size, episode });
  const count = starts.length - 1;
  const lengths = new Int32Array(count);
  const ends = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    lengths[i] = starts[i + 1] - starts[i];
    const last = starts[i + 1] - 1;
    const end = terminal[last] === 0 ? 'cut' : mdp.goal[nextState[last]] === 1 ? 'goal' : 'pit';
    ends[i] = EPISODE_ENDS.indexOf(end);
  }
  return { count, starts, lengths, returns: returnsFrom(starts, reward, mdp.gamma), ends };
}

/** Episodes, ascending, that act in a state marked 1 in `inside` `[states]`, or arrive in one. */
export function episodesThrough(
  { state, nextState }: Pick<Transitions, 'state' | 'nextState'>,
  { count, starts }: Pick<Episodes, 'count' | 'starts'>,
  inside: Uint8Array,
): Int32Array {
  const found: number[] = [];
  for (let episode = 0; episode < count; episode++) {
    for (let row = starts[episode]; row < starts[episode + 1]; row++) {
      if (inside[state[row]] === 0 && inside[nextState[row]] === 0) continue;
      found.push(episode);
      break;
    }
  }
  return Int32Array.from(found);
}

/** Position of a value in an ascending list that holds it. */
function rankIn(sorted: ArrayLike<number>, length: number, value: number): number {
  let low = 0;
  let high = length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The indices of `values` (finite) by ascending or descending value; equal ones stay in their order.
 * Sorts numbers natively and counts: by a comparing function 100,000 would take the page's time.
 */
export function orderOf(values: ArrayLike<number>, descending = false): Int32Array {
  const sorted = Float64Array.from(values).sort();
  let distinct = 0;
  for (let i = 0; i < sorted.length; i++) {
    if (i === 0 || sorted[i] !== sorted[distinct - 1]) sorted[distinct++] = sorted[i];
  }
  const ranks = Int32Array.from(values, (value) => {
    const rank = rankIn(sorted, distinct, value);
    return descending ? distinct - 1 - rank : rank;
  });
  const next = new Int32Array(distinct + 1);
  for (const rank of ranks) next[rank + 1]++;
  for (let rank = 0; rank < distinct; rank++) next[rank + 1] += next[rank];
  const order = new Int32Array(ranks.length);
  ranks.forEach((rank, index) => {
    order[next[rank]++] = index;
  });
  return order;
}

/** How often values fall between edges at even distances. */
export interface Histogram {
  /** `[bins + 1]` ascending; a bin holds its lower edge, the last one its upper edge as well. */
  readonly edges: Float64Array;
  /** `[bins]` sums to the number of values. */
  readonly counts: Int32Array;
}

/** Half the width of the only bin of equal values, as a share of their size. */
const HALF_BIN = 0.05;

/** The histogram of finite values in `bins` bins from the least to the largest; one where all are equal. */
export function histogramOf(values: ArrayLike<number>, bins: number): Histogram {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    low = Math.min(low, values[i]);
    high = Math.max(high, values[i]);
  }
  if (values.length === 0) [low, high] = [0, 0];
  const width = (high - low) / bins;
  // Too close together to be told apart.
  if (!(low + width > low)) {
    const half = HALF_BIN * Math.max(1, Math.abs(low));
    return {
      edges: Float64Array.of(low - half, high + half),
      counts: Int32Array.of(values.length),
    };
  }
  const edges = Float64Array.from({ length: bins + 1 }, (_, i) =>
    i === bins ? high : low + i * width,
  );
  const counts = new Int32Array(bins);
  for (let i = 0; i < values.length; i++) {
    let bin = Math.min(bins - 1, Math.floor((values[i] - low) / width));
    // Division and multiplication round differently: the edges decide.
    if (values[i] < edges[bin]) bin--;
    else if (bin < bins - 1 && values[i] >= edges[bin + 1]) bin++;
    counts[bin]++;
  }
  return { edges, counts };
}

/** N(s) `[states]` from N(s,a) `[states × 4]`. */
export function visitsOf(pairs: ArrayLike<number>): Int32Array {
  const visits = new Int32Array(pairs.length / ACTION_COUNT);
  for (let pair = 0; pair < pairs.length; pair++) {
    visits[Math.floor(pair / ACTION_COUNT)] += pairs[pair];
  }
  return visits;
}

/** Rows by action, `[4]`, of the states marked 1 in `inside` `[states]`. */
export function actionsIn(pairs: ArrayLike<number>, inside: Uint8Array): Int32Array {
  const actions = new Int32Array(ACTION_COUNT);
  for (let pair = 0; pair < pairs.length; pair++) {
    if (inside[Math.floor(pair / ACTION_COUNT)] === 1) actions[pair % ACTION_COUNT] += pairs[pair];
  }
  return actions;
}

/** The mean of some numbers; 0 of none. */
export function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return values.length > 0 ? sum / values.length : 0;
}
