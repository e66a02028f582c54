import decodeQR from 'qr/decode.js';
import { expect, it } from 'vitest';
import { codeOf } from './code';

/** Pixels that a module is wide. */
const WIDE = 4;

/** The picture that a code draws, as a camera would have it. */
function pictureOf({ path, size }: { readonly path: string; readonly size: number }) {
  const width = size * WIDE;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let row = 0; row < WIDE; row++)
      for (let column = 0; column < WIDE; column++) {
        const pixel = (Number(y) * WIDE + row) * width + Number(x) * WIDE + column;
        data.fill(0, pixel * 4, pixel * 4 + 3);
      }
  return { width, height: width, data };
}

it.each([
  'https://example.org/offgrid/#v=1&edition=2&scenario=extrapolation',
  'http://127.0.0.1:4173/?lang=de#v=1&edition=2&present=guess',
  `https://example.org/#v=1&${'a'.repeat(900)}`,
])('a phone reads out of a code what was put in: %s', (address) => {
  const code = codeOf(address);
  if (code === null) throw new Error('There is no code.');
  expect(decodeQR(pictureOf(code))).toBe(address);
});

it('there is none of what is longer than codes hold', () => {
  expect(codeOf('a'.repeat(4000))).toBeNull();
});
