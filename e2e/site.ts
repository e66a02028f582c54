import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { packed } from '../tools/hosting/pack.mjs';
import { writeOffline } from '../tools/offline-plugin.mjs';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

type Rule = readonly [path: string, headers: Readonly<Record<string, string>>];

/** The rules of a `_headers` file. */
function rulesOf(text: string): readonly Rule[] {
  return text.split(/\n(?=\/)/).map((rule): Rule => {
    const [path = '', ...lines] = rule.trim().split('\n');
    const headers = lines.map((line) => line.trim().split(/: (.*)/s) as [string, string]);
    return [path, Object.fromEntries(headers.map(([name, value]) => [name, value]))];
  });
}

/** A static host that serves the archive's folder under some path, with the headers that the archive asks for. */
export class Site {
  readonly #server: Server;
  readonly #path: string;
  readonly #folders: string[] = [];
  #folder = '';
  #rules: readonly Rule[] = [];
  /** Paths below the page's folder that were asked for. */
  asked: string[] = [];
  /** Answers with 404 what it says. */
  gone: (path: string) => boolean = () => false;

  private constructor(server: Server, path: string) {
    this.#server = server;
    this.#path = path;
  }

  /** Serves the built page, as it is unpacked, on a free local port. */
  static async open(path = '/some/deep/path/'): Promise<Site> {
    const server = createServer();
    const site = new Site(server, path);
    server.on('request', ({ url = '' }, response) => {
      const answer = site.#answer(decodeURIComponent(new URL(url, 'http://host').pathname));
      response.writeHead(answer.status, answer.headers).end(answer.body);
    });
    const folder = site.#newFolder();
    const archive = packed('dist', { licence: 'MIT', date: new Date(0x1_9a_00_00_00_00) });
    for (const [name, bytes] of Object.entries(unzipSync(archive))) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), bytes);
    }
    site.serve(folder);
    await site.start();
    return site;
  }

  get folder(): string {
    return this.#folder;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}${this.#path}`;
  }

  start(port = 0): Promise<void> {
    return new Promise((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
  }

  /** Has another folder published, and nothing else any more. */
  serve(folder: string): void {
    this.#folder = folder;
    this.#rules = rulesOf(readFileSync(join(folder, '_headers'), 'utf8'));
  }

  /**
   * The page as another build would have it: every script and style sheet has another name, as it has where what
   * all of them share is another. Returns its folder.
   */
  another(mark: string): string {
    const folder = this.#newFolder();
    cpSync(this.#folder, folder, { recursive: true });
    const assets = join(folder, 'assets');
    const names = readdirSync(assets).filter((name) => /-[\w-]{8}\.(js|css)$/.test(name));
    const renamed = (name: string) =>
      name.replace(/(.)(\.\w+)$/, (_, last, ending) => `${last === mark ? '_' : mark}${ending}`);
    const all = new RegExp(names.map((name) => name.replace(/[.$]/g, '\\$&')).join('|'), 'g');
    for (const name of [...names.map((one) => `assets/${one}`), 'index.html']) {
      const file = join(folder, name);
      writeFileSync(file, readFileSync(file, 'utf8').replace(all, renamed));
    }
    for (const name of names) renameSync(join(assets, name), join(assets, renamed(name)));
    writeOffline(folder);
    return folder;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
    for (const folder of this.#folders) rmSync(folder, { recursive: true, force: true });
  }

  #newFolder(): string {
    const folder = mkdtempSync(join(tmpdir(), 'offgrid-site-'));
    this.#folders.push(folder);
    return folder;
  }

  #answer(address: string) {
    const path = address.startsWith(this.#path) ? address.slice(this.#path.length) : null;
    const file = path === null ? '' : join(this.#folder, path === '' ? 'index.html' : path);
    if (path !== null) this.asked.push(path);
    if (path === null || this.gone(path) || !existsSync(file) || !statSync(file).isFile())
      return { status: 404, headers: {}, body: 'not found' };
    const named = this.#rules.filter(([rule]) =>
      rule.endsWith('*') ? `/${path}`.startsWith(rule.slice(0, -1)) : rule === `/${path}`,
    );
    const type = { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' };
    const headers = Object.assign({}, type, ...named.map(([, said]) => said));
    return { status: 200, headers, body: readFileSync(file) };
  }
}
