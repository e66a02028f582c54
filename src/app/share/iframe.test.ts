import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEAST_SIZE } from '../embed/options';
import { escapeAttribute, iframeCode, MOST_PIXELS, readPixels } from './iframe';

/** What a browser makes of the five references that the code may hold. */
function unescape(text: string): string {
  const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_all, name) => signs[name]);
}

/** The attributes of an element that is written as ours is. */
function attributesOf(code: string): Record<string, string> {
  const inner = /^<iframe ([^<>]*)><\/iframe>$/.exec(code)?.[1];
  if (inner === undefined) throw new Error(`Not one iframe: ${code}`);
  const found = [...inner.matchAll(/([a-z]+)="([^"]*)"/g)].map(([, name, value]) => [
    name,
    unescape(value),
  ]);
  return Object.fromEntries(found);
}

describe('the code of an iframe', () => {
  it('is what a teacher pastes', () => {
    const address = 'https://example.org/offgrid/?embed=world&controls=run#v=1&cql.alpha=0.5';
    expect(iframeCode(address, 'Offgrid: BC’s ceiling', { width: 900, height: 600 })).toBe(
      '<iframe src="https://example.org/offgrid/?embed=world&amp;controls=run#v=1&amp;cql.alpha=0.5" title="Offgrid: BC’s ceiling" width="900" height="600" style="border:0" loading="lazy"></iframe>',
    );
  });

  it('can be as wide as its page', () => {
    const code = iframeCode('./?embed', 'Offgrid', { width: null, height: 600 });
    expect(attributesOf(code)).toMatchObject({ width: '100%', height: '600' });
  });

  it('says the address and the title again, whatever is in them', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'grapheme' }),
        (address, title) => {
          const code = iframeCode(address, title, { width: 600, height: 400 });
          expect(attributesOf(code)).toMatchObject({ src: address, title });
        },
      ),
    );
  });

  it('escapes what would end an attribute, once', () => {
    expect(escapeAttribute(`"><script>'&amp;`)).toBe('&quot;&gt;&lt;script&gt;&#39;&amp;amp;');
  });
});

describe('an entry of pixels', () => {
  it('is read as people write it', () => {
    for (const text of ['900', ' 900 ', '900px', '900 PX', '900.', '899.6'])
      expect(readPixels(text, 'width')).toEqual({ value: 900, fault: null });
  });

  it('is brought to the nearest bound, and says why', () => {
    expect(readPixels('599', 'width')).toEqual({ value: 600, fault: 'small' });
    expect(readPixels('-900', 'height')).toEqual({ value: 400, fault: 'small' });
    expect(readPixels('9'.repeat(400), 'height')).toEqual({ value: MOST_PIXELS, fault: 'large' });
    for (const text of ['', 'wide', '1e3', '80%', '9 0 0'])
      expect(readPixels(text, 'width')).toEqual({ value: 600, fault: 'unreadable' });
  });

  it('always gives an embed the room it needs', () => {
    const entries = fc.oneof(fc.string(), fc.double().map(String), fc.integer().map(String));
    fc.assert(
      fc.property(entries, fc.constantFrom('width', 'height'), (text, side) => {
        const { value } = readPixels(text, side);
        expect(Number.isInteger(value)).toBe(true);
        expect(value).toBeGreaterThanOrEqual(LEAST_SIZE[side]);
        expect(value).toBeLessThanOrEqual(MOST_PIXELS);
      }),
    );
  });
});
