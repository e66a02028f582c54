import { LEARNER_KINDS } from '../../learners/types';
import { worded } from '../../learners/worded';
import { settings } from '../../texts/settings';

/** Settings of learners that act in the world while they train (docs/contract.md#online). */
export const ONLINE_SETTINGS = worded(
  {
    'online.learners': {
      type: 'list',
      scope: 'live',
      default: [],
      options: LEARNER_KINDS,
      among: 'learners',
    },
    'online.from': {
      type: 'number',
      scope: 'live',
      default: 0,
      min: 0,
      max: 200_000,
      step: 50,
      integer: true,
    },
    'online.steps': {
      type: 'number',
      symbol: 'n',
      scope: 'live',
      default: 1,
      min: 1,
      max: 16,
      step: 1,
      integer: true,
    },
    'online.epsilon': {
      type: 'number',
      symbol: 'ε',
      scope: 'live',
      default: 0.1,
      min: 0,
      max: 1,
      step: 0.01,
    },
    'online.share': {
      type: 'number',
      scope: 'live',
      default: 0.5,
      min: 0,
      max: 1,
      step: 0.05,
    },
  },
  settings,
);
