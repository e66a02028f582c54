import type { EncodingTable } from './types';

/** How a state becomes the inputs of a network (docs/contract.md#networks). */
export const ENCODINGS = ['one-hot', 'xy', 'fourier'] as const;
export type EncodingKind = (typeof ENCODINGS)[number];

/** Where the states lie on the map: `cells [states]` holds row × columns + column. */
export interface Grid {
  readonly cells: Int32Array;
  readonly rows: number;
  readonly columns: number;
}

const FREQUENCIES = [1, 2, 4];

function coordinate(index: number, count: number): number {
  return count > 1 ? (2 * index) / (count - 1) - 1 : 0;
}

/**
 * Inputs of every state, `[states × features]`.
 * `one-hot`: the unit vector of the state. `xy`: column and row scaled over the whole map to [−1, 1]
 * (0 on a map one cell wide). `fourier`: x, y, then sin and cos of πk/2·x and of πk/2·y for
 * k = 1, 2, 4 (14 numbers).
 */
export function encodingTable(kind: EncodingKind, grid: Grid): EncodingTable {
  const states = grid.cells.length;
  if (kind === 'one-hot') {
    const values = new Float32Array(states * states);
    for (let s = 0; s < states; s++) values[s * states + s] = 1;
    return { states, features: states, values, oneHot: true };
  }
  const rows = Array.from(grid.cells, (cell) => {
    const x = coordinate(cell % grid.columns, grid.columns);
    const y = coordinate(Math.floor(cell / grid.columns), grid.rows);
    if (kind === 'xy') return [x, y];
    const waves = FREQUENCIES.flatMap((k) => {
      const omega = (Math.PI * k) / 2;
      return [Math.sin(omega * x), Math.cos(omega * x), Math.sin(omega * y), Math.cos(omega * y)];
    });
    return [x, y, ...waves];
  });
  const features = kind === 'xy' ? 2 : 2 + 4 * FREQUENCIES.length;
  return { states, features, values: Float32Array.from(rows.flat()), oneHot: false };
}
