import { area } from './current';
import { formatCount, formatPercent, formatPlain, formatShare, formatValue } from './format';

/** Rows and columns of a rectangle, from 1, both ends included. */
interface Region {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

const span = (noun: string, from: number, to: number) =>
  from === to ? `${noun} ${from}` : `${noun}s ${from}–${to}`;

const counted = (count: number, noun: string) =>
  `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;

/** The tab «Data» of the workbench: what is in the dataset, and what is done to it on purpose. */
export const data = area('data', {
  tools: 'Tools of the data',
  collecting: 'Collecting …',
  keys: 'Drag to mark cells. Arrow keys move, with Shift they mark, Delete erases.',
  sides: 'What to do with the data',
  surgery: 'Surgery',
  episodes: 'Episodes',

  map: (rows: number, columns: number) =>
    `The data on a map of ${rows} rows and ${columns} columns. Arrow keys move from cell to cell and mark cells with Shift, Enter begins and ends marking, Delete erases the data of what is marked.`,
  wall: (row: number, column: number) => `Row ${row}, column ${column}: wall.`,
  endsHere: (row: number, column: number) => `Row ${row}, column ${column}: episodes end here.`,
  cell: (
    row: number,
    column: number,
    actions: readonly { readonly action: string; readonly seen: string }[],
  ) =>
    `Row ${row}, column ${column}: ${actions.map(({ action, seen }) => `${action} ${seen}`).join('; ')}.`,
  region: ({ top, bottom, left, right }: Region) =>
    `${span('row', top, bottom)}, ${span('column', left, right)}`,
  marked: (region: string) => `Marked: ${region}.`,
  anchored: 'Marked: this cell. Arrow keys mark more, Enter ends.',
  markingEnded: 'Marking ended.',
  nothingMarked: 'Nothing marked.',

  colour: 'Colour',
  colourOfCells: 'Colour of the cells',
  arrows: 'Arrows',
  arrowsOnCells: 'Arrows on the cells',
  arrowsOf: { none: 'None', behavior: 'Behaviour', data: 'Data' },
  legend: '{layer} once {scale} {most} times; blank: never',

  worth: 'What the data is worth',
  measure: 'Measure',
  before: 'before',
  now: 'now',
  change: 'change',
  rows: 'rows',
  rowsHelp: 'Transitions in the dataset.',
  episodeCount: 'episodes',
  episodesHelp:
    'Where rows are erased from the middle of an episode, what follows is one of its own.',
  pairs: (pairs: number) => `pairs (s, a) of ${formatCount(pairs)}`,
  pairsHelp:
    'State–action pairs that the data has tried at least once, of all that can be reached.',
  behavior: 'the behaviour earns',
  behaviorHelp: 'Exact return of who collected the data. Edits change the data, not its collector.',
  imitation: 'imitation earns',
  imitationHelp: 'Exact return of the policy N(s, a)/N(s), which behavioural cloning converges to.',
  inSupport: 'best in the data',
  inSupportHelp:
    'Exact return of the best policy that takes only actions seen in the data: the in-support optimum.',

  markedTitle: 'Marked on the map',
  markSome:
    'What if this corridor had never been visited? Drag over some cells of the map, then erase their data. One cell alone shows its numbers.',
  markedRows: (rows: number): string =>
    rows === 1 ? '{region}: {rows} row' : '{region}: {rows} rows',
  action: 'action',
  share: 'share',
  empirical: 'π_β, empirical',
  eraseColumn: 'Erase',
  erase: 'erase',
  eraseAction: (action: string) => `Erase the action ${action} here`,
  eraseAll: 'Erase all data here',

  edits: 'Edits',
  noEdits:
    'None yet: the data is as it was recorded. Edits stay in the link, and each can be switched off.',
  removeAll: 'Remove all edits',
  edit: (place: number) => `Edit ${place}`,
  editSaid: (place: number, edit: string) => `Edit ${place}: ${edit}`,
  editOn: (place: number) => `Edit ${place} is on`,
  editWhat: (place: number) => `Edit ${place}: what is erased`,
  editMoveUp: (place: number) => `Move edit ${place} up`,
  editMoveDown: (place: number) => `Move edit ${place} down`,
  editRemove: (place: number) => `Remove edit ${place}`,
  editPut: (place: number) => `Edit ${place}: put it where the map is marked`,
  putHere: 'Put it where the map is marked',
  /** A number of an edit, in the name of its field. */
  editNumbers: {
    value: (place: number) => `Edit ${place}: least return`,
    percent: (place: number) => `Edit ${place}: per cent`,
    deviation: (place: number) => `Edit ${place}: standard deviation`,
    seed: (place: number) => `Edit ${place}: seed`,
  },
  /** An edit as a sentence with its numbers to be typed over. */
  sentences: {
    erase: 'Erase {what} in {region}',
    below: 'Erase episodes below {value}',
    top: 'Keep the best {percent}\u00a0% of episodes',
    noise: 'Noise σ {deviation} on rewards, seed {seed}',
  },
  everything: 'everything',
  /** What an edit does; `what` is an action with its arrow, null for all of them. */
  saidErase: (what: string | null, region: string) => `Erase ${what ?? 'everything'} in ${region}`,
  saidBelow: (value: number) => `Erase episodes below ${formatPlain(value)}`,
  saidTop: (percent: number) => `Keep the best ${formatPercent(percent)} of episodes`,
  saidNoise: (deviation: number, seed: number) =>
    `Noise of ${formatPlain(deviation)} on rewards, seed ${seed}`,
  /** What an edit did. */
  effects: {
    pending: '…',
    off: 'switched off',
    removesNothing: 'removes nothing',
    changesNothing: 'changes nothing',
    removed: (rows: number, episodes: number) =>
      `−${counted(rows, 'row')} in ${counted(episodes, 'episode')}`,
    changed: (rewards: number, episodes: number) =>
      `${counted(rewards, 'reward')} changed in ${counted(episodes, 'episode')}`,
  },
  /** What was done, as undoing names it; `edit` as `saidErase` and its like. */
  steps: {
    added: (edit: string) => `${edit} added`,
    removed: (edit: string) => `${edit} removed`,
    on: (edit: string) => `${edit} switched on`,
    off: (edit: string) => `${edit} switched off`,
    altered: (edit: string) => `${edit} altered`,
    moved: (edit: string, place: number) => `${edit} moved to place ${place}`,
    cleared: 'all edits removed',
    other: 'another list',
  },
  listChanged: 'The list was changed.',

  eraseBelow: 'Erase episodes below a return',
  leastReturn: 'Least return',
  leastKept: 'Least return that is kept',
  below: (below: number, all: number) => `${formatCount(below)} of ${formatCount(all)} are below`,
  eraseThose: 'Erase those below',
  keepBest: 'Keep the best episodes',
  perCent: 'Per cent of episodes',
  byReturn: '% by return',
  keepBestOf: (percent: number) => `Keep the best ${formatPercent(percent)}`,
  percentBc:
    'Imitating the best 10\u00a0% of the episodes is %BC, a baseline that is hard to beat.',
  noise: 'Noise on rewards',
  deviation: 'Standard deviation of the noise',
  seed: 'seed',
  seedOfNoise: 'Seed of the noise',
  addNoise: 'Add noise',

  returns: 'Returns of the episodes',
  histogram: (episodes: number, low: number, high: number, mean: number) =>
    `Histogram of the returns of ${formatCount(episodes)} episodes, from ${formatValue(low)} to ${formatValue(high)}, mean ${formatValue(mean)}.`,
  bin: (from: number, to: number) => `${formatValue(from)} to ${formatValue(to)}: {count}`,
  mean: (mean: number) => `mean of the episodes ${formatValue(mean, 3)}`,
  exactly: (behavior: number) => `the behaviour, exactly ${formatValue(behavior, 3)}`,

  /** `through` is a part of all episodes, as `part` says it. */
  through: (region: string, through: string) => `Through ${region}: ${through}.`,
  part: (part: number, whole: number) =>
    `${formatCount(part)} of ${formatCount(whole)} (${formatShare(whole > 0 ? part / whole : 0)})`,
  inAll: (episodes: number) =>
    `${formatCount(episodes)} in all. Mark cells of the map to see those through them.`,
  pageOf: (page: number, pages: number) => `page ${formatCount(page)} of ${formatCount(pages)}`,
  episodesPage: (page: number, pages: number) =>
    `Episodes, page ${formatCount(page)} of ${formatCount(pages)}`,
  pageBefore: 'The page before',
  pageAfter: 'The page after',
  columns: { number: 'episode', return: 'return', length: 'steps', end: 'end' },
  ends: { goal: 'goal', pit: 'pit', cut: 'cut off' },
  showEpisode: (episode: number) => `Show episode ${episode}`,
  episode: (episode: number) => `Episode ${episode}`,
  rowsOf: (from: number, to: number, all: number) =>
    `Rows ${formatCount(from)} to ${formatCount(to)} of ${formatCount(all)}; cells by row and column`,
  step: 'step',
  end: 'end',
  terminal: 'terminal',
  cut: 'cut',
  goToStep: (step: number) => `Go to step ${step}`,
});
