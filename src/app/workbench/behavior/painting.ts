import {
  always,
  type PaintedCell,
  type PaintedWeights,
  printPainted,
  readPainted,
} from '../../../data/painted';
import { ACTION_COUNT, type Mdp, type Policy } from '../../../mdp/types';
import { words } from '../../../texts/words';
import { lineBetween, rectangleBetween } from '../world/drawing';

/**
 * A painted policy to be worked on: the weights of painted cells by `keyOf(row, column)`. Cells beyond
 * the map on show are kept: the map may come back.
 */
export type Painting = ReadonlyMap<number, PaintedWeights>;

/** What a stroke does: arrows along its own direction, arrows of one direction (0 to 3), or nothing left. */
export type Brush = 'along' | 'erase' | number;

/** Rows and columns of texts have two digits at most. */
const SPAN = 100;

/** Percent that the weights of a cell sum to where several actions have any. */
const WHOLE = 100;

const keyOf = (row: number, column: number): number => row * SPAN + column;

/** The key of a cell (row × columns + column) of a map. */
export function keyOfCell(cell: number, columns: number): number {
  return keyOf(Math.floor(cell / columns), cell % columns);
}

/** The painting of a setting's text; what is no entry of it is left out. */
export function paintingOf(text: string): Painting {
  return new Map(
    readPainted(text).value.map(({ row, column, weights }) => [keyOf(row, column), weights]),
  );
}

/** The text of a painting, in reading order. */
export function textOf(painting: Painting): string {
  return printPainted(
    [...painting].map(
      ([key, weights]): PaintedCell => ({
        row: Math.floor(key / SPAN),
        column: key % SPAN,
        weights,
      }),
    ),
  );
}

/** Cells in which an agent acts: neither walls nor goals nor pits nor cliffs. `[rows × columns]`. */
export function actingCells(map: readonly string[]): readonly boolean[] {
  return [...map.join('')].map((sign) => sign === '.' || sign === 'S');
}

/** Direction (0 up, 1 right, 2 down, 3 left) from a cell to one beside it. */
function directionTo(columns: number, from: number, to: number): number {
  if (Math.floor(from / columns) === Math.floor(to / columns)) return to > from ? 1 : 3;
  return to > from ? 2 : 0;
}

/** Cells from one to another, both included, each beside the one before: a drag has no diagonals. */
export function pathBetween(columns: number, from: number, to: number): number[] {
  const path = [from];
  for (const cell of lineBetween(columns, from, to).slice(1)) {
    const last = path[path.length - 1];
    const corner = Math.floor(last / columns) * columns + (cell % columns);
    if (corner !== last && corner !== cell) path.push(corner);
    path.push(cell);
  }
  return path;
}

function withWeights(
  painting: Painting,
  cells: readonly (readonly [cell: number, action: number | null])[],
  map: readonly string[],
): Painting {
  const columns = map[0].length;
  const acting = actingCells(map);
  const next = new Map(painting);
  for (const [cell, action] of cells) {
    if (!acting[cell]) continue;
    if (action === null) next.delete(keyOfCell(cell, columns));
    else next.set(keyOfCell(cell, columns), always(action));
  }
  return next;
}

/**
 * A stroke led on from a cell to another. Along its own direction every cell gets the arrow to the
 * next one, the last cell that of the step into it; another brush does the same in every cell. Cells
 * in which nobody acts stay bare. Nothing is painted along a stroke that has not moved.
 */
export function strokeLed(
  painting: Painting,
  map: readonly string[],
  brush: Brush,
  from: number,
  to: number,
): Painting {
  const columns = map[0].length;
  const path = pathBetween(columns, from, to);
  if (brush !== 'along') {
    const action = brush === 'erase' ? null : brush;
    return withWeights(
      painting,
      path.map((cell) => [cell, action]),
      map,
    );
  }
  const steps = path.slice(1).map((cell, i) => directionTo(columns, path[i], cell));
  if (steps.length === 0) return painting;
  return withWeights(
    painting,
    path.map((cell, i) => [cell, steps[Math.min(i, steps.length - 1)]]),
    map,
  );
}

