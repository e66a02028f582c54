import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { compileProgram } from '../learners/language/compile';
import { parseProgram } from '../learners/language/parse';
import {
  fourLearners,
  instance,
  minibatch,
  ownBatch,
  type Problem,
  SMALL,
  stackSpec,
} from '../learners/testing/problem';
import { startBackend } from './backend';
import { createStack } from './composed';
import { nodeWasmPaths } from './node';
import type { ProductsKind } from './products';
import { createSimdStack } from './simd/stack';
import type { NetworkParameters, NetworkStack, OwnBatch, StackLearner } from './types';

type Outputs = Awaited<ReturnType<NetworkStack['outputs']>>;

function train(stack: NetworkStack, problem: Problem, steps: number, from = 0): void {
  for (let step = from; step < from + steps; step++) stack.step(minibatch(problem, step));
}

async function outputsAfter(
  problem: Problem,
  learners: readonly StackLearner[],
  steps: number,
  products?: ProductsKind,
): Promise<Outputs> {
  const stack = createStack(stackSpec(problem, learners), products);
  train(stack, problem, steps);
  const outputs = await stack.outputs();
  stack.dispose();
  return outputs;
}

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  let largest = 0;
  for (let i = 0; i < a.length; i++) {
    const difference = Math.abs(a[i] - b[i]);
    largest = difference > largest || Number.isNaN(difference) ? difference : largest;
  }
  return largest;
}

function expectClose(actual: Outputs, expected: Outputs, tolerance: number): void {
  for (const [id, networks] of Object.entries(expected)) {
    for (const [name, values] of Object.entries(networks)) {
      expect(largestDifference(actual[id][name], values), `${id}.${name}`).toBeLessThan(tolerance);
    }
  }
}

/** One seed's share of `[seeds × …]`. */
function seedOf(outputs: Outputs, seed: number, seeds: number): Outputs {
  return Object.fromEntries(
    Object.entries(outputs).map(([id, networks]) => [
      id,
      Object.fromEntries(
        Object.entries(networks).map(([name, values]) => {
          const size = values.length / seeds;
          return [name, values.slice(seed * size, (seed + 1) * size)];
        }),
      ),
    ]),
  );
}

const problems = fc.record({
  states: fc.integer({ min: 2, max: 12 }),
  width: fc.integer({ min: 1, max: 9 }),
  batch: fc.integer({ min: 1, max: 9 }),
  oneHot: fc.boolean(),
  count: fc.integer({ min: 1, max: 3 }),
});
const toProblem = ({
  states,
  width,
  batch,
  oneHot,
  count,
}: {
  states: number;
  width: number;
  batch: number;
  oneHot: boolean;
  count: number;
}): Problem => ({
  states,
  features: oneHot ? states : 3,
  oneHot,
  width,
  batch,
  seeds: Array.from({ length: count }, (_, i) => i),
});

