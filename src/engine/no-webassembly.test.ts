import { expect, it, vi } from 'vitest';
import { fourLearners, minibatch, SMALL, stackSpec } from '../learners/testing/problem';
import { startLadder } from './ladder';
import { nodeWasmPaths } from './node';
import { startStacks } from './stack';

/** As under a policy without 'wasm-unsafe-eval': modules are valid, and none may be compiled. */
const forbidden = {
  ...WebAssembly,
  validate: () => true,
  Module: class {
    constructor() {
      throw new WebAssembly.CompileError('Refused to compile or instantiate WebAssembly module');
    }
  },
  instantiate: () => Promise.reject(new WebAssembly.CompileError('Refused to instantiate')),
};

// A file of its own: what the device can do is asked once.
it.each([
  ['is forbidden by a policy', forbidden],
  ['is not there', undefined],
])('where WebAssembly %s, plain JavaScript trains, and the user is told', async (_, here) => {
  vi.stubGlobal('WebAssembly', here);
  try {
    const spec = stackSpec(SMALL, fourLearners(SMALL));
    const sample = { spec, minibatch: (step: number) => minibatch(SMALL, step) };
    const rungs = [
      { backend: 'wasm', reason: 'WASM: next best' },
      { backend: 'cpu', reason: 'CPU: the fallback' },
    ] as const;
    let implementation = '';
    const started = await startLadder(rungs, { wasmPaths: nodeWasmPaths() }, async (name, how) => {
      const stacks = await startStacks(name, how, sample);
      stacks.createStack(spec).dispose();
      ({ implementation } = stacks);
    });
    expect([started.backend, implementation]).toEqual(['cpu', 'composed']);
    expect(started.reason).toContain('WebAssembly is switched off');
  } finally {
    vi.unstubAllGlobals();
  }
});
