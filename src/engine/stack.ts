import { type BackendOptions, startBackend } from './backend';
import { createStack } from './composed';
import { simdSupported } from './simd/module';
import { createSimdStack } from './simd/stack';
import type { BackendName, NetworkStack, StackSpec } from './types';

/** How the stacks of an engine that stands are made. */
export interface StackMaker {
  readonly implementation: 'simd' | 'composed';
  readonly createStack: (spec: StackSpec) => NetworkStack;
  /** A sentence for the user where a faster implementation of the backend does not serve; else null. */
  readonly caveat: string | null;
}

/** Stacks of composed operations on whichever tfjs backend is current. */
export const COMPOSED: StackMaker = {
  implementation: 'composed',
  createStack: (spec) => createStack(spec),
  caveat: null,
};

/** Stacks in SIMD WebAssembly, without tfjs; null where the device has no SIMD there. */
export function simdStacks(): StackMaker | null {
  if (!simdSupported()) return null;
  return { implementation: 'simd', createStack: (spec) => createSimdStack(spec), caveat: null };
}

/**
 * Starts what stacks on a backend need and says how they are made: on `wasm` by the SIMD module, which
 * needs no tfjs, where the device runs it and each of the learners to come has a fused loss; otherwise
 * of composed tfjs operations.
 * Throws an Error with a sentence for the user where the device does not have the backend.
 */
export async function startStacks(
  backend: BackendName,
  options: BackendOptions,
  learners: readonly { readonly head?: unknown }[],
): Promise<StackMaker> {
  if (backend !== 'wasm') {
    await startBackend(backend, options);
    return COMPOSED;
  }
  const simd = simdStacks();
  const fused = learners.every(({ head }) => head !== undefined);
  if (simd !== null && fused) return simd;
  await startBackend(backend, options);
  const why = fused
    ? 'WebAssembly has no SIMD on this device'
    : 'a learner here has no fused loss yet';
  return { ...COMPOSED, caveat: `It is slower than it could be: ${why}.` };
}
