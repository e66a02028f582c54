import type { SettingDescription } from './meta';

/** How a learner of action values acts; DQN and CQL share it. */
export const actionValueReadoutSetting: SettingDescription = {
  type: 'choice',
  label: 'Acts',
  help: 'How the learned values become behaviour: always the action with the largest Q̂, or each action with probability proportional to exp Q̂.',
  scope: 'live',
  default: 'greedy',
  options: [
    { value: 'greedy', label: 'Greedily', help: 'The largest Q̂; on a tie, the first action.' },
    { value: 'softmax', label: 'By softmax', help: 'Probability proportional to exp Q̂.' },
  ],
};
