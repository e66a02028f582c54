import { area } from './current';
import { formatCount, formatPlain, formatValue } from './format';

type End = 'goal' | 'pit' | 'horizon' | 'stopped';

/** «reached the goal», said of an episode. */
const ENDS: Readonly<Record<End, string>> = {
  goal: 'reached the goal',
  pit: 'fell into a pit',
  horizon: 'cut at the horizon',
  stopped: 'stopped by you',
};

/** The tab «Play» of the workbench: the reader in place of the agent. */
export const play = area('play', {
  tools: 'Episodes',
  map: (rows: number, columns: number) =>
    `Map of ${rows} rows and ${columns} columns, with the agent that you drive. Arrow keys or W A S D act; Enter begins a new episode.`,
  act: 'Act',
  go: ['Go up', 'Go right', 'Go down', 'Go left'],
  begin: 'New episode',
  stop: 'Stop here',
  discardCurrent: 'Discard this episode',

  replay: 'Replay',
  stepBack: 'Step back',
  stepForward: 'Step forward',
  playReplay: 'Play the replay',
  pauseReplay: 'Pause the replay',
  closeReplay: 'Close the replay',
  at: (step: number, steps: number) => `Step ${step} of ${steps}`,

  episode: 'The episode',
  ends: ENDS,
  soFar: (steps: number, most: number, earned: number) =>
    `${steps} of at most ${most} steps, return ${formatValue(earned)} so far.`,
  ended: (end: End, earned: number) =>
    `The episode ${ENDS[end]}, with a return of ${formatValue(earned)}.`,
  none: 'No episode is under way.',
  youStart: (row: number, column: number) => `You start in row ${row}, column ${column}.`,
  /** What a step did: `action` is one of 0 to 3, `end` null where the episode goes on. */
  stepped: (step: {
    readonly steps: number;
    readonly action: number;
    readonly stayed: boolean;
    readonly row: number;
    readonly column: number;
    readonly reward: number;
    readonly end: End | null;
  }) => {
    const action = ['up', 'right', 'down', 'left'][step.action];
    const place = `${step.stayed ? 'stayed in' : 'to'} row ${step.row}, column ${step.column}`;
    const earned = step.reward === 0 ? '' : `, earned ${formatPlain(step.reward)}`;
    const ended = step.end === null ? '' : `; it ${ENDS[step.end]}`;
    return `Step ${step.steps}: ${action}, ${place}${earned}${ended}.`;
  },
  stopped: 'Episode stopped; its last step counts as cut.',
  discardedCurrent: 'Episode discarded. A new one begins.',
  discarded: 'Episode discarded.',
  discardedOthers: 'Episodes of other maps discarded.',
  worldChanged: 'The world has changed. A new episode begins.',

  recorded: 'Recorded episodes',
  noneYet: 'None on this map yet. An episode is recorded when it ends or is stopped.',
  number: '№',
  steps: 'Steps',
  earned: 'Return',
  end: 'End',
  actions: 'Actions',
  replayOf: (place: number) => `Replay episode ${place}`,
  discardOf: (place: number) => `Discard episode ${place}`,
  discounted: (gamma: number) => `Returns are discounted, by γ = ${formatPlain(gamma)}.`,
  discardLast: 'Discard last',
  others: (count: number) =>
    count === 1
      ? '1 episode of another map is kept until that map comes back.'
      : `${formatCount(count)} episodes of another map are kept until that map comes back.`,
  discardOthers: (count: number): string => (count === 1 ? 'Discard it' : 'Discard them'),
  asDataset: 'As the dataset',
  use: (count: number) =>
    count === 1
      ? 'Use this episode as the dataset'
      : `Use these ${formatCount(count)} episodes as the dataset`,
  empirical:
    'The behaviour policy π_β is then the empirical distribution of what you played: N(s,a)/N(s), uniform in cells that you never acted in.',
  inUse: (label: string) => `The learners now train on “${label}”.`,
  /** What the dataset is called from then on. */
  label: (count: number) => `${count} played ${count === 1 ? 'episode' : 'episodes'}`,
});
