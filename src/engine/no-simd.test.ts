import { expect, it, vi } from 'vitest';
import { fourLearners, minibatch, SMALL, stackSpec } from '../learners/testing/problem';
import { disagreement } from './agreement';
import { nodeWasmPaths } from './node';
import { createSimdStack } from './simd/stack';
import { startStacks } from './stack';

// A file of its own: what the device can do is asked once.
it('without SIMD in its WebAssembly a device trains on composed operations, and the user is told', async () => {
  const spec = stackSpec(SMALL, fourLearners(SMALL));
  const simd = createSimdStack(spec);
  const validate = vi.spyOn(WebAssembly, 'validate').mockReturnValue(false);
  const sample = { spec, minibatch: (step: number) => minibatch(SMALL, step) };
  const stacks = await startStacks('wasm', { wasmPaths: nodeWasmPaths() }, sample);
  expect(validate).toHaveBeenCalled();
  expect(stacks).toMatchObject({
    implementation: 'composed',
    caveat: 'It is slower than it could be: WebAssembly has no SIMD on this device.',
    trusted: true,
  });
  const stack = stacks.createStack(spec);
  expect([stack.backend, stack.implementation]).toEqual(['wasm', 'composed']);
  for (let step = 0; step < 5; step++) {
    stack.step(minibatch(SMALL, step));
    simd.step(minibatch(SMALL, step));
  }
  expect(disagreement(await stack.outputs(), await simd.outputs(), 1e-2).error).toBeLessThan(1e-4);
  stack.dispose();
});
