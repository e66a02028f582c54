/** Rows and columns that a key leads on by; as far as the map goes where it is far. */
export const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  Home: [0, -99],
  End: [0, 99],
  PageUp: [-99, 0],
  PageDown: [99, 0],
};

/** The cell that `down` and `right` lead to from another, as far as the map goes. */
export function cellFrom(
  cell: number,
  down: number,
  right: number,
  rows: number,
  columns: number,
): number {
  const clamp = (at: number, count: number) => Math.min(count - 1, Math.max(0, at));
  const row = clamp(Math.floor(cell / columns) + down, rows);
  return row * columns + clamp((cell % columns) + right, columns);
}
