import { deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPacked, pack, unpack } from './packed';

const long = fc
  .string({ unit: 'grapheme', minLength: 301, maxLength: 2000 })
  // A byte order mark is not text; decoders drop it.
  .filter((text) => !text.startsWith('\ufeff'));

/** A packed text by the zlib and the base64 of Node. */
const packedByNode = (text: string) => `~${deflateRawSync(text).toString('base64url')}`;

describe('packing', () => {
  it('leaves short texts as they are', () => {
    expect(pack('S../..G')).toBe('S../..G');
    expect(pack('x'.repeat(300))).toBe('x'.repeat(300));
    expect(isPacked(pack('x'.repeat(301)))).toBe(true);
    expect(unpack(pack('~x'), 10)).toEqual({ text: '~x' });
  });

  it('is undone by unpacking, and by Node’s own zlib and base64', () => {
    fc.assert(
      fc.property(long, (text) => {
        const packed = pack(text);
        expect(packed).toMatch(/^~[A-Za-z0-9_-]+$/);
        expect(unpack(packed, text.length)).toEqual({ text });
        expect(inflateRawSync(Buffer.from(packed.slice(1), 'base64url')).toString()).toBe(text);
        expect(unpack(packedByNode(text), text.length)).toEqual({ text });
      }),
    );
  });

  it('makes a map of 40 by 40 cells fit into a link', () => {
    const map = Array.from({ length: 40 }, (_, r) =>
      Array.from({ length: 40 }, (_, c) => ((r * 7 + c * 3) % 11 === 0 ? '#' : '.')).join(''),
    ).join('/');
    expect(pack(map).length).toBeLessThan(400);
  });
});

describe('unpacking', () => {
  const broken = { fault: 'the compressed text is cut off or was changed on its way' };
  const tooLong = { fault: 'the compressed text is longer than the 100 characters allowed' };

  it('says what it cannot read', () => {
    for (const text of ['~', '~A', '~!!!!', '~äöü', '~////', '~AAAA', '~____'])
      expect(unpack(text, 100), text).toEqual(broken);
    const whole = pack('S'.repeat(150) + '.G#'.repeat(60));
    expect(unpack(whole.slice(0, -3), 1000)).toEqual(broken);
    expect(unpack(`~${Buffer.from([0xff, 0xfe, 0x41]).toString('base64url')}`, 100)).toEqual(
      broken,
    );
    const notText = `~${deflateRawSync(Buffer.from([0xff, 0xfe, 0x41])).toString('base64url')}`;
    expect(unpack(notText, 100)).toEqual(broken);
    expect(unpack(packedByNode('\ufffd'), 100)).toEqual({ text: '\ufffd' });
  });

  it('stops at the length allowed, however much there is to inflate', () => {
    expect(unpack(packedByNode('x'.repeat(301)), 100)).toEqual(tooLong);
    expect(unpack(packedByNode('\0'.repeat(50_000_000)), 100)).toEqual(tooLong);
    expect(unpack(`~${'A'.repeat(100_000)}`, 100)).toEqual(tooLong);
    expect(unpack(packedByNode('ä'.repeat(100)), 100)).toEqual({ text: 'ä'.repeat(100) });
  });

  it('never throws, whatever it is given', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'),
      maxLength: 400,
    });
    const damaged = fc.tuple(long, fc.nat(), letters).map(([text, at, piece]) => {
      const packed = pack(text);
      const cut = 1 + (at % (packed.length - 1));
      return packed.slice(0, cut) + piece.slice(0, 5) + packed.slice(cut + 3);
    });
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), letters, damaged).map((text) => `~${text}`),
        (text) => {
          const read = unpack(text, 500);
          if ('text' in read) expect(read.text.length).toBeLessThanOrEqual(1500);
          else expect(read.fault).toMatch(/^the compressed text is /);
        },
      ),
      { numRuns: 500 },
    );
  });
});
