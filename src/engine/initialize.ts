import type { NetworkParameters } from './types';

/** Layer sizes of one network. */
export interface NetworkSizes {
  readonly features: number;
  readonly width: number;
  readonly outputs: number;
}

/**
 * Starting parameters, every weight and bias from U(−1/√fan_in, 1/√fan_in), PyTorch's default for
 * linear layers. `uniform` gives numbers in [0, 1) and is called once a parameter, in the order
 * w1, b1, w2, b2, w3, b3: equal streams and sizes give equal networks.
 */
export function initialParameters(uniform: () => number, sizes: NetworkSizes): NetworkParameters {
  const draw = (count: number, fanIn: number) => {
    const bound = 1 / Math.sqrt(fanIn);
    const drawn = new Float32Array(count);
    // A large stack draws tens of millions: `Float32Array.from` takes three times as long.
    for (let i = 0; i < count; i++) drawn[i] = (2 * uniform() - 1) * bound;
    return drawn;
  };
  const { features, width, outputs } = sizes;
  return {
    w1: draw(features * width, features),
    b1: draw(width, features),
    w2: draw(width * width, width),
    b2: draw(width, width),
    w3: draw(width * outputs, width),
    b3: draw(outputs, width),
  };
}
