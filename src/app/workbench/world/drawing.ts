import { MAP_LIMIT } from '../../../mdp/world';

/**
 * A map being drawn: rows of `#.SGPC`, all of one length, 1 to 40 of either. It may lack a start or a
 * goal: not every drawing is a world yet. Cells are numbered row × columns + column.
 */
export type Drawing = readonly string[];

/** What a brush paints, as the map has it. */
export type Sign = '#' | '.' | 'S' | 'G' | 'P' | 'C';

/** The outer lines of a map. */
export const SIDES = ['top', 'right', 'bottom', 'left'] as const;
export type Side = (typeof SIDES)[number];

/** Fewest rows, and columns, that a drawing is cut down to. */
export const SMALLEST = 3;

/** Most rows, and columns. */
export const LARGEST = MAP_LIMIT;

export function columnsOf(drawing: Drawing): number {
  return drawing[0]?.length ?? 0;
}

/** What stands in a cell. */
export function signAt(drawing: Drawing, cell: number): Sign {
  const columns = columnsOf(drawing);
  return drawing[Math.floor(cell / columns)][cell % columns] as Sign;
}

/** The drawing with some cells painted; the same object where that changes nothing. */
export function painted(drawing: Drawing, cells: Iterable<number>, sign: Sign): Drawing {
  const columns = columnsOf(drawing);
  const rows = new Map<number, string[]>();
  for (const cell of cells) {
    const row = Math.floor(cell / columns);
    if (drawing[row][cell % columns] === sign) continue;
    const signs = rows.get(row) ?? [...drawing[row]];
    signs[cell % columns] = sign;
    rows.set(row, signs);
  }
  if (rows.size === 0) return drawing;
  return drawing.map((row, r) => rows.get(r)?.join('') ?? row);
}

/** Cells from one to another, both included, without a gap (Bresenham 1965). */
export function lineBetween(columns: number, from: number, to: number): number[] {
  let row = Math.floor(from / columns);
  let column = from % columns;
  const lastRow = Math.floor(to / columns);
  const lastColumn = to % columns;
  const across = Math.abs(lastColumn - column);
  const along = Math.abs(lastRow - row);
  let error = across - along;
  const cells = [from];
  while (row !== lastRow || column !== lastColumn) {
    const twice = 2 * error;
    if (twice > -along) {
      error -= along;
      column += Math.sign(lastColumn - column);
    }
    if (twice < across) {
      error += across;
      row += Math.sign(lastRow - row);
    }
    cells.push(row * columns + column);
  }
  return cells;
}

/** Cells of the rectangle that two corners span. */
export function rectangleBetween(columns: number, one: number, other: number): number[] {
  const rows = [Math.floor(one / columns), Math.floor(other / columns)];
  const across = [one % columns, other % columns];
  const cells: number[] = [];
  for (let row = Math.min(...rows); row <= Math.max(...rows); row++) {
    for (let column = Math.min(...across); column <= Math.max(...across); column++) {
      cells.push(row * columns + column);
    }
  }
  return cells;
}

const within = (count: number): number =>
  Math.min(LARGEST, Math.max(SMALLEST, Math.round(Number.isNaN(count) ? SMALLEST : count)));

/** Floor only, with a start and a goal in opposite corners so that it is a world at once. */
export function blankDrawing(rows: number, columns: number): Drawing {
  const height = within(rows);
  const width = within(columns);
  const floor = Array.from({ length: height }, () => '.'.repeat(width));
  return painted(painted(floor, [0], 'S'), [height * width - 1], 'G');
}

/**
 * The drawing with so many rows and columns, brought into 3 to 40: cut off, or continued by floor, at
 * the bottom and on the right.
 */
export function resized(drawing: Drawing, rows: number, columns: number): Drawing {
  const height = within(rows);
  const width = within(columns);
  if (height === drawing.length && width === columnsOf(drawing)) return drawing;
  return Array.from({ length: height }, (_, r) =>
    (drawing[r] ?? '').slice(0, width).padEnd(width, '.'),
  );
}

/** How many lines a side runs along: rows for top and bottom, columns for left and right. */
export function linesAlong(drawing: Drawing, side: Side): number {
  return side === 'top' || side === 'bottom' ? drawing.length : columnsOf(drawing);
}

/** The drawing with a line of floor more on one side; the same object at 40. */
export function lineAdded(drawing: Drawing, side: Side): Drawing {
  if (linesAlong(drawing, side) >= LARGEST) return drawing;
  const row = '.'.repeat(columnsOf(drawing));
  if (side === 'top') return [row, ...drawing];
  if (side === 'bottom') return [...drawing, row];
  return drawing.map((signs) => (side === 'left' ? `.${signs}` : `${signs}.`));
}

/** The drawing without the outermost line of one side; the same object at 3. */
export function lineRemoved(drawing: Drawing, side: Side): Drawing {
  if (linesAlong(drawing, side) <= SMALLEST) return drawing;
  if (side === 'top') return drawing.slice(1);
  if (side === 'bottom') return drawing.slice(0, -1);
  return drawing.map((signs) => (side === 'left' ? signs.slice(1) : signs.slice(0, -1)));
}

const reversed = (signs: string): string => [...signs].reverse().join('');

/** Left and right exchanged. */
export function mirrored(drawing: Drawing): Drawing {
  return drawing.map(reversed);
}

/** Top and bottom exchanged. */
export function flipped(drawing: Drawing): Drawing {
  return [...drawing].reverse();
}

/** A quarter turn clockwise. */
export function turned(drawing: Drawing): Drawing {
  return Array.from({ length: columnsOf(drawing) }, (_, c) =>
    reversed(drawing.map((signs) => signs[c]).join('')),
  );
}
