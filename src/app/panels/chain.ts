import type { LearnerMeta } from '../../learners/meta';
import type { StateIndex } from '../../mdp/types';
import type { Scene } from '../basics/context';
import type { MapValues } from '../map/types';
import { backupsBehind, type Chain } from '../state/backups';
import { mostLikely } from '../state/most-likely';

/** The backups behind the arrow of a state; null where there is no arrow, or no value behind it. */
export function chainAt(
  { problem, grid }: Scene,
  { q, policy }: MapValues,
  consults: NonNullable<LearnerMeta['consults']>,
  state: StateIndex,
): Chain | null {
  const { mdp } = grid;
  if (q === null || state >= grid.states || mdp.terminal[state] || !mdp.reachable[state])
    return null;
  if (!q.length || q.length !== problem.counts.length) return null;
  return backupsBehind(problem, q, consults, state, mostLikely(policy, state));
}
