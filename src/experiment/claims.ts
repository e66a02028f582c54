import { normalizedReturn } from '../mdp/solve';
import type { SeedSnapshot, Truth } from './types';

/** The learners of one training seed at one step, by instance id. */
export type SeedsOfOneRun = Readonly<Record<string, SeedSnapshot>>;

/** One thing that the default scenario promises of a run, with the share of runs that must keep it. */
export interface Claim {
  readonly id: string;
  /** What is promised, in words and numbers. */
  readonly text: string;
  /** Share of runs in (0, 1] that must keep it. */
  readonly goal: number;
  readonly holds: (run: SeedsOfOneRun, truth: Truth) => boolean;
  /** The number that decides, for the table; null where the run has none. */
  readonly value: (run: SeedsOfOneRun, truth: Truth) => number | null;
}

const within = (learner: string): Pick<Claim, 'holds' | 'value'> => {
  const value: Claim['value'] = (run, truth) =>
    normalizedReturn(run[learner].trueReturn, truth.random, truth.inSupport);
  return { value, holds: (run, truth) => (value(run, truth) ?? 0) >= 0.95 };
};

const unseen =
  (learner: string): Claim['value'] =>
  (run) =>
    run[learner].overestimation?.unseenAction ?? null;

const believed =
  (learner: string): Claim['value'] =>
  (run) =>
    run[learner].believedReturn;

/**
 * What the scenario `extrapolation` promises at its verdict, on every dataset and training seed. All
 * comparisons are with exact values; «normalised» is (J − J_random)/(J_in-support − J_random).
 */
export const EXTRAPOLATION_CLAIMS: readonly Claim[] = [
  {
    id: 'dqn-overestimates',
    text: 'DQN overestimates unseen actions by ≥ 0.2',
    goal: 1,
    value: unseen('dqn'),
    holds: (run) => (run.dqn.overestimation?.unseenAction ?? Number.NEGATIVE_INFINITY) >= 0.2,
  },
  {
    id: 'dqn-believes-too-much',
    text: 'DQN believes in more than J*',
    goal: 1,
    value: believed('dqn'),
    holds: (run, truth) => (run.dqn.believedReturn ?? Number.NEGATIVE_INFINITY) > truth.optimal,
  },
  {
    id: 'cql-underestimates',
    text: 'CQL does not overestimate unseen actions (≤ 0)',
    goal: 1,
    value: unseen('cql'),
    holds: (run) => (run.cql.overestimation?.unseenAction ?? Number.POSITIVE_INFINITY) <= 0,
  },
  {
    id: 'cql-stays-sober',
    text: 'CQL believes in at most J* + 0.02',
    goal: 0.95,
    value: believed('cql'),
    holds: (run, truth) =>
      (run.cql.believedReturn ?? Number.POSITIVE_INFINITY) <= truth.optimal + 0.02,
  },
  {
    id: 'cql-earns',
    text: 'CQL earns ≥ 0.95 of the in-support optimum, normalised',
    goal: 0.95,
    ...within('cql'),
  },
  {
    id: 'iql-earns',
    text: 'IQL earns ≥ 0.95 of the in-support optimum, normalised',
    goal: 0.95,
    ...within('iql'),
  },
  {
    id: 'bc-imitates',
    text: 'BC is within 0.04 of what exact imitation earns',
    goal: 0.95,
    value: (run, truth) => run.bc.trueReturn - truth.bcTarget,
    holds: (run, truth) => Math.abs(run.bc.trueReturn - truth.bcTarget) <= 0.04,
  },
];

/** The runs of a snapshot one training seed at a time. */
export function runsOf(snapshot: {
  readonly learners: Readonly<Record<string, { readonly seeds: readonly SeedSnapshot[] }>>;
}): SeedsOfOneRun[] {
  const entries = Object.entries(snapshot.learners);
  const seeds = entries[0]?.[1].seeds.length ?? 0;
  return Array.from({ length: seeds }, (_, seed) =>
    Object.fromEntries(entries.map(([id, learner]) => [id, learner.seeds[seed]])),
  );
}
