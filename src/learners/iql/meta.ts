import { learners } from '../../texts/learners';
import { oracleSetting } from '../oracle';
import { wordedLearner } from '../worded';

export const iql = wordedLearner(
  {
    short: 'IQL',
    color: { light: '#008260', dark: '#2CC295' },
    hasValues: true,
    believesIn: 'states',
    consults: 'data',
    settles: true,
    knob: 'expectile',
    reading: 'readout',
    takes: { networks: 4, targets: 2, reads: 3 },
    settings: {
      expectile: {
        type: 'number',
        symbol: 'τ',
        scope: 'live',
        default: 0.8,
        min: 0.5,
        max: 0.99,
        step: 0.01,
      },
      beta: {
        type: 'number',
        symbol: 'β',
        scope: 'live',
        default: 10,
        min: 0.1,
        max: 100,
        step: 0.1,
        scale: 'log',
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
  () => learners().iql,
);
