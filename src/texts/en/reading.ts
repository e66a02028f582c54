import { formatCount, plural } from '../format';

const rows = (count: number) =>
  `${formatCount(count)} ${plural(count, { one: 'row', other: 'rows' })}`;

/** Rewards as files write them. */
type Field = string;

/**
 * What importing a file reports. `place` is a row of the file, written by `place`; names of fields
 * are those of the file; names and values are quoted already.
 */
export const reading = {
  /** Row and line from 1; no line where the format has none. */
  place: (row: number, line: number | null) =>
    line === null
      ? `Row ${formatCount(row)}`
      : `Row ${formatCount(row)} (line ${formatCount(line)})`,
  /** Row and column from 0, as in the file. */
  cell: (row: number, column: number) => `(row ${row}, col ${column})`,
  cells: (named: readonly string[], more: number) =>
    named.join(' or ') + (more > 0 ? ` or ${more} other cells` : ''),
  /** `says` is one of `values` below, without a subject: that is the field with its value. */
  value: (place: string, field: Field, value: string | null, says: string) =>
    `${place}, ${field}: ${value === null ? '' : `${value} `}${says}`,
  /** What becomes of a value or of what it names. */
  values: {
    missing: 'nothing stands here.',
    notFinite: 'is not a finite number.',
    notNumber: 'is not a number.',
    notCount: 'is no whole number from 0.',
    neverTaken: 'is no probability above 0, and an action of probability 0 is never taken.',
    notProbability: 'is no probability from 0 to 1.',
    notAction: (actions: readonly string[]) =>
      `is none of the four: ${actions.join(', ')} or 0 to 3.`,
    notFlag: 'is neither 0 nor 1.',
    otherCell: (cell: string, said: string) =>
      `lies at ${cell} of this world, but the row says ${said}.`,
    notState: (last: number) => `is no state of this world; its states are 0 to ${last}.`,
    notRow: (last: number) => `is no row of this map; they are 0 to ${last}.`,
    notColumn: (last: number) => `is no column of this map; they are 0 to ${last}.`,
    wall: (column: number) => `and col ${column} name a cell inside a wall.`,
    ended: (cell: string) => `is where episodes end ${cell}; no action is taken there.`,
    otherReward: (rewards: readonly number[]) =>
      `is not what the world pays here: ${rewards.join(' or ')}.`,
    /** `named`: the file names the next state; else it is that of the next row. */
    impossible: (named: boolean, next: string, action: string, from: string, leads: string) =>
      `${named ? 'is' : 'is followed by'} ${next}, but ${action} from ${from} leads to ${leads}.`,
    endsThere: (cell: string) =>
      `says that the episode goes on, but it ends on arrival at ${cell}.`,
    noEndThere: (cell: string) =>
      `says that the episode ends, but this world ends none at ${cell}.`,
    actionEndsNone: (action: string) =>
      `says that the episode ends, but ${action} from here ends none.`,
    actionEnds: (action: string) =>
      `says that the episode goes on, but ${action} from here ends it.`,
    whereTo: (action: string, leads: string) =>
      `does not tell where ${action} led at the end of its episode: ${leads}. A column nextState would.`,
  },
  /** What is said of whole rows. */
  rows: {
    unclosed: (place: string) =>
      `${place} opens a quotation mark that is never closed; nothing after it can be read.`,
    ragged: (place: string, cells: number, expected: number) =>
      `${place} has ${cells} ${cells === 1 ? 'cell' : 'cells'} where the header names ${expected} columns.`,
    notObject: (place: string) => `${place} is no object with columns.`,
    chain: (place: string) =>
      `${place} starts in another state than the row before led to; the episode is split here.`,
    step: (place: string) =>
      `${place} does not have the step after that of the row before; the episode is split here.`,
    continues: (place: string) =>
      `${place} goes on with an episode that the row before ended; it is split here.`,
    both: (place: string) => `${place} is flagged terminal and truncated; terminal counts.`,
    open: (place: string) => `${place} ends its episode without a flag; it counts as truncated.`,
  },

  noRows: 'The file has no rows of data.',
  noneFits: (read: number, present: boolean) =>
    `${rows(read)} read; none fits ${present ? 'this world' : 'the world of the file'}.`,
  /** 0 < `offered` ≤ `good` ≤ `read`. */
  summary: (read: number, good: number, offered: number, present: boolean) => {
    const left = read - good;
    const all = read === 1 ? 'it fits' : 'all fit';
    const fits = left === 0 ? all : `${formatCount(good)} ${good === 1 ? 'fits' : 'fit'}`;
    const faulty =
      left === 0 ? '' : `, ${formatCount(left)} ${left === 1 ? 'has a fault' : 'have faults'}`;
    const kept = offered < good ? `, the first ${formatCount(offered)} are offered` : '';
    return `${rows(read)} read: ${fits} ${present ? 'this world' : 'the world of the file'}${faulty}${kept}.`;
  },
  derivedNext:
    'The next state is not in the file: it is that of the next row of the episode, and at its end the only one that this world allows.',
  derivedTerminal: 'Which rows are terminal is not in the file: this world says it.',
  derivedTruncated:
    'Which rows are truncated is not in the file: those at which an episode ends that are not terminal.',
  derivedEpisodes: {
    steps:
      'Episodes are not numbered in the file: one begins where a step does not follow on that of the row before.',
    ends: 'Episodes are not numbered in the file: one begins after every row that ends one.',
    states:
      'Episodes are not numbered in the file: one begins after every terminal row, where a row starts in another state than the one before led to, and at the horizon.',
  },
  derivedSteps: 'Steps are not in the file: they are counted from 0 in every episode.',
  derivedBehavior:
    'π_β(a|s) is not in the file: it is the share of the action among the rows of its state, N(s,a)/N(s).',
  onlySo: (most: number, good: number, offered: number) =>
    `A dataset has at most ${formatCount(most)} rows: of ${formatCount(good)} that fit the first ${formatCount(offered)} are offered.`,
  split: (episodes: number) =>
    `${formatCount(episodes)} ${episodes === 1 ? 'episode was' : 'episodes were'} split where rows are left out: what comes before is truncated.`,
  numberedAnew: 'Episodes are numbered anew, from 0.',
  otherDigest: (stated: string, hash: string) =>
    `The file says that its rows have the digest ${stated}; those offered have ${hash}, so they are not the rows that were exported.`,
  onlyFirst: (count: number) =>
    `Only the first ${formatCount(count)} rows were read; the file has more.`,
  otherSize: (said: number, count: number) =>
    `The file says that it has ${said} rows, but its columns have ${count}.`,
  name: (name: string) => `“${name}”`,
  /** Of the names of columns that are not used `more` ≥ 0 are not written out. */
  aside: (count: number, names: string, more: number) => {
    const list = `${names}${more > 0 ? ` and ${more} more` : ''}`;
    return count === 1 ? `The column ${list} is not used.` : `These columns are not used: ${list}.`;
  },

  /** How the world that a file states differs from the present one. */
  worlds: {
    /** `why` is a sentence, or one of the next two. */
    unread: (why: string) => `The file states a world that cannot be read: ${why}`,
    notObject: 'it is not an object.',
    notMap: (most: number) => `its map is not made of at most ${most} rows of ${most} cells.`,
    slip: (theirs: number, ours: number) => `The slip is ${theirs} there and ${ours} here.`,
    reward: (kind: 'step' | 'goal' | 'pit' | 'cliff', theirs: number, ours: number) =>
      `The reward “${kind}” is ${theirs} there and ${ours} here.`,
    gamma: (theirs: number, ours: number) => `The discount γ is ${theirs} there and ${ours} here.`,
    horizon: (theirs: number, ours: number) => `The horizon is ${theirs} there and ${ours} here.`,
    size: (theirs: string, ours: string) =>
      `The map is of ${theirs} cells there and of ${ours} here.`,
    cells: (count: number) => `The maps differ in ${count} ${count === 1 ? 'cell' : 'cells'}.`,
  },
};
