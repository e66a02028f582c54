import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLink } from './link';
import { encodeMoment } from './moment';
import { resolveSettings } from './parse';
import { validSettings } from './testing';
import { decodeHash, encodeHash } from './url';

const SAMPLE = '#v=1&edition=2&scenario=cliff&world.map=S.%23/..G&train.seed=3&cql.alpha=0.5';
const sample = decodeHash(SAMPLE);

/** What programs do to the hash of a link, by name. Each keeps what it means. */
const MANGLINGS: Readonly<Record<string, (hash: string) => string>> = {
  '&amp;': (hash) => hash.replaceAll('&', '&amp;'),
  '&amp;amp;': (hash) => hash.replaceAll('&', '&amp;amp;'),
  '&#38;': (hash) => hash.replaceAll('&', '&#38;'),
  '&#x26;': (hash) => hash.replaceAll('&', '&#x26;'),
  '%26': (hash) => hash.replaceAll('&', '%26'),
  '%26amp;': (hash) => hash.replaceAll('&', '%26amp%3B'),
  '%3D': (hash) => hash.replaceAll('=', '%3D'),
  '%3d and %26': (hash) => hash.replaceAll('=', '%3d').replaceAll('&', '%26'),
  'all encoded': (hash) => `#${encodeURIComponent(hash.slice(1))}`,
  'all encoded with its hash': (hash) => `#${encodeURIComponent(hash)}`,
  'encoded twice': (hash) => `#${encodeURIComponent(encodeURIComponent(hash.slice(1)))}`,
  'percent encoded again': (hash) => hash.replaceAll('%', '%25'),
  '; for &': (hash) => hash.replaceAll('&', ';'),
  'quoted-printable': (hash) => hash.replaceAll('=', '=3D'),
  '.': (hash) => `${hash}.`,
  ')': (hash) => `${hash})`,
  ').': (hash) => `${hash}).`,
  ',': (hash) => `${hash},`,
  '”': (hash) => `${hash}”`,
  '”, encoded': (hash) => `${hash}%E2%80%9D`,
  '"': (hash) => `${hash}%22`,
  '’': (hash) => `${hash}’`,
  '»': (hash) => `${hash}»`,
  '*': (hash) => `${hash}*`,
  '**': (hash) => `${hash}**`,
  '!': (hash) => `${hash}!`,
  '?': (hash) => `${hash}?`,
  ':': (hash) => `${hash}:`,
  ';': (hash) => `${hash};`,
  '…': (hash) => `${hash}…`,
  '>': (hash) => `${hash}>`,
  '%3E': (hash) => `${hash}%3E`,
  '&gt;': (hash) => `${hash}&gt;`,
  '<…>': (hash) => `#<${hash}>`,
  '|text>': (hash) => `${hash}|the link>`,
  ']': (hash) => `${hash}]`,
  '/': (hash) => `${hash}/`,
  '&': (hash) => `${hash}&`,
  'zero-width space': (hash) => `${hash}\u200b`,
  'zero-width space, encoded': (hash) => `${hash}%E2%80%8B`,
  'zero-width space within': (hash) => hash.replace('&', '&\u200b'),
  'byte order mark': (hash) => `#\ufeff${hash.slice(1)}`,
  'soft hyphen': (hash) => `${hash.slice(0, 8)}\u00ad${hash.slice(8)}`,
  '%20': (hash) => `${hash}%20`,
  'a space': (hash) => `${hash} `,
  'words after it': (hash) => `${hash}%20is%20the%20link`,
  'no-break space': (hash) => `${hash}%C2%A0`,
  '%0A': (hash) => `${hash}%0A`,
  'line broken': (hash) => `${hash.slice(0, 14)}\n${hash.slice(14)}`,
  'soft line break': (hash) => `${hash.slice(0, 14)}=\n${hash.slice(14)}`,
  'soft line break in an address': (hash) => `${hash.slice(0, 14)}=${hash.slice(14)}`,
  '#/': (hash) => `#/${hash.slice(1)}`,
  '#!': (hash) => `#!${hash.slice(1)}`,
  '#!/': (hash) => `#!/${hash.slice(1)}`,
  '#?': (hash) => `#?${hash.slice(1)}`,
  '##': (hash) => `#${hash}`,
  '%23': (hash) => `#%23${hash.slice(1)}`,
  '#&': (hash) => `#&amp;${hash.slice(1)}`,
  utm_: (hash) => `${hash}&utm_source=chat&utm_medium=mail`,
  '?utm_': (hash) => `${hash}?utm_source=chat&utm_campaign=x`,
  fbclid: (hash) => `${hash}&fbclid=IwAR0abc-_`,
  gclid: (hash) => `${hash}&amp;gclid=abc`,
  twice: (hash) => hash + hash,
};

/** Those that change letters, which not every link survives. */
const CASED: Readonly<Record<string, (hash: string) => string>> = {
  'capital letters': (hash) => hash.toUpperCase(),
  'a capital at the beginning': (hash) => `#V${hash.slice(2)}`,
};

const mended = (notices: readonly { readonly message: string }[]) =>
  notices.filter(({ message }) => /changed on its way/.test(message));

