import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KeyPart, keyState } from './key';
import { randomStream } from './stream';

const draw = (count: number, ...key: KeyPart[]): number[] => {
  const stream = randomStream(...key);
  return Array.from({ length: count }, () => stream.uniform());
};

const keyPart = fc.oneof(
  fc.string({ maxLength: 4 }),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const anyKey = fc.array(keyPart, { maxLength: 4 });
const canonical = (key: readonly KeyPart[]) =>
  key.map((part) => (typeof part === 'number' ? part + 0 : part));

/** Pearson's statistic of observed counts against equal shares. */
function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((a, b) => a + b, 0) / counts.length;
  return counts.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
}

describe('keys', () => {
  it('gives the same numbers for the same key', () => {
    fc.assert(
      fc.property(anyKey, (key) => {
        expect(draw(5, ...key)).toEqual(draw(5, ...key));
      }),
    );
  });

  it('gives other numbers for another key', () => {
    fc.assert(
      fc.property(anyKey, anyKey, (left, right) => {
        fc.pre(JSON.stringify(canonical(left)) !== JSON.stringify(canonical(right)));
        expect(draw(2, ...left)).not.toEqual(draw(2, ...right));
      }),
    );
  });

  it('tells apart keys that look alike when run together', () => {
    const keys: KeyPart[][] = [
      ['a', 1],
      ['a1'],
      ['a', '1'],
      ['a', '', '1'],
      [1, 'a'],
      ['1a'],
      ['ab', 'c'],
      ['a', 'bc'],
      ['abc'],
      [],
      [''],
      ['', ''],
      [0],
      ['0'],
      [1, 2],
      [2, 1],
      [12],
      [1.5],
      [-1],
      [2 ** 32],
      [2 ** 32 + 1],
    ];
    const first = keys.map((key) => randomStream(...key).uniform());
    expect(new Set(first).size).toBe(keys.length);
  });

  it('takes −0 for 0 and refuses numbers that are not finite', () => {
    expect(draw(3, 'x', -0)).toEqual(draw(3, 'x', 0));
    expect(() => randomStream(Number.NaN)).toThrow(/finite numbers, not NaN/);
    expect(() => randomStream('a', Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });

  it('flips half of the output bits for the smallest change of the key', () => {
    let flipped = 0;
    const pairs = 4000;
    for (let step = 0; step < pairs; step++) {
      let difference =
        randomStream('minibatch', 0, step).integer(2 ** 32) ^
        randomStream('minibatch', 0, step + 1).integer(2 ** 32);
      for (; difference !== 0; difference &= difference - 1) flipped++;
    }
    // Bits flip like fair coins: standard deviation of the share ½ / √(32 · pairs).
    expect(Math.abs(flipped / (32 * pairs) - 0.5)).toBeLessThan(5 * (0.5 / Math.sqrt(32 * pairs)));
  });
});

describe('distribution', () => {
  it('stays in range', () => {
    fc.assert(
      fc.property(anyKey, fc.integer({ min: 1, max: 2 ** 32 }), (key, bound) => {
        const stream = randomStream(...key);
        const u = stream.uniform();
        expect(u >= 0 && u < 1).toBe(true);
        const n = stream.integer(bound);
        expect(Number.isInteger(n) && n >= 0 && n < bound).toBe(true);
      }),
    );
  });

  it('is uniform within a stream', () => {
    const stream = randomStream('uniform within', 7);
    const counts = new Array<number>(100).fill(0);
    for (let i = 0; i < 200_000; i++) counts[Math.floor(stream.uniform() * 100)]++;
    // χ² with 99 degrees of freedom: mean 99, 99.99 % quantile 157.
    expect(chiSquare(counts)).toBeLessThan(157);
  });

  it('is uniform over the first numbers of neighboring streams', () => {
    const floats = new Array<number>(100).fill(0);
    const integers = new Array<number>(100).fill(0);
    const pairs = new Array<number>(100).fill(0);
    for (let step = 0; step < 100_000; step++) {
      const stream = randomStream('minibatch', 3, step);
      const u = stream.uniform();
      floats[Math.floor(u * 100)]++;
      integers[stream.integer(100)]++;
      const next = randomStream('minibatch', 3, step + 1).uniform();
      pairs[Math.floor(u * 10) * 10 + Math.floor(next * 10)]++;
    }
    for (const counts of [floats, integers, pairs]) expect(chiSquare(counts)).toBeLessThan(157);
  });

  it('draws integers without bias where the bound does not divide 2³²', () => {
    const stream = randomStream('thirds');
    const bound = 3 * 2 ** 30;
    const counts = [0, 0, 0];
    for (let i = 0; i < 90_000; i++) counts[Math.floor(stream.integer(bound) / 2 ** 30)]++;
    // χ² with 2 degrees of freedom: 99.99 % quantile 18.4; a plain remainder gives ~11,000.
    expect(chiSquare(counts)).toBeLessThan(18.4);
  });

  it('refuses a bound without choices', () => {
    const stream = randomStream('bounds');
    for (const bound of [0, -1, 1.5, Number.NaN, 2 ** 32 + 1]) {
      expect(() => stream.integer(bound)).toThrow(RangeError);
    }
    expect(stream.integer(1)).toBe(0);
  });
});

describe('across machines', () => {
  it('gives the numbers of an independent implementation of hash and generator', () => {
    expect(draw(2)).toEqual([0.14755106304239562, 0.45598094736546213]);
    expect(draw(2, 'minibatch', 0, 1)).toEqual([0.5550241013752897, 0.27414344540785496]);
    expect(draw(2, 'données', -1.5, 2 ** 40)).toEqual([0.32103443064028825, 0.33904923512796104]);
  });

  it('implements xoroshiro128+ with the constants of its authors (24, 16, 37)', () => {
    const reference = (s0: bigint, s1: bigint) => {
      const mask = (1n << 64n) - 1n;
      const rotl = (x: bigint, k: bigint) => ((x << k) | (x >> (64n - k))) & mask;
      let [a, b] = [s0, s1];
      return () => {
        const out = Number((a + b) & 0xffffffffn);
        b ^= a;
        [a, b] = [rotl(a, 24n) ^ b ^ ((b << 16n) & mask), rotl(b, 37n)];
        return out;
      };
    };
    const state = keyState(['golden', 1]);
    const word = (high: number, low: number) => (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
    const expected = reference(word(state[0], state[1]), word(state[2], state[3]));
    const stream = randomStream('golden', 1);
    for (let i = 0; i < 50; i++) {
      // integer(2³²) shifts the signed 32-bit output by 2³¹.
      expect(stream.integer(2 ** 32)).toBe((expected() + 2 ** 31) % 2 ** 32);
    }
  });
});
