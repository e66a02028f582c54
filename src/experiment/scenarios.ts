import type { SettingValue } from './types';

/**
 * A named set of settings that shows one thing. Once released its settings do not change: a link
 * names the scenario and only says what differs from it. What it promises, and how that is measured,
 * stands in `promises.ts`.
 */
export interface Scenario {
  readonly id: string;
  readonly title: string;
  /** What it shows, in a sentence that does not give the outcome away. */
  readonly summary: string;
  /** What to look for on the page, in a sentence. */
  readonly lookFor: string;
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

const CROSSING: Readonly<Record<string, SettingValue>> = {
  ...EXTRAPOLATION,
  world: 'crossing-paths',
  behavior: 'crossing-paths',
  'data.size': 1000,
  steps: 900,
};

/** The shipped scenarios, the default first. */
export const SCENARIOS: readonly Scenario[] = [
  {
    id: 'extrapolation',
    title: 'Believing what was never seen',
    summary: 'Four learners share 600 transitions of a careless walker.',
    lookFor: 'What each believes about the actions nobody tried, and whether it ever arrives.',
    settings: EXTRAPOLATION,
  },
  {
    id: 'bc-ceiling',
    title: 'BC’s ceiling',
    summary: 'A mediocre walker finds the goal by long detours; must its pupils make them too?',
    lookFor:
      'How many steps BC needs against CQL and IQL, and where its disc stands beside the tick of the behaviour.',
    settings: { ...EXTRAPOLATION, behavior: 'medium', 'data.size': 1000, steps: 1100 },
  },
  {
    id: 'stitching',
    title: 'Stitching two halves',
    summary:
      'Nine in ten episodes run from the start into a dead end, one in ten crosses their way to the goal; none goes from the start to the goal.',
    lookFor: 'Who turns off where the two ways cross, in the hallway between the northern rooms.',
    settings: CROSSING,
  },
  {
    id: 'expert',
    title: 'Expert data',
    summary: 'An expert shows the shortest way, and nothing but that.',
    lookFor: 'Whether anybody earns more than BC, which only copies.',
    settings: { ...EXTRAPOLATION, behavior: 'expert', 'data.size': 200, steps: 600 },
  },
  {
    id: 'everything-tried',
    title: 'When all was tried',
    summary: 'A small maze and 6,000 aimless steps: no action is left untried.',
    lookFor: 'What becomes of DQN’s error without unseen actions, and who comes last now.',
    settings: {
      ...EXTRAPOLATION,
      world: 'tutorial-maze',
      behavior: 'uniform',
      'data.size': 6000,
    },
  },
  {
    id: 'no-reward',
    title: 'No reward in the data',
    summary: 'Aimless steps that never come upon the goal: no row carries a reward.',
    lookFor: 'Whether any method finds a goal that its data never mention.',
    settings: { ...EXTRAPOLATION, behavior: 'random', 'data.size': 300, steps: 600 },
  },
  {
    id: 'conservative-is-not-humble',
    title: 'Conservative is not humble',
    summary: 'The data of the first scenario, with a four times larger α.',
    lookFor: 'CQL’s believed return, against what any policy can earn.',
    settings: { ...EXTRAPOLATION, steps: 1600, 'cql.alpha': 0.1 },
  },
  {
    id: 'too-careful',
    title: 'Too careful',
    summary:
      'Two CQLs on the data of the two crossing ways, one with α 0.025, one with α 2: how much caution is too much?',
    lookFor: 'Which of the two dares to leave the way that most of the data takes.',
    settings: {
      ...CROSSING,
      learners: ['cql', 'cql-careful', 'bc'],
      'cql-careful.alpha': 2,
    },
  },
  {
    id: 'cliff',
    title: 'The cliff',
    summary:
      'Every step costs 1 and a fall 100; the walker knows the way along the edge and stumbles on three steps in ten.',
    lookFor:
      'What DQN thinks of ways nobody took, how near the edge the others walk, and what BC pays for stumbling too.',
    settings: {
      ...EXTRAPOLATION,
      world: 'cliff-walking',
      'data.size': 1000,
      learningRate: 3e-3,
      polyak: 0.05,
      steps: 1200,
      'cql.alpha': 5,
      'iql.expectile': 0.9,
      'iql.beta': 0.3,
    },
  },
  {
    id: 'slippery-lake',
    title: 'The slippery lake',
    summary: 'On ice two moves in three go astray: what happened says little about what was done.',
    lookFor:
      'How often each arrives: the best policy there is does so three times in four, luck does the rest.',
    settings: {
      ...EXTRAPOLATION,
      world: 'frozen-lake-4x4',
      'data.size': 1000,
      steps: 450,
      'cql.alpha': 0.2,
    },
  },
  {
    id: 'sketch-trap',
    title: 'The logsumexp over one number',
    summary:
      'Two CQLs side by side: the exact penalty, and the common sketch that samples one random action, so that its logsumexp is the identity.',
    lookFor: 'Their values where the data is silent, and the penalty among the losses.',
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
