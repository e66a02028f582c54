import { linearize, solveLinearized } from './linearized';
import { ACTION_COUNT, type EmpiricalTable } from './table';
import type { Nowhere } from './types';

/**
 * What a loss makes of one state of the data when its targets are given.
 *
 * `targets [states × 4]` holds y(s,a) of the seen actions of the state at `row = s × 4`. The function
 * writes where Q(s,·) rests into `q [states × 4]` (where N(s,a) > 0; on entry it holds what the last
 * call left there) and ∂V/∂y(s,·) into `weights [states × 4]`, and returns V(s), which is backed up.
 */
export type StateRest = (
  row: number,
  targets: Float64Array,
  q: Float64Array,
  weights: Float64Array,
) => number;

/** Tables that reproduce themselves: `q [states × 4]`, NaN where N(s,a) = 0, and `v [states]`. */
export interface FixedPoint {
  readonly q: Float64Array;
  readonly v: Float64Array;
}

/** Largest error of the values handed back, relative to their size, where the map contracts by γ. */
const ERROR = 1e-10;
/** What rounding leaves of a residual, relative to the size of the values. */
const ROUNDING = 2e-15;
/** Sweeps before the first step of Newton and after some that were of no use. */
const SWEEPS = 30;
/** A linear solve is as exact as this share of the residual that it starts from. */
const FORCING = 0.01;
/** Shares of a step: where whole ones lead in circles, smaller ones may not. */
const DAMPING = [1, 0.5, 0.2, 0.05] as const;
/** Steps of Newton that may pass without a smaller residual: policy iteration gets worse at first. */
const TRUST = 25;
/** Times that it may be left for sweeps again before the residual they begin with has halved. */
const PATIENCE = 40;

/** Writes the targets of a state, r̄ + γ Σ P̂(1−d)V, where the data has them; says whether all are finite. */
function backUp(
  table: EmpiricalTable,
  row: number,
  v: Float64Array,
  targets: Float64Array,
): boolean {
  const { gamma, pairs, reward, offsets, successors, shares } = table;
  let finite = true;
  for (let pair = row; pair < row + ACTION_COUNT; pair++) {
    if (pairs[pair] === 0) continue;
    let next = 0;
    for (let i = offsets[pair]; i < offsets[pair + 1]; i++) next += shares[i] * v[successors[i]];
    targets[pair] = reward[pair] + gamma * next;
    finite &&= Number.isFinite(targets[pair]);
  }
  return finite;
}

/** Largest absolute value; NaN, which marks what is left out, is none. */
function sizeOf(values: Float64Array): number {
  let size = 0;
  for (const value of values) if (Math.abs(value) > size) size = Math.abs(value);
  return size;
}

class Iteration {
  readonly q: Float64Array;
  readonly v: Float64Array;
  private readonly targets: Float64Array;
  private readonly weights: Float64Array;
  private readonly mapped: Float64Array;

  constructor(
    private readonly table: EmpiricalTable,
    private readonly rest: StateRest,
    private readonly unit: number,
  ) {
    const pairs = table.pairs.length;
    this.q = Float64Array.from(table.pairs, (n) => (n > 0 ? 0 : Number.NaN));
    this.v = new Float64Array(table.states);
    this.targets = new Float64Array(pairs);
    this.weights = new Float64Array(pairs);
    this.mapped = new Float64Array(table.states);
  }

  /** T(v) of one state; NaN where its targets are too large. */
  private at(s: number): number {
    const row = s * ACTION_COUNT;
    if (!backUp(this.table, row, this.v, this.targets)) return Number.NaN;
    return this.rest(row, this.targets, this.q, this.weights);
  }

  /** Gauss–Seidel: every state takes a share of its step, one after the other. */
  sweep(share: number): void {
    for (const s of this.table.order) this.v[s] += share * (this.at(s) - this.v[s]);
  }

  /** max |T(v) − v|, NaN where one is not finite; leaves T(v) and its derivatives, and the q of v. */
  residual(): number {
    let residual = 0;
    for (const s of this.table.order) {
      this.mapped[s] = this.at(s);
      const off = Math.abs(this.mapped[s] - this.v[s]);
      if (!Number.isFinite(off)) return Number.NaN;
      if (off > residual) residual = off;
    }
    return residual;
  }

  /** One step of Newton from where the residual was taken, in place; says whether it was one. */
  newton(residual: number): boolean {
    const map = linearize(this.table, this.v, this.mapped, this.weights);
    const tolerance = Math.max(FORCING * residual, ROUNDING * Math.max(sizeOf(this.v), this.unit));
    return solveLinearized(map, this.v, tolerance);
  }

  /** Whether a residual means that the values are exact to `ERROR`, or to what rounding allows. */
  settled(residual: number): boolean {
    const size = Math.max(sizeOf(this.q), this.unit);
    return residual <= Math.max(ERROR * (1 - this.table.gamma), ROUNDING) * size;
  }

  /** Follows the map with steps of a share until it rests; null where it does not. */
  follow(share: number): FixedPoint | null {
    const best = { v: this.v.fill(0).slice(), residual: Number.POSITIVE_INFINITY, age: 0 };
    let halved = best.residual;
    let restarts = 0;
    let astray = true;
    for (;;) {
      if (astray) {
        this.v.set(best.v);
        for (let i = 0; i < SWEEPS; i++) this.sweep(share);
        best.age = 0;
        best.residual = Number.POSITIVE_INFINITY;
      }
      const residual = this.residual();
      if (this.settled(residual)) return { q: this.q, v: this.v };
      if (astray) {
        if (residual <= halved / 2) {
          halved = residual;
          restarts = 0;
        }
        if (!Number.isFinite(residual) || restarts++ === PATIENCE) return null;
      }
      if (residual < best.residual) {
        best.v.set(this.v);
        best.residual = residual;
        best.age = 0;
      }
      astray = best.age++ === TRUST || !this.newton(residual);
    }
  }
}

/**
 * The fixed point that a loss has on a table: V(s) = rest(r̄ + γ Σ P̂(1−d)V(s′)) in every state of the
 * data, 0 in states that it never leaves. By Gauss–Seidel outward from the ends, as plain as training
 * goes, and from there by Newton's method (for a max: policy iteration, Howard 1960), whose linear
 * systems are solved by Gauss–Seidel too; a step of it that does not help is taken back. The values
 * are within 1e-10 of their size where the map contracts by γ, as it does but for a softmax backup;
 * there the residual is as small. `unit` is the size of what enters beside rewards and values, such as
 * a penalty's weight: below its rounding nothing can be told.
 */
export function fixedPoint(
  table: EmpiricalTable,
  rest: StateRest,
  unit = 0,
): FixedPoint | { readonly nowhere: Nowhere } {
  const iteration = new Iteration(table, rest, unit);
  for (const share of DAMPING) {
    const point = iteration.follow(share);
    if (point) return point;
    if (!iteration.v.every(Number.isFinite)) return { nowhere: 'overflow' };
  }
  return { nowhere: 'restless' };
}
