import { ACTION_COUNT, ACTIONS, type Mdp } from '../mdp/types';
import { MAP_LIMIT } from '../mdp/world';
import { grammars } from '../texts/grammars';
import { quoted, type Reading } from './text';

/** Some actions of one cell. */
export interface CellPairs {
  /** Row and column of the map, from 0. */
  readonly row: number;
  readonly column: number;
  /** Actions by number, ascending, at least one. */
  readonly actions: readonly number[];
}

const LETTERS = ACTIONS.map((action) => action[0]);
const ENTRY = /^(\d{1,2})\.(\d{1,2})([urdl]{1,8})$/i;

/** Characters of a text of pairs at most: room for every pair of the largest map. */
export const PAIRS_LENGTH = MAP_LIMIT * MAP_LIMIT * '39.39urdl,'.length;

/**
 * The pairs that a text says, cells in reading order: entries separated by commas, each `row.column` from 0
 * with the letters of its actions (`3.4ur`; u r d l). Entries of one cell count together; what is no entry is
 * left out, and a fault names it. Never throws.
 */
export function readPairs(text: string): Reading<readonly CellPairs[]> {
  const faults: string[] = [];
  const cells = new Map<string, CellPairs>();
  for (const part of text.split(',')) {
    const entry = part.trim();
    if (entry === '') continue;
    const match = ENTRY.exec(entry);
    if (match === null) {
      faults.push(grammars().notPairs(quoted(entry)));
      continue;
    }
    const [row, column] = [Number(match[1]), Number(match[2])];
    const letters = match[3].toLowerCase();
    const before = cells.get(`${row}.${column}`)?.actions ?? [];
    const actions = LETTERS.flatMap((letter, action) =>
      letters.includes(letter) || before.includes(action) ? [action] : [],
    );
    cells.set(`${row}.${column}`, { row, column, actions });
  }
  const value = [...cells.values()].sort((a, b) => a.row - b.row || a.column - b.column);
  return { value, faults };
}

/** The text of pairs; `readPairs` gives them back. */
export function printPairs(cells: readonly CellPairs[]): string {
  return [...cells]
    .sort((a, b) => a.row - b.row || a.column - b.column)
    .map(({ row, column, actions }) => {
      const letters = [...actions].sort((a, b) => a - b).map((action) => LETTERS[action]);
      return `${row}.${column}${letters.join('')}`;
    })
    .join(',');
}

/** Which pairs of a world they are, 1 or 0, `[states × 4]`; cells in which nobody acts are passed over. */
export function pairsOn(
  mdp: Pick<Mdp, 'rows' | 'columns' | 'stateOfCell' | 'terminal' | 'states'>,
  cells: readonly CellPairs[],
): Uint8Array {
  const mask = new Uint8Array(mdp.states * ACTION_COUNT);
  for (const { row, column, actions } of cells) {
    if (row >= mdp.rows || column >= mdp.columns) continue;
    const state = mdp.stateOfCell[row * mdp.columns + column];
    if (state < 0 || mdp.terminal[state] === 1) continue;
    for (const action of actions) mask[state * ACTION_COUNT + action] = 1;
  }
  return mask;
}
