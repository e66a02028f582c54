// npm run conformance -- DIR … [--backend cpu|wasm|webgl]
//
// Checks the golden files in DIR: exact solvers, and one and five training steps of the real engine.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startBackend } from '../src/engine/backend';
import { nodeWasmPaths } from '../src/engine/node';
import { COMPOSED, FUSED, type StackMaker, simdStacks } from '../src/engine/stack';
import { BACKENDS, type BackendName } from '../src/engine/types';
import { openBrowserCheck } from './conformance/browser';
import { checkGolden, describeCase, engineName, faulty } from './conformance/check';
import type { CaseResult } from './conformance/compare';
import { goldenFiles } from './conformance/files';

const USAGE = 'usage: npm run conformance -- DIR … [--backend cpu|wasm|webgl]';

interface Asked {
  readonly directories: readonly string[];
  readonly backends: readonly BackendName[];
}

function readArguments(): Asked {
  const { positionals, values } = parseArgs({
    args: process.argv.slice(2),
    allowPositionals: true,
    options: { backend: { type: 'string' } },
  });
  if (positionals.length === 0) throw new Error(`Name a folder with golden files.\n${USAGE}`);
  if (values.backend === undefined) return { directories: positionals, backends: ['cpu', 'wasm'] };
  const backend = BACKENDS.find((name) => name === values.backend);
  if (backend === undefined) {
    throw new Error(`There is no backend ${values.backend}; there are ${BACKENDS.join(', ')}.`);
  }
  return { directories: positionals, backends: [backend] };
}

type Check = (file: string, text: string) => Promise<CaseResult>;

async function checkAll(
  files: readonly string[],
  engine: string,
  check: Check,
): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  for (const file of files) {
    let result: CaseResult;
    try {
      result = await check(file, readFileSync(file, 'utf8'));
    } catch (error) {
      result = faulty(file, null, engine, error);
    }
    console.log(describeCase(result));
    results.push(result);
  }
  return results;
}

/** Every implementation of the stack that a backend has in Node. */
function stacksOn(backend: BackendName): StackMaker[] {
  const simd = backend === 'wasm' ? simdStacks() : null;
  return simd === null ? [COMPOSED] : [COMPOSED, simd];
}

async function runOn(backend: BackendName, files: readonly string[]): Promise<CaseResult[]> {
  if (backend === 'webgl') {
    const browser = await openBrowserCheck(process.cwd());
    try {
      const results: CaseResult[] = [];
      for (const [implementation, stacks] of [
        ['composed', COMPOSED],
        ['fused', FUSED],
      ] as const) {
        const check: Check = (file, text) => browser.check(file, text, implementation);
        results.push(...(await checkAll(files, engineName(backend, stacks), check)));
      }
      return results;
    } finally {
      await browser.close();
    }
  }
  await startBackend(backend, { wasmPaths: nodeWasmPaths() });
  const results: CaseResult[] = [];
  for (const stacks of stacksOn(backend)) {
    const check: Check = (file, text) => checkGolden(file, text, backend, stacks);
    results.push(...(await checkAll(files, engineName(backend, stacks), check)));
  }
  return results;
}

async function main(): Promise<boolean> {
  const { directories, backends } = readArguments();
  const files = directories.flatMap(goldenFiles);
  const results: CaseResult[] = [];
  for (const backend of backends) {
    console.log(`backend ${backend}${backend === 'webgl' ? ', in the worker of a page' : ''}`);
    results.push(...(await runOn(backend, files)));
  }
  const failed = results.filter(({ passed }) => !passed).length;
  console.log(`${results.length - failed} passed, ${failed} failed`);
  return failed === 0;
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
