import { type Region, regionOf } from '../../../data/edits';

/** What is marked on the map, and where the keyboard is; cells are row × columns + column. */
export interface Marking {
  readonly cursor: number;
  /** Two opposite corners of what is marked; null for nothing. */
  readonly corners: readonly [number, number] | null;
  /** Whether the arrow keys lead the second corner. */
  readonly anchored: boolean;
}

export const UNMARKED: Marking = { cursor: 0, corners: null, anchored: false };

/** The marked rectangle, null for none. */
export function markedRegion(
  { corners }: Pick<Marking, 'corners'>,
  columns: number,
): Region | null {
  if (corners === null) return null;
  const at = (cell: number) => ({ row: Math.floor(cell / columns), column: cell % columns });
  return regionOf(at(corners[0]), at(corners[1]));
}

/** One cell is marked, and what follows leads its other corner. */
export function markingBegun(cell: number): Marking {
  return { cursor: cell, corners: [cell, cell], anchored: false };
}

/** The second corner is led on to a cell. */
export function markingLed(marking: Marking, cell: number): Marking {
  const first = marking.corners?.[0] ?? marking.cursor;
  return { ...marking, cursor: cell, corners: [first, cell] };
}

/** The cursor goes by rows and columns as far as the map does; `marking` marks what lies between. */
export function cursorMoved(
  marking: Marking,
  size: { readonly rows: number; readonly columns: number },
  by: readonly [number, number],
  leads: boolean,
): Marking {
  const { rows, columns } = size;
  const clamp = (at: number, count: number) => Math.min(count - 1, Math.max(0, at));
  const row = clamp(Math.floor(marking.cursor / columns) + by[0], rows);
  const column = clamp((marking.cursor % columns) + by[1], columns);
  const cursor = row * columns + column;
  if (!leads && !marking.anchored) return { ...marking, cursor };
  // Beginning with Shift, what was marked elsewhere is let go.
  const goesOn = marking.corners?.[1] === marking.cursor;
  const first = goesOn && marking.corners ? marking.corners[0] : marking.cursor;
  return { ...marking, cursor, corners: [first, cursor] };
}

/** Marks the cursor's cell and lets the arrow keys lead on from it; a second time it stays as it is. */
export function anchorTurned(marking: Marking): Marking {
  if (marking.anchored) return { ...marking, anchored: false };
  const { cursor } = marking;
  return { cursor, corners: [cursor, cursor], anchored: true };
}