describe.each(['cpu', 'wasm'] as const)('the composed stack on %s', (backend) => {
  beforeAll(() => startBackend(backend, { wasmPaths: nodeWasmPaths() }));

  it('trains two seeds in one stack as in two stacks', async () => {
    const both = { ...SMALL, seeds: [3, 8] };
    const together = await outputsAfter(both, fourLearners(both), 12);
    for (const [place, seed] of both.seeds.entries()) {
      const alone = { ...SMALL, seeds: [seed] };
      const expected = await outputsAfter(alone, fourLearners(alone), 12);
      expectClose(seedOf(together, place, 2), expected, 1e-6);
    }
  });

  it('changes nothing of the others when a learner is switched off', async () => {
    const all = await outputsAfter(SMALL, fourLearners(SMALL), 12);
    for (const off of ['dqn', 'iql', 'bc']) {
      const others = fourLearners(SMALL).filter(({ id }) => id !== off);
      expectClose(all, await outputsAfter(SMALL, others, 12), 1e-6);
    }
  });

  it('agrees whether products are batched or looped, on any sizes', async () => {
    await fc.assert(
      fc.asyncProperty(problems.map(toProblem), async (problem) => {
        const learners = fourLearners(problem);
        const batched = await outputsAfter(problem, learners, 3, 'batched');
        expectClose(await outputsAfter(problem, learners, 3, 'looped'), batched, 1e-4);
      }),
      { numRuns: 15 },
    );
  });

  it('treats a one-hot table as it treats the same numbers taken as features', async () => {
    const lookedUp = await outputsAfter(SMALL, fourLearners(SMALL), 12);
    const spec = stackSpec(SMALL, fourLearners(SMALL));
    const stack = createStack({ ...spec, table: { ...spec.table, oneHot: false } });
    train(stack, SMALL, 12);
    expectClose(await stack.outputs(), lookedUp, 1e-5);
    stack.dispose();
  });

  it('reports means of the terms since they were last read', async () => {
    const stack = createStack(stackSpec(SMALL, fourLearners(SMALL)));
    const none = await stack.terms();
    expect([...none.iql.expectile]).toEqual([Number.NaN]);
    const expected: number[] = [];
    for (let step = 0; step < 5; step++) {
      const { terms } = await stack.gradients(minibatch(SMALL, step));
      expected.push(terms.cql.penalty[0]);
      stack.step(minibatch(SMALL, step));
    }
    const { cql, dqn } = await stack.terms();
    expect(cql.penalty[0]).toBeCloseTo(expected.reduce((a, b) => a + b) / 5, 5);
    expect(cql.total[0]).toBeCloseTo(cql.bellman[0] + 0.5 * cql.penalty[0], 5);
    expect(dqn.total[0]).toBe(dqn.bellman[0]);
    stack.dispose();
  });

  it('freezes one seed of one learner, even one that is not finite, and no other', async () => {
    const problem = { ...SMALL, seeds: [1, 2] };
    const broken = (parameters: NetworkParameters): NetworkParameters => ({
      ...parameters,
      w2: parameters.w2.map(() => Number.NaN),
    });
    const healthy = fourLearners(problem);
    const learners = healthy.map((learner) =>
      learner.id === 'dqn'
        ? {
            ...learner,
            networks: learner.networks.map((network) => ({
              ...network,
              initial: [network.initial[0], broken(network.initial[1])],
            })),
          }
        : learner,
    );
    const stack = createStack(stackSpec(problem, learners));
    train(stack, problem, 3);
    stack.freeze('dqn', 1);
    stack.freeze('cql', 0);
    const frozen = seedOf(await stack.outputs(), 0, 2);
    const targets = (await stack.parameters()).dqn.target.q[1];
    train(stack, problem, 5, 3);
    const after = await stack.outputs();
    const reference = await outputsAfter(problem, healthy, 8);
    expect(seedOf(after, 0, 2).cql).toEqual(frozen.cql);
    expect((await stack.parameters()).dqn.target.q[1]).toEqual(targets);
    expect(seedOf(after, 1, 2).dqn.q.every(Number.isNaN)).toBe(true);
    expect(largestDifference(seedOf(after, 0, 2).dqn.q, seedOf(reference, 0, 2).dqn.q)).toBe(0);
    for (const id of ['iql', 'bc']) {
      for (const [name, values] of Object.entries(reference[id])) {
        expect(largestDifference(after[id][name], values), `${id}.${name}`).toBeLessThan(1e-6);
      }
    }
    expect(largestDifference(seedOf(after, 1, 2).cql.q, seedOf(reference, 1, 2).cql.q)).toBe(0);
    stack.dispose();
  });

  it('takes a changed hyper-parameter from the next step on', async () => {
    const stack = createStack(stackSpec(SMALL, [instance(SMALL, 'bc', 'bc')]));
    stack.setHyper('bc', 'learningRate', Float32Array.of(0));
    const before = await stack.outputs();
    train(stack, SMALL, 3);
    expect(await stack.outputs()).toEqual(before);
    expect(() => stack.setHyper('bc', 'alpha', Float32Array.of(1))).toThrow(RangeError);
    expect(() => stack.setHyper('dqn', 'polyak', Float32Array.of(1))).toThrow(RangeError);
    expect(() => stack.setHyper('bc', 'polyak', Float32Array.of(1, 1))).toThrow(RangeError);
    expect(() => stack.freeze('bc', 1)).toThrow(RangeError);
    stack.dispose();
  });

  it('leaves the padding of value networks at zero', async () => {
    const stack = createStack(stackSpec(SMALL, [instance(SMALL, 'iql', 'iql')]));
    train(stack, SMALL, 5);
    const { v, q1 } = (await stack.outputs()).iql;
    expect([v.length, q1.length]).toEqual([SMALL.states, SMALL.states * 4]);
    const { online } = (await stack.parameters()).iql;
    expect(online.v[0].w3.length).toBe(SMALL.width);
    stack.dispose();
  });
});

