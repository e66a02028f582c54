import { exp } from '../random/elementary';
import type { LearnerSettings, PolicyReadings, Readout } from './types';

/** Columns of a table of action values or logits. */
const ACTION_COUNT = 4;

/**
 * The greedy policy of a table `[states × 4]` (action values or logits): probability 1 on the largest
 * entry of a row. Ties, exact in the float values of the network, go to the lowest action; a row with
 * a number that is not finite, which only a diverged learner has, is uniform.
 */
export function greedyPolicy(table: Float32Array): Float64Array {
  const policy = new Float64Array(table.length);
  for (let row = 0; row < table.length; row += ACTION_COUNT) {
    let best = 0;
    let finite = true;
    for (let a = 0; a < ACTION_COUNT; a++) {
      finite &&= Number.isFinite(table[row + a]);
      if (table[row + a] > table[row + best]) best = a;
    }
    if (finite) policy[row + best] = 1;
    else policy.fill(1 / ACTION_COUNT, row, row + ACTION_COUNT);
  }
  return policy;
}

/** Softmax of every row of a table `[states × 4]`; uniform where a number is not finite. */
export function softmaxPolicy(table: Float32Array): Float64Array {
  const policy = new Float64Array(table.length);
  for (let row = 0; row < table.length; row += ACTION_COUNT) {
    const logits = table.subarray(row, row + ACTION_COUNT);
    const largest = Math.max(...logits);
    let sum = 0;
    for (let a = 0; a < ACTION_COUNT; a++) {
      policy[row + a] = exp(logits[a] - largest);
      sum += policy[row + a];
    }
    for (let a = 0; a < ACTION_COUNT; a++) {
      policy[row + a] = Number.isFinite(sum) ? policy[row + a] / sum : 1 / ACTION_COUNT;
    }
  }
  return policy;
}

/** A policy learned as logits `[states × 4]`, in both its readings and in the one that the settings deploy. */
export function policyReadout(
  logits: Float32Array,
  { readout }: LearnerSettings,
): Pick<Readout, 'policy' | 'readings'> & { readonly readings: PolicyReadings } {
  const readings = { distribution: softmaxPolicy(logits), mostLikely: greedyPolicy(logits) };
  return { policy: deployed(readings, readout), readings };
}

/** The reading that a setting `readout` names; the distribution where it names none. */
export function deployed(
  readings: PolicyReadings,
  readout: LearnerSettings[string] | undefined,
): Float64Array {
  return readout === 'most-likely' ? readings.mostLikely : readings.distribution;
}

/** V(s) = Σ_a π(a|s) Q(s,a), `[states]`; actions of probability 0 do not count, whatever their value. */
export function expectedValues(policy: Float64Array, q: Float64Array): Float64Array {
  return Float64Array.from({ length: policy.length / ACTION_COUNT }, (_, s) => {
    let sum = 0;
    for (let pair = s * ACTION_COUNT; pair < (s + 1) * ACTION_COUNT; pair++) {
      if (policy[pair] > 0) sum += policy[pair] * q[pair];
    }
    return sum;
  });
}
