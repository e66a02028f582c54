import { area } from './current';
import { formatCount, plural } from './format';

const rows = (count: number) =>
  `${formatCount(count)} ${plural(count, { one: 'row', other: 'rows' })}`;

/** Rewards as files write them. */
type Field = string;

/**
 * What importing a file reports. `place` is a row of the file, written by `place`; names of fields
 * are those of the file; names and values are quoted already.
 */
export const reading = area('reading', {
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
    neverTaken:
      'is no probability above 0, and an action of probability 0 is never taken; it counts as unknown.',
    notProbability: 'is no probability from 0 to 1; it counts as unknown.',
    notAction: (actions: readonly string[]) =>
      `is none of the four: ${actions.join(', ')} or 0 to 3.`,
    notFlag: 'is neither 0 nor 1; it counts as not said.',
    otherCell: (cell: string, said: string) =>
      `lies at ${cell} of this world, but the row says ${said}.`,
    notState: (first: number, last: number) =>
      `is no state of this world; its states are ${first} to ${last}.`,
    notRow: (first: number, last: number) => `is no row of this map; they are ${first} to ${last}.`,
    notColumn: (first: number, last: number) =>
      `is no column of this map; they are ${first} to ${last}.`,
    wall: (column: number) => `and col ${column} name a cell inside a wall.`,
    indexInWall: 'is a cell inside a wall.',
    ended: (cell: string) => `is where episodes end ${cell}; no action is taken there.`,
    otherReward: (rewards: readonly number[]) =>
      `is not what the world pays here: ${rewards.join(' or ')}.`,
    /** The reward of a last row that stands in no row behind it. */
    lostReward: (rewards: readonly number[]) =>
      `is not known for the last row of an episode, where this world pays ${rewards.join(' or ')}.`,
    mixed:
      'does not tell where its row led: rows of several episodes stand mixed, and no column tells them apart. Columns episode and step, or a column nextState, would.',
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
  stepsNotCounted:
    'What the file has as steps puts its rows in order, but does not count them: steps are counted from 0 in every episode.',
  behavior: {
    none: 'π_β(a|s) is not in the file: it is the share of the action among the rows of its state, N(s,a)/N(s).',
    most: 'π_β(a|s) is missing in some rows: there it is that of the other rows of the same state and action.',
    some: 'π_β(a|s) is missing for some pairs of state and action, so what the file states is not used: it is the share of the action among the rows of its state, N(s,a)/N(s).',
  },
  sorted: 'The rows were put in order by episode and step.',
  orderUnknown:
    'The rows stand in no order in which they follow on each other: each is an episode of its own.',
  closing: (count: number) =>
    count === 1
      ? '1 row only holds the state in which an episode closed: it is no transition.'
      : `${formatCount(count)} rows only hold the state in which an episode closed: they are no transitions.`,
  /** `list` is “arr_0 = state, arr_1 = action …”. */
  byPlace: (list: string) => `The arrays have no names; they are taken by their place: ${list}.`,
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

  /** Conventions under which the numbers of a file are read. */
  readings: {
    directions: { u: 'up', r: 'right', d: 'down', l: 'left' },
    own: 'as Offgrid writes them',
    /** `order` names the actions from `from` on. */
    actions: (order: string, whose: 'gymnasium' | 'other', from: number) =>
      `actions ${from} to ${from + 3} are ${order}${whose === 'gymnasium' ? ' (Gymnasium’s FrozenLake)' : ''}`,
    wallsCounted: 'indices of states count the walls (row · columns + column)',
    statesFromOne: 'states count from 1',
    downColumns: 'states are numbered down the columns',
    columnFirst: 'cells name their column first (x, y)',
    xIsColumn: 'x is the column of a cell and y its row.',
    rowFirst: 'cells name their row first',
    cellsFromOne: 'rows and columns count from 1',
    upward: 'rows count from the bottom',
    rewardsLeft:
      'the reward stands a row late, with the state that was left: each was moved back a row; where the file lacks that of a last row, it is the world’s',
    ends: {
      any: 'the flag “terminal” includes time limits',
      late: 'flags of an end stand in the first row of the next episode',
      none: 'the flag “terminal” is never set: this world says where episodes end',
    },
    nextAtReset:
      'the next state of a last row is where the next episode begins: it was left aside, and follows from the world',
    chosen: (name: string) => `Read as you chose: ${name}.`,
    readAsOurs: (fits: number, all: number) =>
      `The numbers are read as Offgrid writes them (actions up, right, down, left; states from 0, walls skipped; the reward of the cell entered): ${formatCount(fits)} of ${rows(all)} fit.`,
    /** `gain` is a natural logarithm. */
    readSo: (what: string, fits: number, all: number, before: number, gain: number) =>
      `Recognised: ${what}. So read, ${formatCount(fits)} of ${rows(all)} fit, against ${formatCount(before)} as Offgrid counts, and the rows are e^${formatCount(Math.round(gain))} times as likely.`,
    readLimits: (count: number) =>
      `Recognised: the flag “terminal” includes time limits. ${rows(count)} that it marks where this world ends no episode ${count === 1 ? 'counts' : 'count'} as truncated.`,
    readEnds: (what: string) => `Recognised: ${what}.`,
    question: (taken: string) => `The rows do not decide how they are meant. Taken: ${taken}.`,
    couldAlsoBe: (others: readonly string[]) => `It could also be: ${others.join(' – or: ')}.`,
  },
});
