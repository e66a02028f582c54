import { NOT_PUT_IN } from '../engine/loss/graph';
import type { TruthTables } from '../engine/types';
import type { LearnerSettings } from '../learners/types';
import { optimalValues } from '../mdp/solve';
import { ACTION_COUNT, type Mdp, type Values } from '../mdp/types';
import { type OracleGround, oracleMask } from './oracle';
import type { Settings } from './types';

/**
 * What is put in the place of an instance's target values, in its own units: Q* at the pairs, V* at states all
 * of whose actions are among them. Null where nothing is.
 */
export function truthTables(
  problem: OracleGround & { readonly mdp: Mdp; readonly optimal?: Values },
  settings: Pick<Settings, 'oracle.pairs'>,
  own: LearnerSettings,
  scale: number,
): TruthTables | null {
  const mask = oracleMask(problem, settings, own);
  if (mask === null) return null;
  const { q, v } = problem.optimal ?? optimalValues(problem.mdp);
  const isWhole = (state: number) =>
    !mask.subarray(state * ACTION_COUNT, (state + 1) * ACTION_COUNT).includes(0);
  return {
    actions: Float32Array.from(mask, (isPutIn, pair) => (isPutIn ? q[pair] * scale : NOT_PUT_IN)),
    state: Float32Array.from(v, (value, s) => (isWhole(s) ? value * scale : NOT_PUT_IN)),
  };
}
