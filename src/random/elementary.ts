/*
 * Functions that JavaScript leaves to its engines: `Math.exp` differs in the last place between them, and with it
 * every number that a softmax enters. These are made of operations that IEEE 754 defines to the bit, so that a run
 * is the same everywhere. The reductions and coefficients are those of fdlibm (Sun Microsystems 1993), whose
 * errors stay below one unit in the last place; engines that use it give these very numbers.
 */

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/** Beyond these the result is no finite number, or nothing. */
const OVERFLOWS = 709.782712893384;
const VANISHES = -745.1332191019411;

const word = new DataView(new ArrayBuffer(8));

/** 2 to a power from −1022 to 1023, exactly. */
function powerOfTwo(exponent: number): number {
  word.setUint32(0, (exponent + 1023) << 20);
  word.setUint32(4, 0);
  return word.getFloat64(0);
}

/** A value times a power of two, rounded once where it falls below the normal numbers. */
function scaled(value: number, exponent: number): number {
  if (exponent > 1023) return value * 2 * powerOfTwo(exponent - 1);
  if (exponent < -1021) return value * powerOfTwo(exponent + 1000) * powerOfTwo(-1000);
  return value * powerOfTwo(exponent);
}

/** How many times ln 2 is taken out of an argument before it is small. */
function timesLn2(x: number): number {
  const size = Math.abs(x);
  if (size <= 0.5 * Math.LN2) return 0;
  if (size < 1.5 * Math.LN2) return x > 0 ? 1 : -1;
  return Math.trunc(Math.LOG2E * x + (x > 0 ? 0.5 : -0.5));
}

/** eˣ, the same bits in every engine. */
export function exp(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > OVERFLOWS) return Number.POSITIVE_INFINITY;
  if (x < VANISHES) return 0;
  const k = timesLn2(x);
  if (k === 0 && Math.abs(x) < 2 ** -28) return 1 + x;
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const c =
    r -
    t *
      (0.16666666666666602 +
        t *
          (-0.0027777777777015593 +
            t * (6.613756321437934e-5 + t * (-1.6533902205465252e-6 + t * 4.1381367970572385e-8))));
  if (k === 0) return 1 - ((r * c) / (c - 2) - r);
  return scaled(1 - (low - (r * c) / (2 - c) - high), k);
}

/** ln x, the same bits in every engine; NaN below 0. */
export function log(x: number): number {
  if (Number.isNaN(x) || x < 0) return Number.NaN;
  if (x === 0) return Number.NEGATIVE_INFINITY;
  if (x === Number.POSITIVE_INFINITY) return x;
  // x = 2ᵏ (1 + f) with √½ < 1 + f < √2.
  const subnormal = x < 2 ** -1022;
  word.setFloat64(0, subnormal ? x * 2 ** 54 : x);
  const top = word.getUint32(0);
  const fraction = top & 0xfffff;
  const carry = (fraction + 0x95f64) & 0x100000;
  word.setUint32(0, fraction | (carry ^ 0x3ff00000));
  const k = (top >>> 20) - 1023 + (carry >>> 20) - (subnormal ? 54 : 0);
  const f = word.getFloat64(0) - 1;
  const [high, low] = [k * LN2_HIGH, k * LN2_LOW];
  if ((0xfffff & (2 + fraction)) < 3) {
    const r = f * f * (0.5 - 0.3333333333333333 * f);
    return k === 0 ? f - r : high - (r - low - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const odd = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const even =
    z *
    (0.6666666666666735 +
      w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  const r = even + odd;
  if (((fraction - 0x6147a) | (0x6b851 - fraction)) > 0) {
    const half = 0.5 * f * f;
    return k === 0 ? f - (half - s * (half + r)) : high - (half - (s * (half + r) + low) - f);
  }
  return k === 0 ? f - s * (f - r) : high - (s * (f - r) - low - f);
}
