import { formatCount, plural } from '../format';

/** The page inside another page. */
export const embed = {
  open: 'Open in Offgrid',
  opensWindow: '(opens a new window)',
  /** The words of the link come in the middle of the sentence. */
  tooSmall:
    'This embed needs {width} × {height} pixels, and the page gives it less. Make its frame larger, or {open: Open in Offgrid}.',
  unknown: (names: readonly string[]) =>
    `The address asks for “${names.join('”, “')}”, which this page does not have.`,
  training: 'Training',
  verdict: 'Verdict',
  run: 'Run',
  runOn: 'Run on',
  pause: 'Pause',
  step: 'Step',
  reset: 'Reset',
  stepCount: '{step} of {steps} steps',
  notTrained: 'not trained yet',
  dataset: 'The dataset',
  rows: (rows: number, episodes: number) =>
    `${formatCount(rows)} ${plural(rows, { one: 'row', other: 'rows' })}, ${formatCount(episodes)} ${plural(episodes, { one: 'episode', other: 'episodes' })}`,
  returns: (walker: string, inData: string) =>
    `the walker earns ${walker}, best in the data ${inData}`,
};
