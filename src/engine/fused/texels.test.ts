import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { startBackend } from '../backend';
import { fromMatrix, matrixShape, placeOf, texelGrid, toMatrix } from './texels';

describe('texels in a matrix of tfjs', () => {
  beforeAll(() => startBackend('cpu', { wasmPaths: '' }));

  it('lie where tfjs packs 2 × 2 numbers of the matrix into that texel', () => {
    const grid = texelGrid(1000, 4096);
    const [, columns] = matrixShape(grid, 1000);
    // Texel 300 of a texture 256 texels wide is row 1, column 44: rows 2 and 3, columns 88 and 89.
    const places = [0, 1, 2, 3].map((lane) => placeOf(grid, 300, lane));
    expect(columns).toBe(512);
    expect(places).toEqual([2 * 512 + 88, 2 * 512 + 89, 3 * 512 + 88, 3 * 512 + 89]);
  });

  it('come back as they were', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.constantFrom(256, 4096),
        (count, largest) => {
          const grid = texelGrid(count, largest);
          const texels = Float32Array.from({ length: count * 4 }, (_, i) => i + 1);
          const matrix = toMatrix(grid, texels);
          const values = matrix.dataSync() as Float32Array;
          expect(fromMatrix(grid, values, count)).toEqual(texels);
          matrix.dispose();
        },
      ),
      { numRuns: 30 },
    );
  });

  it('widen their rows where a texture would grow too high, and say when nothing fits', () => {
    expect(texelGrid(256 * 4096, 4096).shift).toBe(8);
    expect(texelGrid(256 * 4096 + 1, 4096).shift).toBe(9);
    expect(() => texelGrid(4096 * 4096 + 1, 4096)).toThrow(/fewer seeds or a smaller width/);
  });
});
