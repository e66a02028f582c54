import { area } from './current';

/** Rows and columns are counted from 1. */
export const faults = area('faults', {
  /** Sentences of which only the first are said. */
  andMore: (sentences: string, more: number) => `${sentences} And ${more} more of the kind.`,
  space: 'A space',
  /** `code` in hexadecimal digits. */
  invisible: (code: string) => `The invisible character U+${code}`,
  character: (character: string) => `“${character}”`,

  empty: 'The map is empty.',
  rows: (count: number, most: number) => `The map has ${count} rows; at most ${most} are possible.`,
  columns: (count: number, most: number) =>
    `The map has ${count} columns; at most ${most} are possible.`,
  noStart: 'The map has no start: mark at least one cell with S.',
  noGoal: 'The map has no goal: mark at least one cell with G.',
  ragged: (row: number, cells: number, first: number) =>
    `Row ${row} has ${cells} ${cells === 1 ? 'cell' : 'cells'}, but row 1 has ${first}; all rows must be of one length.`,
  /** `what` is the character, one of the three ways to name it above. */
  notCell: (what: string, row: number, column: number) =>
    `${what} in row ${row}, column ${column} is not a cell; use # wall, . floor, S start, G goal, P pit or C cliff.`,

  slip: (given: number) => `The slip must be a probability from 0 to 1, not ${given}.`,
  gamma: (given: number) => `The discount γ must be at least 0 and below 1, not ${given}.`,
  horizon: (given: number) =>
    `The horizon must be a whole number of at least 1 step, not ${given}.`,
  reward: (kind: 'step' | 'goal' | 'pit' | 'cliff', given: number) =>
    `The reward “${kind}” must be a finite number, not ${given}.`,
});
