import { expect, it } from 'vitest';
import { createSimdStack } from '../../src/engine/simd/stack';
import type { StackSpec } from '../../src/engine/types';
import { resolveSettings } from '../../src/experiment/settings/parse';
import { type Journey, train, WATCHED } from './engine';
import { judge, MB } from './report';

const BUDGET = MB / 4;

const JOURNEY: Journey = {
  settings: resolveSettings({
    'world.map': 'S.../...G',
    behavior: 'uniform',
    'data.size': 100,
    learners: 'dqn,iql',
    width: 8,
    batch: 16,
    // Nine times as many points as there is room for: charts and maps are full before the warm-up is over.
    measureEvery: 12,
  }).settings,
  createStack: (spec) => createSimdStack(spec),
  steps: 20_000,
  looks: 12,
  budget: BUDGET,
};

const complaintsOf = (held: Awaited<ReturnType<typeof train>>) =>
  judge('every step', held, ({ step }) => step, WATCHED).complaints;

/** On a busy machine collections take long. */
const PATIENCE = 180_000;

it(
  'holds no more after twenty thousand steps than after five thousand',
  async () => {
    const held = await train(JOURNEY);
    expect(complaintsOf(held)).toEqual([]);
    const last = held[held.length - 1];
    expect(last.step).toBeGreaterThanOrEqual(20_000);
    expect(last.points).toBeLessThan(200);
    expect(last.tables).toBeLessThanOrEqual(BUDGET);
  },
  PATIENCE,
);

it(
  'sees an engine that keeps its minibatches',
  async () => {
    const kept: unknown[] = [];
    const createStack = (spec: StackSpec) => {
      const stack = createSimdStack(spec);
      const parts = stack.parts;
      if (parts === undefined) throw new Error('It is watched in parts.');
      const { count, take } = parts;
      const leaking: typeof parts = {
        count,
        take: (batch, part) => {
          if (part === 0) kept.push({ rows: Array.from({ length: 16 }, (_, row) => [row]) });
          take.call(parts, batch, part);
        },
      };
      return new Proxy(stack, {
        get: (of, name) => {
          if (name === 'parts') return leaking;
          const value = Reflect.get(of, name, of);
          return typeof value === 'function' ? value.bind(of) : value;
        },
      });
    };
    const held = await train({ ...JOURNEY, createStack, steps: 2400, budget: 0 });
    expect(kept.length).toBeGreaterThanOrEqual(2400);
    expect(complaintsOf(held).join()).toMatch(/the heap grows by .* with every step/);
  },
  PATIENCE,
);
