import type { Frame, FrameLearner } from '../../experiment/types';
import { ACTION_COUNT, type StateIndex } from '../../mdp/types';
import { mostLikely } from './most-likely';

/** A learner's most visited cell whose arrow turned between two measured steps. */
export interface Flip {
  readonly step: number;
  readonly instance: string;
  /** Place of the training seed, from 0. */
  readonly seed: number;
  readonly state: StateIndex;
}

/** The most visited of the states whose most likely action turned, −1 where none did. */
function turnedState(then: FrameLearner, now: FrameLearner): StateIndex {
  let state = -1;
  let most = 1e-6;
  for (let s = 0; s * ACTION_COUNT < now.policy.length; s++) {
    const weight = Math.max(now.occupancy[s], then.occupancy[s]);
    if (weight > most && mostLikely(now.policy, s) !== mostLikely(then.policy, s)) {
      most = weight;
      state = s;
    }
  }
  return state;
}

/**
 * For each instance and training seed whose policy changed from one frame to the next, the cell that
 * explains it best: among those whose most likely action turned, the one visited most by either
 * policy. Seeds without such a cell are left out.
 */
export function flipsBetween(before: Frame, after: Frame): readonly Flip[] {
  if (before.runId !== after.runId) return [];
  return Object.entries(after.learners).flatMap(([instance, seeds]) =>
    seeds.flatMap((now, seed) => {
      const then = before.learners[instance]?.[seed];
      if (!then || now.policy.length !== then.policy.length) return [];
      const state = turnedState(then, now);
      return state < 0 ? [] : [{ step: after.step, instance, seed, state }];
    }),
  );
}
