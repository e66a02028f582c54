import type { LearnerSettings } from '../types';
import type { EmpiricalTable } from './table';

/** The two honest readings of a learned distribution (docs/contract.md#readings), each `[states × 4]`. */
export interface Readings {
  readonly distribution: Float64Array;
  readonly mostLikely: Float64Array;
}

/** Where training rests, in the units of the table's (scaled) rewards. */
export interface RestingPoint {
  /** `[states × 4]`; NaN on pairs that the loss leaves out (N(s,a) = 0). Null: it has no values. */
  readonly q: Float64Array | null;
  /** `[states]` V̂ behind the believed return; 0 in states that the data never leaves. */
  readonly v: Float64Array | null;
  /** `[states × 4]` the policy that is deployed under the settings; uniform in states without data. */
  readonly policy: Float64Array;
  /** Both readings, of a learner that learns a distribution. */
  readonly readings: Readings | null;
}

/**
 * Why there is no such point. `restless`: the iteration that training follows does not come to rest
 * (a softmax backup need not contract); `overflow`: its numbers are too large to be told; `untold`: nobody
 * has worked out where; `oracle`: nobody has with truth put in its targets.
 */
export type Nowhere = 'restless' | 'overflow' | 'untold' | 'oracle';

export type Rest = RestingPoint | { readonly nowhere: Nowhere };

/**
 * The tabular fixed point of a learner's loss on a dataset (`restsAt`, docs/contract.md#rests-at): what
 * it would believe with a table instead of a network and unlimited training. Settings are those of an
 * instance by their short names.
 */
export type RestsAt = (table: EmpiricalTable, settings: LearnerSettings) => Rest;

/**
 * A numeric setting of an instance; where it has none, what the loss takes then.
 *
 * Throws RangeError where it has none and the loss knows of no other.
 */
export function numberOf(settings: LearnerSettings, name: string, otherwise?: number): number {
  const value = settings[name] ?? otherwise;
  if (typeof value === 'number') return value;
  throw new RangeError(`The setting «${name}» is ${value}, but this loss takes a number.`);
}
