import { learners } from '../../texts/learners';
import { oracleSetting } from '../oracle';
import { actionValueReadoutSetting } from '../settings';
import { wordedLearner } from '../worded';

export const dqn = wordedLearner(
  {
    short: 'DQN',
    color: { light: '#C25400', dark: '#F07B32' },
    knob: 'double',
    hasValues: true,
    actsOnValues: true,
    takes: { networks: 1, targets: 1, reads: 1 },
    settings: {
      double: { type: 'boolean', scope: 'train', default: false },
      readout: actionValueReadoutSetting,
      oracle: oracleSetting,
    },
  },
  () => learners().dqn,
);
