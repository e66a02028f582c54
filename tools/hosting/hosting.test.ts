import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { build } from 'vite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { offline, versionOf, writeOffline } from '../offline-plugin.mjs';
import { headersFile, htaccess, nginx, policyOf } from './headers.mjs';
import { packed, sumsOf } from './pack.mjs';
import { keepPublished } from './published.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'offgrid-hosting-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** A page of which one script is its own and one is that of every version. */
function writePage(name: string, path = `page-${name}`): string {
  const page = join(folder, path);
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'self'" />`;
  write(
    `${path}/index.html`,
    `${policy}<script type="module" crossorigin src="./assets/index-${name}.js"></script>`,
  );
  write(`${path}/assets/index-${name}.js`, `main of ${name}`);
  write(`${path}/assets/engine-12345678.js`, 'engine');
  write(`${path}/assets/de-12345678.js`, 'Deutsch');
  write(`${path}/assets/de.lecture-12345678.js`, 'Vorlesung');
  write(`${path}/licenses.md`, 'licences');
  write(`${path}/first-screen.png`, 'a picture');
  writeOffline(page, '// the program\n');
  return page;
}

describe('the list of a version’s files', () => {
  it('says which a visit begins with, and which are for readers of one language', () => {
    const { main, files } = versionOf(writePage('one'));
    expect(main).toBe('assets/index-one.js');
    const of = (pick: (file: (typeof files)[number]) => unknown) =>
      files.filter(pick).map(({ path }) => path);
    expect(of(({ first }) => first).sort()).toEqual(['assets/index-one.js', 'index.html']);
    expect(of(({ language }) => language === 'de').sort()).toEqual([
      'assets/de-12345678.js',
      'assets/de.lecture-12345678.js',
    ]);
    expect(of(({ path }) => /licenses|first-screen|sw\.js|files\.json/.test(path))).toEqual([]);
  });

  it('is another where any file is, and the same where none is', () => {
    const page = writePage('one');
    const { version } = versionOf(page);
    expect(versionOf(writePage('one', 'again')).version).toBe(version);
    write('page-one/assets/engine-12345678.js', 'engine!');
    expect(versionOf(page).version).not.toBe(version);
  });

  it('stands before the service worker’s program, however often it is written', () => {
    const page = writePage('one');
    writeOffline(page);
    const [list, ...program] = readFileSync(join(page, 'sw.js'), 'utf8').split('\n');
    expect(JSON.parse(/=(.*);$/.exec(list)?.[1] ?? '')).toEqual(versionOf(page));
    expect(program.join('\n')).toBe('// the program\n');
  });

  it.each([
    ['a relative one', (_: string) => 'built'],
    ['one elsewhere', (elsewhere: string) => elsewhere],
  ])('is written into the folder that is built: %s', async (_, outDirOf) => {
    write('root/index.html', '<script type="module" src="./main.js"></script>');
    write('root/main.js', 'document.title = "main";');
    const root = join(folder, 'root');
    const outDir = outDirOf(join(folder, 'elsewhere'));
    const plugins = [offline()];
    await build({
      root,
      base: './',
      configFile: false,
      logLevel: 'silent',
      plugins,
      build: { outDir },
    });
    const page = resolve(root, outDir);
    expect(existsSync(join(page, 'sw.js'))).toBe(true);
    expect(JSON.parse(readFileSync(join(page, 'files.json'), 'utf8'))).toEqual(versionOf(page));
  });
});

describe('the archive', () => {
  const about = { licence: 'MIT', date: new Date('2026-11-27T12:00:00Z') };

  it('holds the page with licences, headers and checksums that hold', () => {
    const files = unzipSync(packed(writePage('one'), about));
    const text = (name: string) => Buffer.from(files[name] ?? []).toString();
    expect(Object.keys(files).sort()).toEqual([
      '.htaccess',
      'LICENSE',
      'SHA256SUMS',
      '_headers',
      'assets/de-12345678.js',
      'assets/de.lecture-12345678.js',
      'assets/engine-12345678.js',
      'assets/index-one.js',
      'files.json',
      'index.html',
      'licenses.md',
      'sw.js',
    ]);
    const { SHA256SUMS, ...rest } = files;
    expect(Buffer.from(SHA256SUMS ?? []).toString()).toBe(sumsOf(rest).toString());
    expect(text('_headers')).toContain("Content-Security-Policy: default-src 'self'");
    // Checked by the program that it is written for.
    for (const [name, bytes] of Object.entries(files))
      write(`out/${name}`, Buffer.from(bytes).toString('latin1'));
    const check = spawnSync('sha256sum', ['-c', '--quiet', 'SHA256SUMS'], {
      cwd: join(folder, 'out'),
    });
    if (check.error === undefined) expect(check.status).toBe(0);
  });

  it('is the same to the byte for the same page', () => {
    const once = packed(writePage('one'), about);
    expect(Buffer.compare(once, packed(writePage('one', 'again'), about))).toBe(0);
  });
});

