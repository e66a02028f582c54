import { normalizedReturn } from '../mdp/solve';
import { promises } from '../texts/promises';
import { spoken } from '../texts/spoken';
import { READINGS, type RunMeasureName, readerOf } from './measures';
import type { Readings, SeedSnapshot, Truth } from './types';

/** The learners of one training seed at one step, by instance id. */
export type SeedsOfOneRun = Readonly<Record<string, SeedSnapshot>>;

/** A number of one run; null where the run has none. */
export type Quantity = (run: SeedsOfOneRun, truth: Truth) => number | null;

/** A number that decides, fixed or out of the exact truth. */
export type Threshold = number | ((truth: Truth) => number);

/** One thing that a scenario promises of a run, with the share of runs that must keep it. */
export interface Claim {
  readonly id: string;
  /** What is promised, in words and numbers. */
  readonly text: string;
  /** Share of runs in (0, 1] that must keep it. */
  readonly goal: number;
  /** The instances that it speaks of, where it can be asked of any run: it says nothing of one without them. */
  readonly about?: readonly string[];
  /** The number that decides. */
  readonly value: Quantity;
  /** The value must be at least `low` and at most `high`, where these are given. */
  readonly low?: Threshold;
  readonly high?: Threshold;
}

const at = (threshold: Threshold, truth: Truth): number =>
  typeof threshold === 'number' ? threshold : threshold(truth);

/** Whether a run keeps a claim; a run without the number that decides does not. */
export function keeps(
  { value, low, high }: Pick<Claim, 'value' | 'low' | 'high'>,
  run: SeedsOfOneRun,
  truth: Truth,
): boolean {
  const measured = value(run, truth);
  if (measured === null || Number.isNaN(measured)) return false;
  if (low !== undefined && !(measured >= at(low, truth))) return false;
  return high === undefined || measured <= at(high, truth);
}

/** (J − J_random)/(J_in-support − J_random) of a learner's true return. */
export const earnedBy =
  (learner: string): Quantity =>
  (run, truth) =>
    normalizedReturn(run[learner].trueReturn, truth.random, truth.inSupport);

/** The same in one reading of its policy; as deployed where it has but one. */
export const earnedInReading =
  (learner: string, reading: keyof Readings): Quantity =>
  (run, truth) => {
    const { readings, trueReturn } = run[learner];
    return normalizedReturn(
      readings?.[reading].trueReturn ?? trueReturn,
      truth.random,
      truth.inSupport,
    );
  };

/** The smaller of what it earns in both readings of its policy, normalised. */
export const earnedAtLeast =
  (learner: string): Quantity =>
  (run, truth) =>
    Math.min(
      ...READINGS.map((reading) => earnedInReading(learner, reading)(run, truth) ?? Number.NaN),
    );

/** How much more one learner earns than another, normalised, in the reading in which it is least. */
export const leadOf =
  (learner: string, other: string): Quantity =>
  (run, truth) =>
    Math.min(
      ...READINGS.map(
        (reading) =>
          (earnedInReading(learner, reading)(run, truth) ?? Number.NaN) -
          (earnedInReading(other, reading)(run, truth) ?? Number.NaN),
      ),
    );

/** What is measured of a learner, by the measure's name. */
export const measured =
  (learner: string, name: RunMeasureName): Quantity =>
  (run) =>
    readerOf(name)(run[learner]);

/** (believed − J_random)/(J* − J_random): the share that a learner believes in of what there is to win. */
export const believedShareOf =
  (learner: string): Quantity =>
  (run, { random, optimal }) => {
    const { believedReturn } = run[learner];
    return believedReturn === null ? null : normalizedReturn(believedReturn, random, optimal);
  };

/** Share of |J*| that the noise of minibatches moves a value by at rest: no belief in more than is possible. */
const SLACK = 0.02;
/** Share of J* − J_random that BC's return may differ from that of exact imitation: the noise of its last steps. */
const IMITATED = 0.1;

const spanOf = ({ optimal, random }: Truth): number => optimal - random;

/** A learner's name, the same in every language or not. */
type Name = string | (() => string);

const spell = (name: Name): string => (typeof name === 'string' ? name : name());

function said(text: () => string, claim: Omit<Claim, 'text'>): Claim {
  return spoken({ ...claim }, ['text'], () => ({ text: text() }));
}

/** The promise that a learner earns the in-support optimum, up to a twentieth. */
export function earnsTheOptimum(learner: string, name: Name, goal = 0.95): Claim {
  return said(() => promises().earns(spell(name)), {
    id: `${learner}-earns`,
    goal,
    about: [learner],
    value: earnedBy(learner),
    low: 0.95,
  });
}

/** The promise that a learner earns at most some share of the in-support optimum. */
export function earnsAtMost(learner: string, name: Name, share: number, goal = 0.95): Claim {
  return said(() => promises().earnsAtMost(spell(name), share), {
    id: `${learner}-earns-little`,
    goal,
    about: [learner],
    value: earnedBy(learner),
    high: share,
  });
}

/** The promise that a learner earns the in-support optimum in both readings of its policy. */
export function earnsInBothReadings(learner: string, name: Name, goal = 0.95): Claim {
  return said(() => promises().earnsInBoth(spell(name)), {
    id: `${learner}-earns`,
    goal,
    about: [learner],
    value: earnedAtLeast(learner),
    low: 0.95,
  });
}

/** The promise that a learner believes in at most what is possible. */
export function staysSober(learner: string, name: Name, goal = 1): Claim {
  return said(() => promises().staysSober(spell(name)), {
    id: `${learner}-stays-sober`,
    goal,
    about: [learner],
    value: measured(learner, 'believedReturn'),
    high: ({ optimal }) => optimal + SLACK * Math.abs(optimal),
  });
}

/** The promise that a learner believes in more than is possible. */
export function believesTooMuch(learner: string, name: Name, goal = 1): Claim {
  return said(() => promises().believesTooMuch(spell(name)), {
    id: `${learner}-believes-too-much`,
    goal,
    about: [learner],
    value: measured(learner, 'believedReturn'),
    low: ({ optimal }) => optimal + SLACK * Math.abs(optimal),
  });
}

/** The promise that BC's distribution earns what the data's empirical policy does. */
export const IMITATES: Claim = said(() => promises().imitates, {
  id: 'bc-imitates',
  goal: 0.95,
  about: ['bc'],
  value: (run, truth) =>
    (run.bc.readings?.distribution.trueReturn ?? run.bc.trueReturn) - truth.bcTarget,
  low: (truth) => -IMITATED * spanOf(truth),
  high: (truth) => IMITATED * spanOf(truth),
});

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
