import { formatCount } from '../format';

const rows = (count: number) => `${formatCount(count)} ${count === 1 ? 'row' : 'rows'}`;

/** The tab «Files» of the workbench: datasets in and out. */
export const files = {
  tools: 'Files',
  drop: 'Drop a dataset: CSV, JSON or .npz',
  rows,
  cells: (down: number, across: number) => `${down} × ${across} cells`,
  buttons: { cancel: 'Cancel', file: 'Dataset file' },

  inUse: 'The data in use',
  collected: 'Collected by the behaviour.',
  given: (label: string, origin: string) => `${label}, ${origin}.`,
  backToCollected: 'Back to collected data',
  preview: (label: string) => `Preview of ${label}`,
  notYet: 'Not in use yet.',
  dataset: 'The dataset',
  numbers: {
    rows: 'rows',
    episodes: 'episodes',
    pairs: 'pairs seen',
    pairsOf: (seen: number, all: number) => `${formatCount(seen)} of ${formatCount(all)}`,
    inSupport: 'best in the data',
    optimal: 'best possible',
  },

  importTitle: 'Import a dataset',
  open: 'Open a file …',
  orDrop: 'or drop one anywhere here',
  formats:
    'CSV, JSON or .npz with a column a field: states by index or by row and column, actions 0 to 3 (up, right, down, left), reward, next state, the end of an episode. Every row is held against the world before anything is used.',
  reading: (name: string) => `Reading ${name}`,
  cancelledReading: 'Reading was cancelled. Nothing was changed.',
  discarded: 'Discarded. Nothing was changed.',
  nowData: (count: number, label: string) =>
    `${formatCount(count)} rows of ${label} are now the data.`,
  isThere: (label: string) => `The dataset ${label} is there.`,
  unread: 'The file was not read.',
  brokenOff: (reason: string) =>
    `The work on the file has broken off (${reason}). Try again, or with a smaller file.`,
  noWorker: 'its worker could not be started',
  noMessage: 'a message could not be read',

  otherWorld: 'The world of the file',
  statesOther: 'The file states another world.',
  worldTaken:
    'The file states another world, which more of its rows fit; it is the one that is used.',
  takeOther: (count: number) => `Use its world and ${rows(count)}`,
  hereWorld: 'The present world',
  inPresent: 'In the present world.',
  stale: 'The world has changed since the file was read.',
  checkAgain: 'Check again',
  takeHere: (count: number) => `Use ${count === 1 ? 'this' : 'these'} ${rows(count)}`,
  show: 'Show it',
  keepRewards: 'Keep rows with other rewards',
  keepRewardsHelp: 'For rewards to which noise was added, or of other rules.',
  /** `found` is the hash of the rows that fit; null where none do. */
  notWanted: (wanted: string, found: string | null) =>
    found === null
      ? `This is not the dataset ${wanted} that was asked for. It can be used all the same.`
      : `This is not the dataset ${wanted} that was asked for: the hash of its rows is ${found}. It can be used all the same.`,
  editsApply: 'The dataset surgery that is set applies to these rows as well.',
  discard: 'Discard',
  untilYouSay: 'Nothing is replaced until you say so.',
  moreFindings: (count: number) => `And ${rows(count)} more of this kind.`,
  /** What is wrong with rows, by kind: «12 rows: a cell inside a wall». */
  faults: {
    file: 'the file cannot be read',
    cells: 'not as many values as there are columns',
    missing: 'a value is missing',
    number: 'not a number',
    finite: 'NaN or infinite',
    state: 'no state of this world',
    wall: 'a cell inside a wall',
    coordinates: 'index and cell disagree',
    ended: 'an action in a state that ends episodes',
    action: 'none of the four actions',
    transition: 'the world never leads there',
    reward: 'the world pays another reward',
    successor: 'where the row led cannot be told',
    order: 'rows of several episodes stand mixed',
    terminal: 'the end of the episode disagrees with the world',
  },
  /** What was put right in rows that are offered all the same. */
  warnings: {
    chain: 'the next row starts elsewhere; the episode is split',
    step: 'the steps do not follow on each other; the episode is split',
    continues: 'the episode goes on after its end; it is split',
    open: 'the episode ends without a flag; it counts as truncated',
    both: 'terminal and truncated at once; terminal prevails',
    otherReward: 'the world pays another reward; kept as you asked',
    flag: 'a flag that is neither 0 nor 1; it counts as not said',
    probability: 'no probability in (0, 1]; it counts as unknown',
  },

  shelf: 'Kept in this browser',
  emptyShelf:
    'Nothing yet. Imported and played datasets are kept here, so that a reload or a link finds them; a link carries only their hash.',
  kept: {
    imported: (count: number, cells: string) => `${rows(count)}, imported, map of ${cells}`,
    played: (count: number, cells: string) => `${rows(count)}, played by you, map of ${cells}`,
  },
  used: 'in use',
  use: 'Use',
  takeOf: (label: string) => `Use ${label}`,
  takeWithMap: 'Use with its map',
  takeWithMapOf: (label: string) => `Use ${label} and its map`,
  remove: 'Remove',
  removeOf: (label: string) => `Remove ${label}`,
  really: 'Really remove',
  reallyOf: (label: string) => `Really remove ${label}`,

  exportTitle: 'Take the data home',
  exportRows: (count: number) => `The ${rows(count)} that the learners train on, edits included.`,
  making: 'The data are being made …',
  download: 'Download',
  downloadAs: (format: string) => `Download as ${format}`,
  writing: 'Writing the file',
  savedAs: (name: string) => `Saved as ${name}.`,
  saved: (name: string) => `${name} saved.`,
  cancelledExport: 'The export was cancelled.',
};
