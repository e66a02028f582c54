import { area } from './current';
import { formatCount, formatList, formatPlain } from './format';

/** A setting by its name, and its value before and after. */
interface Change {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** The bar that runs the training, and the badge of what it runs on. */
export const training = area('training', {
  title: 'Training',
  run: 'Run',
  runOn: 'Run on',
  pause: 'Pause',
  /** Its accessible name; the button shows «+50». */
  stepBy: (steps: number) => `Step +${formatPlain(steps)}`,
  stepHint: (steps: number) => `Train ${formatCount(steps)} steps more, to the next measurement`,
  reset: 'Reset',
  resetHint: 'Back to step 0: the same data, the same random networks',
  replay: 'Replay',
  replayHint: 'Replay: watch the run again, without training',
  stopReplay: 'Stop the replay',
  /** The button that leaves a past moment. */
  now: 'now',
  /** The track of steps. */
  moment: 'Moment shown',
  momentAt: (step: string) => `step ${step}`,
  /** What was turned since the numbers on show were made. */
  stale: (changes: readonly Change[]) =>
    `${formatList(changes.map(({ name, from }) => `${name} was ${from}`))} when this was trained.`,
  again: (changes: readonly Change[]) =>
    `Run again with ${formatList(changes.map(({ name, to }) => (changes.length > 1 ? `${name} ${to}` : to)))}`,
  retraining: 'training anew …',
  /** What was changed while training. */
  edited: (step: number, changes: readonly Change[]) =>
    `${changes.map(({ name, from, to }) => `${name} ${from} → ${to}`).join('; ')} from step ${formatCount(step)} on`,
  /** How far the run is: of named steps, or of a run that goes on until it has settled. */
  steps: {
    named: '{step} of {steps} steps',
    settling: '{step} steps · until settled',
    settled: '{step} steps · settled',
    passed: '{step} steps · settled at {steps}',
    unsettled: '{step} steps · not settled yet',
    /** A moment that is past. */
    past: '{step} of {steps} steps',
  },
  speed: 'Speed',
  /** The name of the highest speed in the bar. */
  fastest: 'Full',
  seed: 'Training seed',
  seeds: 'Training seeds side by side',
  nextSeed: 'Next training seed',
  nextSeedHint: (seeds: number) =>
    seeds > 1
      ? `The next ${seeds} training seeds: other weights and minibatches, the same data`
      : 'The next training seed: other weights and minibatches, the same data',
  seconds: (count: number) => `about ${formatPlain(count)}\u00a0s`,
  minutes: (count: number) => `about ${formatPlain(count)}\u00a0min`,
  hours: (count: number) => `about ${formatPlain(count)}\u00a0h`,
  megabytes: (count: number) => `${formatPlain(count)}\u00a0MB of memory`,
  gigabytes: (count: number) => `${formatPlain(count)}\u00a0GB of memory`,
  /** Time, memory or both. */
  cost: (parts: readonly string[]) => formatList(parts),
  costHere: (cost: string) => `${cost} on this device`,
  engine: (name: string) => `Engine: ${name}`,
  engineBetter: (name: string, better: string) =>
    `Engine: ${name}; ${better} is better here, from the next reset`,
  noEngine: 'no engine',
  starting: 'starting …',
  ready: 'ready',
  rate: (steps: number) => `${formatCount(steps)} steps/s`,
});
