/**
 * Right end of an axis of steps: whole runs up to the verdict, the present one included; of a run that
 * goes on for long in ever wider leaps, so that the chart around the lines is seldom drawn anew.
 *
 * @param verdict steps of one run up to its verdict, ≥ 1.
 */
export function axisEnd(step: number, verdict: number): number {
  const runs = Math.max(1, Math.ceil(step / verdict));
  if (runs <= 4) return runs * verdict;
  const doubling = 2 ** Math.floor(Math.log2(runs / 4));
  return Math.ceil(runs / doubling) * doubling * verdict;
}
