/** The kinds of behaviour, as settings and links name them. */
export const BEHAVIOR_KINDS = [
  'uniform',
  'epsilon-greedy',
  'softmax',
  'directional',
  'random',
  'medium',
  'medium-replay',
  'medium-expert',
  'expert',
  'crossing-paths',
  'painted',
  'mixture',
] as const;
export type BehaviorKind = (typeof BEHAVIOR_KINDS)[number];
