import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PageFile, PageVersion, Progress } from './protocol';
import { Versions } from './versions';

const SCOPE = 'https://example.org/some/folder/';

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** The part of the browser's caches that is used, which copies what it is given as those do. */
class MemoryCaches {
  readonly all = new Map<string, Map<string, { text: string; headers: Headers }>>();
  /** Characters that all caches hold at most. */
  room = Number.POSITIVE_INFINITY;

  async keys() {
    return [...this.all.keys()];
  }
  async delete(name: string) {
    return this.all.delete(name);
  }
  async open(name: string) {
    const entries = this.all.get(name) ?? new Map<string, { text: string; headers: Headers }>();
    this.all.set(name, entries);
    return {
      match: async (url: string) => {
        const found = entries.get(url);
        return found && new Response(found.text, { headers: found.headers });
      },
      put: async (url: string, response: Response) => {
        const text = await response.text();
        const held = [...this.all.values()].flatMap((one) => [...one.values()]);
        if (held.reduce((sum, one) => sum + one.text.length, text.length) > this.room)
          throw Object.assign(new Error('full'), { name: 'QuotaExceededError' });
        entries.set(url, { text, headers: response.headers });
      },
      keys: async () => [...entries.keys()].map((url) => ({ url })),
    } as unknown as Cache;
  }
}

interface Build {
  readonly version: PageVersion;
  readonly contents: ReadonlyMap<string, string>;
}

/** A build whose main script and one part are its own; the rest is the same in every build. */
function buildOf(name: string): Build {
  const texts: [string, string, Partial<PageFile>][] = [
    ['index.html', `<script src="./assets/index-${name}.js">`, { first: true }],
    [`assets/index-${name}.js`, `main of ${name}`, { first: true }],
    [`assets/Gallery-${name}.js`, `gallery of ${name}`, {}],
    ['assets/engine-same.js', 'the engine', {}],
    ['assets/en-same.js', 'English', { language: 'en' }],
    ['assets/de-same.js', 'Deutsch', { language: 'de' }],
  ];
  const files = texts.map(([path, text, more]) => ({
    path,
    bytes: text.length,
    hash: hashOf(text),
    ...more,
  }));
  const version = { version: name, main: `assets/index-${name}.js`, files };
  return { version, contents: new Map(texts.map(([path, text]) => [path, text])) };
}

let caches: MemoryCaches;
let asked: string[];
let time = 0;

beforeEach(() => {
  caches = new MemoryCaches();
  asked = [];
});

type Server = (path: string) => Response | Promise<Response>;

const serving =
  ({ contents }: Build, more: Readonly<Record<string, Server>> = {}): Server =>
  (path) => {
    if (more[path]) return more[path](path);
    const text = contents.get(path);
    return text === undefined ? new Response('none', { status: 404 }) : new Response(text);
  };

const gone: Server = () => Promise.reject(new TypeError('Failed to fetch'));

function versionsOf({ version }: Build, server: Server, scope = SCOPE): Versions {
  const fetch = async (address: string) => {
    const path = address.slice(scope.length);
    asked.push(path);
    return server(path);
  };
  return new Versions(version, { caches, fetch, now: () => ++time, scope });
}

async function keepAll(versions: Versions, language = 'en'): Promise<Progress> {
  let last: Progress | undefined;
  await versions.keep(language, (progress) => {
    last = progress;
  });
  if (last === undefined) throw new Error('Nothing was said.');
  return last;
}

const textOf = async (versions: Versions, path: string) => (await versions.kept(path))?.text();

describe('what is kept', () => {
  const one = buildOf('one');

  it('is at first what a visit begins with, then what readers of a language need', async () => {
    const versions = versionsOf(one, serving(one));
    await versions.prepare();
    expect(asked.sort()).toEqual(['assets/index-one.js', 'index.html']);
    const { done, kept, all, full } = await keepAll(versions);
    expect({ done, full }).toEqual({ done: true, full: false });
    expect(kept).toBe(all);
    expect(asked).toHaveLength(5);
    expect(await textOf(versions, 'assets/en-same.js')).toBe('English');
    expect(await versions.kept('assets/de-same.js')).toBeUndefined();
    await keepAll(versions, 'de');
    expect(await textOf(versions, 'assets/de-same.js')).toBe('Deutsch');
  });

  it('goes on where it was broken off, and says how far it has come', async () => {
    await versionsOf(one, serving(one)).prepare();
    const before = await keepAll(versionsOf(one, gone));
    expect(before).toMatchObject({ done: true, full: false });
    expect(before.kept).toBeLessThan(before.all);
    asked = [];
    const after = await keepAll(versionsOf(one, serving(one)));
    expect(after.kept).toBe(after.all);
    expect(asked).not.toContain('index.html');
  });

  it('says that the browser has no room for more', async () => {
    const versions = versionsOf(one, serving(one));
    await versions.prepare();
    caches.room = 80;
    expect(await keepAll(versions)).toMatchObject({ done: true, full: true });
    expect(await textOf(versions, 'assets/index-one.js')).toBe('main of one');
  });

  it.each([
    ['a login page', () => new Response('<h1>Please log in</h1>')],
    ['a file that is not there', () => new Response('', { status: 404 })],
  ])('is never %s in the place of a file', async (_, answer) => {
    const versions = versionsOf(one, serving(one, { 'assets/engine-same.js': answer }));
    await versions.prepare();
    const { kept, all } = await keepAll(versions);
    expect(all - kept).toBe('the engine'.length);
    expect(await versions.kept('assets/engine-same.js')).toBeUndefined();
    const beginning = versionsOf(one, serving(one, { 'index.html': answer }), `${SCOPE}other/`);
    await expect(beginning.prepare()).rejects.toThrow(/index\.html/);
  });

  it('is a document that a host has written a line into, without what describes its way', async () => {
    const line = () =>
      new Response('<script src="./assets/index-one.js"><script src="host.js">', {
        headers: { 'content-encoding': 'gzip', 'content-security-policy': "default-src 'self'" },
      });
    const versions = versionsOf(one, serving(one, { 'index.html': line }));
    await versions.prepare();
    const headers = (await versions.kept('index.html'))?.headers;
    expect(headers?.get('content-encoding')).toBeNull();
    expect(headers?.get('content-security-policy')).toBe("default-src 'self'");
  });

  it('is no document whose script is gone', async () => {
    const versions = versionsOf(one, serving(one));
    await versions.prepare();
    for (const entries of caches.all.values()) entries.delete(`${SCOPE}assets/index-one.js`);
    expect(await versions.kept('index.html')).toBeUndefined();
  });
});

