import { stacks } from '../texts/stacks';
import { type BackendOptions, startBackend } from './backend';
import { createStack } from './composed';
import { checkFused } from './fused/check';
import { createFusedStack } from './fused/stack';
import { simdSupported } from './simd/module';
import { createSimdStack } from './simd/stack';
import type { BackendName, NetworkStack, SampleStack, StackSpec } from './types';

/** How the stacks of an engine that stands are made. */
export interface StackMaker {
  readonly implementation: 'simd' | 'fused' | 'composed';
  readonly createStack: (spec: StackSpec) => NetworkStack;
  /** Whether a step is taken in parts, between which a thread can listen. */
  readonly inParts: boolean;
  /** A sentence for the user where a faster implementation of the backend does not serve; else null. */
  readonly caveat: string | null;
  /** False where this device was caught computing wrong numbers with the faster implementation. */
  readonly trusted: boolean;
}

/** Stacks of composed operations on whichever tfjs backend is current. */
export const COMPOSED: StackMaker = {
  implementation: 'composed',
  inParts: false,
  createStack: (spec) => createStack(spec),
  caveat: null,
  trusted: true,
};

/** Stacks of fused programs on tfjs's WebGL backend, which must be the current one. */
export const FUSED: StackMaker = {
  implementation: 'fused',
  inParts: false,
  createStack: createFusedStack,
  caveat: null,
  trusted: true,
};

/** Stacks in SIMD WebAssembly, without tfjs; null where the device has no SIMD there. */
export function simdStacks(): StackMaker | null {
  if (!simdSupported()) return null;
  return {
    implementation: 'simd',
    inParts: true,
    createStack: (spec) => createSimdStack(spec),
    caveat: null,
    trusted: true,
  };
}

async function webglStacks(options: BackendOptions, sample: SampleStack): Promise<StackMaker> {
  await startBackend('webgl', options);
  const fault = await checkFused(sample, options);
  if (fault === null) return FUSED;
  const caveat = stacks().miscompiles(fault);
  return { ...COMPOSED, caveat, trusted: false };
}

/**
 * Starts what stacks on a backend need and says how they are made: on `wasm` by the SIMD module, which
 * needs no tfjs, where the device runs it; on `webgl` by fused programs, where they pass a check on
 * this very driver. Otherwise of composed tfjs operations.
 *
 * @param sample a small stack of the learners to come.
 * Throws an Error with a sentence for the user where the device does not have the backend.
 */
export async function startStacks(
  backend: BackendName,
  options: BackendOptions,
  sample: SampleStack,
): Promise<StackMaker> {
  if (backend === 'webgl') return webglStacks(options, sample);
  if (backend === 'cpu') {
    await startBackend(backend, options);
    return COMPOSED;
  }
  const simd = simdStacks();
  if (simd !== null) return simd;
  await startBackend(backend, options);
  return { ...COMPOSED, caveat: stacks().slower() };
}
