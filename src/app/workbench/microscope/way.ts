/** A point, in the pixels of a map. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The way of a value over a map. */
export interface Way {
  /** SVG path data, from where the value is read to the pair that it is learned for. */
  readonly path: string;
  /** The outermost point of its bend. */
  readonly apex: Point;
  /** Which way it bends, of length 1: where there is room for words. */
  readonly out: Point;
}

/** How far a way bends out, at least, in cells: a straight line between neighbours would be hidden by their arrows. */
const BEND = 1.05;
/** From the middle of a cell to the triangle of an action, in cells. */
const TRIANGLE = 0.3;

const round = (value: number) => Math.round(value * 10) / 10;
const at = ({ x, y }: Point) => `${round(x)} ${round(y)}`;
const between = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));

/**
 * The way of a value from the middle of s′ to the triangle of (s, a), bent towards the middle of the map, where there
 * is room; a loop where the step stayed in its cell.
 *
 * @param direction of the action, one of `DIRECTIONS`.
 * @param cell side of a cell, and with `width` and `height` the size of the map, in the same pixels.
 */
export function wayOf(
  next: Point,
  state: Point,
  direction: readonly [number, number],
  {
    cell,
    width,
    height,
  }: { readonly cell: number; readonly width: number; readonly height: number },
): Way {
  const [dx, dy] = direction;
  const end = { x: state.x + dx * TRIANGLE * cell, y: state.y + dy * TRIANGLE * cell };
  const length = Math.hypot(end.x - next.x, end.y - next.y);
  const stays = next.x === state.x && next.y === state.y;
  // Across the line; for a loop, across the direction that led nowhere.
  const across = stays
    ? { x: -dy, y: dx }
    : { x: -(end.y - next.y) / length, y: (end.x - next.x) / length };
  const middle = { x: (next.x + end.x) / 2, y: (next.y + end.y) / 2 };
  const inwards =
    across.x * (width / 2 - middle.x) + across.y * (height / 2 - middle.y) >= 0 ? 1 : -1;
  const out = inwards * Math.max(BEND * cell, 0.3 * length);
  const bend = (share: number, from: Point): Point => ({
    x: between(from.x + across.x * out * share, 0, width),
    y: between(from.y + across.y * out * share, 0, height),
  });
  // A curve of the third degree comes to three quarters of what its two handles stand out.
  const path = `M${at(next)}C${at(bend(4 / 3, next))} ${at(bend(4 / 3, end))} ${at(end)}`;
  return { path, apex: bend(1, middle), out: { x: across.x * inwards, y: across.y * inwards } };
}
