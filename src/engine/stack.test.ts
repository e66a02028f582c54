import { describe, expect, it } from 'vitest';
import { instance, minibatch, SMALL, stackSpec } from '../learners/testing/problem';
import { nodeWasmPaths } from './node';
import { startStacks } from './stack';
import type { SampleStack, StackLearner } from './types';

const sampleOf = (learners: readonly StackLearner[]): SampleStack => ({
  spec: stackSpec(SMALL, learners),
  minibatch: (step) => minibatch(SMALL, step),
});

const OPTIONS = { wasmPaths: nodeWasmPaths() };

describe('the stacks of a backend', () => {
  const learner = instance(SMALL, 'dqn', 'dqn');

  it('are the SIMD module’s on wasm', async () => {
    const { implementation, createStack, caveat } = await startStacks(
      'wasm',
      OPTIONS,
      sampleOf([learner]),
    );
    expect([implementation, caveat]).toEqual(['simd', null]);
    const stack = createStack(stackSpec(SMALL, [learner]));
    expect([stack.backend, stack.implementation]).toEqual(['wasm', 'simd']);
  });

  it('are composed on the other backends', async () => {
    const { createStack, caveat } = await startStacks('cpu', OPTIONS, sampleOf([learner]));
    const stack = createStack(stackSpec(SMALL, [learner]));
    expect([stack.backend, stack.implementation, caveat]).toEqual(['cpu', 'composed', null]);
    stack.dispose();
  });
});
