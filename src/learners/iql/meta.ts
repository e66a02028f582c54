import type { LearnerMeta } from '../meta';

export const iql: LearnerMeta = {
  kind: 'iql',
  label: 'IQL',
  short: 'IQL',
  tagline: 'never asks about the unseen',
  color: { light: '#008260', dark: '#2CC295' },
  consults: 'data',
  knob: 'expectile',
  settings: {
    expectile: {
      type: 'number',
      label: 'Expectile',
      symbol: 'τ',
      help: 'How far V leans to the best of the data’s actions: at 0.5 it is their mean, towards 1 it nears their maximum and clings to lucky rows.',
      scope: 'live',
      default: 0.8,
      min: 0.5,
      max: 0.99,
      step: 0.01,
    },
    beta: {
      type: 'number',
      label: 'Inverse temperature',
      symbol: 'β',
      help: 'How strongly the policy prefers actions with a larger advantage; the weight is exp(β·advantage), at most 100. With advantages of a few hundredths, a small β is almost behavioural cloning.',
      scope: 'live',
      default: 10,
      min: 0.1,
      max: 100,
      step: 0.1,
      scale: 'log',
    },
    readout: {
      type: 'choice',
      label: 'Acts',
      help: 'IQL’s reference evaluation acts by the most likely action of the learned policy; sampling from the policy instead keeps some of the data’s noise.',
      scope: 'live',
      default: 'most-likely',
      options: [
        { value: 'most-likely', label: 'Most likely action' },
        { value: 'distribution', label: 'Learned distribution' },
      ],
    },
  },
};
