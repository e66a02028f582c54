/**
 * Interquartile mean: the mean of what is left when int(n/4) of the smallest and as many of the
 * largest are cut (scipy's `trim_mean(x, 0.25)`; for training seeds recommended by Agarwal et al.
 * 2021, «Deep RL at the edge of the statistical precipice»). Null for an empty list.
 */
export function interquartileMean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const cut = Math.floor(values.length / 4);
  const middle = [...values].sort((a, b) => a - b).slice(cut, values.length - cut);
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}
