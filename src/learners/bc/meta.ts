import type { LearnerMeta } from '../meta';

export const bc: LearnerMeta = {
  kind: 'bc',
  label: 'BC',
  short: 'BC',
  tagline: 'does what the data did',
  color: { light: '#994F9C', dark: '#C78BCB' },
  knob: 'readout',
  settings: {
    readout: {
      type: 'choice',
      label: 'Acts',
      help: 'Imitation means the learned distribution. The most likely action removes the behavior’s noise, which is a different claim: it can beat what it imitates.',
      scope: 'live',
      default: 'distribution',
      options: [
        { value: 'distribution', label: 'Learned distribution' },
        { value: 'most-likely', label: 'Most likely action' },
      ],
    },
  },
};
