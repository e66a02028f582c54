import { ACTION_COUNT, type EmpiricalTable } from './table';

/** Growth of a correction, over its first size, from which there is no way back. */
const RUNAWAY = 1e3;
/** Sweeps that do at the largest γ that a world may have, 0.999. */
const SWEEPS = 40_000;

/**
 * A Bellman map of a table, made linear at some values: x = c + Mx, M the outcomes of every state
 * weighted by ∂V/∂y and γ. Rows stand in the table's order; a state's way to itself is divided out.
 */
export interface Linearized {
  readonly order: Int32Array;
  /** Row k has its entries at `starts[k] … starts[k + 1]`. */
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly entries: Float64Array;
  readonly constants: Float64Array;
}

/** The map T around `v [states]`, where it is `mapped [states]`; `weights [states × 4]` are ∂V/∂y. */
export function linearize(
  table: EmpiricalTable,
  v: Float64Array,
  mapped: Float64Array,
  weights: Float64Array,
): Linearized {
  const { gamma, order, offsets, successors, shares, visits } = table;
  const starts = new Int32Array(order.length + 1);
  const columns = new Int32Array(successors.length);
  const entries = new Float64Array(successors.length);
  const constants = new Float64Array(order.length);
  let count = 0;
  for (let k = 0; k < order.length; k++) {
    const s = order[k];
    const first = count;
    let self = 0;
    let linear = 0;
    for (let pair = s * ACTION_COUNT; pair < (s + 1) * ACTION_COUNT; pair++) {
      const factor = gamma * weights[pair];
      if (factor === 0) continue;
      for (let i = offsets[pair]; i < offsets[pair + 1]; i++) {
        const next = successors[i];
        if (visits[next] === 0) continue;
        const weight = factor * shares[i];
        linear += weight * v[next];
        if (next === s) {
          self += weight;
          continue;
        }
        columns[count] = next;
        entries[count++] = weight;
      }
    }
    constants[k] = (mapped[s] - linear) / (1 - self);
    for (let i = first; i < count; i++) entries[i] /= 1 - self;
    starts[k + 1] = count;
  }
  return { order, starts, columns, entries, constants };
}

/**
 * Solves x = c + Mx by Gauss–Seidel, forth and back through the order, from the x given and in
 * place, until no value moves by more than `tolerance`. Says whether it came to that: it does where
 * the rows of M sum to less than 1 in absolute value.
 */
export function solveLinearized(map: Linearized, x: Float64Array, tolerance: number): boolean {
  const { order, starts, columns, entries, constants } = map;
  const last = order.length - 1;
  let first = 0;
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let change = 0;
    for (let place = 0; place <= last; place++) {
      const k = sweep % 2 === 0 ? place : last - place;
      let value = constants[k];
      for (let i = starts[k]; i < starts[k + 1]; i++) value += entries[i] * x[columns[i]];
      const s = order[k];
      const moved = Math.abs(value - x[s]);
      if (moved > change) change = moved;
      if (!Number.isFinite(moved)) return false;
      x[s] = value;
    }
    if (sweep === 0) first = change;
    if (change <= tolerance) return true;
    if (change > RUNAWAY * first) return false;
  }
  return false;
}
