import type { Group } from 'h5wasm';

/**
 * Truth values in HDF5, as h5py writes and reads them: an enumeration of bytes with the members FALSE and
 * TRUE. h5wasm (0.10) writes no enumerations. It writes compounds, and one of a single byte whose member
 * has a name of eleven letters is described in exactly as many bytes as that enumeration: the description
 * is put in its place when the file is complete.
 *
 * The bytes are those of the HDF5 file format 3.0, sections IV.A.1.b (object headers, version 2) and
 * IV.A.2.d (datatype messages, version 3).
 */
const MEMBER = 'offgridflag';

const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const join = (...parts: readonly ArrayLike<number>[]) =>
  Uint8Array.from(parts.flatMap((part) => Array.from(part)));

/** A signed byte, as part of another type. */
const BYTE = [0x10, 0x08, 0, 0, 1, 0, 0, 0, 0, 0, 8, 0];
/** A compound of one member at offset 0. */
const COMPOUND = join([0x36, 1, 0, 0, 1, 0, 0, 0], latin(`${MEMBER}\0`), [0], BYTE);
/** The enumeration {FALSE: 0, TRUE: 1}. */
const BOOLEAN = join([0x38, 2, 0, 0, 1, 0, 0, 0], BYTE, latin('FALSE\0TRUE\0'), [0, 1]);

const HEADER = latin('OHDR');

/** Puts a column of flags (0 or 1) into a group; they are truth values after `withBooleans`. */
export function createFlags(group: Group, name: string, flags: Uint8Array): void {
  group.create_dataset({
    name,
    data: new Map([[MEMBER, Int8Array.from(flags)]]),
    shape: [flags.length],
    dtype: [[MEMBER, '<b']],
  });
}

function matches(bytes: Uint8Array, at: number, wanted: Uint8Array): boolean {
  return wanted.every((byte, i) => bytes[at + i] === byte);
}

/** The object header that encloses a place: where it begins and where its checksum stands. */
function headerAround(bytes: Uint8Array, place: number): { from: number; checksum: number } {
  let from = place;
  while (from >= 0 && !(bytes[from] === HEADER[0] && matches(bytes, from, HEADER))) from -= 1;
  if (from < 0 || bytes[from + 4] !== 2) throw new Error('A column of flags has no header.');
  const flags = bytes[from + 5];
  // Four times of change, then two bounds on the storage of attributes, where they are kept.
  const size = from + 6 + (flags & 0x20 ? 16 : 0) + (flags & 0x10 ? 4 : 0);
  const width = 1 << (flags & 3);
  let length = 0;
  for (let i = width - 1; i >= 0; i--) length = length * 256 + bytes[size + i];
  return { from, checksum: size + width + length };
}

/**
 * Bob Jenkins' hash «lookup3» (2006, in the public domain) of some bytes, from 0: the checksum of HDF5's
 * metadata. A whole number in [0, 2³²).
 */
export function lookup3(bytes: Uint8Array): number {
  let a = (0xdeadbeef + bytes.length) | 0;
  let b = a;
  let c = a;
  const rotated = (value: number, by: number) => (value << by) | (value >>> (32 - by));
  const word = (at: number) => {
    let value = 0;
    for (let i = 0; i < 4; i++) value |= (bytes[at + i] ?? 0) << (8 * i);
    return value;
  };
  let at = 0;
  for (; bytes.length - at > 12; at += 12) {
    a = (a + word(at)) | 0;
    b = (b + word(at + 4)) | 0;
    c = (c + word(at + 8)) | 0;
    a = (a - c) ^ rotated(c, 4);
    c = (c + b) | 0;
    b = (b - a) ^ rotated(a, 6);
    a = (a + c) | 0;
    c = (c - b) ^ rotated(b, 8);
    b = (b + a) | 0;
    a = (a - c) ^ rotated(c, 16);
    c = (c + b) | 0;
    b = (b - a) ^ rotated(a, 19);
    a = (a + c) | 0;
    c = (c - b) ^ rotated(b, 4);
    b = (b + a) | 0;
  }
  if (at === bytes.length) return c >>> 0;
  a = (a + word(at)) | 0;
  b = (b + word(at + 4)) | 0;
  c = (c + word(at + 8)) | 0;
  c = (c ^ b) - rotated(b, 14);
  a = (a ^ c) - rotated(c, 11);
  b = (b ^ a) - rotated(a, 25);
  c = (c ^ b) - rotated(b, 16);
  a = (a ^ c) - rotated(c, 4);
  b = (b ^ a) - rotated(a, 14);
  c = (c ^ b) - rotated(b, 24);
  return c >>> 0;
}

/**
 * Makes the columns of `createFlags` in a complete file truth values, in place. Returns how many there
 * were.
 *
 * @param bytes a file of at least format 1.8 (`libver: 'v108'`), whose object headers have checksums.
 */
export function withBooleans(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let columns = 0;
  for (let at = bytes.indexOf(COMPOUND[0]); at >= 0; at = bytes.indexOf(COMPOUND[0], at + 1)) {
    if (!matches(bytes, at, COMPOUND)) continue;
    const { from, checksum } = headerAround(bytes, at);
    // The same bytes among the data are none of ours.
    if (view.getUint32(checksum, true) !== lookup3(bytes.subarray(from, checksum))) continue;
    bytes.set(BOOLEAN, at);
    view.setUint32(checksum, lookup3(bytes.subarray(from, checksum)), true);
    columns += 1;
  }
  return columns;
}
