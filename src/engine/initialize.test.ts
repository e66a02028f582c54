import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomStream } from '../random/stream';
import { initialParameters } from './initialize';

const sizes = fc.record({
  features: fc.integer({ min: 1, max: 30 }),
  width: fc.integer({ min: 1, max: 30 }),
  outputs: fc.constantFrom(1, 4),
});

describe('initialParameters', () => {
  it('draws every parameter from U(−1/√fan_in, 1/√fan_in)', () => {
    fc.assert(
      fc.property(fc.integer(), sizes, (seed, size) => {
        const p = initialParameters(randomStream(seed).uniform, size);
        const { features, width, outputs } = size;
        expect(p.w1.length).toBe(features * width);
        expect(p.w3.length).toBe(width * outputs);
        expect([p.b1.length, p.w2.length, p.b2.length, p.b3.length]).toEqual([
          width,
          width * width,
          width,
          outputs,
        ]);
        const within = (values: Float32Array, fanIn: number) =>
          values.every((x) => Math.abs(x) <= Math.fround(1 / Math.sqrt(fanIn)));
        expect(within(p.w1, features) && within(p.b1, features)).toBe(true);
        expect([p.w2, p.b2, p.w3, p.b3].every((values) => within(values, width))).toBe(true);
      }),
    );
  });

  it('has the mean and spread of the uniform distribution', () => {
    const { w2 } = initialParameters(randomStream('spread').uniform, {
      features: 1,
      width: 200,
      outputs: 1,
    });
    const mean = w2.reduce((sum, x) => sum + x, 0) / w2.length;
    const variance = w2.reduce((sum, x) => sum + x * x, 0) / w2.length;
    expect(Math.abs(mean)).toBeLessThan(0.001);
    expect(variance).toBeCloseTo(1 / 200 / 3, 4);
  });

  it('gives equal networks for equal streams', () => {
    const size = { features: 5, width: 6, outputs: 4 };
    const make = () => initialParameters(randomStream('q', 1).uniform, size);
    expect(make()).toEqual(make());
  });
});
