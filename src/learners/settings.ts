import type { BareSetting } from './worded';

/** How a learner of action values acts; DQN and CQL share it. */
export const actionValueReadoutSetting = {
  type: 'choice',
  scope: 'live',
  default: 'greedy',
  options: ['greedy', 'softmax'],
} as const satisfies BareSetting;
