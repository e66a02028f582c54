import { learners } from '../../texts/learners';
import { wordedLearner } from '../worded';

export const bc = wordedLearner(
  {
    short: 'BC',
    color: { light: '#994F9C', dark: '#C78BCB' },
    reading: 'readout',
    takes: { networks: 1, targets: 0, reads: 0 },
    settings: {
      readout: {
        type: 'choice',
        scope: 'live',
        default: 'distribution',
        options: ['distribution', 'most-likely'],
      },
    },
  },
  () => learners().bc,
);