describe('what servers are told', () => {
  const policy = policyOf(readFileSync('index.html', 'utf8'));

  it('is the policy that the page has itself kept to', () => {
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
    for (const file of [headersFile(policy), htaccess(policy), nginx(policy)])
      expect(file).toContain(policy);
    expect(() => policyOf('<html></html>')).toThrow('names no Content-Security-Policy');
  });

  it('says no header twice of one path, since hosts join what they are told', () => {
    const rules = headersFile(policy)
      .split(/\n(?=\/)/)
      .map((rule) => {
        const [path, ...lines] = rule.trim().split('\n');
        return { path, names: lines.map((line) => line.trim().split(':', 1)[0]) };
      });
    const matches = (rule: string, path: string) =>
      rule.endsWith('*') ? path.startsWith(rule.slice(0, -1)) : rule === path;
    for (const path of ['/', '/index.html', '/sw.js', '/assets/index-12345678.js']) {
      const names = rules.filter((rule) => matches(rule.path ?? '', path)).flatMap((r) => r.names);
      expect(names.sort()).toEqual([
        'Access-Control-Allow-Origin',
        'Cache-Control',
        'Content-Security-Policy',
        'X-Content-Type-Options',
      ]);
    }
  });

  it('is written in the paper as it is', () => {
    expect(readFileSync('docs/hosting.md', 'utf8')).toContain(
      `\`\`\`nginx\n${nginx(policy)}\`\`\``,
    );
  });
});

describe('files of versions before', () => {
  /** What is published; none before the first day. */
  let site: string | null = null;
  beforeEach(() => {
    site = null;
  });
  const read = async (path: string) => {
    const file = join(site ?? '', path);
    return site !== null && existsSync(file) ? readFileSync(file) : null;
  };
  const publish = async (name: string, day: number) => {
    const page = writePage(name, `page-${name}-${day}`);
    const now = new Date(Date.UTC(2026, 10, day));
    const versions = await keepPublished({ page, read, days: 7, now });
    site = page;
    return { page, versions, assets: readdirSync(join(page, 'assets')).sort() };
  };
  const mains = ({ assets }: Awaited<ReturnType<typeof publish>>) =>
    assets.filter((name) => name.startsWith('index-'));

  it('are published for a week after they were replaced, however long they were up', async () => {
    expect(mains(await publish('one', 1))).toEqual(['index-one.js']);
    // After twenty days in which it was open all the time.
    expect(mains(await publish('two', 21))).toEqual(['index-one.js', 'index-two.js']);
    const third = await publish('three', 27);
    expect(mains(third)).toEqual(['index-one.js', 'index-three.js', 'index-two.js']);
    const later = await publish('four', 29);
    expect(mains(later)).toEqual(['index-four.js', 'index-three.js', 'index-two.js']);
    const said = JSON.parse(readFileSync(join(later.page, 'versions.json'), 'utf8'));
    expect(said.versions).toEqual(later.versions);
  });

  it('never take the place of the page’s own, and are in no list of it', async () => {
    const { page: before } = await publish('one', 1);
    writeFileSync(join(before, 'assets/engine-12345678.js'), 'spoilt');
    const { page } = await publish('two', 2);
    expect(readFileSync(join(page, 'assets/engine-12345678.js'), 'utf8')).toBe('engine');
    expect(readFileSync(join(page, 'index.html'), 'utf8')).toContain('index-two.js');
    expect(readFileSync(join(page, 'sw.js'), 'utf8')).not.toContain('index-one.js');
  });

  it('are the same when a version is published again, or goes back to one before', async () => {
    await publish('one', 1);
    await publish('two', 2);
    const { versions } = await publish('two', 3);
    expect(versions.map(({ published }) => published.slice(0, 10))).toEqual([
      '2026-11-01',
      '2026-11-03',
    ]);
    expect(mains(await publish('one', 4))).toEqual(['index-one.js', 'index-two.js']);
  });

  it.each(['', 'nonsense', '{"versions":[{"version":1}]}', '{"versions":7}'])(
    'begin anew where the published page says %j',
    async (text) => {
      write('site/versions.json', text);
      site = join(folder, 'site');
      expect((await publish('one', 1)).versions).toHaveLength(1);
    },
  );

  it('are only those of the folder of assets, whatever is said', async () => {
    const published = new Date(Date.UTC(2026, 10, 1)).toISOString();
    const files = ['../secret', 'index.html', 'assets/../../secret'];
    write('secret', 'not for the public');
    write('site/versions.json', JSON.stringify({ versions: [{ version: 'x', published, files }] }));
    site = join(folder, 'site');
    const { page } = await publish('one', 2);
    expect(readdirSync(page, { recursive: true }).join(' ')).not.toContain('secret');
  });
});
