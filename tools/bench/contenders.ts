import * as tf from '@tensorflow/tfjs-core';
import { startBackend, type WasmPaths } from '../../src/engine/backend';
import { settle } from '../../src/engine/settle';
import { COMPOSED, FUSED, type StackMaker, simdStacks } from '../../src/engine/stack';
import { jaxCql } from './jax';
import { textbookCql } from './textbook';
import type { Contender, Entrant, Workload } from './types';

/** Calls to kernels that only look at a tensor in another way. */
const VIEWS = ['Identity', 'Reshape'];

/** Draws of all WebGL contexts of this thread while `work` runs: one a program. */
async function countDraws(work: () => Promise<void>): Promise<number> {
  const { prototype } = WebGL2RenderingContext;
  const { drawElements, drawArrays } = prototype;
  let draws = 0;
  prototype.drawElements = function (...args) {
    draws++;
    drawElements.apply(this, args);
  };
  prototype.drawArrays = function (...args) {
    draws++;
    drawArrays.apply(this, args);
  };
  try {
    await work();
  } finally {
    Object.assign(prototype, { drawElements, drawArrays });
  }
  return draws;
}

/** Kernel launches of a step of tfjs operations on the current backend. */
async function countLaunches(step: () => void): Promise<number> {
  if (tf.getBackend() === 'webgl') {
    return countDraws(async () => {
      step();
      await settle();
    });
  }
  const { kernels } = await tf.profile(() => {
    step();
    return [];
  });
  return kernels.filter(({ name }) => !VIEWS.includes(name)).length;
}

/** What tfjs contenders share: their backend is made the current one, and waited for. */
async function onTfjs(
  backend: Entrant['backend'],
  wasmPaths: WasmPaths,
): Promise<Pick<Contender, 'enter' | 'settle'>> {
  await startBackend(backend, { wasmPaths });
  return {
    enter: async () => {
      await tf.setBackend(backend);
    },
    settle,
  };
}

function stackContender(
  { spec, minibatches, about }: Workload,
  { createStack, implementation }: StackMaker,
  shared: Pick<Contender, 'enter' | 'settle'>,
): Contender {
  const stack = createStack(spec);
  let steps = 0;
  const step = () => stack.step(minibatches[steps++ % minibatches.length]);
  const perSeed = spec.learners.reduce((sum, { networks }) => sum + networks.length, 0);
  return {
    ...shared,
    networks: perSeed * about.seeds,
    step,
    values: async () => {
      const [learner] = spec.learners;
      const outputs = await stack.outputs();
      const all = outputs[learner.id][learner.networks[0].name];
      return all.subarray(0, all.length / about.seeds);
    },
    countLaunches: () => (implementation === 'simd' ? Promise.resolve(null) : countLaunches(step)),
    dispose: () => stack.dispose(),
  };
}

/**
 * Makes a contender. Throws an Error with a sentence where this device does not have what it needs,
 * RangeError where the workload is not for it.
 */
export async function makeContender(
  { backend, way }: Entrant,
  workload: Workload,
  wasmPaths: WasmPaths,
): Promise<Contender> {
  switch (way) {
    case 'simd': {
      const stacks = simdStacks();
      if (stacks === null) throw new Error('WebAssembly has no SIMD on this device.');
      const nothing = () => Promise.resolve();
      return stackContender(workload, stacks, { enter: nothing, settle: nothing });
    }
    case 'composed':
      return stackContender(workload, COMPOSED, await onTfjs(backend, wasmPaths));
    case 'fused':
      return stackContender(workload, FUSED, await onTfjs(backend, wasmPaths));
    case 'textbook': {
      const shared = await onTfjs(backend, wasmPaths);
      const peer = textbookCql(workload);
      return { ...shared, ...peer, networks: 1, countLaunches: () => countLaunches(peer.step) };
    }
    case 'jax-js':
      return jaxCql(workload, 1);
    case 'jax-js-stack':
      return jaxCql(workload, workload.spec.learners.length * workload.spec.seeds);
  }
}