describe('a link that was changed on its way', () => {
  for (const [name, mangle] of Object.entries({ ...MANGLINGS, ...CASED })) {
    it(`says what it said, and that it was mended: ${name}`, () => {
      const { settings, notices } = decodeLink(mangle(SAMPLE));
      expect(settings).toEqual(sample.settings);
      expect(notices).toHaveLength(1);
      expect(mended(notices)).toHaveLength(1);
    });
  }

  it('keeps moment and prediction', () => {
    for (const mangle of Object.values(MANGLINGS)) {
      const { moment } = decodeLink(mangle(`${SAMPLE}&at=1050&guess=cql,bc`));
      expect(moment).toEqual({ at: 1050, guess: ['cql', 'bc'] });
    }
  });

  it('keeps the place in a lesson or a lecture', () => {
    for (const place of ['lesson=01-believing.7', 'present=shift'])
      for (const mark of ['.', ')', '”', '%E2%80%8B', '*']) {
        const { settings, notices } = decodeLink(`#v=1&edition=2&${place}${mark}`);
        expect(settings).toEqual(decodeHash(`#v=1&edition=2&${place}`).settings);
        expect(mended(notices)).toHaveLength(1);
      }
  });

  it('is any link, changed in any way or in two', () => {
    const ways = Object.entries(MANGLINGS);
    fc.assert(
      fc.property(
        validSettings,
        fc.constantFrom(...ways),
        fc.option(
          fc.constantFrom(...ways.filter(([name]) => /^[.)”*,]$|zero-width space$/.test(name))),
        ),
        fc.boolean(),
        (settings, [, one], other, momentous) => {
          // A value at the end that a mark could belong to says so; everything else is unmistakable.
          const hash = `${encodeHash(settings)}${encodeMoment({ at: momentous ? 500 : 40, guess: [] })}`;
          const changed = other ? other[1](one(hash)) : one(hash);
          // Nothing in it to be encoded once more.
          fc.pre(changed !== hash);
          const link = decodeLink(changed);
          expect(link.settings).toEqual(settings);
          expect(mended(link.notices)).toHaveLength(1);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('is left alone where nothing is wrong with it', () => {
    fc.assert(
      fc.property(validSettings, (settings) => {
        const { notices, ...link } = decodeLink(encodeHash(settings));
        expect(notices).toEqual([]);
        expect(link.settings).toEqual(settings);
      }),
    );
    for (const hash of [
      '',
      '#',
      '#v=1',
      '#playground',
      '#v=1&edition=2&cql.alpha=0.50',
      '#edition=2&cql.alpha=.5',
    ])
      expect(decodeLink(hash).notices).toEqual([]);
  });

  it('says what has changed since, where it is of another edition', () => {
    const first = decodeLink('#v=1&scenario=extrapolation&cql.alpha=0.5&train.seed=3&at=1050');
    expect(first.settings).toMatchObject({ 'cql.alpha': 0.5, 'train.seed': 3 });
    expect(first.notices).toHaveLength(1);
    expect(first.notices[0].message).toMatch(/of the first edition.*scaled rewards.*restored/);
    const later = decodeLink('#v=1&edition=12&cql.alpha=0.5');
    expect(later.notices[0].message).toMatch(/of edition “12”, this page of edition 2/);
    // Its fault on the way is told as well.
    expect(decodeLink('#v=1&amp;cql.alpha=0.5').notices.map(({ key }) => key)).toEqual([
      'edition',
      'link',
    ]);
  });

  it('is of no edition where it says nothing of what is trained', () => {
    for (const hash of ['#v=1&layer=q', '#lesson=01-believing.2', '#v=1&speed=watch'])
      expect(decodeLink(hash).notices).toEqual([]);
  });

  it('is not guessed at: a wrong value stays one, with its own notice', () => {
    for (const hash of [
      '#v=1&edition=2&scenario=nowhere',
      '#v=1&edition=2&iql.expectile=7',
      '#v=1&edition=2&cql.omega=1',
      '#v=1&edition=2&world.map=S.G/..',
      '#v=1&edition=2&world=%E0%A4%A',
      '#v=9&data.size=300',
    ]) {
      const { notices, settings } = decodeLink(hash);
      expect(mended(notices), hash).toEqual([]);
      expect(notices.length, hash).toBeGreaterThan(0);
      expect(settings).toEqual(decodeHash(hash).settings);
    }
  });

  it('is mended as far as it can be where something is wrong with it besides', () => {
    const { settings, notices } = decodeLink('#v%3D1%26scenario%3Dnowhere%26cql.alpha%3D0.5');
    expect(settings['cql.alpha']).toBe(0.5);
    expect(notices.map(({ message }) => message).join()).toMatch(/changed on its way.*nowhere/);
  });

  it('never silently becomes the default scenario', () => {
    const standard = resolveSettings({}).settings;
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(60), (junk, at) => {
        const hash = SAMPLE.slice(0, at) + junk + SAMPLE.slice(at);
        const { settings, notices } = decodeLink(hash);
        if (settings.scenario === standard.scenario) expect(notices.length).toBeGreaterThan(0);
      }),
    );
  });

  it('takes no longer than a blink, however hostile it is', () => {
    const hostile = [
      '%26'.repeat(10_000),
      '&amp;'.repeat(8_000),
      '='.repeat(30_000),
      'v=1&edition=2&'.repeat(9_000),
      '%25'.repeat(12_000),
      `v=1&edition=2&${'cql.alpha=x.)&'.repeat(2_500)}`,
      '\u200b'.repeat(30_000),
      '.'.repeat(39_000),
      '&'.repeat(100_000),
    ];
    for (const text of hostile) expect(() => decodeLink(`#${text}`)).not.toThrow();
  });
});
