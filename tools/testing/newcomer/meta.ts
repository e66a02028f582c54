import type { LearnerMeta } from '../../../src/learners/meta';

/** A learner that the project does not have, and that is none of those it has in any trait's company. */
export const newcomer: LearnerMeta = {
  label: 'One-step RL',
  short: 'NEW',
  tagline: 'improves once on what was done',
  color: { light: '#6B5B00', dark: '#D9C64A' },
  knob: 'weight',
  hasValues: true,
  believesIn: 'states',
  actsOnValues: true,
  takes: { networks: 2, targets: 1, reads: 2 },
  settings: {
    weight: {
      type: 'number',
      label: 'Weight of V',
      symbol: 'w',
      help: 'How much the loss of V counts beside that of Q.',
      scope: 'live',
      default: 1,
      min: 0.1,
      max: 10,
      step: 0.1,
      scale: 'log',
    },
  },
};
