import { spawnSync } from 'node:child_process';
import { findPython } from '../python.mjs';

let interpreter: string | undefined;

/**
 * Runs a Python program with numpy and h5py at hand and returns what it prints, read as JSON. Throws
 * with Python's own message where it fails, and with a sentence where there is no such Python.
 */
export function python(program: string, ...args: readonly string[]): unknown {
  interpreter ??= findPython();
  if (interpreter === undefined) {
    throw new Error(
      'These tests read exported files back with Python; “node tools/python.mjs” installs what it takes.',
    );
  }
  const { status, stdout, stderr } = spawnSync(interpreter, ['-', ...args], {
    input: program,
    encoding: 'utf8',
    // Many threads on small matrices only get in each other's way.
    env: { ...process.env, OPENBLAS_NUM_THREADS: '1' },
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
