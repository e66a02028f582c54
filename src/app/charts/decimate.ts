/** A point of a series; `y` null where there is nothing to show. */
export interface Point {
  readonly x: number;
  readonly y: number | null;
}

/**
 * Thins a series for a chart `pixels` wide: within each of `pixels` equal parts of [from, to] it
 * keeps the first, the lowest, the highest and the last point, in order, so that no spike is lost
 * (M4, Jugel et al. 2014). Gaps (null) are kept, one a part. A series short enough comes back
 * as it is.
 */
export function decimate(
  points: readonly Point[],
  pixels: number,
  from: number,
  to: number,
): readonly Point[] {
  const parts = Math.max(1, Math.floor(pixels));
  if (points.length <= 2 * parts || !(to > from)) return points;
  const kept: Point[] = [];
  let at = 0;
  while (at < points.length) {
    const part = Math.floor(((points[at].x - from) / (to - from)) * parts);
    let low = -1;
    let high = -1;
    let gap = -1;
    let end = at;
    for (; end < points.length; end++) {
      if (Math.floor(((points[end].x - from) / (to - from)) * parts) !== part) break;
      const y = points[end].y;
      if (y === null) {
        if (gap < 0) gap = end;
        continue;
      }
      if (low < 0 || y < (points[low].y ?? Number.POSITIVE_INFINITY)) low = end;
      if (high < 0 || y > (points[high].y ?? Number.NEGATIVE_INFINITY)) high = end;
    }
    const chosen = new Set([at, low, high, gap, end - 1].filter((index) => index >= 0));
    for (const index of [...chosen].sort((a, b) => a - b)) kept.push(points[index]);
    at = end;
  }
  return kept;
}
