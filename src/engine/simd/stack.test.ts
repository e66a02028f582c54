import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fourLearners,
  instance,
  minibatch,
  ownBatch,
  type Problem,
  SMALL,
  stackSpec,
} from '../../learners/testing/problem';
import type { NetworkParameters, NetworkStack, StackLearner, StackSpec } from '../types';
import { instantiateKernels } from './module';
import { createSimdStack } from './stack';
import { numbers, worstError } from './testing/numbers';

type Outputs = Awaited<ReturnType<NetworkStack['outputs']>>;

function train(stack: NetworkStack, problem: Problem, steps: number, from = 0): void {
  for (let step = from; step < from + steps; step++) stack.step(minibatch(problem, step));
}

async function outputsAfter(
  problem: Problem,
  learners: readonly StackLearner[],
  steps: number,
): Promise<Outputs> {
  const stack = createSimdStack(stackSpec(problem, learners));
  train(stack, problem, steps);
  return stack.outputs();
}

/** One seed's share of `[seeds × …]`. */
function seedOf(values: Float32Array, seed: number, seeds: number): Float32Array {
  const size = values.length / seeds;
  return values.slice(seed * size, (seed + 1) * size);
}

describe('the SIMD stack', () => {
  it('trains two seeds in one stack exactly as in two stacks', async () => {
    const both = { ...SMALL, seeds: [3, 8] };
    const together = numbers(await outputsAfter(both, fourLearners(both), 12));
    for (const [place, seed] of both.seeds.entries()) {
      const alone = { ...SMALL, seeds: [seed] };
      for (const [path, values] of numbers(await outputsAfter(alone, fourLearners(alone), 12))) {
        expect(seedOf(together.get(path) ?? values, place, 2), path).toEqual(values);
      }
    }
  });

  it('gives of one state what it gives of all', async () => {
    const problem = { ...SMALL, seeds: [3, 8] };
    const stack = createSimdStack(stackSpec(problem, fourLearners(problem)));
    train(stack, problem, 5);
    const all = await stack.outputs();
    for (const [id, networks] of Object.entries(all)) {
      for (const [name, values] of Object.entries(networks)) {
        const count = values.length / (2 * SMALL.states);
        const at = (SMALL.states + 4) * count;
        expect(stack.outputsAt(id, 1, 4)[name]).toEqual(values.slice(at, at + count));
      }
    }
  });

  it('trains on rows of its own the one that has them, and changes nothing of the others', async () => {
    const problem = { ...SMALL, seeds: [3, 8] };
    const trained = async (withOwn: boolean, ids: readonly string[]) => {
      const learners = fourLearners(problem).filter(({ id }) => ids.includes(id));
      const stack = createSimdStack(stackSpec(problem, learners));
      for (let step = 0; step < 12; step++) {
        const own = withOwn ? { cql: ownBatch(problem, step, 'cql') } : {};
        stack.step({ ...minibatch(problem, step), own });
      }
      return stack.outputs();
    };
    const offline = await trained(false, ['dqn', 'cql', 'iql', 'bc']);
    const online = await trained(true, ['dqn', 'cql', 'iql', 'bc']);
    const alone = await trained(true, ['cql']);
    expect(online.cql).not.toEqual(offline.cql);
    expect(online.cql).toEqual(alone.cql);
    expect({ ...online, cql: null }).toEqual({ ...offline, cql: null });
  });

  it('holds sixteen values of a hyper-parameter as easily as sixteen seeds', async () => {
    const alphas = Float32Array.from({ length: 16 }, (_, i) => 0.02 * 1.4 ** i);
    // Equal seeds start and sample equally: what differs is α alone.
    const problem = { ...SMALL, seeds: new Array<number>(16).fill(3) };
    const sweep = instance(problem, 'cql', 'cql');
    const together = await outputsAfter(
      problem,
      [{ ...sweep, hyper: { ...sweep.hyper, alpha: alphas } }],
      12,
    );
    const one = { ...SMALL, seeds: [3] };
    const seen = new Set<number>();
    for (const [place, alpha] of alphas.entries()) {
      const cql = instance(one, 'cql', 'cql');
      const own = { ...cql, hyper: { ...cql.hyper, alpha: Float32Array.of(alpha) } };
      const alone = await outputsAfter(one, [own], 12);
      expect(seedOf(together.cql.q, place, 16), `α = ${alpha}`).toEqual(alone.cql.q);
      seen.add(alone.cql.q[0]);
    }
    expect(seen.size).toBe(16);
  });

  it('changes nothing of the others when a learner is switched off', async () => {
    const all = await outputsAfter(SMALL, fourLearners(SMALL), 12);
    for (const off of ['dqn', 'iql', 'bc']) {
      const others = fourLearners(SMALL).filter(({ id }) => id !== off);
      expect(all).toMatchObject(await outputsAfter(SMALL, others, 12));
    }
  });

  it('treats a one-hot table as it treats the same numbers taken as features', async () => {
    const lookedUp = await outputsAfter(SMALL, fourLearners(SMALL), 12);
    const spec = stackSpec(SMALL, fourLearners(SMALL));
    const stack = createSimdStack({ ...spec, table: { ...spec.table, oneHot: false } });
    train(stack, SMALL, 12);
    expect(worstError(await stack.outputs(), lookedUp, 1e-3)[0]).toBeLessThan(1e-5);
  });

  it('reports means of the terms since they were last read', async () => {
    const stack = createSimdStack(stackSpec(SMALL, fourLearners(SMALL)));
    expect([...(await stack.terms()).iql.expectile]).toEqual([Number.NaN]);
    let penalty = 0;
    for (let step = 0; step < 5; step++) {
      penalty += (await stack.gradients(minibatch(SMALL, step))).terms.cql.penalty[0] / 5;
      stack.step(minibatch(SMALL, step));
    }
    const { cql, dqn } = await stack.terms();
    expect(cql.penalty[0]).toBeCloseTo(penalty, 5);
    expect(cql.total[0]).toBeCloseTo(cql.bellman[0] + 0.5 * cql.penalty[0], 5);
    expect(dqn.total[0]).toBe(dqn.bellman[0]);
    expect([...(await stack.terms()).iql.expectile]).toEqual([Number.NaN]);
  });

  it('freezes one seed of one learner, even one that is not finite, and no other', async () => {
    const problem = { ...SMALL, seeds: [1, 2] };
    const broken = (parameters: NetworkParameters): NetworkParameters => ({
      ...parameters,
      w2: parameters.w2.map(() => Number.NaN),
    });
    const healthy = fourLearners(problem);
    const learners = healthy.map((learner) => ({
      ...learner,
      networks: learner.networks.map((network) =>
        learner.id === 'dqn'
          ? { ...network, initial: [network.initial[0], broken(network.initial[1])] }
          : network,
      ),
    }));
    const stack = createSimdStack(stackSpec(problem, learners));
    train(stack, problem, 3);
    expect((await stack.terms()).dqn.total[1]).toBeNaN();
    stack.freeze('dqn', 1);
    stack.freeze('cql', 0);
    const before = await stack.outputs();
    const targets = (await stack.parameters()).dqn.target.q[1];
    train(stack, problem, 5, 3);
    const after = await stack.outputs();
    const reference = await outputsAfter(problem, healthy, 8);
    expect(seedOf(after.cql.q, 0, 2)).toEqual(seedOf(before.cql.q, 0, 2));
    expect((await stack.parameters()).dqn.target.q[1]).toEqual(targets);
    expect(seedOf(after.dqn.q, 1, 2).every(Number.isNaN)).toBe(true);
    expect(seedOf(after.dqn.q, 0, 2)).toEqual(seedOf(reference.dqn.q, 0, 2));
    expect(seedOf(after.cql.q, 1, 2)).toEqual(seedOf(reference.cql.q, 1, 2));
    expect(after).toMatchObject({ iql: reference.iql, bc: reference.bc });
  });

  it('takes a changed hyper-parameter from the next step on', async () => {
    const stack = createSimdStack(stackSpec(SMALL, [instance(SMALL, 'bc', 'bc')]));
    stack.setHyper('bc', 'learningRate', Float32Array.of(0));
    const before = await stack.outputs();
    train(stack, SMALL, 3);
    expect(await stack.outputs()).toEqual(before);
    stack.setHyper('bc', 'learningRate', Float32Array.of(0.01));
    train(stack, SMALL, 1);
    expect(await stack.outputs()).not.toEqual(before);
    expect(() => stack.setHyper('bc', 'alpha', Float32Array.of(1))).toThrow(RangeError);
    expect(() => stack.setHyper('dqn', 'polyak', Float32Array.of(1))).toThrow(RangeError);
    expect(() => stack.setHyper('bc', 'polyak', Float32Array.of(1, 1))).toThrow(RangeError);
    expect(() => stack.freeze('bc', 1)).toThrow(RangeError);
    expect(() => stack.freeze('cql', 0)).toThrow(RangeError);
    stack.dispose();
  });

  it('has as much memory after 10,000 steps as after 10', async () => {
    const kernels = instantiateKernels();
    const stack = createSimdStack(stackSpec(SMALL, fourLearners(SMALL)), kernels);
    const batches = Array.from({ length: 50 }, (_, step) => minibatch(SMALL, step));
    const steps = (count: number) => {
      for (let i = 0; i < count; i++) stack.step(batches[i % batches.length]);
    };
    steps(10);
    const early = kernels.memory.buffer;
    steps(9990);
    await stack.outputs();
    await stack.gradients(batches[0]);
    expect(kernels.memory.buffer).toBe(early);
  });

  it('takes a step in parts exactly as it takes it whole', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(['dqn', 'cql', 'iql', 'bc', 'sketch'], { minLength: 1 }),
        fc.uniqueArray(fc.nat(99), { minLength: 1, maxLength: 3 }),
        fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }),
        async (ids, seeds, whole) => {
          const problem = { ...SMALL, seeds };
          const sketch = instance(problem, 'sketch', 'cql', { penalty: 'sampled-sketch' });
          const learners = [...fourLearners(problem), sketch].filter(({ id }) => ids.includes(id));
          const spec = stackSpec(problem, learners);
          const [stack, reference] = [createSimdStack(spec), createSimdStack(spec)];
          for (const [step, isWhole] of whole.entries()) {
            const batch = minibatch(problem, step, ['sketch']);
            reference.step(batch);
            if (isWhole) stack.step(batch);
            else for (let p = 0; p < (stack.parts?.count ?? 0); p++) stack.parts?.take(batch, p);
          }
          expect(await stack.parameters()).toEqual(await reference.parameters());
          expect(await stack.terms()).toEqual(await reference.terms());
        },
      ),
      { numRuns: 30 },
    );
  });

  it('answers nothing in the midst of a step, and takes its parts in turn only', async () => {
    const problem = { ...SMALL, seeds: [1, 2] };
    const stack = createSimdStack(stackSpec(problem, fourLearners(problem)));
    const batch = minibatch(problem, 0);
    const take = (part: number) => () => stack.parts?.take(batch, part);
    expect(stack.parts?.count).toBe(8);
    expect(take(1)).toThrow('Part 1 of a step, where part 0 is next');
    take(0)();
    expect(take(0)).toThrow('where part 1 is next');
    expect(() => stack.step(batch)).toThrow(RangeError);
    await expect(stack.outputs()).rejects.toThrow('under way');
    await expect(stack.terms()).rejects.toThrow('under way');
    await expect(stack.parameters()).rejects.toThrow('under way');
    await expect(stack.gradients(batch)).rejects.toThrow('under way');
    for (let part = 1; part < 8; part++) take(part)();
    expect((await stack.terms()).dqn.total).toHaveLength(2);
  });

  it('says what does not fit together', () => {
    const sketch = instance(SMALL, 'sketch', 'cql', { penalty: 'sampled-sketch' });
    const spec = stackSpec(SMALL, [sketch]);
    const state = spec.data.state.map((s, i) => (i === 3 ? 99 : s));
    const action = spec.data.action.map((a, i) => (i === 5 ? 4 : a));
    const create = (change: Partial<StackSpec>) => () => createSimdStack({ ...spec, ...change });
    expect(create({ data: { ...spec.data, state } })).toThrow('Row 3 of the data: state 99');
    expect(create({ data: { ...spec.data, action } })).toThrow('action 4 of row 5');
    expect(create({ learners: [] })).toThrow('at least one learner');
    expect(create({ seeds: 2 })).toThrow('for 2 seeds');
    expect(create({ width: 7 })).toThrow('expected 63');
    expect(create({ width: 20_000 })).toThrow('MiB of memory');
    const stack = createSimdStack(spec);
    expect(() => stack.step(minibatch(SMALL, 0))).toThrow('random actions of sketch');
    const batch = minibatch(SMALL, 0, ['sketch']);
    expect(() => stack.step({ ...batch, rows: Int32Array.of(0) })).toThrow('expected 1 × 8');
    expect(() => stack.step({ ...batch, rows: batch.rows.map(() => 40) })).toThrow('Row 40');
    const randomActions = { sketch: new Uint8Array(8).fill(4) };
    expect(() => stack.step({ ...batch, randomActions })).toThrow('sketch: action 4 of row 0');
  });
});
