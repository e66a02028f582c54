import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { startBackend } from '../../src/engine/backend';
import { nodeWasmPaths } from '../../src/engine/node';
import { COMPOSED, simdStacks } from '../../src/engine/stack';
import { checkGolden, describeCase } from './check';
import { tensorError } from './compare';

const folders = ['../../src/learners/testdata/golden/', '../../src/mdp/testdata/golden/'];
const files = folders.flatMap((folder) => {
  const url = new URL(folder, import.meta.url);
  return readdirSync(url).map((name) => ({ name, text: readFileSync(new URL(name, url), 'utf8') }));
});

describe.each([
  ['cpu', COMPOSED],
  ['wasm', COMPOSED],
  ['wasm', simdStacks()],
] as const)('golden files on %s, $implementation', (backend, stacks) => {
  beforeAll(() => startBackend(backend, { wasmPaths: nodeWasmPaths() }));

  it.each(files)('$name', async ({ name, text }) => {
    if (stacks === null) throw new Error('Node has WebAssembly SIMD.');
    const result = await checkGolden(name, text, backend, stacks);
    expect(result).toMatchObject({ fault: null, passed: true });
  });
});

describe('how a case fails', () => {
  beforeAll(() => startBackend('cpu', { wasmPaths: nodeWasmPaths() }));
  const { text } = files.find(({ name }) => name === 'cql-basic.json') ?? { text: '' };
  const checkChanged = (change: (golden: Record<string, never>) => void) => {
    const golden = JSON.parse(text);
    change(golden);
    return checkGolden('changed.json', JSON.stringify(golden), 'cpu', COMPOSED);
  };

  it('a number that is off is found and named', async () => {
    const result = await checkChanged(({ expect: expected }) => {
      const { gradients } = expected as { gradients: { q: { b2: number[] } } };
      gradients.q.b2[3] += 0.01;
    });
    expect(result).toMatchObject({ passed: false, worst: { tensor: 'gradients.q.b2' } });
    expect(describeCase(result)).toMatch(
      /^FAILED {2}cql-basic on cpu\/composed .*gradients\.q\.b2.*changed\.json$/,
    );
  });

  it('a file that is not JSON, lacks something or has other sizes is a failed case', async () => {
    const broken = await checkGolden('x.json', '{', 'cpu', COMPOSED);
    expect(broken).toMatchObject({ passed: false, name: null, engine: 'cpu/composed' });
    const lacking = await checkChanged((golden) => {
      (golden.hyper as Record<string, unknown>).gamma = undefined;
    });
    expect(lacking.fault).toContain('hyper.gamma');
    const alpha = await checkChanged((golden) => {
      (golden.hyper as Record<string, unknown>).alpha = undefined;
    });
    expect(alpha.fault).toBe('hyper lacks the number alpha');
    const narrow = await checkChanged((golden) => {
      (golden.sizes as Record<string, unknown>).hidden = 5;
    });
    expect(narrow.fault).toContain('expected');
  });
});

describe('the error of a tensor', () => {
  it('is relative to the largest reference, absolute where that is zero', () => {
    expect(tensorError([1, 2.5], [1, 2])).toBe(0.25);
    expect(tensorError([0.5, 0], [0, 0])).toBe(0.5);
  });

  it('is infinite where a number is not finite, and refuses other sizes', () => {
    expect(tensorError([Number.NaN], [1])).toBe(Number.POSITIVE_INFINITY);
    expect(() => tensorError([1], [1, 2])).toThrow(RangeError);
  });
});