/** A rectangle painted in one go; along a stroke in the direction in which it reaches further. */
export function rectanglePainted(
  painting: Painting,
  map: readonly string[],
  brush: Brush,
  from: number,
  to: number,
): Painting {
  const columns = map[0].length;
  const down = Math.floor(to / columns) - Math.floor(from / columns);
  const right = (to % columns) - (from % columns);
  if (brush === 'along' && down === 0 && right === 0) return painting;
  const along = Math.abs(down) > Math.abs(right) ? (down > 0 ? 2 : 0) : right > 0 ? 1 : 3;
  const action = brush === 'along' ? along : brush === 'erase' ? null : brush;
  return withWeights(
    painting,
    rectangleBetween(columns, from, to).map((cell) => [cell, action]),
    map,
  );
}

/** Whole parts of `whole`, as near to the shares as can be (largest remainder). */
function apportioned(shares: ArrayLike<number>, whole: number): number[] {
  const all = Array.from(shares);
  const sum = all.reduce((total, share) => total + share, 0);
  const exact = all.map((share) => (sum > 0 ? (share / sum) * whole : whole / all.length));
  const parts = exact.map(Math.floor);
  const order = [...exact.keys()].sort((a, b) => exact[b] - parts[b] - (exact[a] - parts[a]));
  let rest = whole - parts.reduce((total, part) => total + part, 0);
  for (const index of order) {
    if (rest-- <= 0) break;
    parts[index] += 1;
  }
  return parts;
}

const asWeights = (parts: readonly number[]): PaintedWeights => {
  const only = parts.indexOf(WHOLE);
  return only >= 0 ? always(only) : (parts as unknown as PaintedWeights);
};

/** Whole percents of a cell's actions, which sum to 100; 25 each where nothing is painted. */
export function percentsOf(weights: PaintedWeights | undefined): readonly number[] {
  return apportioned(weights ?? [1, 1, 1, 1], WHOLE);
}

/**
 * Weights in which one action has `percent` (0 to 100) and the others share the rest as they did;
 * evenly where they had nothing.
 */
export function reweighted(
  weights: PaintedWeights | undefined,
  action: number,
  percent: number,
): PaintedWeights {
  const own = Math.min(WHOLE, Math.max(0, Math.round(percent)));
  const others = percentsOf(weights).map((part, other) => (other === action ? 0 : part));
  const none = others.every((part) => part === 0);
  const shares = none ? others.map((_, other) => Number(other !== action)) : others;
  const parts = apportioned(shares, WHOLE - own);
  // Rounding may give a part to the action itself only where there is nothing to share.
  parts[action] = own;
  return asWeights(parts);
}

/** A policy as a painting, in whole percents; states in which every action is as likely stay bare. */
export function paintingOfPolicy(mdp: Mdp, policy: Policy): Painting {
  const painting = new Map<number, PaintedWeights>();
  const acting = actingCells(mdp.world.map);
  for (let state = 0; state < mdp.states; state++) {
    if (!acting[mdp.cells[state]]) continue;
    const row = policy.subarray(state * ACTION_COUNT, (state + 1) * ACTION_COUNT);
    const parts = apportioned(row, WHOLE);
    if (parts.every((part) => part === WHOLE / ACTION_COUNT)) continue;
    painting.set(keyOfCell(mdp.cells[state], mdp.columns), asWeights(parts));
  }
  return painting;
}

/** Cells of the map that the painting gives an arrow: painted, and somebody acts there. */
export function paintedCount(painting: Painting, map: readonly string[]): number {
  const columns = map[0].length;
  return actingCells(map).filter((acts, cell) => acts && painting.has(keyOfCell(cell, columns)))
    .length;
}

/** What is painted in a cell, to be said: the actions that have a share of it; none where it is bare. */
export function saidWeights(
  weights: PaintedWeights | undefined,
): { readonly action: string; readonly percent: number }[] {
  if (weights === undefined) return [];
  return percentsOf(weights).flatMap((percent, action) =>
    percent > 0 ? [{ action: words().actions[action], percent }] : [],
  );
}
