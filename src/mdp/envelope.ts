/**
 * A square matrix stored within its envelope: of row i, and of column i, what lies between the
 * first entry of either and the diagonal. Elimination without pivoting fills nothing outside it
 * (George & Liu, Computer Solution of Large Sparse Positive Definite Systems, ch. 4), so a grid
 * of n cells in reading order costs n × columns² operations. Pivoting is not needed for the
 * matrices here, I − W with row sums of W at most 1 (M-matrices).
 */
export class EnvelopeMatrix {
  readonly size: number;
  private readonly first: Int32Array;
  /** Entry (i, j), j < i, of the lower part and entry (j, i) of the upper lie at `base[i] + j`. */
  private readonly base: Int32Array;
  private readonly lower: Float64Array;
  private readonly upper: Float64Array;
  private readonly diagonal: Float64Array;

  /** A zero matrix; `first[i]` ≤ i is the first column of row i, and row of column i, in use. */
  constructor(first: Int32Array) {
    this.size = first.length;
    this.first = first;
    this.base = new Int32Array(this.size);
    let entries = 0;
    for (let i = 0; i < this.size; i++) {
      this.base[i] = entries - first[i];
      entries += i - first[i];
    }
    this.lower = new Float64Array(entries);
    this.upper = new Float64Array(entries);
    this.diagonal = new Float64Array(this.size);
  }

  /** Adds to entry (row, column), which must lie within the envelope. */
  add(row: number, column: number, value: number): void {
    if (row === column) this.diagonal[row] += value;
    else if (column < row) this.lower[this.base[row] + column] += value;
    else this.upper[this.base[column] + row] += value;
  }

  /** Replaces the matrix by its factors L (unit diagonal) and U, for `solve` and `solveTransposed`. */
  factorize(): void {
    const { size, first, base, lower, upper, diagonal } = this;
    for (let i = 0; i < size; i++) {
      const row = base[i];
      for (let j = first[i]; j < i; j++) {
        const other = base[j];
        let left = lower[row + j];
        let right = upper[row + j];
        for (let k = Math.max(first[i], first[j]); k < j; k++) {
          left -= lower[row + k] * upper[other + k];
          right -= upper[row + k] * lower[other + k];
        }
        lower[row + j] = left / diagonal[j];
        upper[row + j] = right;
        diagonal[i] -= lower[row + j] * right;
      }
    }
  }

  /** Overwrites b with x, Ax = b. Call `factorize` first. */
  solve(b: Float64Array): void {
    this.forward(b, this.lower);
    for (let i = this.size - 1; i >= 0; i--) {
      b[i] /= this.diagonal[i];
      this.eliminate(b, this.upper, i);
    }
  }

  /** Overwrites b with x, Aᵀx = b. Call `factorize` first. */
  solveTransposed(b: Float64Array): void {
    // Uᵀ = (Uᵀ D⁻¹) D has a unit lower factor only after scaling, hence the division inside.
    const { size, first, base, upper, diagonal } = this;
    for (let i = 0; i < size; i++) {
      let sum = b[i];
      for (let k = first[i]; k < i; k++) sum -= upper[base[i] + k] * b[k];
      b[i] = sum / diagonal[i];
    }
    for (let i = size - 1; i >= 0; i--) this.eliminate(b, this.lower, i);
  }

  private forward(b: Float64Array, part: Float64Array): void {
    for (let i = 0; i < this.size; i++) {
      let sum = b[i];
      for (let k = this.first[i]; k < i; k++) sum -= part[this.base[i] + k] * b[k];
      b[i] = sum;
    }
  }

  private eliminate(b: Float64Array, part: Float64Array, i: number): void {
    const known = b[i];
    for (let k = this.first[i]; k < i; k++) b[k] -= part[this.base[i] + k] * known;
  }
}
