import { learners } from '../../texts/learners';
import { oracleSetting } from '../oracle';
import { wordedLearner } from '../worded';

export const onestep = wordedLearner(
  {
    short: '1-step',
    color: { light: '#7A0F4A', dark: '#FF9EC4' },
    knob: 'beta',
    hasValues: true,
    settles: true,
    takes: { networks: 2, targets: 1, reads: 2 },
    settings: {
      beta: {
        type: 'number',
        symbol: 'β',
        scope: 'live',
        default: 2.5,
        min: 0.1,
        max: 100,
        step: 0.1,
        scale: 'log',
      },
      oracle: oracleSetting,
    },
  },
  () => learners().onestep,
);
