import { area } from './current';
import { formatCount, formatList, formatPlain } from './format';

/** The bar that runs the training, and the badge of what it runs on. */
export const training = area('training', {
  title: 'Training',
  run: 'Run',
  runOn: 'Run on',
  pause: 'Pause',
  step: 'Step',
  reset: 'Reset',
  /** How far the run is: of named steps, or of a run that goes on until it has settled. */
  steps: {
    named: '{step} of {steps} steps',
    settling: '{step} steps · until settled (at most {steps})',
    settled: '{step} steps · settled',
    passed: '{step} steps · settled at {steps}',
    unsettled: '{step} steps · not settled yet',
  },
  progress: 'Training steps to the verdict',
  speed: 'Speed',
  /** The name of the highest speed in the bar. */
  fastest: 'Max',
  seed: 'Training seed',
  seeds: 'Training seeds side by side',
  nextSeed: 'Next training seed',
  nextSeedHint: (seeds: number) =>
    seeds > 1
      ? `The next ${seeds} training seeds: other weights and minibatches, the same data`
      : 'The next training seed: other weights and minibatches, the same data',
  seconds: (count: number) => `about ${formatPlain(count)} s`,
  minutes: (count: number) => `about ${formatPlain(count)} min`,
  hours: (count: number) => `about ${formatPlain(count)} h`,
  megabytes: (count: number) => `${formatPlain(count)} MB of memory`,
  gigabytes: (count: number) => `${formatPlain(count)} GB of memory`,
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
