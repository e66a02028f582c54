import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { startBackend } from '../engine/backend';
import { createStack } from '../engine/composed';
import { nodeWasmPaths } from '../engine/node';
import type { NetworkParameters } from '../engine/types';
import { instance, minibatch, type Problem, SMALL, stackSpec } from './testing/problem';

const WIDE: Problem = { ...SMALL, states: 20, features: 5, oneHot: false, width: 16, batch: 16 };
const PARTS = ['w1', 'b1', 'w2', 'b2', 'w3', 'b3'] as const;

/** Offline DQN as one would write it with the union package: variables, `tf.train.adam`, `minimize`. */
function textbookDqn(problem: Problem, steps: number): Float32Array {
  const learner = instance(problem, 'dqn', 'dqn');
  const { table, data, batch } = stackSpec(problem, [learner]);
  const [learningRate, polyak, gamma] = ['learningRate', 'polyak', 'gamma'].map(
    (name) => learner.hyper[name][0],
  );
  const shapes = {
    w1: [table.features, problem.width],
    b1: [problem.width],
    w2: [problem.width, problem.width],
    b2: [problem.width],
    w3: [problem.width, 4],
    b3: [4],
  };
  const initial = learner.networks[0].initial[0];
  const variables = (p: NetworkParameters) =>
    PARTS.map((part) => tf.variable(tf.tensor(p[part], shapes[part])));
  const online = variables(initial);
  const target = variables(initial);
  const q = ([w1, b1, w2, b2, w3, b3]: tf.Variable[], x: tf.Tensor2D) => {
    const h1 = tf.relu(tf.add(tf.matMul(x, w1 as tf.Tensor2D), b1)) as tf.Tensor2D;
    const h2 = tf.relu(tf.add(tf.matMul(h1, w2 as tf.Tensor2D), b2)) as tf.Tensor2D;
    return tf.add(tf.matMul(h2, w3 as tf.Tensor2D), b3);
  };
  const inputs = (states: number[]) =>
    tf.tensor2d(
      states.map((s) => [...table.values.slice(s * table.features, (s + 1) * table.features)]),
    );
  const adam = tf.train.adam(learningRate, 0.9, 0.999, 1e-8);
  for (let step = 0; step < steps; step++) {
    const rows = [...minibatch(problem, step).rows];
    expect(rows.length).toBe(batch);
    tf.tidy(() => {
      const reward = tf.tensor1d(rows.map((row) => data.reward[row]));
      const goesOn = tf.tensor1d(rows.map((row) => 1 - data.terminal[row]));
      const next = tf.max(q(target, inputs(rows.map((row) => data.nextState[row]))), 1);
      const y = tf.add(reward, tf.mul(tf.mul(goesOn, gamma), next));
      const x = inputs(rows.map((row) => data.state[row]));
      const taken = tf.oneHot(
        rows.map((row) => data.action[row]),
        4,
      );
      adam.minimize(
        () => tf.losses.meanSquaredError(y, tf.sum(tf.mul(q(online, x), taken), 1)) as tf.Scalar,
      );
      target.forEach((parameter, i) => {
        parameter.assign(tf.add(tf.mul(parameter, 1 - polyak), tf.mul(online[i], polyak)));
      });
    });
  }
  const all = Array.from({ length: table.states }, (_, s) => s);
  return tf.tidy(() => q(online, inputs(all)).dataSync() as Float32Array);
}

describe.each(['cpu', 'wasm'] as const)('against the union package on %s', (backend) => {
  beforeAll(() => startBackend(backend, { wasmPaths: nodeWasmPaths() }));

  it('DQN has the same values after 60 steps', async () => {
    const expected = textbookDqn(WIDE, 60);
    const stack = createStack(stackSpec(WIDE, [instance(WIDE, 'dqn', 'dqn')]));
    for (let step = 0; step < 60; step++) stack.step(minibatch(WIDE, step));
    const { q } = (await stack.outputs()).dqn;
    stack.dispose();
    expect(Math.max(...expected.map(Math.abs))).toBeGreaterThan(0.2);
    expect(q.length).toBe(expected.length);
    for (let i = 0; i < q.length; i++) expect(q[i]).toBeCloseTo(expected[i], 4);
  });
});
