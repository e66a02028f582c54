import { describe, expect, it } from 'vitest';
import { attributes, escapeText, paintOf, short } from './markup';

describe('paintOf', () => {
  it.each([
    ['#16181D', '#16181d', 1],
    ['#abc', '#aabbcc', 1],
    ['rgb(213, 94, 0)', '#d55e00', 1],
    ['rgba(255,255,255,.85)', '#ffffff', 0.85],
    ['rgb(0 0 0 / 50%)', '#000000', 0.5],
    ['color(srgb 1 0 0.5 / 0.25)', '#ff0080', 0.25],
    ['transparent', 'none', 1],
    ['none', 'none', 1],
  ])('reads %s', (given, color, alpha) => {
    expect(paintOf(given)).toEqual({ color, alpha });
  });

  it('refuses what it does not know', () => {
    expect(() => paintOf('var(--ink)')).toThrow(TypeError);
    expect(() => paintOf('oklch(0.5 0.2 30)')).toThrow(TypeError);
  });
});

describe('markup', () => {
  it('escapes what would be markup', () => {
    expect(escapeText('a < b & "c"')).toBe('a &lt; b &amp; "c"');
    expect(attributes({ a: '"<&', b: undefined })).toBe(' a="&quot;&lt;&amp;"');
  });

  it('writes numbers short, never as −0', () => {
    expect([1 / 3, -0.0001, 1e-9, 12].map(short)).toEqual(['0.333', '0', '0', '12']);
  });
});
