import fc from 'fast-check';
import { expect, it } from 'vitest';
import { actingDistribution, dataDistribution, shareOutside, totalVariation } from './shift';

const SIZE = 6;
const distribution = fc
  .array(fc.integer({ min: 0, max: 20 }), { minLength: SIZE, maxLength: SIZE })
  .filter((weights) => weights.some((weight) => weight > 0))
  .map((weights) => {
    const mass = weights.reduce((sum, weight) => sum + weight, 0);
    return weights.map((weight) => weight / mass);
  });

it('lies in [0, 1], is symmetric, and bounds the share outside', () => {
  fc.assert(
    fc.property(distribution, distribution, (p, q) => {
      const distance = totalVariation(p, q);
      expect(distance).toBeGreaterThanOrEqual(0);
      expect(distance).toBeLessThanOrEqual(1);
      expect(distance).toBeCloseTo(totalVariation(q, p), 12);
      expect(shareOutside(p, q)).toBeLessThanOrEqual(distance + 1e-9);
    }),
  );
});

it('is 0 for one and the same, 1 for two that never meet', () => {
  fc.assert(
    fc.property(distribution, (p) => {
      expect(totalVariation(p, p)).toBe(0);
      expect(shareOutside(p, p)).toBe(0);
    }),
  );
  expect(totalVariation([1, 0, 0], [0, 0.5, 0.5])).toBe(1);
  expect(shareOutside([1, 0, 0], [0, 0.5, 0.5])).toBe(1);
});

it('is what is missing of the common part', () => {
  fc.assert(
    fc.property(distribution, distribution, (p, q) => {
      const common = p.reduce((sum, share, s) => sum + Math.min(share, q[s]), 0);
      expect(totalVariation(p, q)).toBeCloseTo(1 - common, 9);
    }),
  );
});

it('counts a row of the data the less the later it comes', () => {
  const rows = {
    size: 3,
    state: Int32Array.of(0, 1, 1),
    action: new Uint8Array(3),
    reward: new Float64Array(3),
    nextState: Int32Array.of(1, 1, 2),
    terminal: Uint8Array.of(0, 0, 1),
    truncated: new Uint8Array(3),
    episode: new Int32Array(3),
    step: Int32Array.of(0, 1, 2),
    behaviorProbability: new Float64Array(3),
  };
  const found = dataDistribution(rows, 3, 0.5);
  expect(Array.from(found)).toEqual([1 / 1.75, 0.75 / 1.75, 0]);
  expect(Array.from(dataDistribution({ ...rows, size: 0 }, 3, 0.5))).toEqual([0, 0, 0]);
});

it('leaves out where episodes end', () => {
  expect(Array.from(actingDistribution([0.2, 0.6, 0.2], Uint8Array.of(0, 0, 1)))).toEqual([
    0.2 / 0.8,
    0.6 / 0.8,
    0,
  ]);
});
