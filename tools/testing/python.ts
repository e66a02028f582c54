import { spawnSync } from 'node:child_process';
import { findPython, findTorch } from '../python.mjs';

const known = new Map<() => string | undefined, string | undefined>();

function run(find: () => string | undefined, program: string, args: readonly string[]): unknown {
  if (!known.has(find)) known.set(find, find());
  const interpreter = known.get(find);
  if (interpreter === undefined) {
    throw new Error(
      'These tests run what is exported with Python; “node tools/python.mjs” installs what it takes.',
    );
  }
  const { status, stdout, stderr } = spawnSync(interpreter, ['-', ...args], {
    input: program,
    encoding: 'utf8',
    // Many threads on small matrices only get in each other's way.
    env: { ...process.env, OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1' },
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/**
 * Runs a Python program with numpy and h5py at hand and returns what it prints, read as JSON. Throws
 * with Python's own message where it fails, and with a sentence where there is no such Python.
 */
export function python(program: string, ...args: readonly string[]): unknown {
  return run(findPython, program, args);
}

/** Why what needs PyTorch is not run on this machine; null where it can be. */
export function lacksTorch(): string | null {
  return findTorch() === undefined ? 'No Python with PyTorch could be had here.' : null;
}

/** The same with numpy and PyTorch at hand. */
export function pythonWithTorch(program: string, ...args: readonly string[]): unknown {
  return run(findTorch, program, args);
}
