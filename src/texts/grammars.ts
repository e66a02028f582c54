import { area } from './current';

/** Numbers that entries name, as their own grammar calls them. */
type Named =
  | 'value'
  | 'percent'
  | 'deviation'
  | 'seed'
  | 'weight'
  | 'epsilon'
  | 'temperature'
  | 'strength';

/**
 * What is wrong with the texts that painted policies, mixtures and edits of the data are written in.
 * Their numbers are as those texts write them, in every language.
 */
export const grammars = area('grammars', {
  /** `entry` is quoted; `why` a clause, some of which say themselves what is done. */
  entry: (entry: string, why: string) => `${entry}: ${why}`,
  entryLeftOut: (entry: string, why: string) => `${entry}: ${why}; it is left out`,
  leftOut: (why: string) => `${why}; it is left out`,
  written: (example: string) => `it is written ${example}`,
  notNumber: (given: string) => `${given} is not a number`,
  outside: (name: Named, min: number, max: number) => `its ${name} is from ${min} to ${max}`,
  outsideUsed: (name: Named, min: number, max: number, used: number) =>
    `its ${name} is from ${min} to ${max}; ${used} is used`,

  notPainted: (entry: string) =>
    `${entry} is not a cell with a direction, such as 3.4u, or with the weights of up, right, down and left, such as 3.4:10-70-10-10; it is left out`,
  noPaintedWeight: (entry: string) => `${entry} gives no action any weight; it is left out`,
  paintedTwice: (row: number, column: number, entry: string) =>
    `row ${row}, column ${column} is painted twice; ${entry} is used`,
  notPairs: (entry: string) =>
    `${entry} is not a cell with the letters of its actions, such as 3.4ur (u r d l); it is left out`,
  /** Why a painted cell does nothing. */
  idle: {
    outside: 'outside the map',
    wall: 'a wall',
    end: 'a cell that ends episodes',
  },
  /** `cells` of the `count` that do nothing are written out, `more` ≥ 0 are not. */
  idleCells: (count: number, cells: string, more: number) =>
    `${count} painted ${count === 1 ? 'cell does' : 'cells do'} nothing here (${cells}${more > 0 ? `; and ${more} more` : ''}).`,

  eraseExamples: 'erase(1.1-3.4) or erase(1.1-3.4,up)',
  wholeSeed: 'its seed is a whole number',
  notEdit: 'an edit is one of erase, below, top and noise',
  editWritten: (examples: string) => `an edit is written ${examples}`,
  mostEdits: (most: number) => `${most} edits is the most`,

  notComponent: (kinds: string) => `a component is one of ${kinds}; it is left out`,
  componentWritten:
    'a component is written weight*kind, such as 2*epsilon-greedy(0.3); it is left out',
  notWeight: (given: string) => `${given} is no weight; it is left out`,
  mostComponents: (most: number, entry: string) =>
    `${most} components is the most; ${entry} is left out`,
  noComponent: 'no component with a weight above 0 is left',

  /** Why the behaviour «crossing paths» cannot be had here; rows and columns from 1. */
  crossing: {
    cell: (row: number, column: number, what: 'outside' | 'wall' | 'end') =>
      `It needs row ${row}, column ${column} to walk on, which is ${{ outside: 'outside the map', wall: 'a wall', end: 'a cell that ends episodes' }[what]} here.`,
    noWayEast: 'No way leads from the north-west corner to the north-east.',
    noWayToGoal: (row: number, column: number) =>
      `No way leads from row ${row}, column ${column} to a goal.`,
    /** `why` is one of those. */
    refused: (why: string) =>
      `${why} The behaviour “crossing paths” is made for the world Crossing Paths: choose that world, or another behaviour.`,
  },
});