describe('what a loss reads', () => {
  beforeAll(() => startBackend('cpu', { wasmPaths: '' }));
  const bc = instance(SMALL, 'bc', 'bc');
  const lossOf = (text: string) => compileProgram(parseProgram(text)).loss;
  const reading: StackLearner = {
    ...bc,
    loss: lossOf(
      'network policy(s,a)\nminimise mean[Σ sg policy(s,·) policy(s,·)]\nact argmax policy(s,·)',
    ),
  };

  it('is stopped where it says so: no gradient flows through it', async () => {
    const spec = stackSpec(SMALL, [reading]);
    const stack = createStack(spec);
    const { rows } = minibatch(SMALL, 0);
    const { policy } = (await stack.outputs()).bc;
    const { gradients } = await stack.gradients(minibatch(SMALL, 0));
    stack.dispose();
    for (let a = 0; a < 4; a++) {
      const outputs = Array.from(rows, (row) => policy[spec.data.state[row] * 4 + a]);
      const mean = outputs.reduce((sum, x) => sum + x, 0) / rows.length;
      expect(gradients.bc.policy[0].b3[a]).toBeCloseTo(mean, 6);
    }
  });

  it('must be there', () => {
    const create = (text: string) => () =>
      createStack(stackSpec(SMALL, [{ ...bc, loss: lossOf(text) }]));
    const aimed =
      'network policy(s,a), target T\nminimise mean T(s,a) policy(s,a)\nact argmax policy(s,·)';
    expect(create(aimed)).toThrow('reads a target of policy, which has none');
    const other = 'network Q(s,a)\nminimise mean Q(s,a)\nact argmax Q(s,·)';
    expect(create(other)).toThrow('trains a network Q that it does not have');
    const knob =
      'network policy(s,a)\nknob α = 1\nminimise α mean policy(s,a)\nact argmax policy(s,·)';
    expect(create(knob)).toThrow('lacks the hyper-parameter α');
  });
});

describe('the memory of a stack', () => {
  it('has as many tensors after 1,000 steps as after 10, and none once disposed of', async () => {
    await startBackend('wasm', { wasmPaths: nodeWasmPaths() });
    const before = tf.memory().numTensors;
    const stack = createStack(
      stackSpec(SMALL, [instance(SMALL, 'cql', 'cql'), instance(SMALL, 'iql', 'iql')]),
    );
    train(stack, SMALL, 10);
    await stack.outputs();
    await stack.terms();
    const early = tf.memory().numTensors;
    for (let step = 10; step < 1000; step++) {
      stack.step(minibatch(SMALL, step));
      if (step % 100 === 0) {
        await stack.outputs();
        await stack.terms();
        await stack.gradients(minibatch(SMALL, step));
        stack.setHyper('iql', 'beta', Float32Array.of(step / 100));
        stack.setHyper('cql', 'learningRate', Float32Array.of(0.001));
        stack.setHyper('cql', 'polyak', Float32Array.of(0.01));
      }
    }
    expect(tf.memory().numTensors).toBe(early);
    stack.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe('what a stack refuses', () => {
  beforeAll(() => startBackend('cpu', { wasmPaths: '' }));
  const spec = stackSpec(SMALL, [instance(SMALL, 'sketch', 'cql', { penalty: 'sampled-sketch' })]);

  it('says what does not fit together', () => {
    const data = { ...spec.data, state: spec.data.state.map((s, i) => (i === 3 ? 99 : s)) };
    expect(() => createStack({ ...spec, data })).toThrow('Row 3 of the data: state 99');
    expect(() => createStack({ ...spec, learners: [] })).toThrow('at least one learner');
    const twice = [...spec.learners, ...spec.learners];
    expect(() => createStack({ ...spec, learners: twice })).toThrow('Two learners');
    expect(() => createStack({ ...spec, seeds: 2 })).toThrow('for 2 seeds');
    expect(() => createStack({ ...spec, width: 7 })).toThrow('expected 63');
  });

  it.each([
    ['composed', createStack],
    ['simd', createSimdStack],
  ] as const)('knows which rows there are and who acts: %s', (_, make) => {
    const plain = stackSpec(SMALL, fourLearners(SMALL));
    const stack = make(plain);
    const own = ownBatch(SMALL, 0, 'dqn');
    const taking = (changed: Partial<OwnBatch>) => () =>
      stack.step({ ...minibatch(SMALL, 0), own: { dqn: { ...own, ...changed } } });
    const { fresh } = own;
    expect(taking({ rows: own.rows.subarray(1) })).toThrow('7 rows, expected 1 × 8');
    expect(taking({ rows: own.rows.map(() => 48) })).toThrow('40 rows and 8 fresh ones');
    expect(taking({ fresh: { ...fresh, action: fresh.action.map(() => 4) } })).toThrow('fresh row');
    expect(taking({ fresh: { ...fresh, nextState: fresh.state.map(() => 9) } })).toThrow('fresh');
    expect(() => stack.outputsAt('sarsa', 0, 0)).toThrow('no learner sarsa');
    taking({})();
    stack.dispose();
  });

  it('wants the random actions that a loss draws on', () => {
    const stack = createStack(spec);
    expect(() => stack.step(minibatch(SMALL, 0))).toThrow('random actions of sketch');
    expect(() => stack.step({ rows: Int32Array.of(0), randomActions: {} })).toThrow(
      'expected 1 × 8',
    );
    stack.step(minibatch(SMALL, 0, ['sketch']));
    stack.dispose();
  });
});
