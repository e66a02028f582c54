import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EnvelopeMatrix } from './envelope';
import { solveDense, transposed } from './testing/dense';

/** Diagonally dominant matrices with entries inside a random envelope, and a right-hand side. */
const anySystem = fc
  .integer({ min: 1, max: 12 })
  .chain((n) =>
    fc.record({
      first: fc.tuple(...Array.from({ length: n }, (_, i) => fc.nat(i))),
      entries: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
        minLength: n * n,
        maxLength: n * n,
      }),
      b: fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: n, maxLength: n }),
    }),
  )
  .map(({ first, entries, b }) => {
    const n = b.length;
    const a = Array.from({ length: n }, (_, i) =>
      Array.from({ length: n }, (_, j) => {
        const inside = Math.min(i, j) >= first[Math.max(i, j)];
        return i === j ? 1 : inside ? (-0.99 * entries[i * n + j]) / n : 0;
      }),
    );
    return { first, a, b };
  });

describe('EnvelopeMatrix', () => {
  it('solves what dense elimination with pivoting solves, transposed too', () => {
    fc.assert(
      fc.property(anySystem, ({ first, a, b }) => {
        const matrix = new EnvelopeMatrix(Int32Array.from(first));
        a.forEach((row, i) => {
          row.forEach((value, j) => {
            if (value !== 0) matrix.add(i, j, value);
          });
        });
        matrix.factorize();
        const x = Float64Array.from(b);
        matrix.solve(x);
        const y = Float64Array.from(b);
        matrix.solveTransposed(y);
        const expectedX = solveDense(a, b);
        const expectedY = solveDense(transposed(a), b);
        b.forEach((_, i) => {
          expect(x[i]).toBeCloseTo(expectedX[i], 9);
          expect(y[i]).toBeCloseTo(expectedY[i], 9);
        });
      }),
    );
  });
});
