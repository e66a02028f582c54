import { learners } from '../../texts/learners';
import { oracleSetting } from '../oracle';
import { actionValueReadoutSetting } from '../settings';
import { wordedLearner } from '../worded';

/** What a step takes with so many critics. */
const takesOf = (critics: number) => ({ networks: critics, targets: critics, reads: critics });

export const maxmin = wordedLearner(
  {
    short: 'Maxmin',
    color: { light: '#00404F', dark: '#B8E6FF' },
    knob: 'critics',
    hasValues: true,
    actsOnValues: true,
    takes: takesOf(4),
    under: ({ critics }) => (typeof critics === 'number' ? { takes: takesOf(critics) } : {}),
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
      oracle: oracleSetting,
    },
  },
  () => learners().maxmin,
);
