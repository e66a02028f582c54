/**
 * Leaves about half of some points in place, evenly by their steps, the first and the last among them.
 *
 * @param points two or more, by ascending step.
 * @param spacing steps that lay at least between two of them so far, 0 where all were kept.
 * @returns the spacing from now on.
 */
export function thin<P extends { readonly step: number }>(points: P[], spacing: number): number {
  const [first] = points;
  const last = points[points.length - 1];
  const wide = Math.max(2 * spacing, (2 * (last.step - first.step)) / (points.length - 1));
  let kept = 1;
  for (const point of points.slice(1, -1))
    if (point.step - points[kept - 1].step >= wide) points[kept++] = point;
  points[kept++] = last;
  points.length = kept;
  return wide;
}
