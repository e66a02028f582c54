import { CLASS_CODES } from '../data/dataset';
import { pairsOn, readPairs } from '../data/pairs';
import { seenActions } from '../engine/seen';
import type { LearnerMeta } from '../learners/meta';
import { type Oracle, oracleOf } from '../learners/oracle';
import type { LearnerSettings } from '../learners/types';
import { ACTION_COUNT, type Mdp } from '../mdp/types';
import type { Settings } from './types';

/** What decides where truth is put in. */
export interface OracleGround {
  readonly mdp: Pick<Mdp, 'rows' | 'columns' | 'stateOfCell' | 'terminal' | 'states'>;
  /** What the data contains, column by column. */
  readonly dataset: { readonly state: Int32Array; readonly action: Uint8Array };
}

const CLASSES: Readonly<Record<Exclude<Oracle, 'none' | 'painted'>, readonly number[]>> = {
  unseenActions: [CLASS_CODES.unseenAction],
  unseenStates: [CLASS_CODES.unseenState],
  unseen: [CLASS_CODES.unseenAction, CLASS_CODES.unseenState],
};

/**
 * Which pairs stand for the truth in an instance's targets, 1 or 0, `[states × 4]`; null where none can. A
 * state without data has unseen pairs here even where no start leads to it: a target might still be read there.
 */
export function oracleMask(
  { mdp, dataset }: OracleGround,
  settings: Pick<Settings, 'oracle.pairs'>,
  own: LearnerSettings,
): Uint8Array | null {
  const oracle = oracleOf(own);
  if (oracle === 'none') return null;
  if (oracle === 'painted') return pairsOn(mdp, readPairs(settings['oracle.pairs']).value);
  const seen = seenActions(mdp, dataset, ACTION_COUNT);
  return seen.map((isSeen, pair) => {
    const state = Math.floor(pair / ACTION_COUNT);
    if (isSeen === 1 || mdp.terminal[state] === 1) return 0;
    const visited = seen.subarray(state * ACTION_COUNT, (state + 1) * ACTION_COUNT).includes(1);
    const code = visited ? CLASS_CODES.unseenAction : CLASS_CODES.unseenState;
    return Number(CLASSES[oracle].includes(code));
  });
}

/**
 * Whether truth that is put in can reach a target of an instance: not where it has none, and of unseen pairs not
 * where the method reads its values of the data's own pairs alone.
 */
export function changesTargets(
  { consults, takes }: Pick<LearnerMeta, 'consults' | 'takes'>,
  own: LearnerSettings,
): boolean {
  const oracle = oracleOf(own);
  if (takes.targets === 0) return false;
  return oracle === 'painted' || (oracle !== 'none' && consults !== 'data');
}
