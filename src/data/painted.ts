import { ACTION_COUNT, ACTIONS, type Mdp, type Policy } from '../mdp/types';
import { MAP_LIMIT } from '../mdp/world';
import { grammars } from '../texts/grammars';
import { quoted, type Reading } from './text';

/** How often each action is taken, relative to the others, in the order of `ACTIONS`. */
export type PaintedWeights = readonly [number, number, number, number];

/** One cell of a painted policy. */
export interface PaintedCell {
  /** Row and column of the map, from 0. */
  readonly row: number;
  readonly column: number;
  /** Whole numbers from 0 to 999, not all 0; a cell that always acts the same way has a single 1. */
  readonly weights: PaintedWeights;
}

const LETTERS = ACTIONS.map((action) => action[0]);
const ENTRY = /^(\d{1,2})\.(\d{1,2})(?:([urdl])|:(\d{1,3})-(\d{1,3})-(\d{1,3})-(\d{1,3}))$/i;

/** Characters of a painted policy at most: room for weights in every cell of the largest map. */
export const PAINTED_LENGTH = MAP_LIMIT * MAP_LIMIT * '39.39:999-999-999-999,'.length;

/** Cells named in one sentence. */
const NAMED = 3;

function onlyAction(weights: PaintedWeights): number | null {
  const taken = [...weights.keys()].filter((action) => weights[action] > 0);
  return taken.length === 1 ? taken[0] : null;
}

/** The weights of a cell that always takes one action (0 to 3). */
export function always(action: number): PaintedWeights {
  return ACTIONS.map((_, other) => Number(other === action)) as unknown as PaintedWeights;
}

function readEntry(text: string): PaintedCell | string {
  const match = ENTRY.exec(text);
  if (match === null) {
    return grammars().notPainted(quoted(text));
  }
  const [row, column] = [Number(match[1]), Number(match[2])];
  if (match[3] !== undefined) {
    return { row, column, weights: always(LETTERS.indexOf(match[3].toLowerCase())) };
  }
  const weights = match.slice(4, 8).map(Number) as unknown as PaintedWeights;
  if (weights.every((weight) => weight === 0)) {
    return grammars().noPaintedWeight(quoted(text));
  }
  const only = onlyAction(weights);
  return { row, column, weights: only === null ? weights : always(only) };
}

/**
 * The painted cells that a text says, in reading order: entries separated by commas, each
 * `row.column` from 0 with a direction (`3.4u`; u r d l) or with whole weights of up, right, down
 * and left (`3.4:10-70-10-10`). What is no entry is left out, of a cell painted twice the last
 * entry counts, and a fault names it. Never throws.
 */
export function readPainted(text: string): Reading<readonly PaintedCell[]> {
  const faults: string[] = [];
  const cells = new Map<string, PaintedCell>();
  for (const part of text.split(',')) {
    const entry = part.trim();
    if (entry === '') continue;
    const cell = readEntry(entry);
    if (typeof cell === 'string') {
      faults.push(cell);
      continue;
    }
    const key = `${cell.row}.${cell.column}`;
    if (cells.has(key)) {
      faults.push(grammars().paintedTwice(cell.row, cell.column, quoted(entry)));
    }
    cells.set(key, cell);
  }
  return { value: inReadingOrder([...cells.values()]), faults };
}

const inReadingOrder = (cells: readonly PaintedCell[]): PaintedCell[] =>
  [...cells].sort((a, b) => a.row - b.row || a.column - b.column);

function printCell({ row, column, weights }: PaintedCell): string {
  const only = onlyAction(weights);
  const how = only === null ? `:${weights.join('-')}` : LETTERS[only];
  return `${row}.${column}${how}`;
}

/** The text of painted cells in reading order; `readPainted` gives them back. */
export function printPainted(cells: readonly PaintedCell[]): string {
  return inReadingOrder(cells).map(printCell).join(',');
}

/** Why nobody acts in a cell, or null where the agent does. */
function idle(mdp: Mdp, { row, column }: PaintedCell): string | null {
  if (row >= mdp.rows || column >= mdp.columns) return grammars().idle.outside;
  const state = mdp.stateOfCell[row * mdp.columns + column];
  if (state < 0) return grammars().idle.wall;
  return mdp.terminal[state] === 1 ? grammars().idle.end : null;
}

function idleNote(idling: readonly { cell: PaintedCell; why: string }[]): string {
  const named = idling.slice(0, NAMED).map(({ cell, why }) => `${quoted(printCell(cell))}, ${why}`);
  return grammars().idleCells(idling.length, named.join('; '), idling.length - named.length);
}

/**
 * The policy of painted cells in a world, `[states × 4]`: their weights normalised, uniform in cells
 * that are not painted. Cells in which nobody acts (walls, ends of episodes, outside the map) are
 * ignored, and a note says which.
 */
export function paintedPolicy(
  mdp: Mdp,
  cells: readonly PaintedCell[],
): { readonly policy: Policy; readonly painted: number; readonly notes: readonly string[] } {
  const policy = new Float64Array(mdp.states * ACTION_COUNT).fill(1 / ACTION_COUNT);
  const idling: { cell: PaintedCell; why: string }[] = [];
  for (const cell of cells) {
    const why = idle(mdp, cell);
    if (why !== null) {
      idling.push({ cell, why });
      continue;
    }
    const row = mdp.stateOfCell[cell.row * mdp.columns + cell.column] * ACTION_COUNT;
    const sum = cell.weights.reduce((total, weight) => total + weight, 0);
    for (let a = 0; a < ACTION_COUNT; a++) policy[row + a] = cell.weights[a] / sum;
  }
  const notes = idling.length > 0 ? [idleNote(idling)] : [];
  return { policy, painted: cells.length - idling.length, notes };
}
