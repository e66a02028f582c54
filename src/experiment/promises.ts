import type { SeedsOfOneRun } from './claims';
import {
  arrivalOf,
  believedBy,
  type Claim,
  earnsAtMost,
  earnsTheOptimum,
  IMITATES,
  lossOf,
  returnOf,
  unseenErrorOf,
} from './claims';

/** What a scenario promises at its verdict, on whatever data and training seed. */
export interface Promises {
  /** The outcome in a sentence that the measured numbers can be held against. */
  readonly claim: string;
  /** What of it is measured, on every run of the study and of the tests. */
  readonly claims: readonly Claim[];
}

/** The most that any learner of a run earns, those named left out. */
const bestReturn = (run: SeedsOfOneRun, ...without: string[]): number =>
  Math.max(
    ...Object.entries(run)
      .filter(([id]) => !without.includes(id))
      .map(([, { trueReturn }]) => trueReturn),
  );

/**
 * What every shipped scenario promises, by its id. All comparisons are with exact values;
 * «normalised» is (J − J_random)/(J_in-support − J_random).
 */
export const PROMISES: Readonly<Record<string, Promises>> = {
  extrapolation: {
    claim:
      'Offline DQN believes in more return than any policy can earn and earns nothing; CQL and IQL reach the goal, BC does as well as the data.',
    claims: [
      {
        id: 'dqn-overestimates',
        text: 'DQN overestimates unseen actions by ≥ 0.2',
        goal: 1,
        value: unseenErrorOf('dqn'),
        low: 0.2,
      },
      {
        id: 'dqn-believes-too-much',
        text: 'DQN believes in more than J*',
        goal: 1,
        value: believedBy('dqn'),
        low: ({ optimal }) => optimal,
      },
      {
        id: 'cql-underestimates',
        text: 'CQL does not overestimate unseen actions (≤ 0)',
        goal: 1,
        value: unseenErrorOf('cql'),
        high: 0,
      },
      {
        id: 'cql-stays-sober',
        text: 'CQL believes in at most J* + 0.02',
        goal: 0.95,
        value: believedBy('cql'),
        high: ({ optimal }) => optimal + 0.02,
      },
      earnsTheOptimum('cql', 'CQL'),
      earnsTheOptimum('iql', 'IQL'),
      IMITATES,
    ],
  },
  'bc-ceiling': {
    claim:
      'BC makes the detours of the walker it imitates and earns a third of the optimum; CQL and IQL find the shortest way in the same data.',
    claims: [
      IMITATES,
      earnsAtMost('bc', 'BC', 0.5),
      earnsTheOptimum('cql', 'CQL'),
      earnsTheOptimum('iql', 'IQL'),
      earnsAtMost('dqn', 'DQN', 0.05),
    ],
  },
  stitching: {
    claim:
      'CQL and IQL join the halves of two kinds of episode and arrive; BC follows the crowd into the dead end. The mixture itself is worth a tenth of the in-support optimum; counted and imitated exactly, with chance where nothing was recorded, it is worth up to twice or three times that, never half.',
    claims: [
      {
        id: 'behaviour-is-a-tenth',
        text: 'the mixture of the two kinds of episode earns ≤ 0.12 of the in-support optimum',
        goal: 1,
        value: (_, { behavior, inSupport }) => behavior / inSupport,
        high: 0.12,
      },
      {
        id: 'exact-imitation',
        text: 'exact imitation (N(s,a)/N(s), uniform where unseen) earns ≤ 0.4 of it',
        goal: 1,
        value: (_, { bcTarget, inSupport }) => bcTarget / inSupport,
        high: 0.4,
      },
      earnsAtMost('bc', 'BC', 0.3),
      earnsTheOptimum('cql', 'CQL'),
      earnsTheOptimum('iql', 'IQL'),
    ],
  },
  expert: {
    claim:
      'BC earns all there is to earn, and nobody earns more: CQL and IQL only draw level. Offline DQN, free to believe in what the expert never did, gets lost.',
    claims: [
      earnsTheOptimum('bc', 'BC'),
      {
        id: 'nobody-beats-bc',
        text: 'nobody earns over 0.02 more than BC',
        goal: 0.95,
        value: (run) => bestReturn(run, 'bc') - run.bc.trueReturn,
        high: 0.02,
      },
      earnsTheOptimum('iql', 'IQL'),
      earnsTheOptimum('cql', 'CQL'),
      earnsAtMost('dqn', 'DQN', 0.05),
    ],
  },
  'everything-tried': {
    claim:
      'Without unseen actions there is nothing to extrapolate: plain DQN finds the shortest way, as CQL and IQL do, and believes what it earns. Now BC comes last: it imitates aimlessness.',
    claims: [
      earnsTheOptimum('dqn', 'DQN'),
      {
        id: 'dqn-believes-rightly',
        text: 'DQN believes within 0.1 of what it earns',
        goal: 0.95,
        value: (run) => (run.dqn.believedReturn ?? Number.NaN) - run.dqn.trueReturn,
        low: -0.1,
        high: 0.1,
      },
      earnsTheOptimum('cql', 'CQL'),
      earnsTheOptimum('iql', 'IQL'),
      earnsAtMost('bc', 'BC', 0.1),
    ],
  },
  'no-reward': {
    claim:
      'Nothing helps: no method earns anything to speak of, since no row says that there is anything to earn. Even the best policy within the data earns next to nothing, by stumbling from its edge.',
    claims: [
      {
        id: 'nothing-in-the-data',
        text: 'the in-support optimum is ≤ 0.2 of J*',
        goal: 0.95,
        value: (_, { inSupport, optimal }) => inSupport / optimal,
        high: 0.2,
      },
      {
        id: 'nobody-earns',
        text: 'nobody earns over 0.05 of J*',
        goal: 0.95,
        value: (run, { optimal }) => bestReturn(run) / optimal,
        high: 0.05,
      },
    ],
  },
  'conservative-is-not-humble': {
    claim:
      'CQL still earns the optimum, yet comes to believe in far more: the penalty pushes down what was not seen and, at every max backup, pushes up what was.',
    claims: [
      earnsTheOptimum('cql', 'CQL'),
      {
        id: 'cql-believes-too-much',
        text: 'CQL believes in more than J* + 0.2',
        goal: 0.95,
        value: believedBy('cql'),
        low: ({ optimal }) => optimal + 0.2,
      },
    ],
  },
  'too-careful': {
    claim:
      'With α 0.025 CQL leaves the crowd at the crossing and arrives; with α 2 what is rare is bad: it follows the many into the dead end, earns nothing, less than BC, and believes in more than anybody can earn.',
    claims: [
      earnsTheOptimum('cql', 'CQL with α 0.025'),
      earnsAtMost('cql-careful', 'CQL with α 2', 0.01),
      {
        id: 'worse-than-bc',
        text: 'CQL with α 2 earns less than BC, by ≥ 0.01',
        goal: 0.95,
        value: (run) => run.bc.trueReturn - run['cql-careful'].trueReturn,
        low: 0.01,
      },
      {
        id: 'careful-believes-too-much',
        text: 'CQL with α 2 believes in more than J* + 0.2',
        goal: 1,
        value: believedBy('cql-careful'),
        low: ({ optimal }) => optimal + 0.2,
      },
    ],
  },
  cliff: {
    claim:
      'Where every reward is a loss, what was never tried looks like paradise: DQN believes in the impossible and never leaves for the goal. CQL and IQL walk past the cliff; BC stumbles as its teacher did and pays for it.',
    claims: [
      {
        id: 'dqn-stays',
        text: 'DQN reaches the goal in ≤ 1 % of its episodes',
        goal: 0.95,
        value: arrivalOf('dqn'),
        high: 0.01,
      },
      {
        id: 'dqn-believes-too-much',
        text: 'DQN believes in more than J*',
        goal: 0.95,
        value: believedBy('dqn'),
        low: ({ optimal }) => optimal,
      },
      {
        id: 'cql-walks',
        text: 'CQL earns ≥ −18 (J* = −12.2)',
        goal: 0.95,
        value: returnOf('cql'),
        low: -18,
      },
      {
        id: 'iql-walks',
        text: 'IQL earns ≥ −18',
        goal: 0.95,
        value: returnOf('iql'),
        low: -18,
      },
      {
        id: 'bc-falls',
        text: 'BC earns ≤ −50',
        goal: 0.95,
        value: returnOf('bc'),
        high: -50,
      },
    ],
  },
  'slippery-lake': {
    claim:
      'CQL and IQL do about as well as any policy can, three times in four; DQN takes luck for skill and BC arrives one time in seven, though it imitates a walker that mostly does the best there is.',
    claims: [
      {
        id: 'cql-arrives',
        text: 'CQL arrives ≥ 50 % of the time',
        goal: 0.95,
        value: arrivalOf('cql'),
        low: 0.5,
      },
      {
        id: 'iql-arrives',
        text: 'IQL arrives ≥ 50 % of the time',
        goal: 0.95,
        value: arrivalOf('iql'),
        low: 0.5,
      },
      earnsAtMost('dqn', 'DQN', 0.75),
      earnsAtMost('bc', 'BC', 0.35),
      {
        id: 'nobody-is-safe',
        text: 'even the best of the four misses the goal ≥ 20 % of the time',
        goal: 1,
        value: (run) => 1 - Math.max(...Object.values(run).map(({ goalRate }) => goalRate)),
        low: 0.2,
      },
    ],
  },
  'sketch-trap': {
    claim:
      'The exact penalty never falls below zero, and CQL arrives; the sketched one has no floor: it goes on falling, drags values ever deeper where the data is silent, and on many seeds the way is lost.',
    claims: [
      {
        id: 'exact-has-a-floor',
        text: 'the exact penalty is ≥ 0',
        goal: 1,
        value: lossOf('cql', 'penalty'),
        low: 0,
      },
      {
        id: 'sketch-has-none',
        text: 'the sketched penalty is ≤ −0.5',
        goal: 1,
        value: lossOf('cql-sketch', 'penalty'),
        high: -0.5,
      },
      {
        id: 'sketch-sinks-deeper',
        text: 'on unseen actions the sketch errs ≥ 0.5 further below the truth',
        goal: 0.95,
        value: (run, truth) =>
          (unseenErrorOf('cql')(run, truth) ?? Number.NaN) -
          (unseenErrorOf('cql-sketch')(run, truth) ?? Number.NaN),
        low: 0.5,
      },
      earnsTheOptimum('cql', 'CQL with the exact penalty'),
    ],
  },
};
