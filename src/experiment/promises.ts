import { promises } from '../texts/promises';
import { spoken } from '../texts/spoken';
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

type Texts = ReturnType<typeof promises>['scenarios'];

/** A claim of one scenario alone. */
function own<S extends keyof Texts, I extends keyof Texts[S]['claims'] & string>(
  scenario: S,
  id: I,
  claim: Omit<Claim, 'id' | 'text'>,
): Claim {
  return spoken({ ...claim, id }, ['text'], () => {
    const texts: Readonly<Record<string, string>> = promises().scenarios[scenario].claims;
    return { text: texts[id] };
  });
}

function promised(scenario: keyof Texts, claims: readonly Claim[]): Promises {
  return spoken({ claims }, ['claim'], () => promises().scenarios[scenario]);
}

/**
 * What every shipped scenario promises, by its id. All comparisons are with exact values;
 * «normalised» is (J − J_random)/(J_in-support − J_random).
 */
export const PROMISES: Readonly<Record<string, Promises>> = {
  extrapolation: promised('extrapolation', [
    own('extrapolation', 'dqn-overestimates', {
      goal: 1,
      value: unseenErrorOf('dqn'),
      low: 0.2,
    }),
    own('extrapolation', 'dqn-believes-too-much', {
      goal: 1,
      value: believedBy('dqn'),
      low: ({ optimal }) => optimal,
    }),
    own('extrapolation', 'cql-underestimates', {
      goal: 1,
      value: unseenErrorOf('cql'),
      high: 0,
    }),
    own('extrapolation', 'cql-stays-sober', {
      goal: 0.95,
      value: believedBy('cql'),
      high: ({ optimal }) => optimal + 0.02,
    }),
    earnsTheOptimum('cql', 'CQL'),
    earnsTheOptimum('iql', 'IQL'),
    IMITATES,
  ]),
  'bc-ceiling': promised('bc-ceiling', [
    IMITATES,
    earnsAtMost('bc', 'BC', 0.5),
    earnsTheOptimum('cql', 'CQL'),
    earnsTheOptimum('iql', 'IQL'),
    earnsAtMost('dqn', 'DQN', 0.05),
  ]),
  stitching: promised('stitching', [
    own('stitching', 'behaviour-is-a-tenth', {
      goal: 1,
      value: (_, { behavior, inSupport }) => behavior / inSupport,
      high: 0.12,
    }),
    own('stitching', 'exact-imitation', {
      goal: 1,
      value: (_, { bcTarget, inSupport }) => bcTarget / inSupport,
      high: 0.4,
    }),
    earnsAtMost('bc', 'BC', 0.3),
    earnsTheOptimum('cql', 'CQL'),
    earnsTheOptimum('iql', 'IQL'),
  ]),
  expert: promised('expert', [
    earnsTheOptimum('bc', 'BC'),
    own('expert', 'nobody-beats-bc', {
      goal: 0.95,
      value: (run) => bestReturn(run, 'bc') - run.bc.trueReturn,
      high: 0.02,
    }),
    earnsTheOptimum('iql', 'IQL'),
    earnsTheOptimum('cql', 'CQL'),
    earnsAtMost('dqn', 'DQN', 0.05),
  ]),
  'everything-tried': promised('everything-tried', [
    earnsTheOptimum('dqn', 'DQN'),
    own('everything-tried', 'dqn-believes-rightly', {
      goal: 0.95,
      value: (run) => (run.dqn.believedReturn ?? Number.NaN) - run.dqn.trueReturn,
      low: -0.1,
      high: 0.1,
    }),
    earnsTheOptimum('cql', 'CQL'),
    earnsTheOptimum('iql', 'IQL'),
    earnsAtMost('bc', 'BC', 0.1),
  ]),
  'no-reward': promised('no-reward', [
    own('no-reward', 'nothing-in-the-data', {
      goal: 0.95,
      value: (_, { inSupport, optimal }) => inSupport / optimal,
      high: 0.2,
    }),
    own('no-reward', 'nobody-earns', {
      goal: 0.95,
      value: (run, { optimal }) => bestReturn(run) / optimal,
      high: 0.05,
    }),
  ]),
  'conservative-is-not-humble': promised('conservative-is-not-humble', [
    earnsTheOptimum('cql', 'CQL'),
    own('conservative-is-not-humble', 'cql-believes-too-much', {
      goal: 0.95,
      value: believedBy('cql'),
      low: ({ optimal }) => optimal + 0.2,
    }),
  ]),
  'too-careful': promised('too-careful', [
    earnsTheOptimum('cql', () => promises().names.light),
    earnsAtMost('cql-careful', () => promises().names.careful, 0.01),
    own('too-careful', 'worse-than-bc', {
      goal: 0.95,
      value: (run) => run.bc.trueReturn - run['cql-careful'].trueReturn,
      low: 0.01,
    }),
    own('too-careful', 'careful-believes-too-much', {
      goal: 1,
      value: believedBy('cql-careful'),
      low: ({ optimal }) => optimal + 0.2,
    }),
  ]),
  cliff: promised('cliff', [
    own('cliff', 'dqn-stays', {
      goal: 0.95,
      value: arrivalOf('dqn'),
      high: 0.01,
    }),
    own('cliff', 'dqn-believes-too-much', {
      goal: 0.95,
      value: believedBy('dqn'),
      low: ({ optimal }) => optimal,
    }),
    own('cliff', 'cql-walks', {
      goal: 0.95,
      value: returnOf('cql'),
      low: -18,
    }),
    own('cliff', 'iql-walks', {
      goal: 0.95,
      value: returnOf('iql'),
      low: -18,
    }),
    own('cliff', 'bc-falls', {
      goal: 0.95,
      value: returnOf('bc'),
      high: -50,
    }),
  ]),
  'slippery-lake': promised('slippery-lake', [
    own('slippery-lake', 'cql-arrives', {
      goal: 0.95,
      value: arrivalOf('cql'),
      low: 0.5,
    }),
    own('slippery-lake', 'iql-arrives', {
      goal: 0.95,
      value: arrivalOf('iql'),
      low: 0.5,
    }),
    earnsAtMost('dqn', 'DQN', 0.75),
    earnsAtMost('bc', 'BC', 0.35),
    own('slippery-lake', 'nobody-is-safe', {
      goal: 1,
      value: (run) => 1 - Math.max(...Object.values(run).map(({ goalRate }) => goalRate)),
      low: 0.2,
    }),
  ]),
  'sketch-trap': promised('sketch-trap', [
    own('sketch-trap', 'exact-has-a-floor', {
      goal: 1,
      value: lossOf('cql', 'penalty'),
      low: 0,
    }),
    own('sketch-trap', 'sketch-has-none', {
      goal: 1,
      value: lossOf('cql-sketch', 'penalty'),
      high: -0.5,
    }),
    own('sketch-trap', 'sketch-sinks-deeper', {
      goal: 0.95,
      value: (run, truth) =>
        (unseenErrorOf('cql')(run, truth) ?? Number.NaN) -
        (unseenErrorOf('cql-sketch')(run, truth) ?? Number.NaN),
      low: 0.5,
    }),
    earnsTheOptimum('cql', () => promises().names.exact),
  ]),
};
