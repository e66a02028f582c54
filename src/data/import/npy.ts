import { strFromU8 } from 'fflate';
import { reading } from '../../texts/reading';
import { unreadable } from '../../texts/unreadable';
import { UnreadableFile } from './faults';

/** An array of numpy. */
export interface NpyArray {
  readonly shape: readonly number[];
  /** Bits of the floating-point numbers; 0 for integers, truth values and text. */
  readonly floatBits: number;
  /** The element at an index in C order (row by row), as a double; NaN where it is text. */
  at(index: number): number;
  /** All elements in C order as text, where the array is of text (`U`, `S`); null otherwise. */
  readonly texts: readonly string[] | null;
}

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59] as const;

const isNpy = (bytes: Uint8Array): boolean => MAGIC.every((byte, i) => bytes[i] === byte);

type Read = (view: DataView, at: number, little: boolean) => number;

/** Kinds of numbers by numpy's letter and size in bytes. */
const READ: Readonly<Record<string, Read>> = {
  b1: (view, at) => (view.getUint8(at) === 0 ? 0 : 1),
  i1: (view, at) => view.getInt8(at),
  u1: (view, at) => view.getUint8(at),
  i2: (view, at, little) => view.getInt16(at, little),
  u2: (view, at, little) => view.getUint16(at, little),
  i4: (view, at, little) => view.getInt32(at, little),
  u4: (view, at, little) => view.getUint32(at, little),
  i8: (view, at, little) => Number(view.getBigInt64(at, little)),
  u8: (view, at, little) => Number(view.getBigUint64(at, little)),
  f2: (view, at, little) => halfFloat(view.getUint16(at, little)),
  f4: (view, at, little) => view.getFloat32(at, little),
  f8: (view, at, little) => view.getFloat64(at, little),
};

/** IEEE 754 binary16: a sign, 5 bits of exponent, 10 of fraction. */
function halfFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

interface Header {
  readonly kind: string;
  readonly size: number;
  readonly little: boolean;
  readonly fortran: boolean;
  readonly shape: readonly number[];
  readonly start: number;
}

/**
 * Reads a `.npy` file (versions 1 to 3, numpy's NEP 1): truth values, integers and floating-point
 * numbers of 8 to 64 bits and fixed-length text, either byte order, C and Fortran order. Objects,
 * which only a pickle could hold, are never read.
 *
 * Throws UnreadableFile, naming the array, on anything else.
 */
export function readNpy(name: string, bytes: Uint8Array): NpyArray {
  const header = readHeader(name, bytes);
  const { kind, size, little, shape, start } = header;
  const length = shape.reduce((product, n) => product * n, 1);
  if (length * size > bytes.length - start) {
    throw new UnreadableFile(
      unreadable().arrayCut(reading().name(name), length * size, bytes.length - start),
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, length * size);
  const place = placesOf(header);
  const read = READ[kind + size];
  if (kind === 'U' || kind === 'S') {
    const texts = Array.from({ length }, (_, index) =>
      textAt(view, place(index) * size, kind, size, little),
    );
    return { shape, floatBits: 0, at: () => Number.NaN, texts };
  }
  return {
    shape,
    floatBits: kind === 'f' ? size * 8 : 0,
    at: (index) => read(view, place(index) * size, little),
    texts: null,
  };
}

function readHeader(name: string, bytes: Uint8Array): Header {
  const named = reading().name(name);
  const major = bytes[6];
  const lengthBytes = major === 1 ? 2 : 4;
  if (!isNpy(bytes) || !(major >= 1 && major <= 3) || bytes.length < 8 + lengthBytes) {
    throw new UnreadableFile(unreadable().notArray(named));
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = major === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  const start = 8 + lengthBytes + length;
  if (start > bytes.length) throw new UnreadableFile(unreadable().headerCut(named));
  const text = strFromU8(bytes.subarray(8 + lengthBytes, start), major < 3);
  const order = /'fortran_order'\s*:\s*(True|False)/.exec(text);
  const shape = /'shape'\s*:\s*\(([\d\sL,]*)\)/.exec(text);
  if (!order || !shape) {
    throw new UnreadableFile(unreadable().header(named));
  }
  const type = /'descr'\s*:\s*'([<>|=]?)([a-zA-Z?])(\d*)'/.exec(text);
  const kind = type?.[2] === '?' ? 'b' : (type?.[2] ?? '');
  const digits = type?.[2] === '?' ? 1 : Number(type?.[3] ?? 0);
  const isText = kind === 'U' || kind === 'S';
  if (isText ? digits === 0 : !Object.hasOwn(READ, kind + digits)) {
    throw new UnreadableFile(
      kind === 'O' ? unreadable().objects(named) : unreadable().notNumbers(named),
    );
  }
  return {
    kind,
    size: kind === 'U' ? digits * 4 : digits,
    little: type?.[1] !== '>',
    fortran: order[1] === 'True',
    shape: (shape[1].match(/\d+/g) ?? []).map(Number),
    start,
  };
}

/** Where the element at an index in C order stands in the file, counted in elements. */
function placesOf({ shape, fortran }: Header): (index: number) => number {
  if (!fortran || shape.length < 2) return (index) => index;
  if (shape.length === 2) {
    const [rows, columns] = shape;
    return (index) => (index % columns) * rows + Math.floor(index / columns);
  }
  return (index) => {
    let rest = index;
    let place = 0;
    let stride = shape.reduce((product, n) => product * n, 1);
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      stride /= shape[axis];
      place += (rest % shape[axis]) * stride;
      rest = Math.floor(rest / shape[axis]);
    }
    return place;
  };
}

/** Text of fixed length, padded by zeros: one byte (`S`) or four (`U`) a character. */
function textAt(view: DataView, at: number, kind: string, size: number, little: boolean): string {
  const unit = kind === 'U' ? 4 : 1;
  let text = '';
  for (let i = at; i < at + size; i += unit) {
    const code = unit === 4 ? view.getUint32(i, little) : view.getUint8(i);
    if (code === 0) break;
    text += code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  }
  return text;
}
