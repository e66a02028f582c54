import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTROLS, embedOf, LEAST_SIZE, PANELS, THEMES } from '../state/embed-options';
import { initialModel } from '../state/model';
import { defaultSettings } from '../state/testing';
import { readLink } from '../state/url-sync';
import { embedAddress, escapeAttribute, iframeCode, MOST_PIXELS, readPixels } from './iframe';

/** What a browser makes of the five references that the code may hold. */
function plain(text: string): string {
  const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_all, name) => signs[name]);
}

/** The attributes of an element that is written as ours is. */
function attributesOf(code: string): Record<string, string> {
  const inner = /^<iframe ([^<>]*)><\/iframe>$/.exec(code)?.[1];
  if (inner === undefined) throw new Error(`Not one iframe: ${code}`);
  const found = [...inner.matchAll(/([a-z]+)="([^"]*)"/g)].map(([, name, value]) => [
    name,
    plain(value),
  ]);
  return Object.fromEntries(found);
}

describe('the address of an embed', () => {
  it('says what was chosen, the settings with their edits, and the step, but no prediction', () => {
    const choices = fc.record({
      panels: fc.subarray([...PANELS], { minLength: 1 }),
      controls: fc.subarray([...CONTROLS]),
      theme: fc.constantFrom(null, ...THEMES),
      language: fc.constantFrom(null, 'en' as const, 'de' as const),
    });
    const alphas = fc.constantFrom(0.1, 0.5, 2);
    const steps = fc.option(fc.integer({ min: 1, max: 9999 }));
    fc.assert(
      fc.property(choices, alphas, steps, (choice, alpha, at) => {
        const settings = { ...defaultSettings(), 'cql.alpha': alpha };
        const edits = [{ step: 50, key: 'cql.alpha', value: 1 }];
        const model = {
          ...initialModel(settings, edits, 'run-1'),
          prediction: { stage: 'answered' as const, chosen: ['cql'] },
        };
        const address = new URL(embedAddress(model, 'https://example.org/offgrid/', choice, at));
        expect(address.pathname).toBe('/offgrid/');
        expect(embedOf(address.search)).toEqual({ ...choice, unknown: [] });
        const { link, notices } = readLink(address.hash);
        expect(notices).toEqual([]);
        expect(link).toEqual({ settings, edits, moment: { at, guess: [] } });
      }),
    );
  });
});

describe('the code of an iframe', () => {
  it('is what a teacher pastes', () => {
    const address =
      'https://example.org/offgrid/?embed=world&controls=run#v=1&edition=2&cql.alpha=0.5';
    expect(iframeCode(address, 'Offgrid: BC’s ceiling', { width: 900, height: 600 })).toBe(
      '<iframe src="https://example.org/offgrid/?embed=world&amp;controls=run#v=1&amp;edition=2&amp;cql.alpha=0.5" title="Offgrid: BC’s ceiling" width="900" height="600" style="border:0" loading="lazy"></iframe>',
    );
  });

  it('can be as wide as its page', () => {
    const code = iframeCode('./?embed', 'Offgrid', { width: null, height: 600 });
    expect(attributesOf(code)).toMatchObject({ width: '100%', height: '600' });
  });

  it('says the address and the title again, whatever is in them', () => {
    const texts = fc.string({ unit: fc.constantFrom(...`&<>"'#;=/ ampltquot39é漢`) });
    fc.assert(
      fc.property(texts, texts, (address, title) => {
        const code = iframeCode(address, title, { width: 600, height: 400 });
        expect(attributesOf(code)).toMatchObject({ src: address, title });
      }),
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
