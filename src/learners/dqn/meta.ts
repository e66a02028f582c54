import type { LearnerMeta } from '../meta';
import { actionValueReadoutSetting } from '../settings';

export const dqn: LearnerMeta = {
  kind: 'dqn',
  label: 'Offline DQN',
  short: 'DQN',
  tagline: 'takes the max anywhere',
  color: { light: '#C25400', dark: '#F07B32' },
  knob: 'double',
  actsOnValues: true,
  settings: {
    double: {
      type: 'boolean',
      label: 'Double DQN',
      help: 'Choose the next action with the online network and value it with the target network. This tempers the overestimation that comes from noise; it does nothing for actions that the data never shows.',
      scope: 'train',
      default: false,
    },
    readout: actionValueReadoutSetting,
  },
};
