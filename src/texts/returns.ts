import { area } from './current';
import { formatCount, formatShare, formatValue, plural } from './format';

const steps = (count: number) =>
  `${formatCount(count)} ${plural(Math.round(count), { one: 'step', other: 'steps' })}`;

/** What is said of a reference: its name and its value. */
export interface SaidReference {
  readonly label: string;
  readonly value: number;
}

/** How policies fare, and the bar of what is believed and earned. */
export const returns = area('returns', {
  /** How a policy fares, after its learner's name; with a capital it stands alone. */
  fares: {
    untrained: 'not trained yet',
    never: 'never reaches the goal',
    /** `count` need not be whole. */
    inSteps: (count: number) => `reaches the goal in ${steps(count)}`,
    /** `rate` in (0, 1), `count` of the episodes that arrive. */
    inSome: (rate: number, count: number) =>
      `reaches the goal in ${formatShare(rate)} of episodes, ${steps(count)}`,
    /** `rate` in (0, 1). */
    nowAndThen: (rate: number) => `arrives ${formatShare(rate)} of the time`,
    diverged: (step: number) => `diverged by step ${formatCount(step)}`,
    /** `seeds` ≥ 2. */
    allDiverged: (step: number, seeds: number) =>
      `diverged by step ${formatCount(step)} on ${seeds} of ${seeds} seeds`,
    /** `seeds` ≥ 2. */
    onSeeds: (arrived: number, seeds: number) => `reaches the goal on ${arrived} of ${seeds} seeds`,
  },
  /** How the seeds that arrive do, after what was said of all. */
  pace: {
    inSteps: (count: number) => `in ${steps(count)}`,
    rate: (rate: number) => `${formatShare(rate)} of the time`,
  },
  earns: 'earns',
  believes: 'believes',
  noValues: 'no values',
  nothingToBelieve: 'no values to believe in',
  /** The reference that is the highest of the bar. */
  /** What the reading that does not walk earns. */
  other: {
    distribution: (earned: number) => `By its distribution it earns ${formatValue(earned)}.`,
    mostLikely: (earned: number) => `By its most likely action it earns ${formatValue(earned)}.`,
  },
  /** Where its training would come to rest. */
  rests: (believed: number) =>
    `With a table, and trained without end, it would believe ${formatValue(believed)}.`,
  ofSeeds: (label: string, seeds: number) => `${label} (interquartile mean of ${seeds} seeds)`,
  /** The whole bar in words; `believed` is null where the learner has no values, `earned` before it is measured. */
  bar: (
    label: string,
    believed: number | null,
    earned: number | null,
    goal: string,
    references: readonly SaidReference[],
  ) => {
    const first =
      earned === null
        ? `${label}: nothing measured yet.`
        : believed === null
          ? `${label} earns ${formatValue(earned)}. It has no values, so it believes nothing.`
          : `${label} believes ${formatValue(believed)} and earns ${formatValue(earned)}.`;
    const compared = references.map((one) => `${one.label} ${formatValue(one.value)}`).join(', ');
    return `${first} ${goal}. For comparison: ${compared}.`;
  },
});
