import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exp, log } from './elementary';

/** Values of 40 digits from an arbitrary-precision calculation, rounded to the nearest double. */
const EXP = [
  [1, Math.E],
  [-1, 0.36787944117144233],
  [0.1, 1.1051709180756477],
  [-0.7, 0.4965853037914095],
  [20, 485165195.4097903],
  [-50, 1.9287498479639178e-22],
  [700, 1.0142320547350045e304],
  [-745, 5e-324],
] as const;
const LOG = [
  [2, Math.LN2],
  [0.5, -Math.LN2],
  [10, Math.LN10],
  [0.1, -Math.LN10],
  [1.0000001, 9.999999505838704e-8],
  [1e300, 690.7755278982137],
  [5e-324, -744.4400719213812],
] as const;

/** Doubles between one number and another. */
function apart(one: number, other: number): bigint {
  const [a, b] = [one, other].map((value) => {
    const bits = new BigInt64Array(new Float64Array([value]).buffer)[0];
    return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits;
  });
  return a > b ? a - b : b - a;
}

describe('elementary functions', () => {
  it('are within one unit in the last place of the true value', () => {
    for (const [x, y] of EXP) expect(apart(exp(x), y), `exp ${x}`).toBeLessThanOrEqual(1n);
    for (const [x, y] of LOG) expect(apart(log(x), y), `log ${x}`).toBeLessThanOrEqual(1n);
  });

  it('are those of this engine to the bit, which uses the same algorithm', () => {
    const anyX = fc.double({ min: -760, max: 720, noNaN: true });
    fc.assert(
      fc.property(anyX, (x) => Object.is(exp(x), Math.exp(x))),
      { numRuns: 20_000 },
    );
    const small = fc.double({ min: -2, max: 2, noNaN: true });
    fc.assert(
      fc.property(small, (x) => Object.is(exp(x), Math.exp(x))),
      { numRuns: 20_000 },
    );
    const positive = fc.double({ min: 0, noNaN: true });
    fc.assert(
      fc.property(positive, (x) => Object.is(log(x), Math.log(x))),
      { numRuns: 20_000 },
    );
    const near = fc.double({ min: 0.4, max: 2.5, noNaN: true });
    fc.assert(
      fc.property(near, (x) => Object.is(log(x), Math.log(x))),
      { numRuns: 20_000 },
    );
  });

  it('know their ends', () => {
    for (const x of [Number.NaN, Infinity, -Infinity, 0, -0, 709.8, -746])
      expect(exp(x), `exp ${x}`).toBe(Math.exp(x));
    for (const x of [Number.NaN, Infinity, -Infinity, 0, -0, 1, -1, 5e-324])
      expect(log(x), `log ${x}`).toBe(Math.log(x));
  });
});
