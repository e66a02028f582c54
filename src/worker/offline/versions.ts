import type { PageFile, PageVersion, Progress } from './protocol';

/** What is asked of a browser's caches; their names are those of everything at the same origin. */
export interface Surroundings {
  readonly caches: Pick<CacheStorage, 'open' | 'keys' | 'delete'>;
  readonly fetch: (address: string, options: RequestInit) => Promise<Response>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Address of the page's folder, with the slash at its end. */
  readonly scope: string;
}

/** The server gave something else than the version consists of: asking it again is of no use. */
class Wrong extends Error {}

/** Under this name a cache says for whose languages it keeps files. */
const LANGUAGES = 'kept-languages.json';
/** And under this one since when it is there. */
const SINCE = 'kept-since.json';

const DOCUMENT = 'index.html';
const TOGETHER = 3;

/** Headers that describe how a body travelled, which is read by now. */
const OF_THE_WAY = ['content-encoding', 'content-length', 'transfer-encoding'];

const isFull = (fault: unknown) => fault instanceof Error && fault.name === 'QuotaExceededError';

/** The versions of the page that this browser keeps, a cache each. */
export class Versions {
  readonly #own: PageVersion;
  readonly #around: Surroundings;
  readonly #prefix: string;

  constructor(own: PageVersion, around: Surroundings) {
    this.#own = own;
    this.#around = around;
    this.#prefix = `offgrid ${around.scope} `;
  }

