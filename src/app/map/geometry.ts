import type { CellKind } from '../state/grid';
import type { MapRoom } from './types';

/** Where the cells of a map lie, in whole pixels of the device. */
export interface Placement {
  readonly rows: number;
  readonly columns: number;
  /** Side of a cell. */
  readonly cell: number;
  /** `[columns + 1]` left edges, and the right edge of the last. */
  readonly x: Float64Array;
  /** `[rows + 1]` top edges, and the bottom edge of the last. */
  readonly y: Float64Array;
  readonly width: number;
  readonly height: number;
}

/** How thick a closed outer wall is drawn, in cells: it says nothing, so it takes little room. */
export const RIM = 0.3;

/** Which outer lines of a map are wall only, as top, right, bottom, left. */
export function rimsOf(
  kinds: readonly CellKind[],
  rows: number,
  columns: number,
): readonly [boolean, boolean, boolean, boolean] {
  const wall = (row: number, column: number) => kinds[row * columns + column] === 'wall';
  const line = (length: number, at: (i: number) => boolean) =>
    Array.from({ length }, (_, i) => at(i)).every(Boolean);
  return [
    rows > 2 && line(columns, (c) => wall(0, c)),
    columns > 2 && line(rows, (r) => wall(r, columns - 1)),
    rows > 2 && line(columns, (c) => wall(rows - 1, c)),
    columns > 2 && line(rows, (r) => wall(r, 0)),
  ];
}

/** Width and height of a map in cells, the thin rims counted as what they are. */
export function cellsOf(
  kinds: readonly CellKind[],
  rows: number,
  columns: number,
): { readonly across: number; readonly along: number } {
  const [top, right, bottom, left] = rimsOf(kinds, rows, columns);
  return {
    across: columns - (1 - RIM) * (Number(left) + Number(right)),
    along: rows - (1 - RIM) * (Number(top) + Number(bottom)),
  };
}

/** Style of the box that a map of so many cells takes, also while the map itself is still to come. */
export function roomOf(
  { across, along }: { readonly across: number; readonly along: number },
  { maxHeight, minCell = 0 }: MapRoom,
) {
  // One pixel more than needed: what layout rounds down must not cost a pixel a cell.
  const least = (cells: number) => (minCell > 0 ? Math.ceil(cells * minCell) + 1 : 0);
  return {
    aspectRatio: `${across} / ${along}`,
    minWidth: least(across),
    minHeight: least(along),
    ...(maxHeight ? { maxHeight } : {}),
  };
}

/**
 * Places a map of square cells as large as `maxWidth` × `maxHeight` allow (device pixels, > 0).
 * A cell is at least 1 pixel, so a tiny box may be exceeded.
 */
export function placeCells(
  kinds: readonly CellKind[],
  rows: number,
  columns: number,
  maxWidth: number,
  maxHeight: number,
): Placement {
  const [top, right, bottom, left] = rimsOf(kinds, rows, columns);
  const share = (at: number, last: number, first: boolean, end: boolean) =>
    (at === 0 && first) || (at === last && end) ? RIM : 1;
  const { across, along } = cellsOf(kinds, rows, columns);
  const cell = Math.max(1, Math.floor(Math.min(maxWidth / across, maxHeight / along)));
  const edges = (count: number, first: boolean, end: boolean) => {
    const at = new Float64Array(count + 1);
    for (let i = 0; i < count; i++) {
      const size = Math.floor(cell * share(i, count - 1, first, end));
      at[i + 1] = at[i] + Math.max(1, size);
    }
    return at;
  };
  const x = edges(columns, left, right);
  const y = edges(rows, top, bottom);
  return { rows, columns, cell, x, y, width: x[columns], height: y[rows] };
}

function indexAt(edges: Float64Array, at: number): number {
  if (!(at >= edges[0] && at < edges[edges.length - 1])) return -1;
  let index = 0;
  while (at >= edges[index + 1]) index++;
  return index;
}

/** Cell (row × columns + column) at a point, −1 outside the map. */
export function cellAt(placement: Placement, x: number, y: number): number {
  const column = indexAt(placement.x, x);
  const row = indexAt(placement.y, y);
  return column < 0 || row < 0 ? -1 : row * placement.columns + column;
}

/** Left, top, width and height of a cell. */
export function boxOf(
  placement: Placement,
  cell: number,
): { x: number; y: number; width: number; height: number } {
  const row = Math.floor(cell / placement.columns);
  const column = cell % placement.columns;
  return {
    x: placement.x[column],
    y: placement.y[row],
    width: placement.x[column + 1] - placement.x[column],
    height: placement.y[row + 1] - placement.y[row],
  };
}

/** Middle of a cell. */
export function centerOf(placement: Placement, cell: number): { x: number; y: number } {
  const box = boxOf(placement, cell);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Unit vectors of the actions up, right, down, left on the screen (y grows downwards). */
export const DIRECTIONS: readonly (readonly [number, number])[] = [
  [0, -1],
  [1, 0],
  [0, 1],
  [-1, 0],
];

/**
 * Corners of an action's triangle in a square cell, as x0, y0, x1, y1, xc, yc: the side of the
 * cell that the action points to, and the cell's middle.
 */
export function triangleOf(
  x: number,
  y: number,
  side: number,
  action: number,
): readonly [number, number, number, number, number, number] {
  const right = x + side;
  const bottom = y + side;
  const xc = x + side / 2;
  const yc = y + side / 2;
  switch (action) {
    case 0:
      return [x, y, right, y, xc, yc];
    case 1:
      return [right, y, right, bottom, xc, yc];
    case 2:
      return [right, bottom, x, bottom, xc, yc];
    default:
      return [x, bottom, x, y, xc, yc];
  }
}

/** One arrow of a cell, in cells from its middle, with its strength in [0, 1]. */
export interface Arrow {
  readonly action: number;
  readonly from: number;
  readonly to: number;
  readonly strength: number;
}

/** Below this probability an action gets no ray. */
const FAINT = 0.12;

/**
 * The arrows of one row of a policy (probabilities of up, right, down, left). A nearly certain
 * action is one arrow through the middle. Otherwise, where there is `room`, every likely action
 * is a ray from the middle, as long and as strong as it is likely; in small cells only the most
 * likely one is drawn, fainter the less certain it is, and none for a near tie of all four.
 */
export function arrowsOf(row: ArrayLike<number>, room: boolean): readonly Arrow[] {
  let best = 0;
  for (let a = 1; a < 4; a++) if (row[a] > row[best]) best = a;
  if (row[best] >= 0.85) return [{ action: best, from: -0.27, to: 0.29, strength: 1 }];
  if (!room) {
    const strength = Math.min(1, (row[best] - 0.25) / 0.6);
    return strength > 0.2 ? [{ action: best, from: -0.27, to: 0.29, strength }] : [];
  }
  const arrows: Arrow[] = [];
  for (let action = 0; action < 4; action++) {
    const p = row[action];
    if (p >= FAINT) {
      arrows.push({ action, from: 0, to: 0.14 + 0.3 * p, strength: Math.min(1, 0.25 + p) });
    }
  }
  return arrows;
}
