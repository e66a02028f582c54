import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { startBackend } from '../engine/backend';
import { lossTensors, nodeTensors } from '../engine/loss/tensors';
import type { LossInputs } from '../engine/types';
import { LEARNERS } from './registry';
import vectors from './testdata/unit-vectors.json';
import { type LossFixture, lossInputs } from './testing/inputs';
import type { LearnerDefinition, LearnerSettings } from './types';

const { bc, cql, dqn, iql } = {
  bc: LEARNERS.bc({}),
  cql: LEARNERS.cql({}),
  dqn: LEARNERS.dqn({}),
  iql: LEARNERS.iql({}),
};

const numbers = (tensor: tf.Tensor) => Array.from(tensor.dataSync());

function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, digits = 5): void {
  expect(actual.length).toBe(expected.length);
  Array.from(expected).forEach((value, i) => {
    expect(actual[i]).toBeCloseTo(value, digits);
  });
}

beforeAll(() => startBackend('cpu', { wasmPaths: '' }));

/** What the loss of a learner works out on its way. */
function working(
  { workings }: LearnerDefinition,
  name: string,
  inputs: LossInputs,
  settings: LearnerSettings = {},
): tf.Tensor {
  return nodeTensors({ [name]: workings(settings)[name] }, inputs)[name];
}

const conservativeGap = (inputs: LossInputs, settings: LearnerSettings) =>
  working(cql, 'gap', inputs, settings);

/** A minibatch on which IQL's advantages are `u`. */
const advantages = (
  u: readonly number[],
  hyper: Readonly<Record<string, number>>,
): LossFixture => ({
  outputs: { v: u.map(() => [0]) },
  reads: Object.fromEntries(
    ['q1', 'q2'].map((network) => [`${network} target state`, u.map((value) => [value, 9, 9, 9])]),
  ),
  action: u.map(() => 0),
  hyper: { weightClip: 100, ...hyper },
});

/** |τ − 1[u < 0]| u² of every row. */
function expectileLoss(inputs: LossInputs): tf.Tensor {
  return tf.mul(working(iql, 'side', inputs), tf.square(working(iql, 'advantage', inputs)));
}

describe('reference vectors', () => {
  it('CQL’s penalty and its gradient', () => {
    const { q, a, per_row, mean, grad_of_mean } = vectors.cql_penalty;
    const fixture: LossFixture = { outputs: { q }, action: a };
    expectClose(numbers(conservativeGap(lossInputs(fixture), {})), per_row);
    const gradient = tf.grad((output: tf.Tensor) =>
      tf.mean(conservativeGap(lossInputs(fixture, { q: output }), {})),
    )(tf.tensor3d([q]));
    expectClose(numbers(gradient), grad_of_mean.flat(), 6);
    const none = { 'q target nextState': q.map(() => [0, 0, 0, 0]) };
    const terms = lossTensors(
      cql.loss({}),
      lossInputs({ ...fixture, reads: none, hyper: { gamma: 0, alpha: 2 } }),
    );
    expectClose(numbers(terms.penalty), [mean], 4);
    expectClose(numbers(terms.total), [numbers(terms.bellman)[0] + 2 * mean], 2);
  });

  it('targets of DQN and double DQN', () => {
    const { q_online_next, q_target_next, r, terminal, gamma, ...expected } = vectors.targets;
    const inputs = lossInputs({
      outputs: {},
      reads: { 'q online nextState': q_online_next, 'q target nextState': q_target_next },
      action: [0, 0],
      reward: r,
      terminal,
      hyper: { gamma },
    });
    expectClose(numbers(working(dqn, 'target', inputs)), expected.dqn, 6);
    const double = working(dqn, 'target', inputs, { double: true });
    expectClose(numbers(double), expected.double_dqn, 6);
  });

  it.each([0.5, 0.7, 0.9] as const)('expectile loss at τ = %d', (tau) => {
    const { u, ...expected } = vectors.expectile;
    const loss = expectileLoss(lossInputs(advantages(u, { expectile: tau })));
    expectClose(numbers(loss), expected[`tau${tau}`], 6);
  });

  it.each([1, 3, 10] as const)('advantage weights at β = %d', (beta) => {
    const { adv, ...expected } = vectors.awr_weight;
    const weight = working(iql, 'weight', lossInputs(advantages(adv, { beta })));
    expectClose(numbers(weight), expected[`beta${beta}`], 4);
  });

  it('the expectile of a categorical distribution is where the loss is least', () => {
    const { q, p, ...expected } = vectors.expectile_of_categorical;
    for (const tau of [0.5, 0.7, 0.9, 0.99] as const) {
      const gradient = tf.grad((v: tf.Tensor) => {
        const fixture = advantages(q, { expectile: tau });
        return tf.sum(tf.mul(tf.tensor1d(p), expectileLoss(lossInputs(fixture, { v }))));
      })(tf.fill([1, q.length, 1], expected[`tau${tau}`]));
      expect(numbers(gradient).reduce((sum, share) => sum + share)).toBeCloseTo(0, 5);
    }
  });
});

const row = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 4, maxLength: 4 });
const rows = fc
  .array(fc.tuple(row, fc.integer({ min: 0, max: 3 })), { minLength: 1, maxLength: 6 })
  .map((pairs) => ({ q: pairs.map(([q]) => q), action: pairs.map(([, a]) => a) }));

