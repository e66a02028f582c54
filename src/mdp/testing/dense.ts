import type { Mdp, Policy } from '../types';

/** P_π of a policy as a dense matrix, straight from the outcome lists. */
export function denseTransitions(mdp: Mdp, policy: Policy): number[][] {
  const matrix = Array.from({ length: mdp.states }, () => new Array<number>(mdp.states).fill(0));
  for (let pair = 0; pair < mdp.states * 4; pair++) {
    for (let i = mdp.offsets[pair]; i < mdp.offsets[pair + 1]; i++) {
      matrix[pair >> 2][mdp.successors[i]] += policy[pair] * mdp.probabilities[i];
    }
  }
  return matrix;
}

/** r_π of a policy. */
export function denseRewards(mdp: Mdp, policy: Policy): number[] {
  return Array.from({ length: mdp.states }, (_, s) =>
    [0, 1, 2, 3].reduce((sum, a) => sum + policy[s * 4 + a] * mdp.expectedReward[s * 4 + a], 0),
  );
}

/** Solves Ax = b by Gaussian elimination with partial pivoting: the textbook reference. */
export function solveDense(a: readonly (readonly number[])[], b: readonly number[]): number[] {
  const n = b.length;
  const m = a.map((row, i) => [...row, b[i]]);
  for (let c = 0; c < n; c++) {
    let pivot = c;
    for (let r = c; r < n; r++) if (Math.abs(m[r][c]) > Math.abs(m[pivot][c])) pivot = r;
    [m[c], m[pivot]] = [m[pivot], m[c]];
    for (let r = c + 1; r < n; r++) {
      const factor = m[r][c] / m[c][c];
      for (let k = c; k <= n; k++) m[r][k] -= factor * m[c][k];
    }
  }
  const x = new Array<number>(n).fill(0);
  for (let r = n - 1; r >= 0; r--) {
    let sum = m[r][n];
    for (let k = r + 1; k < n; k++) sum -= m[r][k] * x[k];
    x[r] = sum / m[r][r];
  }
  return x;
}

/** I − γP. */
export const discounted = (p: readonly (readonly number[])[], gamma: number): number[][] =>
  p.map((row, i) => row.map((value, j) => Number(i === j) - gamma * value));

export const transposed = (a: readonly (readonly number[])[]): number[][] =>
  a.map((_, i) => a.map((row) => row[i]));
