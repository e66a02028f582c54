import { area } from './current';
import { formatCount, formatSigned, formatValue } from './format';

/** The tab «Microscope» of the workbench; what its stages say is in the area `stages`. */
export const microscope = area('microscope', {
  loading: 'Loading …',
  looking: 'Looking …',
  noLearner: 'No learner is switched on.',
  learner: 'Learner',
  atStep: (step: number) => `networks at step ${formatCount(step)}`,
  waiting: 'waiting for the networks …',
  pauseTraining: 'Pause training',
  trainOn: 'Train on',
  lookAgain: 'Look again',
  brokeOff: (reason: string) => `The microscope broke off (${reason}).`,
  noWorker: 'it could not be started',

  rowOf: (rows: number) => `Row of the dataset, 1 to ${rows}`,
  row: 'Row',
  of: (rows: number) => `of ${formatCount(rows)}`,
  rowBefore: 'The row before',
  rowAfter: 'The row after',
  anyRow: 'Any row',
  worst: (learner: string) => `The worst one for ${learner}`,
  worstHelp:
    'The row whose target promises most beyond what is possible, of those whose max picks an action nobody tried; for BC, the row that acted worst',
  mapLabel: (learner: string) => `${learner}, the row under the microscope`,
  mapHint:
    'Outlined: s, and s′ where the row led. Choose a cell to look at its rows, one after the other.',

  now: 'What happens now',
  back: 'Back',
  pause: 'Pause',
  play: 'Play',
  step: 'Step',
  stageOf: (stage: number, stages: number) => `${stage} of ${stages}`,
  stages: 'Stages of the update',

  times: (count: number) => (count > 0 ? `${formatCount(count)}×` : 'never'),
  /** The same where the truth stands in the place of the value. */
  timesAndTruth: (count: number) => (count > 0 ? `${formatCount(count)}× · Q*` : 'never · Q*'),
  /** A bar for those who do not see it; null and undefined where it has no such thing. */
  bar: (bar: {
    readonly action: string;
    readonly seen: string;
    readonly value: number;
    readonly truth: number | null;
    readonly push: number | undefined;
    readonly dimmed: boolean;
    readonly putIn: boolean;
  }) =>
    [
      `${bar.action}, ${bar.seen}: ${formatValue(bar.value, 3)}`,
      ...(bar.truth === null ? [] : [`best possible ${formatValue(bar.truth, 3)}`]),
      ...(bar.push === undefined ? [] : [`pushed by ${formatSigned(bar.push, 3)}`]),
      ...(bar.putIn ? ['the truth, put in'] : []),
      ...(bar.dimmed ? ['not asked about'] : []),
    ].join(', '),
});