describe('a new version', () => {
  const one = buildOf('one');
  const two = buildOf('two');

  it('fetches all that the one before has kept, but nothing that is the same in both', async () => {
    const before = versionsOf(one, serving(one));
    await before.prepare();
    await keepAll(before, 'de');
    asked = [];
    const after = versionsOf(two, serving(two));
    await after.prepare();
    expect(asked.sort()).toEqual(['assets/Gallery-two.js', 'assets/index-two.js', 'index.html']);
    expect(await textOf(after, 'assets/de-same.js')).toBe('Deutsch');
    expect(await textOf(after, 'index.html')).toContain('index-two.js');
  });

  it('is not there before the network has given all of it', async () => {
    const before = versionsOf(one, serving(one));
    await before.prepare();
    await keepAll(before);
    const lost = serving(two, { 'assets/Gallery-two.js': gone });
    await expect(versionsOf(two, lost).prepare()).rejects.toThrow('Failed to fetch');
    const refused = serving(two, {
      'assets/Gallery-two.js': () => new Response('', { status: 404 }),
    });
    await expect(versionsOf(two, refused).prepare()).resolves.toBeUndefined();
  });

  it('is not there while the server still gives the document of the one before', async () => {
    const late = serving(two, { 'index.html': serving(one) });
    await expect(versionsOf(two, late).prepare()).rejects.toThrow(/index\.html/);
  });

  it('serves the tabs of the one before, until none is left', async () => {
    const before = versionsOf(one, serving(one));
    await before.prepare();
    await keepAll(before);
    const after = versionsOf(two, serving(two));
    await after.prepare();
    await after.tidy(['assets/index-one.js', 'assets/index-two.js']);
    expect(await textOf(after, 'assets/Gallery-one.js')).toBe('gallery of one');
    await after.tidy(['assets/index-two.js']);
    expect(await after.kept('assets/Gallery-one.js')).toBeUndefined();
    expect(await textOf(after, 'assets/Gallery-two.js')).toBe('gallery of two');
  });

  it('leaves the one that has come after it, which waits and has no tab yet', async () => {
    const before = versionsOf(one, serving(one));
    await before.prepare();
    await keepAll(before);
    const after = versionsOf(two, serving(two));
    await after.prepare();
    await before.tidy(['assets/index-one.js']);
    expect(await textOf(after, 'index.html')).toContain('index-two.js');
    // Where the server goes back to the former one, that is the one which has come last.
    const again = versionsOf(one, serving(one));
    await again.prepare();
    await after.tidy(['assets/index-two.js']);
    expect(await textOf(again, 'index.html')).toContain('index-one.js');
    await again.tidy(['assets/index-one.js']);
    expect(await after.kept('index.html')).toBeUndefined();
  });

  it('lets other copies of the page at the same origin alone', async () => {
    const other = versionsOf(one, serving(one), 'https://example.org/');
    await other.prepare();
    const after = versionsOf(two, serving(two));
    await after.prepare();
    await after.tidy(['assets/index-two.js']);
    expect(await textOf(other, 'index.html')).toContain('index-one.js');
    await other.tidy(['assets/index-one.js']);
    expect(await textOf(after, 'index.html')).toContain('index-two.js');
  });
});

describe('what is asked for', () => {
  const versions = versionsOf(buildOf('one'), gone);
  const request = { method: 'GET', mode: 'cors', cache: 'default' } as const;
  const navigation = { ...request, mode: 'navigate' } as const;

  it.each([
    [{ ...navigation, url: SCOPE }, 'index.html'],
    [{ ...navigation, url: `${SCOPE}index.html?lang=de#v=1` }, 'index.html'],
    [{ ...navigation, url: `${SCOPE}licenses.md` }, null],
    [{ ...request, url: `${SCOPE}assets/index-one.js` }, 'assets/index-one.js'],
    [{ ...request, url: `${SCOPE}assets/of-another-version.js` }, 'assets/of-another-version.js'],
    [{ ...request, url: `${SCOPE}sw.js` }, null],
    [{ ...request, url: SCOPE }, null],
    [{ ...request, url: `${SCOPE}index.html`, cache: 'no-store' } as const, null],
    [{ ...request, url: `${SCOPE}assets/index-one.js`, method: 'POST' }, null],
    [{ ...request, url: 'https://example.com/assets/index-one.js' }, null],
  ])('%o is %s', (asking, path) => {
    expect(versions.asked(asking)).toBe(path);
  });
});
