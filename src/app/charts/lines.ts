import { decimate, type Point } from './decimate';

/** Maps data to pixels; chart libraries may not know yet. */
export type Scale = (value: number) => number | undefined;

/** A run of a line below or above the axis, to be marked. */
export interface OffRun {
  /** Pixel at which the line leaves the axis. */
  readonly x: number;
  readonly side: 'below' | 'above';
}

/** A line ready to draw. */
export interface DrawnLine {
  /** SVG path data; values beyond the axis run along its edge. */
  readonly path: string;
  /** Pixels of the last measured point, null for an empty line. */
  readonly last: { readonly x: number; readonly y: number; readonly value: number } | null;
  /** Whether the last point lies beyond the axis. */
  readonly lastOff: 'below' | 'above' | null;
  /** Where the line first leaves the axis, each time it does. */
  readonly off: readonly OffRun[];
}

const round = (pixels: number) => Math.round(pixels * 10) / 10;

/**
 * Path of a series on the axes [from, to] × [low, high], thinned to `pixels`. A gap (null)
 * breaks it. Points beyond the vertical axis are drawn at its edge and reported in `off`.
 */
export function drawLine(
  points: readonly Point[],
  x: Scale,
  y: Scale,
  horizontal: readonly [number, number],
  vertical: readonly [number, number],
  pixels: number,
): DrawnLine {
  const [low, high] = vertical;
  let path = '';
  let broken = true;
  let last: DrawnLine['last'] = null;
  let side: 'below' | 'above' | null = null;
  const off: OffRun[] = [];
  for (const point of decimate(points, pixels, horizontal[0], horizontal[1])) {
    const value = point.y;
    if (value === null || !Number.isFinite(value)) {
      broken = true;
      continue;
    }
    const px = x(point.x);
    const py = y(Math.max(low, Math.min(high, value)));
    if (px === undefined || py === undefined) continue;
    path += `${broken ? 'M' : 'L'}${round(px)} ${round(py)}`;
    broken = false;
    last = { x: px, y: py, value };
    const now = value < low ? 'below' : value > high ? 'above' : null;
    if (now && now !== side) off.push({ x: px, side: now });
    side = now;
  }
  return { path, last, lastOff: side, off };
}
