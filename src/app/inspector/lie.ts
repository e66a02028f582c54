import type { FrameLearner } from '../../experiment/types';
import type { StateIndex } from '../../mdp/types';

/** How much of a learner's gap sits in a cell, in return. */
export interface LieHere {
  readonly here: number;
  /** Of all cells together: believed minus true return. */
  readonly total: number;
}

/** The part of a learner's gap that sits in a state; null where nothing finite is believed. */
export function lieIn({ share, occupancy }: FrameLearner, state: StateIndex): LieHere | null {
  if (share === null) return null;
  const each = share.length / occupancy.length;
  const sum = (table: Float32Array) => table.reduce((of, part) => of + part, 0);
  const total = sum(share);
  if (!Number.isFinite(total)) return null;
  return { here: sum(share.subarray(state * each, (state + 1) * each)), total };
}
