import { learners } from '../../texts/learners';
import { oracleSetting } from '../oracle';
import { wordedLearner } from '../worded';

export const awac = wordedLearner(
  {
    short: 'AWAC',
    color: { light: '#35359A', dark: '#8C8CFF' },
    knob: 'beta',
    reading: 'readout',
    hasValues: true,
    settles: true,
    takes: { networks: 2, targets: 1, reads: 3 },
    settings: {
      beta: {
        type: 'number',
        symbol: 'β',
        scope: 'live',
        default: 2,
        min: 0.1,
        max: 100,
        step: 0.1,
        scale: 'log',
      },
      weight: {
        type: 'choice',
        scope: 'train',
        default: 'exp',
        options: ['exp', 'binary'],
      },
      readout: {
        type: 'choice',
        scope: 'live',
        default: 'distribution',
        options: ['distribution', 'most-likely'],
      },
      oracle: oracleSetting,
    },
  },
  () => learners().awac,
);
