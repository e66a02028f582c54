import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { fourLearners, minibatch, SMALL, stackSpec } from '../learners/testing/problem';
import { recipes, specOf } from '../learners/testing/recipes';
import { resumed } from '../learners/testing/resuming';
import { startBackend } from './backend';
import { createStack } from './composed';
import { nodeWasmPaths } from './node';
import { joinSaved, type SavedStack, savedSeeds } from './saved';
import { createSimdStack } from './simd/stack';
import type { NetworkStack, StackSpec } from './types';

const interruptions = fc.record({
  before: fc.nat(6),
  after: fc.integer({ min: 1, max: 6 }),
  readAt: fc.nat(10),
  changedAt: fc.nat(10),
});

const property = (create: (spec: StackSpec) => NetworkStack, numRuns: number) =>
  fc.assert(
    fc.asyncProperty(recipes(12, 4), fc.boolean(), interruptions, async (recipe, truth, at) => {
      const found = await resumed(create, recipe, specOf(recipe, truth), at);
      expect(found.resumed).toEqual(found.unbroken);
    }),
    { numRuns },
  );

describe('a stack that takes up what another has saved', () => {
  it('goes on bit by bit in SIMD', () => property((spec) => createSimdStack(spec), 30));

  describe.each(['cpu', 'wasm'] as const)('of composed operations on %s', (backend) => {
    beforeAll(() => startBackend(backend, { wasmPaths: nodeWasmPaths() }));

    it('goes on bit by bit, and leaves no tensor behind', async () => {
      const before = tf.memory().numTensors;
      await property((spec) => createStack(spec), 8);
      expect(tf.memory().numTensors).toBe(before);
    });

    it('goes on from what another implementation has saved', async () => {
      const problem = { ...SMALL, seeds: [3, 8] };
      const spec = stackSpec(problem, fourLearners(problem));
      const train = (stack: NetworkStack, from: number, to: number) => {
        for (let step = from; step < to; step++) stack.step(minibatch(problem, step));
      };
      const simd = createSimdStack(spec);
      train(simd, 0, 20);
      const composed = createStack(spec);
      const saved = await simd.save();
      composed.restore(saved);
      expect(await composed.parameters()).toEqual(await simd.parameters());
      expect((await composed.save()).learners).toEqual(roundedSums(saved).learners);
      const back = createSimdStack(spec);
      back.restore(await composed.save());
      expect(await back.parameters()).toEqual(await simd.parameters());
      train(simd, 20, 30);
      train(composed, 20, 30);
      const [one, other] = [await simd.outputs(), await composed.outputs()];
      for (const [id, networks] of Object.entries(one))
        for (const [name, values] of Object.entries(networks))
          values.forEach((value, i) => {
            expect(Math.abs(value - other[id][name][i]), `${id}.${name}`).toBeLessThan(1e-4);
          });
      composed.dispose();
    });
  });

  it('goes on with a member whose numbers are none', async () => {
    const problem = { ...SMALL, seeds: [3, 8] };
    const spec = stackSpec(problem, fourLearners(problem));
    const broken = createSimdStack(spec);
    broken.setHyper('dqn', 'learningRate', Float32Array.of(0.01, 1e30));
    for (let step = 0; step < 12; step++) broken.step(minibatch(problem, step));
    broken.freeze('dqn', 1);
    const taken = createSimdStack(spec);
    taken.restore(structuredClone(await broken.save()));
    for (const stack of [broken, taken])
      for (let step = 12; step < 15; step++) stack.step(minibatch(problem, step));
    const outputs = await broken.outputs();
    expect(Object.values(outputs.dqn)[0].some(Number.isNaN)).toBe(true);
    expect(await taken.outputs()).toEqual(outputs);
    expect(await taken.parameters()).toEqual(await broken.parameters());
  });

  it('may have fewer seeds, or those of several', async () => {
    const problem = { ...SMALL, seeds: [3, 8, 5] };
    const spec = stackSpec(problem, fourLearners(problem));
    const stack = createSimdStack(spec);
    for (let step = 0; step < 7; step++) stack.step(minibatch(problem, step));
    const saved = await stack.save();
    const parts = [savedSeeds(saved, 0, 1), savedSeeds(saved, 1, 3)];
    expect(joinSaved(parts)).toEqual(saved);
    const two = { ...SMALL, seeds: [8, 5] };
    const share = createSimdStack(stackSpec(two, fourLearners(two)));
    share.restore(parts[1]);
    stack.step(minibatch(problem, 7));
    share.step(minibatch(two, 7));
    expect(await share.save()).toEqual(savedSeeds(await stack.save(), 1, 3));
  });

  const spec = stackSpec(SMALL, fourLearners(SMALL));
  const cql = (change: (learner: SavedStack['learners'][string]) => object) => (s: SavedStack) => ({
    ...s,
    learners: { ...s.learners, cql: { ...s.learners.cql, ...change(s.learners.cql) } },
  });
  const faults: [string, (saved: SavedStack) => object, RegExp][] = [
    ['other seeds', (s) => ({ ...s, seeds: 2 }), /has 2 seeds, the stack 1/],
    ['no count of steps', (s) => ({ ...s, steps: 1.5 }), /steps is 1.5/],
    ['a count that is none', (s) => ({ ...s, summed: 9 }), /9 of 3 steps are summed/],
    [
      'a learner less',
      ({ learners: { bc, ...rest }, ...s }) => ({ ...s, learners: rest }),
      /lacks bc/,
    ],
    ['a learner more', (s) => ({ ...s, learners: { ...s.learners, x: s.learners.bc } }), /has x/],
    ['another width', cql(() => ({ networks: createSaved(8).cql.networks })), /cql\.q\.online has/],
    [
      'no target',
      cql(({ networks: { q } }) => ({ networks: { q: { ...q, target: null } } })),
      /no target/,
    ],
    ['another loss', cql(() => ({ sums: {} })), /the loss of cql lacks/],
    ['half a sum', cql(() => ({ frozen: new Uint8Array(3) })), /cql\.frozen has 3 numbers/],
    ['knobs of another', cql(() => ({ hyper: {} })), /cql lacks/],
  ];
  let learners: Record<number, SavedStack> = {};
  const createSaved = (width: number) => learners[width].learners;
  beforeAll(async () => {
    const of = async (width: number) => {
      const problem = { ...SMALL, width };
      const stack = createSimdStack(stackSpec(problem, fourLearners(problem)));
      for (let step = 0; step < 3; step++) stack.step(minibatch(problem, step));
      return stack.save();
    };
    learners = { [SMALL.width]: await of(SMALL.width), 8: await of(8) };
    await startBackend('cpu', { wasmPaths: '' });
  });

  it.each(faults)('refuses %s, and stays as it is', async (_, spoil, sentence) => {
    const spoilt = spoil(learners[SMALL.width]) as SavedStack;
    for (const stack of [createSimdStack(spec), createStack(spec)]) {
      stack.step(minibatch(SMALL, 0));
      const before = await stack.save();
      expect(() => stack.restore(spoilt)).toThrow(sentence);
      expect(() => stack.restore(spoilt)).toThrow(RangeError);
      expect(await stack.save()).toEqual(before);
      stack.dispose();
    }
  });

  it('saves nothing in the middle of a step', async () => {
    const stack = createSimdStack(spec);
    stack.parts?.take(minibatch(SMALL, 0), 0);
    await expect(stack.save()).rejects.toThrow(/under way/);
  });
});

/** Sums as 32-bit floats hold them. */
function roundedSums(saved: SavedStack): SavedStack {
  const learners = Object.entries(saved.learners).map(([id, learner]) => {
    const sums = Object.entries(learner.sums).map(
      ([name, values]) => [name, Float64Array.from(Float32Array.from(values))] as const,
    );
    return [id, { ...learner, sums: Object.fromEntries(sums) }] as const;
  });
  return { ...saved, learners: Object.fromEntries(learners) };
}
