import { scenarios } from '../texts/scenarios';
import { spoken } from '../texts/spoken';
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

const SHIPPED = [
  {
    id: 'extrapolation',
    settings: EXTRAPOLATION,
  },
  {
    id: 'bc-ceiling',
    settings: { ...EXTRAPOLATION, behavior: 'medium', 'data.size': 1000, steps: 1100 },
  },
  {
    id: 'stitching',
    settings: CROSSING,
  },
  {
    id: 'expert',
    settings: { ...EXTRAPOLATION, behavior: 'expert', 'data.size': 200, steps: 600 },
  },
  {
    id: 'everything-tried',
    settings: {
      ...EXTRAPOLATION,
      world: 'tutorial-maze',
      behavior: 'uniform',
      'data.size': 6000,
    },
  },
  {
    id: 'no-reward',
    settings: { ...EXTRAPOLATION, behavior: 'random', 'data.size': 300, steps: 600 },
  },
  {
    id: 'conservative-is-not-humble',
    settings: { ...EXTRAPOLATION, steps: 1600, 'cql.alpha': 0.1 },
  },
  {
    id: 'too-careful',
    settings: {
      ...CROSSING,
      learners: ['cql', 'cql-careful', 'bc'],
      'cql-careful.alpha': 2,
    },
  },
  {
    id: 'cliff',
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
    settings: {
      ...EXTRAPOLATION,
      learners: ['cql', 'cql-sketch'],
      'cql-sketch.alpha': 0.025,
      'cql-sketch.penalty': 'sampled-sketch',
    },
  },
] as const satisfies readonly Pick<Scenario, 'id' | 'settings'>[];

/** The shipped scenarios, the default first. */
export const SCENARIOS: readonly Scenario[] = SHIPPED.map((scenario) =>
  spoken({ ...scenario }, ['title', 'summary', 'lookFor'], () => scenarios()[scenario.id]),
);

/** The scenario of an id; undefined where there is none. */
export function scenarioById(id: string): Scenario | undefined {
  return SCENARIOS.find((scenario) => scenario.id === id);
}
