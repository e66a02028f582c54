/** Values with the weights they are averaged by; weights are ≥ 0 and need not sum to 1. */
export interface Weighted {
  readonly values: readonly number[];
  readonly weights: readonly number[];
}

/** The values that count, ascending. Throws RangeError where none has weight. */
function sorted({ values, weights }: Weighted): readonly { q: number; w: number }[] {
  const kept = values
    .map((q, i) => ({ q, w: weights[i] }))
    .filter(({ w }) => w > 0)
    .sort((one, other) => one.q - other.q);
  if (kept.length === 0) throw new RangeError('An expectile needs a value with a weight above 0.');
  return kept;
}

/**
 * The τ-expectile, the m that minimises Σ w·|τ − 1(q<m)|·(q − m)² (Kostrikov et al. 2022, eq. 4),
 * exactly: between two neighbouring values the loss is a parabola, whose lowest point is a weighted
 * mean. τ in [0, 1]; at 1 the largest value, at 0 the smallest.
 * Throws RangeError where no value has weight.
 */
export function expectileOf(data: Weighted, tau: number): number {
  const kept = sorted(data);
  if (tau <= 0) return kept[0].q;
  if (tau >= 1) return kept[kept.length - 1].q;
  // With the first `below` values under m: m = (Σ weight·q) / (Σ weight), τ above and 1 − τ below.
  for (let below = 1; below < kept.length; below++) {
    let mass = 0;
    let sum = 0;
    kept.forEach(({ q, w }, i) => {
      const weight = (i < below ? 1 - tau : tau) * w;
      mass += weight;
      sum += weight * q;
    });
    const m = sum / mass;
    if (m <= kept[below].q) return Math.max(m, kept[0].q);
  }
  return kept[kept.length - 1].q;
}

/**
 * The τ whose expectile is `m`: the inverse of `expectileOf` for an m between the smallest and the
 * largest value; 0 and 1 beyond them.
 * Throws RangeError where no value has weight.
 */
export function tauOf(data: Weighted, m: number): number {
  let above = 0;
  let below = 0;
  for (const { q, w } of sorted(data)) {
    if (q > m) above += w * (q - m);
    else below += w * (m - q);
  }
  return above + below > 0 ? below / (above + below) : 0.5;
}

/** The loss that the τ-expectile minimises, at `m`; weights are made to sum to 1. */
export function expectileLossAt({ values, weights }: Weighted, tau: number, m: number): number {
  let mass = 0;
  let sum = 0;
  values.forEach((q, i) => {
    mass += weights[i];
    sum += weights[i] * (q < m ? 1 - tau : tau) * (q - m) ** 2;
  });
  return sum / mass;
}
