// Finds a Python that has numpy and h5py, with which the tests read exported files back, and PyTorch, with
// which they run what the notebook trains by, and installs them where none is found.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { installed, succeeds } from './packages.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const windows = process.platform === 'win32';
const OWN = join(root, 'node_modules/.cache/offgrid-python');
const OWN_PYTHON = join(OWN, windows ? 'Scripts/python.exe' : 'bin/python');
const NAMES = ['python3', 'python', '/usr/bin/python3', OWN_PYTHON];

const hasModules = (python, modules) =>
  spawnSync(python, ['-c', `import ${modules}`], { stdio: 'ignore', timeout: 60_000 }).status === 0;

/**
 * A Python with some modules, numpy and h5py where none are named: the one that OFFGRID_PYTHON names, else
 * one on the PATH or in the usual place, else the project's own environment. Undefined where there is none.
 */
export function findPython(modules = 'numpy, h5py') {
  const named = process.env.OFFGRID_PYTHON;
  if (!named) return NAMES.find((name) => hasModules(name, modules));
  if (hasModules(named, modules)) return named;
  throw new Error(`OFFGRID_PYTHON names “${named}”, which is no Python with ${modules}.`);
}

/** One with numpy and PyTorch, in the same places. Undefined where there is none. */
export const findTorch = () =>
  [process.env.OFFGRID_PYTHON, ...NAMES].find(
    (name) => name !== undefined && hasModules(name, 'numpy, torch'),
  );

/** One of these: what is found, else Debian's packages, else those of PyPI in an own environment. */
function ensure(find, debian, pypi) {
  const found = installed(find, debian);
  if (found) return found;
  const base = ['python3', 'python'].find(
    (name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0,
  );
  if (base && succeeds(base, ['-m', 'venv', OWN])) {
    succeeds(OWN_PYTHON, ['-m', 'pip', 'install', '--quiet', ...pypi]);
  }
  return find();
}

/**
 * Makes sure that there is a Python with numpy and h5py: an existing one, else with Debian's packages, else in
 * an environment of the project's own. Throws an Error with a sentence where none of these works.
 */
export function ensurePython() {
  const own = ensure(findPython, ['python3', 'python3-numpy', 'python3-h5py'], ['numpy', 'h5py']);
  if (own) return own;
  throw new Error(
    'No Python with numpy and h5py found and none could be installed. Install them (Debian: apt install python3-numpy python3-h5py), or name one: OFFGRID_PYTHON=/path/to/python3 npm test',
  );
}

/** Tries to have PyTorch, in the same ways; null where none of them works. */
export function ensureTorch() {
  return (
    ensure(findTorch, ['python3', 'python3-numpy', 'python3-torch'], ['numpy', 'torch']) ?? null
  );
}

/** What to say of PyTorch before the tests. */
export function aboutTorch() {
  return (
    ensureTorch() ??
    'none to be had here, so what the notebook trains by is not run (Debian: apt install python3-torch)'
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(`Python: ${ensurePython()}`);
    console.log(`PyTorch: ${aboutTorch()}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
