import { learners } from '../../texts/learners';
import { oracleSetting } from '../oracle';
import { wordedLearner } from '../worded';
import { DEFAULT_PROGRAM } from './default';
import { traitsOf } from './reader';

/** Characters of a program that is a setting; a link carries it. */
const MOST_CHARACTERS = 4000;

/** A learner that somebody writes on the page: its program is a setting of it. */
export const own = wordedLearner(
  {
    short: 'Own',
    color: { light: '#4A5560', dark: '#B4BEC9' },
    reading: 'readout',
    programIn: 'loss',
    hasValues: true,
    actsOnValues: true,
    takes: { networks: 1, targets: 1, reads: 1 },
    under: ({ loss }) => (typeof loss === 'string' ? traitsOf(loss) : {}),
    settings: {
      loss: { type: 'text', scope: 'train', default: DEFAULT_PROGRAM, maxLength: MOST_CHARACTERS },
      readout: {
        type: 'choice',
        scope: 'live',
        default: 'most-likely',
        options: ['most-likely', 'distribution'],
      },
      oracle: oracleSetting,
    },
  },
  () => learners().own,
);
