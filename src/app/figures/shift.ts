import type { Transitions } from '../../data/types';
import type { Mdp } from '../../mdp/types';

/** A distribution made to sum to 1; all zeros stay zeros. */
function normalized(weights: Float64Array): Float64Array {
  const mass = weights.reduce((sum, weight) => sum + weight, 0);
  return mass > 0 ? weights.map((weight) => weight / mass) : weights;
}

/**
 * The state distribution of the data `[states]`, sums to 1: a row at step t of its episode counts
 * γᵗ, as it does in the occupancy of a policy that it is compared with.
 */
export function dataDistribution(
  { size, state, step }: Transitions,
  states: number,
  gamma: number,
): Float64Array {
  const weights = new Float64Array(states);
  for (let row = 0; row < size; row++) weights[state[row]] += gamma ** step[row];
  return normalized(weights);
}

/**
 * The occupancy of a policy `[states]` over the states where one acts, sums to 1: no row of the data
 * starts in a terminal state, so those are left out of the comparison.
 */
export function actingDistribution(
  occupancy: ArrayLike<number>,
  terminal: Mdp['terminal'],
): Float64Array {
  return normalized(Float64Array.from(terminal, (ends, s) => (ends ? 0 : occupancy[s])));
}

/** Total variation distance of two distributions: ½ Σ |p − q|, in [0, 1], 0 where they are one. */
export function totalVariation(p: ArrayLike<number>, q: ArrayLike<number>): number {
  let sum = 0;
  for (let s = 0; s < p.length; s++) sum += Math.abs(p[s] - q[s]);
  return Math.min(1, sum / 2);
}

/** The share of `p` in states where `q` is 0, in [0, 1]; never above the total variation distance. */
export function shareOutside(p: ArrayLike<number>, q: ArrayLike<number>): number {
  let sum = 0;
  for (let s = 0; s < p.length; s++) if (q[s] === 0) sum += p[s];
  return Math.min(1, sum);
}
