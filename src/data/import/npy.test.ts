import { describe, expect, it } from 'vitest';
import { readNpy } from './npy';
import numpy from './testdata/numpy.json';
import { bytesOf, npy } from './testing/files';

describe('arrays written by numpy', () => {
  for (const [name, { npy: base64, values, shape }] of Object.entries(numpy.arrays)) {
    it(`reads ${name}`, () => {
      const array = readNpy('a', bytesOf(base64));
      expect(array.shape).toEqual(shape);
      expect(values.map((_, i) => array.at(i))).toEqual(values);
      expect(array.texts).toBeNull();
    });
  }

  for (const [name, { npy: base64, texts }] of Object.entries(numpy.texts)) {
    it(`reads text: ${name}`, () => {
      expect(readNpy('a', bytesOf(base64)).texts).toEqual(texts);
    });
  }

  it('knows by how many bits a number was rounded', () => {
    const bits = (name: keyof typeof numpy.arrays) =>
      readNpy('a', bytesOf(numpy.arrays[name].npy)).floatBits;
    expect([bits('float16'), bits('float32'), bits('float64'), bits('int32')]).toEqual([
      16, 32, 64, 0,
    ]);
  });

  it('refuses what is no plain number, naming the array', () => {
    const messages = (['object', 'complex', 'structured'] as const).map((name) => {
      try {
        return readNpy('rewards', bytesOf(numpy.refused[name]));
      } catch (error) {
        return String(error);
      }
    });
    const rest = 'save it as integers or floating-point numbers of 8 to 64 bits.';
    expect(messages[0]).toMatch(
      /The array “rewards” holds objects of Python, which are never read.*np\.savez\("plain\.npz", /,
    );
    expect(messages.slice(1)).toEqual(
      Array(2).fill(`UnreadableFile: The array “rewards” holds no plain numbers; ${rest}`),
    );
  });
});

describe('half precision', () => {
  it('reads infinities, NaN, zeros and numbers below the normal ones', () => {
    const bits = [0x7c00, 0xfc00, 0x7e00, 0x0000, 0x8000, 0x0001, 0x3555];
    const data = new Uint8Array(Uint16Array.from(bits).buffer);
    const array = readNpy('a', npy('<f2', [7], data));
    expect(bits.map((_, i) => array.at(i))).toEqual([
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      Number.NaN,
      0,
      -0,
      2 ** -24,
      0.333251953125,
    ]);
  });
});

describe('damaged arrays', () => {
  const whole = npy('<i4', [3], new Uint8Array(12));

  it('says that an array is cut short', () => {
    expect(() => readNpy('actions', whole.subarray(0, whole.length - 1))).toThrow(
      'The array “actions” is cut short: its header promises 12 bytes, 11 are there.',
    );
    expect(() => readNpy('actions', whole.subarray(0, 40))).toThrow(
      'The array “actions” is cut short.',
    );
  });

  it('says that bytes are no array', () => {
    expect(() => readNpy('a', new Uint8Array(100))).toThrow('“a” is no array of numpy.');
    expect(() => readNpy('a', new Uint8Array(0))).toThrow('“a” is no array of numpy.');
    const future = whole.slice();
    future[6] = 4;
    expect(() => readNpy('a', future)).toThrow('“a” is no array of numpy.');
  });

  it('does not believe in impossible shapes', () => {
    const shapes = [[1e15], [2 ** 31, 2 ** 31, 2 ** 31], [4]];
    for (const shape of shapes) {
      expect(() => readNpy('a', npy('<i4', shape, new Uint8Array(12)))).toThrow(/cut short/);
      expect(() => readNpy('a', npy('<U0', shape, new Uint8Array(12)))).toThrow(/no plain numbers/);
    }
  });
});
