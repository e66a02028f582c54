import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FunctionBody, IMPORTS, moduleOf } from './binary';

/** Reads bytes as the specification of WebAssembly words its binary format. */
class Bytes {
  readonly #bytes: ArrayLike<number>;
  at: number;

  constructor(bytes: ArrayLike<number>, at = 0) {
    this.#bytes = bytes;
    this.at = at;
  }

  get left(): number {
    return this.#bytes.length - this.at;
  }

  byte(): number {
    if (this.left <= 0) throw new RangeError('The bytes are at an end.');
    this.at += 1;
    return this.#bytes[this.at - 1];
  }

  take(count: number): number[] {
    return Array.from({ length: count }, () => this.byte());
  }

  /** uN ::= n:byte ⇒ n, if n < 2⁷; n:byte m:u(N−7) ⇒ 2⁷ m + (n − 2⁷), else. */
  unsigned(): bigint {
    const n = BigInt(this.byte());
    return n < 128n ? n : 128n * this.unsigned() + (n - 128n);
  }

  /** sN ::= n ⇒ n, if n < 2⁶; n ⇒ n − 2⁷, if 2⁶ ≤ n < 2⁷; n m:s(N−7) ⇒ 2⁷ m + (n − 2⁷), else. */
  signed(): bigint {
    const n = BigInt(this.byte());
    if (n < 64n) return n;
    return n < 128n ? n - 128n : 128n * this.signed() + (n - 128n);
  }

  count(): number {
    return Number(this.unsigned());
  }
}

/** The code of a function: what follows its size and its locals, without the closing `end`. */
function codeOf(body: FunctionBody): number[] {
  const bytes = body.bytes();
  const read = new Bytes(bytes);
  const size = read.count();
  expect(size).toBe(read.left);
  const locals = read.count();
  read.take(2 * locals);
  expect(bytes.at(-1)).toBe(0x0b);
  return bytes.slice(read.at, -1);
}

const body = () => new FunctionBody(0);
const boundaries = (bits: readonly number[]) =>
  fc.constantFrom(...bits.flatMap((n) => [2 ** n - 1, 2 ** n, 2 ** n + 1]));

describe('numbers of an emitted module', () => {
  it('are read back by the rules of the format, with and without a sign, in as few bytes as can be', () => {
    const places = fc.oneof(fc.nat(2 ** 31 - 1), boundaries([7, 14, 21, 28]));
    fc.assert(
      fc.property(places, (place) => {
        const [code, ...rest] = codeOf(body().get(place));
        expect(code).toBe(0x20);
        const read = new Bytes(rest);
        expect(read.count()).toBe(place);
        expect(read.left).toBe(0);
        expect(rest.length).toBe(Math.max(1, Math.ceil(place.toString(2).length / 7)));
      }),
    );
    const signed = fc.oneof(
      fc.integer(),
      boundaries([6, 7, 13, 20, 27, 30]).chain((n) => fc.constantFrom(n, -n)),
      fc.constantFrom(-(2 ** 31), 2 ** 31 - 1, -1, 0),
    );
    fc.assert(
      fc.property(signed, (value) => {
        const [code, ...rest] = codeOf(body().integer(value));
        expect(code).toBe(0x41);
        const read = new Bytes(rest);
        expect(Number(read.signed())).toBe(value);
        expect(read.left).toBe(0);
        // 7 bits a byte, one of all for the sign.
        const bits = (value < 0 ? -value - 1 : value).toString(2).replace(/^0$/, '').length + 1;
        expect(rest.length).toBe(Math.ceil(bits / 7));
      }),
    );
  });

  it('take addresses beyond 31 bits as what they are', () => {
    const [, alignment, ...rest] = codeOf(body().memory('f32.load', 2 ** 32 - 4));
    expect(alignment).toBe(2);
    expect(new Bytes(rest).unsigned()).toBe(2n ** 32n - 4n);
  });

  it('keep every bit of a float', () => {
    fc.assert(
      fc.property(fc.float({ noNaN: true }), fc.double({ noNaN: true }), (single, double) => {
        const four = Uint8Array.from(codeOf(body().single(single)).slice(1));
        expect(new Float32Array(four.buffer)[0]).toBe(single);
        const eight = Uint8Array.from(codeOf(body().double(double)).slice(1));
        expect(new Float64Array(eight.buffer)[0]).toBe(double);
      }),
    );
  });
});

