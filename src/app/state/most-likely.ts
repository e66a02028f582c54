import { ACTION_COUNT, type StateIndex } from '../../mdp/types';

/** The most likely action of a policy in a state; ties go to the lowest. */
export function mostLikely(policy: ArrayLike<number>, state: StateIndex): number {
  let most = 0;
  for (let action = 1; action < ACTION_COUNT; action++)
    if (policy[state * ACTION_COUNT + action] > policy[state * ACTION_COUNT + most]) most = action;
  return most;
}
