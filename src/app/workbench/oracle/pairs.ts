import { type CellPairs, printPairs, readPairs } from '../../../data/pairs';
import { ACTION_COUNT } from '../../../mdp/types';
import { actingCells, keyOfCell } from '../behavior/painting';
import { lineBetween, rectangleBetween } from '../world/drawing';

/**
 * Painted pairs to be worked on: the actions of painted cells by `keyOfCell`. Cells beyond the map on show are
 * kept: the map may come back.
 */
export type PaintedPairs = ReadonlyMap<number, readonly number[]>;

/** What a stroke paints: all actions of a cell, one of them (0 to 3), or nothing left. */
export type PairBrush = 'all' | 'erase' | number;

/** Rows and columns of texts have two digits at most. */
const SPAN = 100;

/** The pairs of a setting's text; what is no entry of it is left out. */
export function pairsOf(text: string): PaintedPairs {
  return new Map(
    readPairs(text).value.map(({ row, column, actions }) => [row * SPAN + column, actions]),
  );
}

/** The text of painted pairs, in reading order. */
export function textOf(pairs: PaintedPairs): string {
  return printPairs(
    [...pairs].map(
      ([key, actions]): CellPairs => ({
        row: Math.floor(key / SPAN),
        column: key % SPAN,
        actions,
      }),
    ),
  );
}

function withBrush(before: readonly number[], brush: PairBrush): readonly number[] {
  const all = Array.from({ length: ACTION_COUNT }, (_, action) => action);
  if (brush === 'erase') return [];
  if (brush === 'all') return all;
  return all.filter((action) => action === brush || before.includes(action));
}

/** Pairs with a brush led over cells of a map; cells in which nobody acts stay bare. */
export function painted(
  pairs: PaintedPairs,
  map: readonly string[],
  brush: PairBrush,
  cells: readonly number[],
): PaintedPairs {
  const acting = actingCells(map);
  const next = new Map(pairs);
  for (const cell of cells) {
    if (!acting[cell]) continue;
    const key = keyOfCell(cell, map[0].length);
    const actions = withBrush(next.get(key) ?? [], brush);
    if (actions.length === 0) next.delete(key);
    else next.set(key, actions);
  }
  return next;
}

/** Cells of a stroke from one to another. */
export function strokeCells(
  columns: number,
  shape: 'line' | 'rectangle',
  from: number,
  to: number,
): readonly number[] {
  return shape === 'line' ? lineBetween(columns, from, to) : rectangleBetween(columns, from, to);
}

/** A pair of a cell painted, or bare where it was painted; nothing where nobody acts. */
export function toggled(
  pairs: PaintedPairs,
  map: readonly string[],
  cell: number,
  action: number,
): PaintedPairs {
  const before = pairs.get(keyOfCell(cell, map[0].length)) ?? [];
  if (!before.includes(action)) return painted(pairs, map, action, [cell]);
  const bare = painted(pairs, map, 'erase', [cell]);
  return before
    .filter((other) => other !== action)
    .reduce((next, other) => painted(next, map, other, [cell]), bare);
}

/** Pairs of a mask `[states × 4]` as painted ones. */
export function pairsOfMask(
  mask: ArrayLike<number>,
  cells: ArrayLike<number>,
  columns: number,
): PaintedPairs {
  const pairs = new Map<number, number[]>();
  for (let pair = 0; pair < mask.length; pair++) {
    if (mask[pair] !== 1) continue;
    const key = keyOfCell(cells[Math.floor(pair / ACTION_COUNT)], columns);
    pairs.set(key, [...(pairs.get(key) ?? []), pair % ACTION_COUNT]);
  }
  return pairs;
}

/** Pairs that are painted where somebody acts. */
export function pairCount(pairs: PaintedPairs, map: readonly string[]): number {
  const columns = map[0].length;
  return actingCells(map).reduce(
    (count, acts, cell) => count + (acts ? (pairs.get(keyOfCell(cell, columns))?.length ?? 0) : 0),
    0,
  );
}
