// Writes the service worker of the built page (src/worker/offline), which keeps the page in the browser, and the
// list of all files of this version: the worker begins with it, and whoever publishes the page keeps by it what
// visitors of the version before may still ask for.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** The list's own name, and that of the service worker. */
export const LIST = 'files.json';
export const SERVICE = 'sw.js';

const SOURCE = fileURLToPath(new URL('../src/worker/offline/service.ts', import.meta.url));
const TEXTS = fileURLToPath(new URL('../src/texts/', import.meta.url));
const MAIN = /<script type="module"[^>]* src="\.\/([^"]+)"/;
const FIRST = /(?:src|href)="\.\/([^"]+\.(?:js|css|webmanifest))"/g;
/** What the page itself asks for; pictures and licences are for those who look at the folder. */
const NEEDED = /^(?:assets\/|icons\/|index\.html$|manifest\.webmanifest$)/;

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** English, and every language that the texts have a folder of. */
function languages() {
  const folders = readdirSync(TEXTS, { withFileTypes: true }).filter((one) => one.isDirectory());
  return ['en', ...folders.map(({ name }) => name)];
}

/**
 * What a built page consists of (`PageVersion` of src/worker/offline/protocol.ts), in the order in which it is
 * wanted. Throws an Error where the folder holds no built page.
 * @param {string} folder
 * @returns {import('../src/worker/offline/protocol').PageVersion}
 */
export function versionOf(folder) {
  const document = readFileSync(join(folder, 'index.html'), 'utf8');
  const [, main] = MAIN.exec(document) ?? [];
  if (main === undefined) throw new Error(`${folder}/index.html begins with no script.`);
  const first = new Set(['index.html', ...[...document.matchAll(FIRST)].map(([, path]) => path)]);
  // Articles, lessons and texts, of the page and of each worker, are chunks called by their language alone.
  const spoken = new RegExp(`^assets/(${languages().join('|')})(?:\\.[a-z]+)?-[\\w-]{8}\\.js$`);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .map((file) => ({ file, path: file.slice(join(folder, '/').length).replaceAll('\\', '/') }))
    .filter(({ path }) => NEEDED.test(path))
    .map(({ file, path }) => {
      const content = readFileSync(file);
      const [, language] = spoken.exec(path) ?? [];
      return {
        path,
        bytes: content.length,
        hash: sha256(content),
        ...(first.has(path) ? { first: true } : {}),
        ...(language ? { language } : {}),
      };
    })
    // What is small and often wanted before what is large and seldom is.
    .sort((a, b) => a.bytes - b.bytes || (a.path < b.path ? -1 : 1));
  return { version: sha256(JSON.stringify(files)).slice(0, 16), main, files };
}

/** The program of the service worker, in one piece. */
async function programOf() {
  const [{ output }] = [
    await build({
      configFile: false,
      publicDir: false,
      logLevel: 'error',
      build: {
        write: false,
        target: 'es2022',
        rolldownOptions: { input: SOURCE, output: { format: 'iife' } },
      },
    }),
  ].flat();
  return output[0].code;
}

/**
 * Writes the list and the service worker of the page built in a folder.
 * @param {string} folder
 * @param {string} [program] of the service worker; that which is there already, by default
 */
export function writeOffline(folder, program) {
  const service = join(folder, SERVICE);
  const version = versionOf(folder);
  const rest = program ?? readFileSync(service, 'utf8').split('\n').slice(1).join('\n');
  writeFileSync(join(folder, LIST), JSON.stringify(version));
  writeFileSync(service, `self.offgridVersion=${JSON.stringify(version)};\n${rest}`);
}

/** @returns {import('vite').Plugin} */
export function offline() {
  let folder = 'dist';
  return {
    name: 'offgrid-offline',
    apply: 'build',
    configResolved({ root, build: { outDir } }) {
      folder = resolve(root, outDir);
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        if (existsSync(join(folder, 'index.html'))) writeOffline(folder, await programOf());
      },
    },
  };
}
