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

/** Elements that tell in which of two formats an array is. */
const LOOKED_AT = 1000;

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59] as const;

const isNpy = (bytes: Uint8Array): boolean => MAGIC.every((byte, i) => bytes[i] === byte);

type Read = (view: DataView, at: number, little: boolean) => number;

/** Kinds of numbers by numpy's letter and size in bytes; times are counts of their unit. */
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
  M8: (view, at, little) => Number(view.getBigInt64(at, little)),
  m8: (view, at, little) => Number(view.getBigInt64(at, little)),
  f2: (view, at, little) => halfFloat(view.getUint16(at, little)),
  f4: (view, at, little) => view.getFloat32(at, little),
  f8: (view, at, little) => view.getFloat64(at, little),
  f12: extended,
  f16: extended,
  quadruple: (view, at) => quadruple(view, at),
};

/** The x87 extended format: 64 bits of mantissa with its leading one, 15 of exponent, a sign. */
function extended(view: DataView, at: number, little: boolean): number {
  if (!little) return Number.NaN;
  const high = view.getUint16(at + 8, true);
  const mantissa = view.getUint32(at + 4, true) * 2 ** -31 + view.getUint32(at, true) * 2 ** -63;
  return scaled(high, mantissa);
}

/** IEEE 754 binary128: 112 bits of mantissa without its leading one, 15 of exponent, a sign. */
function quadruple(view: DataView, at: number): number {
  const high = view.getUint16(at + 14, true);
  const fraction =
    view.getUint16(at + 12, true) * 2 ** -16 +
    view.getUint32(at + 8, true) * 2 ** -48 +
    view.getUint32(at + 4, true) * 2 ** -80;
  return scaled(high, (high & 0x7fff) === 0 ? fraction : 1 + fraction);
}

function scaled(high: number, mantissa: number): number {
  const sign = high & 0x8000 ? -1 : 1;
  const exponent = high & 0x7fff;
  if (exponent === 0x7fff) return mantissa === 1 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return mantissa === 0 ? 0 : sign * mantissa * 2 ** (exponent - 16_383);
}

/** Exponents that doubles have as well. */
const isUsual = (exponent: number): boolean =>
  Math.abs((exponent & 0x7fff) - 16_383) < 1100 || (exponent & 0x7fff) === 0x7fff;

/**
 * Whether 16 bytes an element are extended floats and padding, as on x86, and no quadruple ones: the
 * leading one of every mantissa is there. What lies in the padding is anything.
 */
function areExtended(view: DataView, places: readonly number[]): boolean {
  let told = false;
  for (const at of places) {
    const high = view.getUint16(at + 8, true);
    const low = [0, 4].every((byte) => view.getUint32(at + byte, true) === 0);
    if (low && (high & 0x7fff) === 0) continue;
    if ((view.getUint8(at + 7) & 0x80) === 0 || !isUsual(high)) return false;
    told = true;
  }
  // All of them zeros, or whole quadruple numbers, whose lower bytes are zeros too.
  return told || places.every((at) => !isUsual(view.getUint16(at + 14, true)));
}

/** IEEE 754 binary16: a sign, 5 bits of exponent, 10 of fraction. */
function halfFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

interface ElementType {
  readonly kind: string;
  /** Bytes of an element. */
  readonly size: number;
  readonly little: boolean;
}

interface Header {
  /** Text of the type, as numpy writes it. */
  readonly type: string;
  readonly fortran: boolean;
  readonly shape: readonly number[];
  readonly start: number;
}

/**
 * Reads a `.npy` file (versions 1 to 3, numpy's NEP 1): truth values, integers, times and
 * floating-point numbers and fixed-length text, either byte order, C and Fortran order. Objects, which
 * only a pickle could hold, are never read.
 *
 * Throws UnreadableFile, naming the array, on anything else.
 */
export function readNpy(name: string, bytes: Uint8Array): NpyArray {
  const header = readHeader(name, bytes);
  const type = elementType(name, header.type);
  return arrayOf(name, bytes, header, type, 0, type.size);
}

/** Reads a `.npy` file as `readNpy` does; of a structured array every field, under its own name. */
export function readNpyFields(
  name: string,
  bytes: Uint8Array,
): readonly (readonly [name: string, array: NpyArray])[] {
  const header = readHeader(name, bytes);
  if (!header.type.startsWith('[')) return [[name, readNpy(name, bytes)]];
  const fields = fieldTypes(name, header.type);
  const stride = fields.reduce((sum, { size }) => sum + size, 0);
  let offset = 0;
  return fields.flatMap(({ field, type, count, size }) => {
    const from = offset;
    offset += size;
    if (type === null) return [];
    const inner = { ...header, shape: count === 1 ? header.shape : [...header.shape, count] };
    return [[field, arrayOf(name, bytes, inner, type, from, stride, count)] as const];
  });
}

