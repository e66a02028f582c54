import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialParameters } from '../initialize';
import { fusedLayout, readNetwork, writeNetwork } from './layout';

const sizes = fc.record({
  features: fc.integer({ min: 1, max: 20 }),
  width: fc.integer({ min: 1, max: 20 }),
  outputs: fc.constantFrom(1, 4),
  oneHot: fc.boolean(),
});

describe('a network in texels', () => {
  it('comes back as it was, with zeros wherever it is padded', () => {
    fc.assert(
      fc.property(sizes, fc.integer(), ({ features, width, outputs, oneHot }, seed) => {
        let state = seed;
        const draw = () => {
          state = (state * 1103515245 + 12345) % 2147483648;
          return Math.abs(state / 2147483648) + 1e-3;
        };
        const parameters = initialParameters(draw, { features, width, outputs });
        const layout = fusedLayout(features, width, oneHot);
        const texels = new Float32Array(layout.count * 4);
        writeNetwork(texels, layout, parameters);
        expect(readNetwork(texels, layout, outputs)).toEqual(parameters);
        const numbers = Object.values(parameters).flatMap((part: Float32Array) => [...part]);
        const kept = [...texels].filter((x) => x !== 0).sort();
        expect(kept).toEqual(numbers.filter((x) => x !== 0).sort());
      }),
    );
  });

  it('is refused where a part has another size', () => {
    const layout = fusedLayout(3, 4, true);
    const draw = () => 0.5;
    const other = initialParameters(draw, { features: 3, width: 5, outputs: 4 });
    expect(() => writeNetwork(new Float32Array(layout.count * 4), layout, other)).toThrow(
      /w1 has 15 numbers, expected 12/,
    );
  });
});
