import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { definitionFrom } from './definition';
import { expectedValues, greedyPolicy, softmaxPolicy } from './readout';
import { LEARNERS } from './registry';

const tables = fc
  .array(fc.float({ min: -50, max: 50, noNaN: true }), { minLength: 1, maxLength: 10 })
  .chain((first) =>
    fc.tuple(
      ...Array.from({ length: 4 }, () =>
        fc.array(fc.float({ min: -50, max: 50, noNaN: true }), {
          minLength: first.length,
          maxLength: first.length,
        }),
      ),
    ),
  )
  .map((columns) => Float32Array.from(columns[0].flatMap((_, s) => columns.map((c) => c[s]))));

describe('policies read from a table', () => {
  it('are distributions; the greedy one sits on a largest value', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const greedy = greedyPolicy(table);
        const soft = softmaxPolicy(table);
        for (let row = 0; row < table.length; row += 4) {
          const largest = Math.max(...table.subarray(row, row + 4));
          const chosen = table[row + greedy.subarray(row, row + 4).indexOf(1)];
          expect(chosen).toBeGreaterThanOrEqual(largest);
          for (const policy of [greedy, soft]) {
            const sum = policy.subarray(row, row + 4).reduce((a, b) => a + b);
            expect(sum).toBeCloseTo(1, 12);
          }
        }
      }),
    );
  });

  it('break ties by the lowest action', () => {
    expect([...greedyPolicy(Float32Array.of(0, 2, 2, 1))]).toEqual([0, 1, 0, 0]);
  });

  it('are uniform where a number is not finite', () => {
    const broken = Float32Array.of(1, Number.NaN, 0, 0, 0, Number.POSITIVE_INFINITY, 0, 0);
    for (const policy of [greedyPolicy(broken), softmaxPolicy(broken)]) {
      expect([...policy]).toEqual(Array(8).fill(0.25));
    }
  });

  it('do not count actions of probability 0', () => {
    const policy = Float64Array.of(0, 1, 0, 0);
    const q = Float64Array.of(Number.NaN, 3, Number.NEGATIVE_INFINITY, 0);
    expect([...expectedValues(policy, q)]).toEqual([3]);
  });
});

describe('what learners say of the world', () => {
  const q = Float32Array.of(1, 3, 2, 0);
  const everything = new Uint8Array(4).fill(1);

  it('act among what the data contains, where they ask for it, and among all where it contains nothing', () => {
    const cautious = definitionFrom({
      program: `network Q(s,a), target Q̄
minimise mean (Q(s,a) − sg[max Q̄(s′,·) where seen(s′)])²
act argmax Q(s,·) where seen(s)
believe max Q(s,·) where seen(s)
`,
      workings: () => ({}),
      restsAt: () => ({ nowhere: 'restless' }),
    });
    const twice = Float32Array.of(1, 3, 2, 0, 1, 3, 2, 0);
    const { policy, v } = cautious.readout({ Q: twice }, {}, Uint8Array.of(1, 0, 1, 0, 0, 0, 0, 0));
    expect([...policy]).toEqual([0, 0, 1, 0, 0, 1, 0, 0]);
    expect(v).toEqual(Float64Array.of(2, 3));
  });

  it('DQN and CQL act greedily on Q̂ and believe its maximum', () => {
    for (const kind of ['dqn', 'cql'] as const) {
      const readout = LEARNERS[kind]({}).readout({ q }, {}, everything);
      expect([...readout.policy]).toEqual([0, 1, 0, 0]);
      expect(readout.v).toEqual(Float64Array.of(3));
      const soft = LEARNERS[kind]({}).readout({ q }, { readout: 'softmax' }, everything);
      const weights = [1, 3, 2, 0].map(Math.exp);
      const total = weights.reduce((a, b) => a + b);
      expect(soft.v?.[0]).toBeCloseTo((weights[0] + 3 * weights[1] + 2 * weights[2]) / total, 6);
    }
  });

  it('IQL takes the smaller critic, its own V and what its policy learned', () => {
    const outputs = {
      q1: Float32Array.of(1, 2, 3, 4),
      q2: Float32Array.of(4, 3, 2, 1),
      v: Float32Array.of(7),
      policy: Float32Array.of(0, 0, 1, 0),
    };
    const readout = LEARNERS.iql({}).readout(outputs, {}, everything);
    expect(readout).toEqual({
      q: Float64Array.of(1, 2, 2, 1),
      v: Float64Array.of(7),
      policy: readout.readings?.distribution,
      readings: { mostLikely: Float64Array.of(0, 0, 1, 0), distribution: readout.policy },
    });
    expect(readout.policy[2]).toBeCloseTo(Math.E / (3 + Math.E), 6);
    const sure = LEARNERS.iql({}).readout(outputs, { readout: 'most-likely' }, everything);
    expect(sure.policy).toEqual(readout.readings?.mostLikely);
  });

  it('AWAC believes in its values under the reading that is deployed', () => {
    const outputs = { q, policy: Float32Array.of(0, 0, 1, 0) };
    const awac = LEARNERS.awac({});
    const of = (readout: string) => awac.readout(outputs, { readout }, everything);
    const mean = (6 + 2 * (Math.E - 1)) / (3 + Math.E);
    expect(of('distribution').v?.[0]).toBeCloseTo(mean, 6);
    expect(of('most-likely').v).toEqual(Float64Array.of(2));
  });

  it('One-step RL takes what is good and usual, and believes in its value', () => {
    const outputs = { q, behavior: Float32Array.of(9, 0, 9, 0) };
    const of = (beta: number) => LEARNERS.onestep({}).readout(outputs, { beta }, everything);
    expect([...of(1).policy]).toEqual([0, 0, 1, 0]);
    expect(of(1).v).toEqual(Float64Array.of(2));
    expect([...of(100).policy]).toEqual([0, 1, 0, 0]);
  });

  it('Maxmin Q-learning has as many critics as it is told, and counts the least of them', () => {
    const three = LEARNERS.maxmin({ critics: 3 });
    expect(three.networks.map(({ name }) => name)).toEqual(['q1', 'q2', 'q3']);
    const outputs = { q1: q, q2: Float32Array.of(4, 0, 1, 1), q3: Float32Array.of(3, 3, 3, 3) };
    const { q: least, policy, v } = three.readout(outputs, { critics: 3 }, everything);
    expect([...(least ?? [])]).toEqual([1, 0, 1, 0]);
    expect([...policy]).toEqual([1, 0, 0, 0]);
    expect(v).toEqual(Float64Array.of(1));
  });

  it('BC has no values and acts by what it learned', () => {
    const readout = LEARNERS.bc({}).readout(
      { policy: Float32Array.of(0, 0, 0, 0) },
      {},
      everything,
    );
    const distribution = new Float64Array(4).fill(0.25);
    const mostLikely = Float64Array.of(1, 0, 0, 0);
    expect(readout).toEqual({
      q: null,
      v: null,
      policy: distribution,
      readings: { distribution, mostLikely },
    });
    const sure = LEARNERS.bc({}).readout(
      { policy: Float32Array.of(0, 1, 0, 0) },
      { readout: 'most-likely' },
      everything,
    );
    expect([...sure.policy]).toEqual([0, 1, 0, 0]);
  });
});
