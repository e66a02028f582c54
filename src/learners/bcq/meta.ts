import { learners } from '../../texts/learners';
import { oracleSetting } from '../oracle';
import { actionValueReadoutSetting } from '../settings';
import { wordedLearner } from '../worded';

export const bcq = wordedLearner(
  {
    short: 'BCQ',
    color: { light: '#5C4B00', dark: '#F0E442' },
    knob: 'threshold',
    hasValues: true,
    settles: true,
    takes: { networks: 2, targets: 1, reads: 3 },
    settings: {
      threshold: {
        type: 'number',
        symbol: 'τ',
        scope: 'live',
        default: 0.05,
        min: 0,
        max: 0.99,
        step: 0.01,
      },
      support: {
        type: 'choice',
        scope: 'train',
        default: 'model',
        options: ['model', 'seen'],
      },
      readout: actionValueReadoutSetting,
      oracle: oracleSetting,
    },
  },
  () => learners().bcq,
);
