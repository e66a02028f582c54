import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodingTable } from './encoding';

const grid = fc
  .record({ rows: fc.integer({ min: 1, max: 12 }), columns: fc.integer({ min: 1, max: 12 }) })
  .map(({ rows, columns }) => ({
    rows,
    columns,
    cells: Int32Array.from({ length: rows * columns }, (_, i) => i),
  }));

describe('encodings', () => {
  it('gives each state its own unit vector', () => {
    const table = encodingTable('one-hot', { rows: 1, columns: 4, cells: Int32Array.of(0, 2, 3) });
    expect(table).toMatchObject({ states: 3, features: 3, oneHot: true });
    expect([...table.values]).toEqual([1, 0, 0, 0, 1, 0, 0, 0, 1]);
  });

  it('scales column and row over the whole map', () => {
    const corners = { rows: 3, columns: 5, cells: Int32Array.of(0, 4, 7, 10) };
    const table = encodingTable('xy', corners);
    expect([...table.values]).toEqual([-1, -1, 1, -1, 0, 0, -1, 1]);
  });

  it('adds sines and cosines of π/2, π and 2π times each coordinate', () => {
    const table = encodingTable('fourier', { rows: 1, columns: 5, cells: Int32Array.of(3) });
    const root = Math.SQRT1_2;
    const expected = [0.5, 0, root, root, 0, 1, 1, 0, 0, 1, 0, -1, 0, 1];
    expect(table.features).toBe(14);
    for (const [i, value] of expected.entries()) expect(table.values[i]).toBeCloseTo(value, 6);
  });

  it('stays in [−1, 1] and tells states apart on every map', () => {
    fc.assert(
      fc.property(grid, fc.constantFrom('xy' as const, 'fourier' as const), (map, kind) => {
        const { values, features, states } = encodingTable(kind, map);
        expect(values.every((x) => x >= -1 && x <= 1)).toBe(true);
        const rows = Array.from({ length: states }, (_, s) =>
          values.slice(s * features, (s + 1) * features).join(),
        );
        expect(new Set(rows).size).toBe(states);
      }),
    );
  });
});
