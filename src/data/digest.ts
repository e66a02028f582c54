const C1 = 0xcc9e2d51;
const C2 = 0x1b873593;

/** Seeds of the two lanes: the first 64 bits of the fraction of π. */
const SEEDS = [0x243f6a88, 0x85a308d3] as const;

// A DataView with a fixed byte order, because the order in which a typed array
// lays out a double is the machine's own.
const double = new DataView(new ArrayBuffer(8));

/**
 * One lane: MurmurHash3_x86_32 (Appleby 2011) over a sequence of 32-bit words, the same as over
 * their bytes in little-endian order.
 */
export class Murmur3 {
  private hash: number;
  private words = 0;

  constructor(seed: number) {
    this.hash = seed | 0;
  }

  add(word: number): void {
    let k = Math.imul(word, C1);
    k = Math.imul((k << 15) | (k >>> 17), C2);
    const h = this.hash ^ k;
    this.hash = (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0;
    this.words++;
  }

  /** The hash of the words so far, in 0 … 2³² − 1. */
  value(): number {
    let h = this.hash ^ (this.words * 4);
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    return (h ^ (h >>> 16)) >>> 0;
  }
}

/**
 * Digest of columns of numbers: 16 hexadecimal digits, two MurmurHash3 lanes under different
 * seeds. A column enters as its length and its numbers: integers as 32-bit words, doubles as the
 * two halves of their IEEE 754 bits, the high one first (−0 as 0). The same numbers give the same
 * digest on every machine. It tells datasets apart; it is no defence against forgery.
 */
export function digest(columns: readonly (Int32Array | Uint8Array | Float64Array)[]): string {
  const lanes = SEEDS.map((seed) => new Murmur3(seed));
  const [first, second] = lanes;
  const add = (word: number): void => {
    first.add(word);
    second.add(word);
  };
  for (const column of columns) {
    add(column.length);
    if (column instanceof Float64Array) {
      for (const x of column) {
        double.setFloat64(0, x + 0);
        add(double.getInt32(0));
        add(double.getInt32(4));
      }
    } else {
      for (const x of column) add(x);
    }
  }
  return lanes.map((lane) => lane.value().toString(16).padStart(8, '0')).join('');
}
