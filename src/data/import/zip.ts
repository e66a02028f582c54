import { Inflate, strFromU8 } from 'fflate';
import { reading } from '../../texts/reading';
import { unreadable } from '../../texts/unreadable';
import { UnreadableFile } from './faults';
import type { Sliced } from './sliced';

/*
 * fflate unzips whole archives at once: nothing bounds what comes out, nothing can be interrupted,
 * and checksums are not looked at, so that a damaged file reads as if it were well. So its inflater
 * is used, piece by piece, under a directory read here.
 */

/** Most bytes that the entries read of one archive may have together. */
const UNZIPPED_LIMIT = 256 * 1024 * 1024;
const PIECE = 1 << 16;

const END_SIGNATURE = 0x06054b50;
const END_SIZE = 22;
const COMMENT_LIMIT = 0xffff;
const DIRECTORY_SIGNATURE = 0x02014b50;
const DIRECTORY_SIZE = 46;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_SIZE = 30;
const ZIP64 = 0xffffffff;
const STORED = 0;
const DEFLATED = 8;

/** A file in an archive, not yet inflated. */
export interface ZipEntry {
  readonly name: string;
  /** Bytes when inflated, as the directory says. */
  readonly size: number;
  readonly method: number;
  readonly encrypted: boolean;
  readonly checksum: number;
  readonly packed: number;
  readonly offset: number;
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The directory of an archive. Throws UnreadableFile where there is none that makes sense. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] {
  const view = viewOf(bytes);
  const end = endRecord(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + DIRECTORY_SIZE > end || view.getUint32(at, true) !== DIRECTORY_SIGNATURE) {
      throw new UnreadableFile(unreadable().directory);
    }
    const nameLength = view.getUint16(at + 28, true);
    const flags = view.getUint16(at + 8, true);
    entries.push({
      name: strFromU8(bytes.subarray(at + DIRECTORY_SIZE, at + DIRECTORY_SIZE + nameLength)),
      method: view.getUint16(at + 10, true),
      encrypted: (flags & 1) === 1,
      checksum: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at +=
      DIRECTORY_SIZE + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Where the end record begins: it is the last thing but for a comment. */
function endRecord(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_SIZE - COMMENT_LIMIT);
  for (let at = view.byteLength - END_SIZE; at >= first; at--) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  throw new UnreadableFile(unreadable().directoryMissing);
}

/** Inflates entries under one limit for all of them together. */
export class Unzipper {
  readonly #bytes: Uint8Array;
  #left = UNZIPPED_LIMIT;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** The bytes of an entry, held against its checksum. Throws UnreadableFile, naming the entry. */
  *read(entry: ZipEntry): Sliced<Uint8Array> {
    const packed = this.#packed(entry);
    if (entry.size > this.#left) {
      throw new UnreadableFile(
        unreadable().tooMuch(
          reading().name(entry.name),
          megabytes(entry.size),
          megabytes(UNZIPPED_LIMIT),
        ),
      );
    }
    this.#left -= entry.size;
    const bytes = entry.method === STORED ? packed : yield* inflate(entry, packed);
    if (bytes.length !== entry.size || (yield* checksum(bytes)) !== entry.checksum) {
      throw new UnreadableFile(unreadable().checksum(reading().name(entry.name)));
    }
    return bytes;
  }

  #packed(entry: ZipEntry): Uint8Array {
    const { name, offset, packed } = entry;
    const named = reading().name(name);
    if (entry.encrypted) {
      throw new UnreadableFile(unreadable().encrypted(named));
    }
    if (entry.method !== STORED && entry.method !== DEFLATED) {
      throw new UnreadableFile(unreadable().method(named));
    }
    if (entry.size === ZIP64 || packed === ZIP64 || offset === ZIP64) {
      throw new UnreadableFile(unreadable().larger(named));
    }
    const view = viewOf(this.#bytes);
    if (offset + LOCAL_SIZE > view.byteLength || view.getUint32(offset, true) !== LOCAL_SIGNATURE) {
      throw new UnreadableFile(unreadable().misplaced(named));
    }
    const start =
      offset + LOCAL_SIZE + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    if (start + packed > view.byteLength) {
      throw new UnreadableFile(unreadable().incomplete(named));
    }
    return this.#bytes.subarray(start, start + packed);
  }
}

const megabytes = (bytes: number): number => Math.ceil(bytes / 2 ** 20);

function* inflate(entry: ZipEntry, packed: Uint8Array): Sliced<Uint8Array> {
  const bytes = new Uint8Array(entry.size);
  let filled = 0;
  let tooLong = false;
  const inflater = new Inflate((piece) => {
    if (filled + piece.length > bytes.length) tooLong = true;
    else bytes.set(piece, filled);
    filled += piece.length;
  });
  for (let at = 0; at < packed.length; at += PIECE) {
    const last = at + PIECE >= packed.length;
    try {
      inflater.push(packed.subarray(at, at + PIECE), last);
    } catch {
      throw new UnreadableFile(unreadable().packed(reading().name(entry.name)));
    }
    // What says more than it holds is an accident or an attack; neither is unpacked to its end.
    if (tooLong) break;
    yield (at + PIECE) / packed.length;
  }
  return tooLong ? bytes.subarray(0, 0) : bytes.subarray(0, filled);
}

const CRC_TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** CRC-32 of ISO 3309, as zip uses it. */
function* checksum(bytes: Uint8Array): Sliced<number> {
  let crc = -1;
  for (let at = 0; at < bytes.length; ) {
    const end = Math.min(at + (1 << 22), bytes.length);
    for (; at < end; at++) crc = CRC_TABLE[(crc ^ bytes[at]) & 0xff] ^ (crc >>> 8);
    yield 1;
  }
  return ~crc >>> 0;
}