function arrayOf(
  name: string,
  bytes: Uint8Array,
  header: Header,
  { kind, size, little }: ElementType,
  offset: number,
  stride: number,
  count = 1,
): NpyArray {
  const { shape, start } = header;
  const length = shape.reduce((product, n) => product * n, 1);
  const there = bytes.length - start;
  if ((length / count) * stride > there) {
    throw new UnreadableFile(
      unreadable().arrayCut(reading().name(name), (length / count) * stride, there),
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, (length / count) * stride);
  const place = placesOf(header);
  const at = (index: number): number => {
    if (count === 1) return place(index) * stride + offset;
    return Math.floor(index / count) * stride + offset + (index % count) * size;
  };
  if (kind === 'U' || kind === 'S') {
    const texts = Array.from({ length }, (_, index) => textAt(view, at(index), kind, size, little));
    return { shape, floatBits: 0, at: () => Number.NaN, texts };
  }
  const sample = Array.from({ length: Math.min(length, LOOKED_AT) }, (_, index) => at(index));
  const quad = kind === 'f' && size === 16 && !areExtended(view, sample);
  const read = READ[quad ? 'quadruple' : kind + size];
  return {
    shape,
    floatBits: kind === 'f' ? size * 8 : 0,
    at: (index) => read(view, at(index), little),
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
  const type = /'descr'\s*:\s*('[^']*'|\[.*\])\s*,\s*'fortran_order'/s.exec(text);
  if (!order || !shape || !type) {
    throw new UnreadableFile(unreadable().header(named));
  }
  return {
    type: type[1],
    fortran: order[1] === 'True',
    shape: (shape[1].match(/\d+/g) ?? []).map(Number),
    start,
  };
}

/** The type that a text such as `'<i8'` names. Throws UnreadableFile where it is none that is read. */
function elementType(name: string, text: string): ElementType {
  const type = knownType(text);
  if (type) return type;
  const named = reading().name(name);
  throw new UnreadableFile(
    /^'\|?O/.test(text) ? unreadable().objects(named) : unreadable().notNumbers(named),
  );
}

function knownType(text: string): ElementType | null {
  const type = /^'([<>|=]?)([a-zA-Z?])(\d*)(?:\[[^\]]*\])?'$/.exec(text);
  const kind = type?.[2] === '?' ? 'b' : (type?.[2] ?? '');
  const digits = type?.[2] === '?' ? 1 : Number(type?.[3] ?? 0);
  const isText = kind === 'U' || kind === 'S';
  if (isText ? digits === 0 : !Object.hasOwn(READ, kind + digits)) return null;
  return { kind, size: kind === 'U' ? digits * 4 : digits, little: type?.[1] !== '>' };
}

interface FieldType {
  readonly field: string;
  /** Null for padding and for what is not read. */
  readonly type: ElementType | null;
  /** Elements a row. */
  readonly count: number;
  /** Bytes a row. */
  readonly size: number;
}

const FIELD =
  /\(\s*(?:'([^']*)'|\(\s*'[^']*'\s*,\s*'([^']*)'\s*\))\s*,\s*('[^']*')\s*(?:,\s*\(([\d\s,]*)\)\s*)?\)/g;

/** The fields of a structured type. Throws UnreadableFile where one is of a size that is not known. */
function fieldTypes(name: string, text: string): FieldType[] {
  const fields = [...text.matchAll(FIELD)].map(([, plain, titled, of, shape]): FieldType => {
    const type = knownType(of);
    const sizes = (shape?.match(/\d+/g) ?? []).map(Number);
    const count = sizes.reduce((product, n) => product * n, 1);
    const bytes = type?.size ?? Number(/^'\|V(\d+)'$/.exec(of)?.[1] ?? Number.NaN);
    return { field: plain ?? titled, type, count, size: bytes * count };
  });
  const strange = fields.length === 0 || fields.some(({ size }) => Number.isNaN(size));
  // What is left between the fields is nested, and its sizes are not known.
  if (strange || /[()]/.test(text.replace(FIELD, ''))) {
    const object = /'\|?O/.test(text);
    const named = reading().name(name);
    throw new UnreadableFile(object ? unreadable().objects(named) : unreadable().notNumbers(named));
  }
  return fields;
}

/** Where the element at an index in C order stands in the file, counted in elements. */
function placesOf({
  shape,
  fortran,
}: Pick<Header, 'shape' | 'fortran'>): (index: number) => number {
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
