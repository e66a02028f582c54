import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { startBackend } from '../../engine/backend';
import { nodeWasmPaths } from '../../engine/node';
import { checkGolden } from './check';

const folders = ['../../learners/testdata/golden/', '../../mdp/testdata/golden/'];
const files = folders.flatMap((folder) => {
  const url = new URL(folder, import.meta.url);
  return readdirSync(url).map((name) => ({ name, text: readFileSync(new URL(name, url), 'utf8') }));
});

describe.each(['cpu', 'wasm'] as const)('golden files on %s', (backend) => {
  beforeAll(() => startBackend(backend, { wasmPaths: nodeWasmPaths() }));

  it.each(files)('$name', async ({ name, text }) => {
    const result = await checkGolden(name, text, backend);
    expect(result).toMatchObject({ fault: null, passed: true });
  });
});
