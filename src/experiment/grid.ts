/**
 * The measuring grid: step 0, every `every` steps, and the verdict at `last` (infinite where no step is named). The next of its steps
 * after `step`; a run that goes on beyond the verdict stays on the grid.
 */
export function nextMeasuredStep(step: number, every: number, last: number): number {
  const next = (Math.floor(step / every) + 1) * every;
  return step < last && last < next ? last : next;
}
