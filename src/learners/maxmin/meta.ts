import { learners } from '../../texts/learners';
import { actionValueReadoutSetting } from '../settings';
import { wordedLearner } from '../worded';

export const maxmin = wordedLearner(
  {
    short: 'Maxmin',
    color: { light: '#00404F', dark: '#B8E6FF' },
    knob: 'critics',
    hasValues: true,
    actsOnValues: true,
    takes: { networks: 4, targets: 4, reads: 4 },
    settings: {
      critics: {
        type: 'number',
        symbol: 'n',
        scope: 'train',
        default: 4,
        min: 2,
        max: 8,
        step: 1,
        integer: true,
      },
      readout: actionValueReadoutSetting,
    },
  },
  () => learners().maxmin,
);