/** A module that adds up `values`, each in a local of its own, and stores the sum where it is told. */
function summing(values: readonly number[]) {
  const code = new FunctionBody(1);
  const locals = values.map((value) => {
    const local = code.local('f32');
    code.single(value).set(local);
    return local;
  });
  code.get(0).single(0);
  for (const local of locals) code.get(local).do('f32.add');
  return moduleOf(code.memory('f32.store', 8), 1);
}

async function run(module: Uint8Array<ArrayBuffer>, ...given: readonly number[]) {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const host = { memory, exponential: Math.exp, logarithm: Math.log };
  const { instance } = await WebAssembly.instantiate(module, { host });
  (instance.exports.run as (...given: readonly number[]) => void)(...given);
  return memory.buffer;
}

describe('an emitted module', () => {
  it('is made of sections that are as long as they say, in order, to the last byte', () => {
    // 200 locals and their code need sizes of more than one byte.
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), (count) => {
        const module = summing(Array(count).fill(1));
        expect(WebAssembly.validate(module)).toBe(true);
        const read = new Bytes(module);
        expect(read.take(8)).toEqual([0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
        const ids: number[] = [];
        while (read.left > 0) {
          ids.push(read.byte());
          read.take(read.count());
        }
        expect(ids).toEqual([1, 2, 3, 7, 10]);
      }),
      { numRuns: 30 },
    );
  });

  it('names what it takes from its host, and what it gives', () => {
    const module = new WebAssembly.Module(summing([1]));
    expect(WebAssembly.Module.imports(module)).toEqual([
      { module: 'host', name: 'memory', kind: 'memory' },
      ...IMPORTS.map((name) => ({ module: 'host', name, kind: 'function' })),
    ]);
    expect(WebAssembly.Module.exports(module)).toEqual([{ name: 'run', kind: 'function' }]);
  });

  it('computes what it says', async () => {
    const sums = new Float32Array(await run(summing([0.5, 2, -8]), 16));
    expect(sums[(16 + 8) / 4]).toBe(-5.5);
    const code = new FunctionBody(2);
    const [at, sum] = [code.local('i32'), code.local('f32')];
    // Σ exp(log i) for i = 1 … n, with a loop and calls of both imports.
    code.integer(0).set(at);
    code.loop(() => {
      code.get(at).integer(1).do('i32.add').set(at);
      code.get(0).get(at).integer(2).do('i32.shl', 'i32.add').memory('f32.load', 0);
      code.call(IMPORTS.indexOf('logarithm')).call(IMPORTS.indexOf('exponential'));
      code.get(sum).do('f32.add').set(sum);
      code.get(at).get(1).do('i32.lt_s');
    });
    code.get(0).get(sum).memory('f32.store', 0);
    const memory = new WebAssembly.Memory({ initial: 1 });
    const numbers = new Float32Array(memory.buffer);
    numbers.set([0, 1, 2, 3, 4], 8);
    const host = { memory, exponential: Math.exp, logarithm: Math.log };
    const { instance } = await WebAssembly.instantiate(moduleOf(code, 2), { host });
    (instance.exports.run as (at: number, count: number) => void)(32, 4);
    expect(numbers[8]).toBeCloseTo(10, 5);
  });

  it('fills memory', async () => {
    const code = new FunctionBody(1);
    code.get(0).integer(-1).integer(300).fill();
    const bytes = new Uint8Array(await run(moduleOf(code, 1), 5));
    expect(bytes.slice(0, 5).every((byte) => byte === 0)).toBe(true);
    expect(bytes.slice(5, 305).every((byte) => byte === 255)).toBe(true);
    expect(bytes[305]).toBe(0);
  });

  it('is refused by the engine where what it does makes no sense', () => {
    expect(WebAssembly.validate(moduleOf(new FunctionBody(0).do('f32.add'), 0))).toBe(false);
  });
});
