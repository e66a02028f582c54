/** Beyond this a learner has diverged, and no scale shows it. */
const MOST = 1e9;

/**
 * By what a scale grows, 1, 2, 5, 10, 20 …, so that at most half of what it shows lies above its end. Only what lies
 * above counts: how deep something lies that nobody will choose means nothing (docs/contract.md#losses).
 *
 * @param shares values in parts of the scale, 1 at its end; what is no number is not shown.
 */
export function wideningOf(shares: Iterable<number>): number {
  const finite: number[] = [];
  for (const share of shares) if (Number.isFinite(share)) finite.push(share);
  let above = finite.filter((share) => share > 1);
  if (2 * above.length <= finite.length) return 1;
  for (let power = 1; power < MOST; power *= 10)
    for (const factor of [2, 5, 10]) {
      above = above.filter((share) => share > factor * power);
      if (2 * above.length <= finite.length) return factor * power;
    }
  return MOST;
}
