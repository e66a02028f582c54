// Compiles the SIMD network kernels (src/engine/simd/assembly, AssemblyScript) when something imports
// `virtual:offgrid-simd`, and hands the module over as base64 text: it is small, and so it loads in a
// page, a worker and Node alike, without a request.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const ID = 'virtual:offgrid-simd';
const RESOLVED = `\0${ID}`;

const SOURCES = 'src/engine/simd/assembly';

/** The project's root: this file may be bundled into a tool that lies elsewhere below it. */
function findRoot() {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, SOURCES)) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

const root = findRoot();
const folder = join(root, SOURCES);
const cache = join(root, 'node_modules/.cache/offgrid');
const OUTPUT = 'simd.wasm';
const OPTIONS = [
  '-O3',
  '--noAssert',
  ...['--runtime', 'stub'],
  ...['--enable', 'simd'],
  // Nothing aborts, so the module needs no import.
  ...['--use', 'abort='],
];

/** @returns {string[]} */
function sourceFiles() {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => join(folder, name));
}

/** The compiler takes seconds: a result is kept as long as sources, compiler and options are the same. */
function cacheFile() {
  const hash = createHash('sha256').update(OPTIONS.join(' '));
  hash.update(readFileSync(join(root, 'node_modules/assemblyscript/package.json')));
  for (const file of sourceFiles())
    hash.update(file.slice(folder.length)).update(readFileSync(file));
  return join(cache, `simd-${hash.digest('hex').slice(0, 16)}.wasm`);
}

/** @returns {Promise<Uint8Array>} */
async function compile() {
  const { default: asc } = await import('assemblyscript/asc');
  /** @type {Uint8Array | undefined} */
  let binary;
  const messages = asc.createMemoryStream();
  const { error } = await asc.main(
    ['index.ts', '--baseDir', folder, '--outFile', OUTPUT, ...OPTIONS],
    {
      stdout: messages,
      stderr: messages,
      writeFile: (name, contents) => {
        if (name === OUTPUT && typeof contents !== 'string') binary = contents;
      },
    },
  );
  if (error !== null || binary === undefined) {
    throw new Error(`The SIMD kernels in ${folder} do not compile:\n${messages.toString()}`);
  }
  return binary;
}

/** @returns {Promise<Uint8Array>} */
async function compileOnce() {
  const file = cacheFile();
  try {
    return readFileSync(file);
  } catch {
    const binary = await compile();
    mkdirSync(cache, { recursive: true });
    // Renamed into place, so that another process never reads half a file.
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, binary);
    renameSync(draft, file);
    return binary;
  }
}

/** @type {Promise<Uint8Array> | undefined} */
let compiled;

/**
 * The Vite plugin; workers want one of their own.
 * @returns {import('vite').Plugin}
 */
export function simdAssembly() {
  return {
    name: 'offgrid-simd',
    resolveId: (id) => (id === ID ? RESOLVED : null),
    async load(id) {
      if (id !== RESOLVED) return null;
      for (const file of sourceFiles()) this.addWatchFile(file);
      compiled ??= compileOnce();
      return `export default '${Buffer.from(await compiled).toString('base64')}';`;
    },
    watchChange(id) {
      if (id.startsWith(folder)) compiled = undefined;
    },
  };
}