  /**
   * Keeps all that is needed to take the place of the versions before: what a visit begins with, and what they
   * keep for their languages. Files that the server has not, or not so, are left out unless a visit begins with
   * them. Rejects where one of those cannot be kept, or the server cannot be reached.
   */
  async prepare(): Promise<void> {
    const before = await this.#others();
    const cache = await this.#cache();
    await cache.put(this.#address(SINCE), new Response(String(this.#around.now())));
    await this.#keep(({ first }) => first === true, false);
    if (before.length === 0) return;
    const languages = await this.#languagesOf(before);
    for (const language of languages) await this.#remember(language);
    await this.#keep((file) => isFor(file, languages), true);
  }

  /** Keeps what readers of a language need, as far as that can be had; says how far it has come. */
  async keep(language: string, tell: (progress: Progress) => void): Promise<void> {
    let full = false;
    try {
      await this.#remember(language);
      await this.#keep(
        (file) => isFor(file, [language]),
        true,
        async () => tell(await this.#progress(language, false, false)),
      );
    } catch (fault) {
      full = isFull(fault);
    }
    tell(await this.#progress(language, true, full));
  }

  /** The name of the file that is asked for; null where none of ours is, or the server itself is asked. */
  asked({ method, mode, url, cache }: Pick<Request, 'method' | 'mode' | 'url' | 'cache'>) {
    const { scope } = this.#around;
    const [address] = url.split(/[?#]/, 1);
    if (method !== 'GET' || cache === 'no-store' || !address.startsWith(scope)) return null;
    const path = address.slice(scope.length);
    if (mode === 'navigate') return path === '' || path === DOCUMENT ? DOCUMENT : null;
    return path.startsWith('assets/') || this.#file(path) ? path : null;
  }

  /** A kept file: of this version, else of one whose tabs are still open; undefined where there is none. */
  async kept(path: string): Promise<Response | undefined> {
    const cache = await this.#cache();
    const own = await cache.match(this.#address(path));
    if (path !== DOCUMENT) return own ?? this.#elsewhere(path);
    // A document without its script would wait for ever for one that the server may no longer have.
    return (await cache.match(this.#address(this.#own.main))) && own;
  }

  /** Keeps what came along by itself, where it is of this version. */
  async take(path: string, response: Response): Promise<void> {
    const file = this.#file(path);
    if (file && response.ok) await this.#put(file, response);
  }

  /**
   * Lets go of every version before this one with which none of the given scripts begins. One that came after it
   * may wait, and have no tab yet.
   */
  async tidy(mains: readonly string[]): Promise<void> {
    const own = await this.#since(await this.#cache());
    for (const name of await this.#others()) {
      const cache = await this.#around.caches.open(name);
      if ((await this.#since(cache)) >= own) continue;
      const found = await Promise.all(mains.map((main) => cache.match(this.#address(main))));
      if (!found.some(Boolean)) await this.#around.caches.delete(name);
    }
  }

  #address = (path: string) => `${this.#around.scope}${path}`;
  #file = (path: string) => this.#own.files.find((file) => file.path === path);
  #cache = () => this.#around.caches.open(`${this.#prefix}${this.#own.version}`);

  async #since(cache: Cache): Promise<number> {
    const said = await cache.match(this.#address(SINCE));
    return Number(said ? await said.text() : 0);
  }

  async #others(): Promise<readonly string[]> {
    const names = await this.#around.caches.keys();
    const own = `${this.#prefix}${this.#own.version}`;
    return names.filter((name) => name.startsWith(this.#prefix) && name !== own);
  }

  async #elsewhere(path: string): Promise<Response | undefined> {
    for (const name of await this.#others()) {
      const found = await (await this.#around.caches.open(name)).match(this.#address(path));
      if (found) return found;
    }
    return undefined;
  }

  async #languagesOf(names: readonly string[]): Promise<readonly string[]> {
    const found = new Set<string>();
    for (const name of names) {
      const said = await (await this.#around.caches.open(name)).match(this.#address(LANGUAGES));
      const list: unknown = await said?.json().catch(() => null);
      if (Array.isArray(list)) for (const language of list) found.add(String(language));
    }
    return [...found];
  }

  async #remember(language: string): Promise<void> {
    const cache = await this.#cache();
    const known = await this.#languagesOf([`${this.#prefix}${this.#own.version}`]);
    const all = JSON.stringify([...new Set([...known, language])]);
    await cache.put(this.#address(LANGUAGES), new Response(all));
  }

  async #progress(language: string, done: boolean, full: boolean): Promise<Progress> {
    const there = new Set((await (await this.#cache()).keys()).map(({ url }) => url));
    const wanted = this.#own.files.filter((file) => isFor(file, [language]));
    const sum = (files: readonly PageFile[]) =>
      files.reduce((total, { bytes }) => total + bytes, 0);
    const kept = sum(wanted.filter(({ path }) => there.has(this.#address(path))));
    return { done, kept, all: sum(wanted), full };
  }

  async #keep(
    wanted: (file: PageFile) => boolean,
    leniently: boolean,
    tell: () => Promise<void> = async () => undefined,
  ): Promise<void> {
    const cache = await this.#cache();
    const waiting = this.#own.files.filter(wanted);
    const one = async () => {
      for (let file = waiting.shift(); file; file = waiting.shift()) {
        if (await cache.match(this.#address(file.path))) continue;
        await this.#obtain(file).catch((fault) => {
          if (!(leniently && fault instanceof Wrong)) throw fault;
        });
        await tell();
      }
    };
    await Promise.all(Array.from({ length: TOGETHER }, one));
  }

  /** Puts a file in from another version where it is the same there, else from the server. */
  async #obtain(file: PageFile): Promise<void> {
    const there = await this.#elsewhere(file.path);
    if (
      there &&
      (await this.#put(file, there).then(
        () => true,
        () => false,
      ))
    )
      return;
    // What has its hash in its name may have come already, but also what a gate gave in its place.
    const come = async (cache: RequestCache) => {
      const response = await this.#around.fetch(this.#address(file.path), { cache });
      if (response.status >= 500) throw new Error(`${file.path}: ${response.status}`);
      if (!response.ok) throw new Wrong(`${file.path}: ${response.status}`);
      await this.#put(file, response);
    };
    const fresh = () => come('reload');
    await (file.path.startsWith('assets/')
      ? come('default').catch((fault) => (fault instanceof Wrong ? fresh() : Promise.reject(fault)))
      : fresh());
  }

  /** Never keeps what a login page, a hotel's gate or another version gave under the name of a file. */
  async #put(file: PageFile, { body, headers }: Response): Promise<void> {
    const bytes = await new Response(body).arrayBuffer();
    // Some hosts write a line of their own into documents.
    const right =
      file.path === DOCUMENT
        ? new TextDecoder().decode(bytes).includes(this.#own.main)
        : file.hash === hexadecimal(await crypto.subtle.digest('SHA-256', bytes));
    if (!right) throw new Wrong(`${file.path} is not that of version ${this.#own.version}`);
    // Made anew: what was redirected on its way is no answer to a visit.
    const kept = new Headers(headers);
    for (const name of OF_THE_WAY) kept.delete(name);
    const response = new Response(bytes, { headers: kept });
    await (await this.#cache()).put(this.#address(file.path), response);
  }
}

function isFor({ language }: PageFile, languages: readonly string[]): boolean {
  return language === undefined || languages.includes(language);
}

function hexadecimal(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
