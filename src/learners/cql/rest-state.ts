import { exp, log } from '../../random/elementary';
import { ACTION_COUNT, type EmpiricalTable } from '../rest/table';

/** Newton's steps before it is left at that; some ten are usual from afar, two from nearby. */
const STEPS = 200;
/** A step this small, relative to the values and to α, is rounding. */
const ROUNDING = 4e-16;
/** Halvings of a step that does not lower the loss. */
const HALVINGS = 40;

/**
 * Where CQL's loss in one state rests, α the weight and κ the temperature of its penalty:
 *
 * Σ_a b_a (Q_a − y_a)² + α (κ logsumexp(Q/κ) − Σ_a b_a Q_a), which is strictly convex, is least where
 * Q_a = y_a − (α/2)(p_a/b_a − 1), p = softmax(Q/κ). Actions that the data never took have no optimum
 * but sink for ever: they are left out, with p = 0.
 *
 * By Newton's method with halved steps. Its matrix, I + D(diag p − ppᵀ) with D = diag(α/(2κb)), is a
 * diagonal less an outer product (Sherman & Morrison 1950), and its inverse has no negative entry and
 * rows that sum to 1: raising all targets by 1 raises every value by 1, and none falls.
 */
export class PenalizedState {
  /** softmax(Q/κ) at the values that `solve` found, `[4]`. */
  readonly probabilities = new Float64Array(ACTION_COUNT);
  private readonly step = new Float64Array(ACTION_COUNT);
  private readonly tried = new Float64Array(ACTION_COUNT);
  private readonly curvature = new Float64Array(ACTION_COUNT);
  private seen: readonly number[] = [];
  private row = 0;
  private readonly seenOfState: readonly (readonly number[])[];

  constructor(
    private readonly table: EmpiricalTable,
    private readonly alpha: number,
    private readonly temperature: number,
  ) {
    const { pairs } = table;
    this.seenOfState = Array.from({ length: table.states }, (_, s) =>
      [0, 1, 2, 3].filter((a) => pairs[s * ACTION_COUNT + a] > 0),
    );
  }

  /** Sets p to softmax(values/κ) and returns the loss at `values [4]`. */
  private loss(values: Float64Array, y: Float64Array): number {
    const { seen, row, alpha, temperature, probabilities } = this;
    const { behavior } = this.table;
    let top = Number.NEGATIVE_INFINITY;
    for (const a of seen) top = Math.max(top, values[a]);
    let sum = 0;
    for (const a of seen) {
      probabilities[a] = exp((values[a] - top) / temperature);
      sum += probabilities[a];
    }
    let loss = alpha * (top + temperature * log(sum));
    for (const a of seen) {
      probabilities[a] /= sum;
      const off = values[a] - y[row + a];
      loss += behavior[row + a] * (off * off - alpha * values[a]);
    }
    return loss;
  }

  /** Solves (I + D(diag p − ppᵀ)) x = r for p and the curvature of now, in place of `r [4]`. */
  private divide(r: Float64Array): void {
    const { seen, probabilities, curvature } = this;
    let along = 0;
    let rest = 0;
    for (const a of seen) {
      const p = probabilities[a];
      along += (p * r[a]) / (1 + curvature[a] * p);
      rest += p / (1 + curvature[a] * p);
    }
    for (const a of seen) {
      const p = probabilities[a];
      r[a] = (r[a] + curvature[a] * p * (along / rest)) / (1 + curvature[a] * p);
    }
  }

  /**
   * Moves `q` of the state at `row` from where it stands to the optimum for targets `y`, both
   * `[states × 4]`, and leaves its softmax in `probabilities`.
   */
  solve(row: number, y: Float64Array, q: Float64Array): void {
    const { alpha, temperature, probabilities, step, tried, curvature, table } = this;
    this.row = row;
    this.seen = this.seenOfState[row / ACTION_COUNT];
    const { seen } = this;
    const now = q.subarray(row, row + ACTION_COUNT);
    probabilities.fill(0);
    for (const a of seen) curvature[a] = alpha / (2 * temperature * table.behavior[row + a]);
    let loss = this.loss(now, y);
    for (let count = 0; count < STEPS; count++) {
      let size = alpha;
      for (const a of seen) {
        const off = (alpha / 2) * (probabilities[a] / table.behavior[row + a] - 1);
        step[a] = y[row + a] - off - now[a];
        size = Math.max(size, Math.abs(now[a]), Math.abs(y[row + a]));
      }
      this.divide(step);
      let length = 0;
      for (const a of seen) length = Math.max(length, Math.abs(step[a]));
      if (!(length > ROUNDING * size)) return;
      let share = 1;
      let lower = false;
      for (let half = 0; half < HALVINGS && !lower; half++, share /= 2) {
        for (const a of seen) tried[a] = now[a] + share * step[a];
        const there = this.loss(tried, y);
        lower = there < loss;
        if (lower) loss = there;
      }
      if (!lower) {
        // As low as a loss can be told: the whole step is the more exact of the two.
        for (const a of seen) now[a] += step[a];
        this.loss(now, y);
        return;
      }
      for (const a of seen) now[a] = tried[a];
    }
  }

  /** ∂V/∂y `[4]` into `weights [states × 4]`, given ∂V/∂Q `[4]` at what `solve` found. */
  weigh(along: Float64Array, weights: Float64Array): void {
    const { seen, probabilities, curvature, row } = this;
    // The transpose of the matrix above, which is diag(1 + Dp) − p(Dp)ᵀ.
    let sum = 0;
    let rest = 0;
    for (const a of seen) {
      const p = probabilities[a];
      sum += (curvature[a] * p * along[a]) / (1 + curvature[a] * p);
      rest += p / (1 + curvature[a] * p);
    }
    weights.fill(0, row, row + ACTION_COUNT);
    for (const a of seen) {
      const p = probabilities[a];
      weights[row + a] = (along[a] + p * (sum / rest)) / (1 + curvature[a] * p);
    }
  }
}
