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
  const { head, ...textbook } = learner;

  it('are the SIMD module’s on wasm where every loss is fused', async () => {
    const { implementation, createStack, caveat } = await startStacks(
      'wasm',
      OPTIONS,
      sampleOf([learner]),
    );
    expect([implementation, caveat]).toEqual(['simd', null]);
    const stack = createStack(stackSpec(SMALL, [learner]));
    expect([stack.backend, stack.implementation]).toEqual(['wasm', 'simd']);
  });

  it('are composed on wasm for a learner without a fused loss, and the user is told', async () => {
    const learners: StackLearner[] = [learner, { ...textbook, id: 'new' }];
    const { createStack, caveat } = await startStacks('wasm', OPTIONS, sampleOf(learners));
    expect(caveat).toMatch(/slower.*fused loss/);
    const stack = createStack(stackSpec(SMALL, [{ ...textbook, id: 'new' }]));
    stack.step(minibatch(SMALL, 0));
    expect([stack.backend, stack.implementation]).toEqual(['wasm', 'composed']);
    expect((await stack.terms()).new.total[0]).toBeGreaterThan(0);
    stack.dispose();
  });

  it('are composed on the other backends', async () => {
    const { createStack, caveat } = await startStacks('cpu', OPTIONS, sampleOf([learner]));
    const stack = createStack(stackSpec(SMALL, [learner]));
    expect([stack.backend, stack.implementation, caveat]).toEqual(['cpu', 'composed', null]);
    stack.dispose();
  });
});
