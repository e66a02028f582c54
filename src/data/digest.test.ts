import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digest, Murmur3 } from './digest';

describe('a lane', () => {
  it('gives the published values of MurmurHash3_x86_32', () => {
    const hash = (seed: number, ...words: number[]): number => {
      const lane = new Murmur3(seed);
      for (const word of words) lane.add(word);
      return lane.value();
    };
    const test = 0x74736574; // «test» in little-endian order
    expect(hash(0)).toBe(0);
    expect(hash(1)).toBe(0x514e28b7);
    expect(hash(0, test)).toBe(0xba6bd213);
    expect(hash(0x9747b28c, test)).toBe(0x704b81dc);
    expect(hash(0, 0)).toBe(0x2362f9de);
    expect(hash(0, 0xffffffff)).toBe(0x76293b50);
    expect(hash(0, 0x87654321)).toBe(0xf55b516b);
  });
});

describe('digest', () => {
  const column = fc.oneof(
    fc.int32Array({ maxLength: 6 }),
    fc.uint8Array({ maxLength: 6 }),
    fc.float64Array({ maxLength: 6, noNaN: true }),
  );

  it('is 16 hexadecimal digits, the same for equal columns', () => {
    fc.assert(
      fc.property(fc.array(column, { maxLength: 4 }), (columns) => {
        const copy = columns.map((c) => c.slice());
        expect(digest(columns)).toMatch(/^[0-9a-f]{16}$/);
        expect(digest(copy)).toBe(digest(columns));
      }),
    );
  });

  it('is that of an independent implementation', () => {
    const columns = [
      Int32Array.of(1, -2, 300_000),
      Uint8Array.of(0, 255),
      Float64Array.of(0.1, -1.5),
    ];
    expect(digest(columns)).toBe('e399211149a081e3');
  });

  it('changes with any single value', () => {
    fc.assert(
      fc.property(
        fc.float64Array({ minLength: 1, maxLength: 20, noNaN: true }),
        fc.nat(),
        fc.double({ noNaN: true }),
        (values, where, value) => {
          const i = where % values.length;
          fc.pre(values[i] !== value);
          const other = values.slice();
          other[i] = value;
          expect(digest([other])).not.toBe(digest([values]));
        },
      ),
    );
  });

  it('tells a flipped pair of signs from the original', () => {
    expect(digest([Float64Array.of(-1, -1)])).not.toBe(digest([Float64Array.of(1, 1)]));
  });

  it('tells where a column ends, and takes −0 for 0', () => {
    expect(digest([Int32Array.of(1), Int32Array.of(2)])).not.toBe(digest([Int32Array.of(1, 2)]));
    expect(digest([Float64Array.of(-0)])).toBe(digest([Float64Array.of(0)]));
  });
});
