import type { SettingValue } from './types';

/**
 * A named set of settings that shows one thing. Once released it does not change: a link names the
 * scenario and only says what differs from it.
 */
export interface Scenario {
  readonly id: string;
  readonly title: string;
  /** One sentence: what it shows and what to look for. */
  readonly summary: string;
  /** What the verdict is expected to say, in a sentence that the measured numbers can be held against. */
  readonly claim: string;
  /** Settings that differ from the schema and the world's own numbers. */
  readonly settings: Readonly<Record<string, SettingValue>>;
}

/** Chosen by the study of `npm run study`: the smallest network and the fewest steps that keep every claim. */
const EXTRAPOLATION: Readonly<Record<string, SettingValue>> = {
  world: 'four-rooms',
  behavior: 'epsilon-greedy',
  'behavior.epsilon': 0.3,
  'data.size': 600,
  learners: ['dqn', 'cql', 'iql', 'bc'],
  encoding: 'one-hot',
  width: 64,
  batch: 128,
  learningRate: 6e-4,
  polyak: 0.02,
  steps: 1050,
  measureEvery: 50,
  'cql.alpha': 0.025,
};

/** The shipped scenarios, the default first. */
export const SCENARIOS: readonly Scenario[] = [
  {
    id: 'extrapolation',
    title: 'Believing what was never seen',
    summary:
      'Four learners share 600 transitions of a careless walker; watch what each believes about the actions nobody tried, and whether it ever arrives.',
    claim:
      'Offline DQN believes in more return than any policy can earn and earns nothing; CQL and IQL reach the goal, BC does as well as the data.',
    settings: EXTRAPOLATION,
  },
  {
    id: 'conservative-is-not-humble',
    title: 'Conservative is not humble',
    summary:
      'The same data with a four times larger α: CQL still finds the way, but watch its believed return climb past what any policy can earn.',
    claim:
      'CQL still earns the optimum, yet comes to believe in far more: the penalty pushes down what was not seen and, at every max backup, pushes up what was.',
    settings: { ...EXTRAPOLATION, steps: 1600, 'cql.alpha': 0.1 },
  },
  {
    id: 'sketch-trap',
    title: 'The logsumexp over one number',
    summary:
      'Two CQLs side by side: the exact penalty, and the common sketch that samples one random action, so that its logsumexp is the identity; compare their values where the data is silent.',
    claim:
      'The exact penalty never falls below zero, and CQL arrives; the sketched one has no floor: it goes on falling, drags values ever deeper where the data is silent, and on many seeds the way is lost.',
    settings: {
      ...EXTRAPOLATION,
      learners: ['cql', 'cql-sketch'],
      'cql-sketch.alpha': 0.025,
      'cql-sketch.penalty': 'sampled-sketch',
    },
  },
];

/** The scenario of an id; undefined where there is none. */
export function scenarioById(id: string): Scenario | undefined {
  return SCENARIOS.find((scenario) => scenario.id === id);
}
