/** The settings of a behaviour that has any which a plain control can change. */
export const BEHAVIOR_SETTINGS: Readonly<Record<string, readonly string[]>> = {
  'epsilon-greedy': ['behavior.epsilon'],
  softmax: ['behavior.temperature'],
  directional: ['behavior.direction', 'behavior.bias'],
};
