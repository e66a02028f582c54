import { area } from './current';
import { formatCount } from './format';

/** The tab «World» of the workbench: the map drawn by hand, and its numbers. */
export const world = area('world', {
  tools: 'Tools of the world',
  title: 'World',
  ownMap: 'This map is your own.',
  backToOwnMap: 'Back to the world’s own map',
  rules: 'Rules and rewards',
  drop: 'Drop a text file of a map',
  touch: 'One finger paints, two zoom.',
  keys: 'Drag to paint, with Shift a rectangle. Arrow keys move, {keys} paint.',
  map: (rows: number, columns: number) =>
    `Map of ${rows} rows and ${columns} columns, to be drawn. Arrow keys move from cell to cell and mark cells with Shift; # . S G P C or 1 to 6 paint; Enter paints with the brush.`,

  brush: 'Brush',
  brushes: {
    wall: { label: 'Wall', help: 'Nobody gets in: a move against it stays where it is.' },
    floor: { label: 'Floor', help: 'Pays the reward of a step.' },
    start: {
      label: 'Start',
      help: 'Episodes begin here; of several starts each is as likely.',
    },
    goal: { label: 'Goal', help: 'Pays the reward of the goal and ends the episode.' },
    pit: { label: 'Pit', help: 'Pays the reward of a pit and ends the episode.' },
    cliff: {
      label: 'Cliff',
      help: 'Pays the reward of a cliff and puts the agent on a start.',
    },
  },
  /** `kind` is one of the shared words. */
  cell: (row: number, column: number, kind: string) => `Row ${row}, column ${column}: ${kind}.`,

  verdict: 'The drawing',
  inUse: (rows: number, columns: number) =>
    `A world of ${rows} rows and ${columns} columns, now in use.`,
  lastGood: 'Until then the playground keeps its last good world.',
  /** Cells named one by one, and `more` of them that are not. */
  places: (cells: readonly { readonly row: number; readonly column: number }[], more: number) => {
    const named = cells.map(({ row, column }) => `row ${row}, column ${column}`).join('; ');
    return more > 0 ? `${named}; and ${more} more` : named;
  },
  walledIn: (starts: number, places: string) =>
    starts === 1
      ? `The start in ${places} is walled in: no move leaves it.`
      : `The ${starts} starts in ${places} are walled in: no move leaves them.`,
  noGoal: 'No goal can be reached from any start: walls or pits are in every way.',
  cutOff: (starts: number, places: string) =>
    starts === 1
      ? `The start in ${places} has no way to a goal: walls or pits are in every way.`
      : `The ${starts} starts in ${places} have no way to a goal: walls or pits are in every way.`,
  outOfReach: (goals: number, places: string) =>
    goals === 1
      ? `The goal in ${places} is out of reach: walls or pits are in every way.`
      : `The ${goals} goals in ${places} are out of reach: walls or pits are in every way.`,

  size: 'Size',
  rows: 'Rows',
  columns: 'Columns',
  sizeHint: (smallest: number, largest: number) =>
    `Rows × columns, ${smallest} to ${largest}; typed sizes grow and shrink at the bottom and on the right.`,
  remove: {
    top: 'Remove a row at the top',
    right: 'Remove a column on the right',
    bottom: 'Remove a row at the bottom',
    left: 'Remove a column on the left',
  },
  add: {
    top: 'Add a row at the top',
    right: 'Add a column on the right',
    bottom: 'Add a row at the bottom',
    left: 'Add a column on the left',
  },
  mirror: 'Flip left–right',
  flip: 'Flip top–bottom',
  turn: 'Turn clockwise',
  blank: 'Blank map',

  /** What was done, as undoing names it. */
  steps: {
    painted: (kind: string) => `${kind} painted`,
    removed: {
      top: 'row removed at the top',
      right: 'column removed on the right',
      bottom: 'row removed at the bottom',
      left: 'column removed on the left',
    },
    added: {
      top: 'row added at the top',
      right: 'column added on the right',
      bottom: 'row added at the bottom',
      left: 'column added on the left',
    },
    resized: 'resized',
    mirror: 'flipped left to right',
    flip: 'flipped top to bottom',
    turn: 'turned clockwise',
    blank: 'blank map',
    fromText: 'map from text',
    ownMap: 'back to the world’s own map',
    other: 'another world',
  },
  done: (step: string, rows: number, columns: number) =>
    `${step[0].toUpperCase()}${step.slice(1)}: ${rows} rows, ${columns} columns.`,
  givenUp: 'Stroke given up.',
  markedPainted: (kind: string) => `Marked cells painted: ${kind}.`,
  /** Goes after `cell`. */
  marked: (rows: number, columns: number) => `Marked: ${rows} by ${columns} cells.`,
  nothingMarked: 'Nothing marked.',
  changedElsewhere: 'The world was changed. Undo brings your drawing back.',

  asText: 'As text',
  mapAsText: 'The map as text',
  text: 'The text',
  isMap: 'This text is a map and can be applied.',
  faults: (count: number) => (count === 1 ? 'One fault:' : `${count} faults:`),
  moreFaults: (count: number) => `And ${count} more of the kind.`,
  allTheSame: 'It can be applied all the same, and mended on the map.',
  apply: 'Apply the text',
  discard: 'Discard the text',
  copy: 'Copy',
  copied: 'Copied',
  selectAndCopy: 'Select and copy',
  save: 'Save as .txt',
  open: 'Open a .txt',
  openLabel: 'Open a map from a text file',
  textHint:
    '# wall, . floor, S start, G goal, P pit, C cliff; a line a row. Maps of Gymnasium (F, H) and D4RL, lists of Python and matrices of 0 and 1 are read as well. Paste a map or drop a file: nothing changes before you apply it.',
  textTooLong: (characters: number) =>
    `The text is ${formatCount(characters)} characters long; a map has at most 40 rows of 40 cells.`,
  fileTooLarge: (name: string, bytes: number) =>
    `“${name}” has ${formatCount(bytes)} bytes; a map has at most a few thousand. Nothing was read.`,
  fileUnread: (name: string) => `“${name}” could not be read. Is it still there?`,
});
