import { strToU8 } from 'fflate';

/** Numbers in C order (row by row), or truth values as bytes, or texts. */
export type NumpyArray = {
  /** Empty for a scalar. */
  readonly shape: readonly number[];
} & (
  | { readonly numbers: Int32Array | Float64Array }
  | { readonly truths: Uint8Array }
  | { readonly texts: readonly string[] }
);

const MAGIC = [0x93, ...strToU8('NUMPY'), 1, 0] as const;
/** Data begins at a multiple of this, so that it can be mapped into memory (numpy's NEP 1). */
const ALIGNMENT = 64;

/** Byte order of this machine's typed arrays, in numpy's letters. */
const ORDER = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? '<' : '>';

/** The elements as numpy's type and bytes. */
function encoded(array: NumpyArray): { readonly descr: string; readonly bytes: Uint8Array } {
  if ('truths' in array) return { descr: '|b1', bytes: array.truths };
  if ('numbers' in array) {
    const { numbers } = array;
    const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
    return { descr: numbers instanceof Float64Array ? `${ORDER}f8` : `${ORDER}i4`, bytes };
  }
  const points = array.texts.map((text) =>
    Array.from(text, (letter) => letter.codePointAt(0) ?? 0),
  );
  const length = Math.max(1, ...points.map((text) => text.length));
  const codes = new Uint32Array(points.length * length);
  points.forEach((text, i) => {
    codes.set(text, i * length);
  });
  return { descr: `${ORDER}U${length}`, bytes: new Uint8Array(codes.buffer) };
}

/** An array as a `.npy` file of version 1.0 (NEP 1), which every numpy reads without pickle. */
export function npyFile(array: NumpyArray): Uint8Array {
  const { descr, bytes } = encoded(array);
  const [only] = array.shape;
  const shape = array.shape.length === 1 ? `(${only},)` : `(${array.shape.join(', ')})`;
  const header = `{'descr': '${descr}', 'fortran_order': False, 'shape': ${shape}, }`;
  const before = MAGIC.length + 2;
  const start = Math.ceil((before + header.length + 1) / ALIGNMENT) * ALIGNMENT;
  const file = new Uint8Array(start + bytes.length);
  file.set(MAGIC);
  new DataView(file.buffer).setUint16(MAGIC.length, start - before, true);
  file.set(strToU8(`${header.padEnd(start - before - 1)}\n`), before);
  file.set(bytes, start);
  return file;
}
