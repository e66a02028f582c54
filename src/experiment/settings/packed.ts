import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import { notices } from '../../texts/notices';

/** What a packed text begins with; no text of a setting does otherwise. */
const MARK = '~';

/** Texts up to this many characters travel readably. */
const READABLE = 300;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const CODES: ReadonlyMap<string, number> = new Map(
  [...ALPHABET].map((letter, code) => [letter, code]),
);

/** Bytes of UTF-8 that one UTF-16 unit takes at most. */
const BYTES_A_CHARACTER = 3;

/** Compressed bytes taken at a time; what comes of them (at most 1032 times as much) is counted. */
const SLICE = 256;

/** base64url without padding (RFC 4648, section 5). */
function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const three = (bytes[i] << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const letters = Math.min(4, bytes.length - i + 1);
    for (let k = 0; k < letters; k++) text += ALPHABET[(three >> (18 - 6 * k)) & 63];
  }
  return text;
}

/** The bytes of a base64url text, null where it is none. */
function fromBase64(text: string): Uint8Array | null {
  if (text.length % 4 === 1) return null;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const letter of text) {
    const code = CODES.get(letter);
    if (code === undefined) return null;
    held = ((held << 6) | code) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (held >> bits) & 255;
  }
  return bytes;
}

/** Inflates up to `limit` bytes; null where there are more. Throws what the decoder throws. */
function inflate(packed: Uint8Array, limit: number): Uint8Array | null {
  const bytes = new Uint8Array(limit);
  let size = 0;
  const decoder = new Inflate((chunk) => {
    if (size + chunk.length <= limit) bytes.set(chunk, size);
    size += chunk.length;
  });
  for (let at = 0; at < packed.length; at += SLICE) {
    decoder.push(packed.subarray(at, at + SLICE), at + SLICE >= packed.length);
    if (size > limit) return null;
  }
  return bytes.subarray(0, size);
}

/** Blanks, breaks and letters beyond ASCII are codes in a link, and what mail and chat do to these is past mending. */
const FRAGILE = /[^!-~]/;

/** A text as a link has it: long or fragile ones compressed, `~` and base64url of raw deflate (RFC 1951). */
export function pack(text: string): string {
  if (text.length <= READABLE && !text.startsWith(MARK) && !FRAGILE.test(text)) return text;
  return MARK + toBase64(deflateSync(strToU8(text), { level: 9 }));
}

/** Whether a text of a link is a packed one. */
export function isPacked(text: string): boolean {
  return text.startsWith(MARK);
}

/**
 * The text of a packed one, or a clause about why there is none. Never throws, and never inflates
 * more than a text of `maxLength` characters can take.
 */
export function unpack(packed: string, maxLength: number): { text: string } | { fault: string } {
  const limit = maxLength * BYTES_A_CHARACTER;
  const tooLong = { fault: notices().packedTooLong(maxLength) };
  // Deflate stores what it cannot compress, so that nothing legal is longer than this in base64.
  if (packed.length > 2 * limit + 100) return tooLong;
  const broken = { fault: notices().packedBroken };
  const bytes = fromBase64(packed.slice(MARK.length));
  if (bytes === null || bytes.length === 0) return broken;
  try {
    const plain = inflate(bytes, limit);
    if (plain === null) return tooLong;
    const text = strFromU8(plain);
    // What is no UTF-8 is decoded into replacement characters, which are other bytes.
    const again = strToU8(text);
    const same = again.length === plain.length && again.every((byte, i) => byte === plain[i]);
    return same ? { text } : broken;
  } catch {
    return broken;
  }
}
