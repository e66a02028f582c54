import { area } from './current';
import { formatCount, formatShare } from './format';

/** The tab «Behaviour» of the workbench: who collects the data, chosen, painted or mixed. */
export const behavior = area('behavior', {
  title: 'Behaviour',
  tools: 'Tools of the behaviour',
  standing: 'The behaviour',
  switched: 'The behaviour is now “Painted”. Undo brings the former one back.',
  painted: (cells: number) =>
    `${formatCount(cells)} ${cells === 1 ? 'cell' : 'cells'} painted; elsewhere every action is as likely.`,
  notInUse: (cells: number) =>
    `${formatCount(cells)} ${cells === 1 ? 'cell' : 'cells'} painted; another behaviour collects, drawn faintly. Painting replaces it.`,
  fromFile: 'The data on show come from a file, so that nothing is collected.',
  keys: 'Drag to paint, with Shift a rectangle. {keys} paint; Shift and an arrow key weigh.',
  map: (rows: number, columns: number) =>
    `Map of ${rows} rows and ${columns} columns, to paint the behaviour on. Arrow keys move from cell to cell; U, R, D, L paint an arrow up, right, down, left; Shift with an arrow key makes that action likelier; Delete erases.`,

  brush: 'Brush',
  along: 'Along',
  alongHelp: 'Drag through cells: each gets an arrow to the next.',
  /** Of the actions, by their index. */
  directions: ['Up', 'Right', 'Down', 'Left'],
  always: ['Always up.', 'Always right.', 'Always down.', 'Always left.'],
  erase: 'Erase',
  eraseHelp: 'Takes the arrows away: every action equally often.',

  markedCell: 'Marked cell',
  place: (row: number, column: number, state: 'nobody' | 'bare' | 'painted') =>
    `Row ${row}, column ${column}: ${
      {
        nobody: 'nobody acts here.',
        bare: 'not painted, so every action equally often.',
        painted: 'painted.',
      }[state]
    }`,
  inPercent: (direction: string) => `${direction}\u00a0%`,
  percentOf: (direction: string) => `${direction}, percent`,
  /** For those who do not see the map. `weights` is null where nobody acts, empty where nothing is painted. */
  sayCell: (
    row: number,
    column: number,
    weights: readonly { readonly action: string; readonly percent: number }[] | null,
  ) => {
    const said =
      weights === null
        ? 'nobody acts here'
        : weights.map(({ action, percent }) => `${action} ${percent}\u00a0%`).join(', ') ||
          'not painted';
    return `Row ${row}, column ${column}: ${said}.`;
  },

  startFrom: 'Start from',
  current: 'Current behaviour',
  optimal: 'Optimal policy',
  nothing: 'Nothing',
  replaces: 'Replaces what is painted; undo brings it back.',

  mixture: 'Mixture',
  component: (place: number) => `Component ${place}`,
  kind: (place: number) => `Component ${place}: kind`,
  /** A number of a component, by what its setting is called. */
  numberOf: (place: number, label: string) => `Component ${place}: ${label}`,
  direction: 'Direction',
  weight: 'Weight',
  moveUp: (place: number) => `Move up component ${place}`,
  moveDown: (place: number) => `Move down component ${place}`,
  remove: (place: number) => `Remove component ${place}`,
  share: (share: number) => `${formatShare(share)} of the episodes`,
  refused: 'One component needs a weight above 0; nothing was changed.',
  shares: 'Weights are shares: every episode is played by one of the components.',
  add: 'Add a component',

  /** What was done, as undoing names it. */
  steps: {
    other: 'behaviour changed',
    arrows: 'arrows painted',
    arrow: 'arrow painted',
    erasedCells: 'cells erased',
    erasedCell: 'cell erased',
    weighed: 'probabilities changed',
    fromCurrent: 'painted from the behaviour',
    fromOptimal: 'painted from the best policy',
    cleared: 'painting cleared',
    mixture: 'mixture changed',
    moved: 'component moved',
    removed: 'component removed',
    added: 'component added',
  },
  givenUp: 'Stroke given up.',
});
