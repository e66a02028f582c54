import { PAIRS_LENGTH } from '../../data/pairs';
import { worded } from '../../learners/worded';
import { settings } from '../../texts/settings';

/** What learners share in which truth is put (docs/contract.md#oracle). */
export const ORACLE_SETTINGS = worded(
  {
    'oracle.pairs': { type: 'text', scope: 'train', default: '', maxLength: PAIRS_LENGTH },
  },
  settings,
);
