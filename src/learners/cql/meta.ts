import { learners } from '../../texts/learners';
import { oracleSetting } from '../oracle';
import { actionValueReadoutSetting } from '../settings';
import { wordedLearner } from '../worded';

export const cql = wordedLearner(
  {
    short: 'CQL',
    color: { light: '#0072B2', dark: '#56A8E0' },
    knob: 'alpha',
    hasValues: true,
    actsOnValues: true,
    sinks: true,
    settles: true,
    takes: { networks: 1, targets: 1, reads: 1 },
    settings: {
      alpha: {
        type: 'number',
        symbol: 'α',
        scope: 'live',
        default: 1,
        min: 0.001,
        max: 100,
        step: 0.001,
        scale: 'log',
      },
      temperature: {
        type: 'number',
        symbol: 'κ',
        scope: 'live',
        default: 1,
        min: 0.001,
        max: 100,
        step: 0.001,
        scale: 'log',
      },
      backup: {
        type: 'choice',
        scope: 'train',
        default: 'softmax',
        options: ['softmax', 'max'],
      },
      double: { type: 'boolean', scope: 'train', default: false },
      penalty: {
        type: 'choice',
        scope: 'train',
        default: 'exact',
        options: ['exact', 'sampled-sketch'],
      },
      readout: actionValueReadoutSetting,
      oracle: oracleSetting,
    },
  },
  () => learners().cql,
);
