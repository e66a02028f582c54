import { area } from './current';
import { formatCount, formatList } from './format';
import { english as words } from './words';

/** The tab «Oracle» of the workbench: where the truth is put into the targets of learners while they train. */
export const oracle = area('oracle', {
  title: 'Put the truth in',
  tools: 'Tools of the truth',
  what: 'While it trains, the target network’s value of these pairs is replaced by Q*, which no learner knows. If its dream goes away, that is where it came from.',
  nobody: 'None of the learners that are on has a target network.',
  notRead: (name: string) =>
    `${name} asks its target only about what the data did: put in there, the truth changes nothing.`,
  standing: 'Painted pairs',
  /** `takers`: names of the learners that have the truth in painted pairs. */
  stands: (pairs: number, takers: readonly string[]) => {
    const painted =
      pairs === 0
        ? 'No pair is painted'
        : `${formatCount(pairs)} ${pairs === 1 ? 'pair is' : 'pairs are'} painted`;
    const taken =
      takers.length === 0
        ? 'no learner takes painted pairs'
        : `${formatList(takers)} ${takers.length === 1 ? 'has' : 'have'} the truth there`;
    return `${painted}; ${taken}.`;
  },
  keys: 'Drag to paint, with Shift a rectangle. {keys} paint one action of the marked cell, or take it away.',
  map: (rows: number, columns: number) =>
    `Map of ${rows} rows and ${columns} columns, to paint pairs that have the truth put in. Arrow keys move from cell to cell; U, R, D, L paint an action or take it away; Enter paints with the brush; Delete erases.`,

  brush: 'Brush',
  all: 'All',
  allHelp: 'All four actions of a cell.',
  /** Of the actions, by their index. */
  directions: ['Up', 'Right', 'Down', 'Left'],
  onlyHelp: ['The action up.', 'The action right.', 'The action down.', 'The action left.'],
  erase: 'Erase',
  eraseHelp: 'Leaves a cell to the target network again.',
  givenUp: 'Stroke given up.',

  markedCell: 'Marked cell',
  place: (row: number, column: number, acts: boolean) =>
    `Row ${row}, column ${column}: ${acts ? 'filled actions are painted.' : 'nobody acts here.'}`,
  /** For those who do not see the map. `actions` is null where nobody acts. */
  sayCell: (row: number, column: number, actions: readonly number[] | null) => {
    const said =
      actions === null
        ? 'nobody acts here'
        : actions.length === 0
          ? 'not painted'
          : `truth put in for ${formatList(actions.map((action) => words.actions[action]))}`;
    return `Row ${row}, column ${column}: ${said}.`;
  },

  startFrom: 'Paint',
  classes: {
    unseenActions: 'Untried actions',
    unseenStates: 'States never visited',
    unseen: 'All that is unseen',
  },
  nothing: 'Nothing',
  replaces: 'Replaces what is painted; undo brings it back.',

  /** What was done, as undoing names it. */
  steps: {
    other: 'truth put in elsewhere',
    painted: 'pairs painted',
    erased: 'pairs erased',
    toggled: 'pair changed',
    started: 'class of pairs painted',
    cleared: 'all pairs erased',
  },
});
