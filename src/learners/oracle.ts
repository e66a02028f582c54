import type { LearnerMeta } from './meta';
import type { LearnerSettings } from './types';
import type { BareSetting } from './worded';

/**
 * Where the truth stands in the place of a learner's target values while it trains
 * (docs/contract.md#oracle): nowhere, in classes of pairs, or in pairs that were painted.
 */
export const ORACLES = ['none', 'unseenActions', 'unseenStates', 'unseen', 'painted'] as const;
export type Oracle = (typeof ORACLES)[number];

/** The setting of every learner that has a target network. */
export const oracleSetting = {
  type: 'choice',
  scope: 'train',
  default: 'none',
  options: ORACLES,
} as const satisfies BareSetting;

/** Whether truth may be put into the targets of a method. */
export function takesTruth({ settings, takes }: Pick<LearnerMeta, 'settings' | 'takes'>): boolean {
  return takes.targets > 0 && Object.hasOwn(settings, 'oracle');
}

/** The choice of an instance; `none` of those that have no target. */
export function oracleOf({ oracle }: LearnerSettings): Oracle {
  return ORACLES.find((known) => known === oracle) ?? 'none';
}

/** Whether an instance's loss reads its targets with truth put in. */
export function putsTruthIn(settings: LearnerSettings): boolean {
  return oracleOf(settings) !== 'none';
}
