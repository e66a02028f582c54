// Compiles the SIMD network kernels (src/engine/simd/assembly, AssemblyScript) when something imports
// `virtual:offgrid-simd`, and hands the module over as base64 text: it is small, and so it loads in a
// page, a worker and Node alike, without a request. What the compiler declares of the exports has to be
// what `kernels.ts` says: types are checked where nothing is compiled.
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
const DECLARATIONS = 'simd.d.ts';
const KERNELS = 'src/engine/simd/kernels.ts';
const OPTIONS = [
  '-O3',
  '--noAssert',
  ...['--runtime', 'stub'],
  ...['--enable', 'simd'],
  // Nothing aborts, so the module needs no import.
  ...['--use', 'abort='],
  ...['--bindings', 'raw'],
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
  return join(cache, `simd-${hash.digest('hex').slice(0, 16)}.json`);
}

/**
 * The module, and what the compiler declares of it.
 * @typedef {{ binary: string, declarations: string }} Compiled base64 text, and TypeScript
 */

/** @returns {Promise<Compiled>} */
async function compile() {
  const { default: asc } = await import('assemblyscript/asc');
  /** @type {Record<string, string | Uint8Array>} */
  const written = {};
  const messages = asc.createMemoryStream();
  const { error } = await asc.main(
    ['index.ts', '--baseDir', folder, '--outFile', OUTPUT, ...OPTIONS],
    {
      stdout: messages,
      stderr: messages,
      writeFile: (name, contents) => {
        written[name] = contents;
      },
    },
  );
  const binary = written[OUTPUT];
  if (error !== null || binary === undefined) {
    throw new Error(`The SIMD kernels in ${folder} do not compile:\n${messages.toString()}`);
  }
  return {
    binary: Buffer.from(binary).toString('base64'),
    declarations: String(written[DECLARATIONS]),
  };
}

/** @returns {Promise<Compiled>} */
async function compileOnce() {
  const file = cacheFile();
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    const made = await compile();
    mkdirSync(cache, { recursive: true });
    // Renamed into place, so that another process never reads half a file.
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, JSON.stringify(made));
    renameSync(draft, file);
    return made;
  }
}

/** The width of a line, as the formatter has it. */
const WIDTH = 100;

/** @param {string} parameters documented ones, as the compiler writes them */
function typedOf(parameters) {
  return [...parameters.matchAll(/@param (\w+) `(\w+)`/g)].map(
    ([, name, type]) => `${name}: ${type === 'usize' ? 'Address' : 'number'}`,
  );
}

/**
 * The module `kernels.ts` out of the compiler's own declarations, which are all numbers; their comments
 * tell addresses apart.
 * @param {string} declarations
 */
export function kernelsOf(declarations) {
  const functions = declarations.matchAll(
    /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export function (\w+)\([^)]*\): (\w+);/g,
  );
  const members = [...functions].map(([, comment, name, type]) => {
    const typed = typedOf(comment);
    const result = /@returns `usize`/.test(comment) ? 'Address' : type;
    const line = `  ${name}(${typed.join(', ')}): ${result};`;
    if (line.length <= WIDTH) return line;
    return `  ${name}(\n${typed.map((each) => `    ${each},\n`).join('')}  ): ${result};`;
  });
  return `// Written by “npm run kernels” out of the declarations that the compiler makes of assembly/.

/** An address in the module's memory, in bytes. */
export type Address = number;

/**
 * What \`assembly/\` exports. Addresses and leading dimensions are in bytes, everything else counts
 * numbers; the sources say which of them must be multiples of what.
 */
export interface Kernels {
  readonly memory: WebAssembly.Memory;
${members.join('\n')}
}
`;
}

/** Writes `kernels.ts` as the kernels are now. */
export async function writeKernels() {
  const { declarations } = await compileOnce();
  writeFileSync(join(root, KERNELS), kernelsOf(declarations));
}

/**
 * Throws an Error with a sentence where `kernels.ts` is not what the compiler declares.
 * @param {string} declarations
 */
function holdKernels(declarations) {
  const file = join(root, KERNELS);
  const stated = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (stated.replaceAll('\r\n', '\n') !== kernelsOf(declarations))
    throw new Error(
      `${KERNELS} does not say what the kernels export: “npm run kernels” writes it anew, “npm run types” then names what calls them otherwise.`,
    );
}

/** @type {Promise<Compiled> | undefined} */
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
      const { binary, declarations } = await compiled;
      holdKernels(declarations);
      return `export default '${binary}';`;
    },
    watchChange(id) {
      if (id.startsWith(folder)) compiled = undefined;
    },
  };
}
