import { describe, expect, it } from 'vitest';
import { decodeLink } from '../../experiment/settings/link';
import { takeLink } from './address';

function opened(address: string) {
  const { hash, search, pathname } = new URL(address, 'https://example.org');
  const replaced: string[] = [];
  const link = takeLink({
    location: { hash, search, pathname },
    history: { replaceState: (_data, _unused, url) => replaced.push(url) },
  });
  return { link, replaced, ...decodeLink(link) };
}

describe('the link that a page is opened with', () => {
  it('is its hash', () => {
    const { link, replaced, notices } = opened('/x/?lang=de#v=1&edition=2&scenario=cliff');
    expect(link).toBe('#v=1&edition=2&scenario=cliff');
    expect(replaced).toEqual([]);
    expect(notices).toEqual([]);
  });

  for (const [address, left] of [
    ['/x/?v=1&edition=2&scenario=cliff&cql.alpha=0.5', '/x/'],
    ['/x/?lang=de&v=1&edition=2&scenario=cliff&cql.alpha=0.5', '/x/?lang=de'],
    ['/x/?v=1&amp;edition=2&amp;scenario=cliff&amp;cql.alpha=0.5', '/x/'],
    ['/x/?v%3D1%26scenario%3Dcliff%26cql.alpha%3D0.5', '/x/'],
    ['/x/?%23v=1&edition=2&scenario=cliff&cql.alpha=0.5', '/x/'],
    ['/x/?embed=world%23v=1&edition=2&scenario=cliff&cql.alpha=0.5', '/x/?embed=world'],
    ['/x/?lang=en%23v%3D1%26scenario%3Dcliff%26cql.alpha%3D0.5.', '/x/?lang=en'],
    ['/x/?fbclid=abc&v=1&edition=2&scenario=cliff&cql.alpha=0.5', '/x/'],
    ['/x/%23v=1&edition=2&scenario=cliff&cql.alpha=0.5', '/x/'],
    ['/x/index.html%23v%3D1%26scenario%3Dcliff%26cql.alpha%3D0.5', '/x/index.html'],
    ['/x/?v=1&edition=2&scenario=cliff&cql.alpha=0.5#', '/x/'],
  ] as const) {
    it(`is found where programs put it: ${address}`, () => {
      const { settings, notices, replaced } = opened(address);
      expect(settings).toMatchObject({ scenario: 'cliff', 'cql.alpha': 0.5 });
      expect(notices.map(({ message }) => message).join()).toMatch(/changed on its way/);
      expect(replaced).toEqual([left]);
    });
  }

  it('is none where the query says nothing of a run', () => {
    for (const address of [
      '/x/',
      '/x/?lang=de',
      '/x/?fbclid=abc',
      '/x/?embed&theme=dark',
      '/x/?a=b',
    ]) {
      const { link, replaced } = opened(address);
      expect(link).toBe('');
      expect(replaced).toEqual([]);
    }
  });
});
