/** A part of a stream's key: a string, or any finite number (−0 is 0). */
export type KeyPart = string | number;

const TEXT = 0x54455854;
const NUMBER = 0x4e554d42;

// A DataView with a fixed byte order, because the order in which a typed array
// lays out a double is the machine's own.
const double = new DataView(new ArrayBuffer(8));

const rotate = (x: number, by: number): number => (x << by) | (x >>> (32 - by));

/** Finalizer of MurmurHash3 (Appleby): every input bit flips every output bit with probability ½. */
function avalanche(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/**
 * 128-bit hash of a sequence of 32-bit words, in the manner of MurmurHash3 x86-128: each word
 * enters all four lanes, so that keys differing anywhere differ in the whole state.
 */
class KeyHash {
  private a = 0x243f6a88;
  private b = 0x85a308d3;
  private c = 0x13198a2e;
  private d = 0x03707344;
  private words = 0;

  add(word: number): void {
    this.words++;
    this.a = (Math.imul(rotate(this.a ^ Math.imul(word, 0x239b961b), 19), 5) + this.b) | 0;
    this.b = (Math.imul(rotate(this.b ^ Math.imul(word, 0xab0e9789), 17), 5) + this.c) | 0;
    this.c = (Math.imul(rotate(this.c ^ Math.imul(word, 0x38b34ae5), 15), 5) + this.d) | 0;
    this.d = (Math.imul(rotate(this.d ^ Math.imul(word, 0xa1e38b93), 13), 5) + this.a) | 0;
  }

  state(): [number, number, number, number] {
    const a = avalanche(this.a + ((this.b + this.c + this.d) ^ this.words));
    const b = avalanche(this.b + a);
    const c = avalanche(this.c + b);
    const d = avalanche(this.d + c);
    // The all-zero state is a fixed point of every xorshift generator.
    return (a | b | c | d) === 0 ? [1, 0, 0, 0] : [a, b, c, d];
  }
}

/**
 * 128 bits of generator state, as four 32-bit words, from the whole key. Every part is hashed as
 * its kind, its length and its content, so that no two keys share an encoding: `('a', 1)`,
 * `('a1')` and `('a', '1')` are three streams. Never all zero.
 *
 * Throws RangeError on a number in the key that is not finite.
 */
export function keyState(key: readonly KeyPart[]): readonly [number, number, number, number] {
  const hash = new KeyHash();
  for (const part of key) {
    if (typeof part === 'string') {
      hash.add(TEXT);
      hash.add(part.length);
      for (let i = 0; i < part.length; i++) hash.add(part.charCodeAt(i));
    } else {
      if (!Number.isFinite(part)) {
        throw new RangeError(`A random stream's key takes finite numbers, not ${part}.`);
      }
      double.setFloat64(0, part + 0);
      hash.add(NUMBER);
      hash.add(double.getInt32(0));
      hash.add(double.getInt32(4));
    }
  }
  return hash.state();
}
