import { scenarios } from '../texts/scenarios';
import { spoken } from '../texts/spoken';
import type { Settings } from './types';

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
  readonly settings: Partial<Settings>;
}

/**
 * Half of the recorded walkers know the way, the other half keep leaning left and arrive nowhere: the
 * most common action is wrong in many cells, so that imitation fails in both its readings while the
 * rows hold all that it takes. All other numbers are the schema's: one set of constants serves every
 * world, since the learners see rewards on a scale of their own (`data/scale.ts`). The dataset is one of
 * the middle: of the data seeds 0 to 13, DQN believes in less on eight and in more on five.
 */
const EXTRAPOLATION: Partial<Settings> = {
  world: 'four-rooms',
  behavior: 'mixture',
  'behavior.mixture': '1*epsilon-greedy(0.3)+1*directional(left,0.5)',
  'data.size': 800,
  'data.seed': 3,
};

const CROSSING: Partial<Settings> = {
  world: 'crossing-paths',
  behavior: 'crossing-paths',
  'data.size': 1000,
};

const SHIPPED = [
  { id: 'extrapolation', settings: EXTRAPOLATION },
  {
    id: 'bc-ceiling',
    settings: { world: 'four-rooms', behavior: 'medium', 'data.size': 1000 },
  },
  { id: 'stitching', settings: CROSSING },
  {
    id: 'expert',
    settings: { world: 'four-rooms', behavior: 'expert', 'data.size': 200 },
  },
  {
    id: 'everything-tried',
    settings: { world: 'tutorial-maze', behavior: 'uniform', 'data.size': 6000 },
  },
  {
    id: 'no-reward',
    settings: { world: 'four-rooms', behavior: 'random', 'data.size': 300 },
  },
  {
    id: 'conservative-is-not-humble',
    settings: {
      ...EXTRAPOLATION,
      learners: ['cql', 'cql-max'],
      'cql-max.backup': 'max',
      rewardScale: 1,
    },
  },
  {
    id: 'too-careful',
    settings: { ...CROSSING, learners: ['cql', 'cql-careful', 'bc'], 'cql-careful.alpha': 30 },
  },
  {
    id: 'cliff',
    settings: { world: 'cliff-walking', behavior: 'epsilon-greedy', 'data.size': 1000 },
  },
  {
    id: 'slippery-lake',
    settings: { world: 'frozen-lake-4x4', behavior: 'epsilon-greedy', 'data.size': 20_000 },
  },
  {
    id: 'sketch-trap',
    settings: {
      ...EXTRAPOLATION,
      learners: ['cql', 'cql-sketch'],
      'cql-sketch.penalty': 'sampled-sketch',
    },
  },
  {
    id: 'let-it-try',
    settings: {
      ...EXTRAPOLATION,
      learners: ['dqn', 'cql', 'iql'],
      'online.learners': ['dqn', 'cql', 'iql'],
      'online.from': 3000,
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
