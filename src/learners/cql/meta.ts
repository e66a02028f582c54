import type { LearnerMeta } from '../meta';
import { actionValueReadoutSetting } from '../settings';

export const cql: LearnerMeta = {
  kind: 'cql',
  label: 'CQL',
  short: 'CQL',
  tagline: 'pushes the unseen down',
  color: { light: '#0072B2', dark: '#56A8E0' },
  knob: 'alpha',
  actsOnValues: true,
  sinks: true,
  settings: {
    alpha: {
      type: 'number',
      label: 'Conservatism',
      symbol: 'α',
      help: 'Weight of the penalty that pushes all actions down and the data’s actions up. At 0.001 CQL is almost DQN; large values distrust everything unseen and, with the max backup, inflate what was seen.',
      scope: 'live',
      default: 0.025,
      min: 0.001,
      max: 10,
      step: 0.001,
      scale: 'log',
    },
    backup: {
      type: 'choice',
      label: 'Backup',
      help: 'Which value of the next state enters the target: that of the best action, or the mean under the softmax policy, which CQL’s lower bound is about.',
      scope: 'train',
      default: 'max',
      options: [
        { value: 'max', label: 'Max', help: 'max Q̄(s′, ·)' },
        { value: 'softmax', label: 'Softmax', help: 'Σ softmax(Q̄) Q̄ at s′' },
      ],
    },
    penalty: {
      type: 'choice',
      label: 'Penalty',
      help: 'The exact penalty takes logsumexp over all actions. The sampled sketch, often seen in notes, draws one random action a state; its logsumexp is then the identity and the penalty degenerates to a difference of means.',
      scope: 'train',
      default: 'exact',
      options: [
        { value: 'exact', label: 'Exact', help: 'logsumexp Q(s, ·) − Q(s, a)' },
        {
          value: 'sampled-sketch',
          label: 'Sampled sketch',
          help: 'Q(s, random action) − Q(s, a)',
        },
      ],
    },
    readout: actionValueReadoutSetting,
  },
};
