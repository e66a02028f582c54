import { area } from './current';
import { capital, formatCount, formatShare, formatSigned, formatValue, plural } from './format';

/** The charts of the evidence and the tabs under them. */
export const charts = area('charts', {
  /** After the note of a chart whose scale has grown. */
  widened: (factor: number) => `Scale ×${formatCount(factor)}: more than half lay above it.`,
  error: {
    title: 'Error on actions the data never took',
    note: 'Q̂ minus what its own policy really earns. BC has no values.',
    noteOfSeeds: (seeds: number) =>
      `Q̂ minus what its own policy really earns. Interquartile mean of ${seeds} seeds.`,
    name: 'Error on unseen actions over training steps',
    /** On the axis: no error. */
    truth: 'truth',
    /** Either side of it: what an error there does. */
    zones: { above: 'too high: the max goes there', below: 'too low: never chosen' },
  },
  returns: {
    title: 'What they believe and what they earn',
    note: 'From the start. ● solid: what the policy earns · ○ dashed: what it believes.',
    noteOfSeeds: (seeds: number) =>
      `● solid: earns · ○ dashed: believes. Interquartile mean of ${seeds} seeds.`,
    name: 'Believed and true return over training steps',
    believes: (name: string) => `${name} believes`,
    earns: (name: string) => `${name} earns`,
    /** What a learner earns by the reading of its distribution that does not walk. */
    reads: {
      distribution: (name: string) => `${name} by its distribution`,
      mostLikely: (name: string) => `${name} by its most likely action`,
    },
    rests: (name: string) => `${name} would come to believe`,
    showReadings: 'other reading',
    showReadingsHelp:
      'Dotted: what BC and IQL earn by the reading of their learned distribution that does not walk.',
    showRests: 'at rest',
    showRestsHelp:
      'Dash-dotted: what each learner would believe with a table instead of a network and unlimited training on these rows.',
    /** Why a learner has no such line. */
    nowhere: {
      restless: (name: string) => `${name}: its training would never come to rest.`,
      overflow: (name: string) => `${name}: its values would grow beyond all numbers.`,
      untold: (name: string) => `${name}: nobody has worked out where its training rests.`,
      oracle: (name: string) =>
        `${name}: nobody has worked out where its training rests with the truth put in.`,
    },
  },
  /** A quantity of several seeds: what it is, before its values. */
  at: (step: number, seeds: number, values: string) =>
    `At step ${formatCount(step)}${
      seeds > 1 ? `, interquartile mean (and range) of ${seeds} seeds` : ''
    }: ${values}`,
  /** Values of all lines, each said already; empty where there is none. */
  values: (lines: readonly string[]) =>
    lines.length > 0 ? `${lines.join('; ')}.` : 'Nothing measured yet.',
  nothingYet: (line: string) => `${line}: nothing yet`,
  valueOf: (line: string, value: string) => `${line} ${value}`,
  valueInRange: (line: string, value: string, low: string, high: string) =>
    `${line} ${value} (${low} to ${high})`,
  references: (lines: readonly { readonly name: string; readonly value: number }[]) =>
    `${lines.map(({ name, value }) => `${name} ${formatValue(value)}`).join(', ')}.`,
  jumps: 'Small rings: an arrow turned.',
  jumpAt: (name: string, step: number) => `${name} at ${formatCount(step)}`,
  showJump: (name: string, from: number, to: number, step: number) =>
    `${name} jumped from ${formatValue(from)} to ${formatValue(to)} at step ${formatCount(step)}: show the cell`,
  more: 'More evidence',
  tabs: {
    cell: 'Marked cell',
    class: 'Error by class',
    gap: 'Lie',
    bound: 'Lower bound?',
    losses: 'Losses',
  },
  step: (step: number) => `step ${formatCount(step)}`,
  ofSeeds: (seeds: number) => `interquartile mean and range of ${seeds} seeds`,
  range: (low: string, high: string) => `${low} to ${high}`,
  lossTerm: 'Loss term',
  /** Terms of losses as people say them. */
  losses: {
    bellman: 'TD',
    penalty: 'penalty',
    expectile: 'expectile',
    policy: 'policy',
    imitation: 'imitation',
  } as Readonly<Record<string, string>>,
  lossName: (term: string) => `Loss: ${term}, on a logarithmic scale, over training steps`,
  byClass: {
    note: 'Mean of Q̂ minus the truth of the learner’s own policy. BC has no values.',
    noteOfSeeds: (seeds: number) =>
      `Mean of Q̂ minus truth. Interquartile mean of ${seeds} seeds; marks: each.`,
    caption: 'Mean of Q̂ minus the truth, by class of state-action pair',
    captionOfSeeds: (seeds: number) =>
      `Mean of Q̂ minus the truth, by class of state-action pair; interquartile mean and range of ${seeds} seeds`,
    none: (pairs: string) => `${pairs}: none`,
    value: (pairs: string, error: number) => `${pairs}: ${formatSigned(error)}`,
    valueInRange: (pairs: string, error: number, low: number, high: number) =>
      `${pairs}: ${formatSigned(error)} (${formatSigned(low)} to ${formatSigned(high)})`,
  },
  /** Where the lie sits. `which` is the seed shown: «seed 2», «mean of 5 seeds». */
  gap: {
    note: 'Believed minus true return, by where it sits: Σ x·δ. Line: total.',
    noteOf: (which: string) =>
      `Believed minus true return, by where it sits: Σ x·δ. Line: total. ${capital(which)}.`,
    caption: 'Believed minus true return, by class of the pairs that it sits in',
    captionOf: (which: string) =>
      `Believed minus true return, by class of the pairs that it sits in; ${which}`,
    total: (gap: number) => `in all ${formatSigned(gap)}`,
    /** The fewest pairs (or else cells) that carry it; of several seeds the fewest and the most. */
    carriedBy: ([low, high]: readonly [number, number], ofPairs: boolean) => {
      const forms = ofPairs
        ? { one: 'pair carries', other: 'pairs carry' }
        : { one: 'cell carries', other: 'cells carry' };
      const count = low === high ? formatCount(low) : `${formatCount(low)} to ${formatCount(high)}`;
      return low === 0 && high === 0
        ? 'nothing to carry'
        : `${count} ${plural(high, forms)} 95\u00a0%`;
    },
    notFinite: 'believes nothing finite',
  },
  bound: {
    note: 'Estimate at or below the truth: share of seen states, then of pairs.',
    noteOfSeeds: (seeds: number) =>
      `Estimate at or below the truth: share of seen states, then of pairs. Interquartile mean of ${seeds} seeds; marks: each seed.`,
    readings: {
      theory: { name: 'in expectation', promise: 'the theorem’s' },
      practice: { name: 'best action', promise: 'not guaranteed' },
      seen: { name: 'seen action', promise: 'not guaranteed' },
      unseen: { name: 'unseen action', promise: 'not guaranteed' },
    },
    noValues: 'has no values, so there is nothing to bound',
    range: (low: number, high: number) => `(${formatShare(low)} to ${formatShare(high)})`,
  },
});
