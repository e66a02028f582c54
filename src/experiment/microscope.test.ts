import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { startBackend } from '../engine/backend';
import { createStack } from '../engine/composed';
import { nodeWasmPaths } from '../engine/node';
import type { NetworkStack } from '../engine/types';
import { assembleStack, drawMinibatch, trainingSeeds } from './assemble';
import { examineRow, type RowUpdate, type SeedParameters } from './microscope';
import { buildProblem } from './problem';
import { resolveSettings } from './settings/parse';
import type { Settings } from './types';

const settings: Settings = resolveSettings({
  world: 'maze-umaze',
  'data.size': 60,
  width: 8,
  batch: 16,
  seeds: 2,
  learners: ['dqn', 'cql', 'iql', 'bc', 'cql-sketch'],
  'dqn.double': true,
  'cql.alpha': 0.3,
  'cql.backup': 'max',
  rewardScale: 1,
  'cql-sketch.penalty': 'sampled-sketch',
}).settings;
const problem = buildProblem(settings);
const { dataset, mdp } = problem;
const STEPS = 30;
const SEED = 1;

let parameters: SeedParameters;
let outputs: Awaited<ReturnType<NetworkStack['outputs']>>;

/** The parameters of one seed out of those of all. */
function ofSeed(
  all: Awaited<ReturnType<NetworkStack['parameters']>>,
  seed: number,
): SeedParameters {
  const pick = (networks: Record<string, readonly unknown[]>) =>
    Object.fromEntries(Object.entries(networks).map(([name, seeds]) => [name, seeds[seed]]));
  return Object.fromEntries(
    Object.entries(all).map(([id, { online, target }]) => [
      id,
      { online: pick(online), target: pick(target) },
    ]),
  ) as SeedParameters;
}

beforeAll(async () => {
  await startBackend('cpu', { wasmPaths: nodeWasmPaths() });
  const spec = assembleStack(problem, settings);
  const stack = createStack(spec);
  for (let step = 0; step < STEPS; step++) {
    const seeds = trainingSeeds(settings);
    stack.step(drawMinibatch(dataset.size, spec.batch, seeds, step, ['cql-sketch']));
  }
  parameters = ofSeed(await stack.parameters(), SEED);
  outputs = await stack.outputs();
  stack.dispose();
});

async function examined(row: number): Promise<Record<string, RowUpdate>> {
  const seed = trainingSeeds(settings)[SEED];
  const updates = await examineRow({ problem, settings, seed, step: STEPS, parameters, row });
  return Object.fromEntries(updates.map((update) => [update.id, update]));
}

function expectClose(actual: readonly number[], expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length);
  expected.forEach((value, i) => {
    expect(actual[i]).toBeCloseTo(value, 4);
  });
}

const onehot = (action: number) => [0, 1, 2, 3].map((a) => Number(a === action));
function softmax(logits: readonly number[]): number[] {
  const exps = logits.map((x) => Math.exp(x - Math.max(...logits)));
  const sum = exps.reduce((a, b) => a + b);
  return exps.map((x) => x / sum);
}
/** Online outputs of a network at a state, for the seed under the microscope. */
function outputAt(id: string, network: string, state: number, width = 4): number[] {
  const start = (SEED * mdp.states + state) * width;
  return Array.from(outputs[id][network].subarray(start, start + width));
}

const anyRow = fc.integer({ min: 0, max: dataset.size - 1 });
const runs = { numRuns: 12 };

describe('a row under the microscope', () => {
  it('has the outputs that the stack itself has', async () => {
    await fc.assert(
      fc.asyncProperty(anyRow, async (row) => {
        const { dqn, iql, bc } = await examined(row);
        const state = dataset.state[row];
        expectClose(dqn.values.q, outputAt('dqn', 'q', state));
        expectClose(iql.values.q1, outputAt('iql', 'q1', state));
        expectClose(iql.values.v, outputAt('iql', 'v', state, 1));
        expectClose(bc.values.policy, softmax(outputAt('bc', 'policy', state)));
      }),
      runs,
    );
  });

  it('backs up and pushes as the formulas of DQN and CQL say', async () => {
    await fc.assert(
      fc.asyncProperty(anyRow, async (row) => {
        const { dqn, cql } = await examined(row);
        const [action, reward] = [dataset.action[row], dataset.reward[row]];
        const alive = 1 - dataset.terminal[row];
        const { chooser, next } = dqn.values;
        expectClose(dqn.values.backup, [next[chooser.indexOf(Math.max(...chooser))]]);
        expectClose(cql.values.backup, [Math.max(...cql.values.next)]);
        for (const { values, gradients, terms } of [dqn, cql]) {
          const y = reward + mdp.gamma * alive * values.backup[0];
          expectClose(values.target, [y]);
          const error = values.q[action] - y;
          expectClose([terms.bellman], [error ** 2]);
          expectClose(
            gradients.bellman.q,
            onehot(action).map((taken) => taken * 2 * error),
          );
        }
        const push = softmax(cql.values.q).map((p, a) => p - onehot(action)[a]);
        expectClose(cql.gradients.penalty.q, push);
        expectClose(
          cql.gradients.total.q,
          push.map((p, a) => 0.3 * p + cql.gradients.bellman.q[a]),
        );
        expectClose([cql.terms.penalty], cql.values.gap);
      }),
      runs,
    );
  });

  it('weighs and imitates as the formulas of IQL and BC say', async () => {
    await fc.assert(
      fc.asyncProperty(anyRow, async (row) => {
        const { iql, bc } = await examined(row);
        const { values, gradients, hyper } = iql;
        const action = dataset.action[row];
        const u = Math.min(values.q1Target[action], values.q2Target[action]) - values.v[0];
        expectClose(values.advantage, [u]);
        const side = Math.abs(hyper.expectile - Number(u < 0));
        expectClose(values.side, [side]);
        expectClose(gradients.expectile.v, [-2 * side * u]);
        expectClose(gradients.expectile.q1, [0, 0, 0, 0]);
        const weight = Math.min(Math.exp(hyper.beta * u), 100);
        expectClose(values.weight, [weight]);
        expectClose(
          gradients.policy.policy,
          values.policy.map((p, a) => weight * (p - onehot(action)[a])),
        );
        expectClose(
          bc.gradients.imitation.policy,
          bc.values.policy.map((p, a) => p - onehot(action)[a]),
        );
      }),
      runs,
    );
  });

  it('pushes one drawn action down in the sketch, and no other', async () => {
    const { 'cql-sketch': sketch, cql } = await examined(0);
    expect(cql.drawnAction).toBeNull();
    expect(sketch.drawnAction).not.toBeNull();
    const drawn = onehot(sketch.drawnAction ?? 0);
    const taken = onehot(dataset.action[0]);
    expectClose(
      sketch.gradients.penalty.q,
      drawn.map((d, a) => d - taken[a]),
    );
  });

  it('leaves no tensor behind and refuses rows that are not there', async () => {
    await examined(0);
    const before = tf.memory().numTensors;
    await examined(1);
    expect(tf.memory().numTensors).toBe(before);
    await expect(examined(dataset.size)).rejects.toThrow('not one of the 60 rows');
    await expect(examined(0.5)).rejects.toThrow(RangeError);
  });
});