describe('laws of the losses', () => {
  it('CQL’s exact gap is never negative and its gradient sums to 0 in every row', () => {
    fc.assert(
      fc.property(rows, ({ q, action }) => {
        const fixture: LossFixture = { outputs: { q }, action };
        for (const gap of numbers(conservativeGap(lossInputs(fixture), {}))) {
          expect(gap).toBeGreaterThanOrEqual(-1e-5);
        }
        const gradient = tf.grad((output: tf.Tensor) =>
          tf.sum(conservativeGap(lossInputs(fixture, { q: output }), {})),
        )(tf.tensor3d([q]));
        for (const sum of numbers(tf.sum(gradient, -1))) expect(sum).toBeCloseTo(0, 5);
      }),
    );
  });

  it('the sampled sketch is a difference of two values, whatever the other actions are', () => {
    fc.assert(
      fc.property(rows, ({ q, action }) => {
        const randomAction = action.map((a) => (a + 1) % 4);
        const fixture: LossFixture = { outputs: { q }, action, randomAction };
        const gap = conservativeGap(lossInputs(fixture), { penalty: 'sampled-sketch' });
        const expected = q.map((values, i) => values[randomAction[i]] - values[action[i]]);
        expectClose(numbers(gap), expected, 4);
      }),
    );
  });

  it('the temperature of CQL is a unit of value: gap_κ(Q) = κ · gap₁(Q/κ), never negative', () => {
    fc.assert(
      fc.property(rows, fc.double({ min: 0.1, max: 20, noNaN: true }), ({ q, action }, kappa) => {
        const gapOf = (values: number[][], temperature: number) =>
          numbers(
            conservativeGap(
              lossInputs({ outputs: { q: values }, action, hyper: { temperature } }),
              {},
            ),
          );
        const gap = gapOf(q, kappa);
        const inUnits = gapOf(
          q.map((values) => values.map((value) => value / kappa)),
          1,
        );
        gap.forEach((value, i) => {
          expect(value).toBeGreaterThanOrEqual(-1e-5 * kappa);
          expect(Math.abs(value - kappa * inUnits[i])).toBeLessThan(1e-5 * (1 + kappa));
        });
        // By hand, in another arithmetic.
        q.forEach((values, i) => {
          const sum = values.reduce((total, value) => total + Math.exp(value / kappa), 0);
          const expected = kappa * Math.log(sum) - values[action[i]];
          expect(Math.abs(gap[i] - expected)).toBeLessThan(1e-4 * (1 + kappa));
        });
      }),
    );
  });

  it('the softmax backup lies between the mean and the max', () => {
    fc.assert(
      fc.property(row, (q) => {
        const { bellman } = lossTensors(
          cql.loss({ backup: 'softmax' }),
          lossInputs({
            outputs: { q: [[0, 0, 0, 0]] },
            reads: { 'q target nextState': [q] },
            action: [0],
            reward: [10],
            hyper: { gamma: 1, alpha: 0 },
          }),
        );
        const next = Math.sqrt(numbers(bellman)[0]) - 10;
        expect(next).toBeLessThanOrEqual(Math.max(...q) + 1e-4);
        expect(next).toBeGreaterThanOrEqual(q.reduce((a, b) => a + b) / 4 - 1e-4);
      }),
    );
  });

  it('terminal rows do not bootstrap', () => {
    const { bellman } = lossTensors(
      dqn.loss({}),
      lossInputs({
        outputs: { q: [[1, 0, 0, 0]] },
        reads: { 'q target nextState': [[99, 99, 99, 99]] },
        action: [0],
        reward: [1],
        terminal: [1],
        hyper: { gamma: 0.9 },
      }),
    );
    expectClose(numbers(bellman), [0]);
  });

  it('BC’s loss is ln 4 for a uniform policy, and least where the action is certain', () => {
    const of = (logits: number[]) =>
      numbers(
        lossTensors(bc.loss({}), lossInputs({ outputs: { policy: [logits] }, action: [2] }))
          .imitation,
      )[0];
    expect(of([0, 0, 0, 0])).toBeCloseTo(Math.log(4), 6);
    expect(of([0, 0, 50, 0])).toBeCloseTo(0, 6);
  });

  it('a weight of 1 turns IQL’s policy loss into BC', () => {
    const v = [[0.3]];
    const q = [[0.3, 0.3, 0.3, 0.3]];
    const logits = [[0.1, 0.2, 0.7, -1]];
    const fixture: LossFixture = {
      outputs: { q1: q, q2: q, v, policy: logits },
      reads: {
        'q1 target state': q,
        'q2 target state': q,
        'v online nextState': v,
      },
      action: [1],
      hyper: { gamma: 1, expectile: 0.9, beta: 7, weightClip: 100 },
    };
    const terms = lossTensors(iql.loss({}), lossInputs(fixture));
    const { imitation } = lossTensors(bc.loss({}), lossInputs(fixture));
    expectClose(numbers(terms.policy), numbers(imitation), 6);
    expectClose(numbers(terms.expectile), [0], 6);
    expectClose(numbers(terms.bellman), [0], 6);
  });
});
