import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { startBackend } from '../engine/backend';
import { createStack } from '../engine/composed';
import { nodeWasmPaths } from '../engine/node';
import { createSimdStack } from '../engine/simd/stack';
import type { Minibatch, NetworkStack, StackSpec } from '../engine/types';
import { assembleStack, drawMinibatch } from './assemble';
import { buildProblem } from './problem';
import { createRun } from './run';
import { resolveSettings } from './settings/parse';
import type { LearnerSnapshot, Settings, Snapshot } from './types';

const SMALL = {
  world: 'maze-umaze',
  'data.size': 60,
  width: 8,
  batch: 16,
  steps: 20,
  measureEvery: 10,
};
const settingsOf = (given: Record<string, unknown> = {}): Settings =>
  resolveSettings({ ...SMALL, ...given }).settings;
const problem = buildProblem(settingsOf());

async function snapshotOf(given: Record<string, unknown>, steps = 20): Promise<Snapshot> {
  const run = createRun(problem, settingsOf(given), createStack, 'test');
  try {
    run.train(steps);
    return (await run.measure()).snapshot;
  } finally {
    run.dispose();
  }
}

/** All numbers of a learner, in one list. */
function numbersOf(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(numbersOf);
}

/** A SIMD stack that hides that it can take its steps in parts. */
function wholeSteps(spec: StackSpec): NetworkStack {
  const stack = createSimdStack(spec);
  return {
    backend: stack.backend,
    implementation: stack.implementation,
    step: (minibatch) => stack.step(minibatch),
    outputs: () => stack.outputs(),
    outputsAt: (learner, seed, state) => stack.outputsAt(learner, seed, state),
    terms: () => stack.terms(),
    parameters: () => stack.parameters(),
    gradients: (minibatch) => stack.gradients(minibatch),
    setHyper: (learner, name, values) => stack.setHyper(learner, name, values),
    freeze: (learner, seed) => stack.freeze(learner, seed),
    save: () => stack.save(),
    restore: (saved) => stack.restore(saved),
    dispose: () => stack.dispose(),
  };
}

/** Equal up to the rounding of a product whose neighbors in the stack are others. */
function expectSameNumbers(a: unknown, b: unknown): void {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  expect(left.length).toBeGreaterThan(0);
  expect(left).toHaveLength(right.length);
  left.forEach((value, i) => {
    expect(Math.abs(value - right[i])).toBeLessThanOrEqual(1e-5 * Math.max(1, Math.abs(value)));
  });
}

describe('on the engine', () => {
  beforeAll(() => startBackend('cpu', { wasmPaths: nodeWasmPaths() }));

  it('has the same numbers whichever other learners are on', async () => {
    const all = await snapshotOf({});
    for (const id of ['dqn', 'cql', 'iql', 'bc']) {
      const alone = await snapshotOf({ learners: [id] });
      expectSameNumbers(alone.learners[id], all.learners[id]);
    }
  });

  it('has the same numbers for a seed among others as for it alone', async () => {
    const learners = ['iql', 'cql-sketch'];
    const sketch = { 'cql-sketch.penalty': 'sampled-sketch' };
    const many = await snapshotOf({ ...sketch, learners, seeds: 3, 'train.seed': 5 });
    const alone = await snapshotOf({ ...sketch, learners, 'train.seed': 6 });
    for (const id of learners) {
      expectSameNumbers(alone.learners[id].seeds[0], many.learners[id].seeds[1]);
      expect(many.learners[id].seeds).toHaveLength(3);
      expect(many.learners[id].seeds[0]).not.toEqual(many.learners[id].seeds[1]);
    }
  });

  it('comes to the same whether it is measured often or once', async () => {
    const once = await snapshotOf({});
    const run = createRun(problem, settingsOf(), createStack, 'test');
    for (let step = 0; step < 20; step += 5) {
      await run.measure();
      await run.measure();
      run.train(5);
    }
    const { snapshot } = await run.measure();
    run.dispose();
    const withoutLosses = ({ learners }: Snapshot) =>
      Object.values(learners).map(({ seeds }) => seeds.map((seed) => ({ ...seed, losses: null })));
    expect(withoutLosses(snapshot)).toEqual(withoutLosses(once));
  });

  it('changes nothing but the units where the rewards of the world are scaled', async () => {
    const measured = async (by: number) => {
      const given = {
        'world.goal': by,
        'world.step': -by / 64,
        learners: ['dqn', 'cql', 'iql', 'bc'],
      };
      const settings = settingsOf(given);
      const run = createRun(buildProblem(settings), settings, createStack, 'test');
      run.train(25);
      const { snapshot, frame } = await run.measure();
      run.dispose();
      return { snapshot, frame };
    };
    // Powers of two are exact: not a bit may differ otherwise.
    const [one, eight] = [await measured(1), await measured(8)];
    for (const [id, { seeds, restsAt }] of Object.entries(one.snapshot.learners)) {
      const [seed] = seeds;
      const other = eight.snapshot.learners[id];
      const [scaled] = other.seeds;
      const times = (value: number | null | undefined) => value && 8 * value;
      expect(scaled.trueReturn, id).toBe(times(seed.trueReturn));
      expect(scaled.goalRate, id).toBe(seed.goalRate);
      expect(scaled.believedReturn, id).toBe(times(seed.believedReturn));
      expect(scaled.q?.data, id).toBe(times(seed.q?.data));
      expect(scaled.overestimation?.unseenAction, id).toBe(
        times(seed.overestimation?.unseenAction),
      );
      expect(scaled.gap?.total, id).toBe(times(seed.gap?.total));
      expect(scaled.gap?.pairs, id).toBe(seed.gap?.pairs);
      expect(scaled.bound, id).toEqual(seed.bound);
      expect(scaled.readings?.mostLikely.trueReturn, id).toBe(
        times(seed.readings?.mostLikely.trueReturn),
      );
      expect(other.restsAt?.believedReturn ?? 0, id).toBeCloseTo(
        times(restsAt?.believedReturn) ?? 0,
        9,
      );
      expect(scaled.losses?.policy, id).toBe(seed.losses?.policy);
      if (seed.losses?.bellman !== undefined)
        expect(scaled.losses?.bellman, id).toBe(64 * seed.losses.bellman);
      const [map, mapScaled] = [one.frame.learners[id][0], eight.frame.learners[id][0]];
      expect(mapScaled.policy, id).toEqual(map.policy);
      expect(mapScaled.q, id).toEqual(map.q?.map((value) => 8 * value) ?? null);
    }
  });

  it('replays live edits at their steps', async () => {
    const run = createRun(problem, settingsOf(), createStack, 'test');
    run.train(7);
    run.applyLive({ ...run.settings, 'cql.alpha': 5, learningRate: 0.05 });
    run.train(6);
    run.applyLive({ ...run.settings, 'iql.readout': 'most-likely', width: 64, speed: 'watch' });
    run.train(7);
    const edited = (await run.measure()).snapshot;
    expect(run.edits).toEqual([
      { step: 7, key: 'learningRate', value: 0.05 },
      { step: 7, key: 'cql.alpha', value: 5 },
      { step: 13, key: 'iql.readout', value: 'most-likely' },
    ]);
    expect(run.settings.width).toBe(8);
    run.dispose();

    const replay = createRun(problem, settingsOf(), createStack, 'test', run.edits);
    expect(replay.edits).toEqual([]);
    replay.train(20);
    expect(replay.edits).toEqual(run.edits);
    expect((await replay.measure()).snapshot).toEqual(edited);
    replay.dispose();
    expect(edited.learners.cql).not.toEqual((await snapshotOf({})).learners.cql);
  });

  it('knows its grid and its status, and has no losses before the first step', async () => {
    const run = createRun(problem, settingsOf({ steps: 25 }), createStack, 'run-7');
    const start = await run.measure();
    expect(start.snapshot).toMatchObject({
      runId: 'run-7',
      step: 0,
      status: 'idle',
      backend: 'cpu',
    });
    expect(start.snapshot.datasetHash).toBe(problem.dataset.hash);
    expect(start.snapshot.learners.dqn.seeds[0].losses).toBeNull();
    const grid: number[] = [];
    for (let i = 0; i < 4; i++) {
      grid.push(run.nextMeasuredStep());
      run.train(run.nextMeasuredStep() - run.step);
    }
    expect(grid).toEqual([10, 20, 25, 30]);
    const end = await run.measure();
    expect(end.snapshot.status).toBe('done');
    expect(Object.keys(end.snapshot.learners.cql.seeds[0].losses ?? {})).toEqual([
      'bellman',
      'penalty',
      'total',
    ]);
    // A second look at the same step says the same.
    expect(await run.measure()).toEqual(end);
    run.dispose();
  });

  it('gives every tensor back', async () => {
    await snapshotOf({});
    const before = tf.memory().numTensors;
    await snapshotOf({ seeds: 2 });
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe('in slices, on a stack that takes its steps in parts', () => {
  type Action = 'part' | 'some' | 'edit' | 'measure';
  const learners = ['dqn', 'iql', 'cql-sketch'];
  const given = settingsOf({
    learners,
    'cql-sketch.penalty': 'sampled-sketch',
    seeds: 2,
  });

  it('has the numbers of whole steps, and takes edits at the ends of steps', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom<Action>('part', 'some', 'edit', 'measure'), { maxLength: 40 }),
        fc.integer({ min: 2, max: 9 }),
        async (actions, several) => {
          const run = createRun(problem, given, createSimdStack, 'test');
          let alpha = 1;
          let edited = 0;
          const parts = (most: number) => {
            let taken = 0;
            run.train(20 - run.step, () => ++taken >= most);
          };
          for (const action of actions) {
            if (action === 'part') parts(1);
            else if (action === 'some') parts(several);
            else if (action === 'measure') {
              if (!run.underWay) await run.measure();
            } else {
              alpha += 0.5;
              // An edit waits for the end of the step; of several in one step the last one counts.
              edited = run.step + Number(run.underWay);
              run.applyLive({ ...run.settings, 'cql-sketch.alpha': alpha });
              if (run.underWay) expect(run.edits.some(({ step }) => step === edited)).toBe(false);
            }
          }
          run.train(20 - run.step);
          expect(run.underWay).toBe(false);
          if (alpha > 1)
            expect(run.edits.at(-1)).toEqual({
              step: edited,
              key: 'cql-sketch.alpha',
              value: alpha,
            });
          const sliced = (await run.measure()).frame;
          const whole = createRun(problem, given, wholeSteps, 'test', run.edits);
          whole.train(20);
          expect(sliced).toEqual((await whole.measure()).frame);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('is not measured to the end once it was given up', async () => {
    const run = createRun(problem, given, createSimdStack, 'test');
    await expect(run.measure('idle', async () => run.dispose())).rejects.toThrow(/given up/);
  });
});

describe('assembly', () => {
  const spec = assembleStack(
    problem,
    settingsOf({ learners: ['dqn', 'cql', 'iql', 'bc', 'cql-2'], seeds: 2, 'train.seed': 3 }),
  );
  const initial = (id: string, network: string, seed: number) =>
    spec.learners
      .find((learner) => learner.id === id)
      ?.networks.find(({ name }) => name === network)?.initial[seed];

  it('starts the first Q network of all learners of a seed from the same weights', () => {
    for (const seed of [0, 1]) {
      const first = initial('dqn', 'q', seed);
      expect(first?.w1.length).toBeGreaterThan(0);
      expect(initial('cql', 'q', seed)).toEqual(first);
      expect(initial('cql-2', 'q', seed)).toEqual(first);
      expect(initial('iql', 'q1', seed)).toEqual(first);
      expect(initial('iql', 'q2', seed)).not.toEqual(first);
      expect(initial('iql', 'policy', seed)).not.toEqual(initial('bc', 'policy', seed));
    }
    expect(initial('dqn', 'q', 0)).not.toEqual(initial('dqn', 'q', 1));
  });

  it('starts every target where its network starts, and leaves the numbers of both as they are', async () => {
    const networks = () => spec.learners.flatMap(({ networks: own }) => own);
    const before = structuredClone(networks().map(({ initial }) => initial));
    for (const [at, { target }] of networks().entries())
      if (target) expect(target).toEqual(before[at]);
    const run = createRun(problem, settingsOf(), createSimdStack, 'test');
    run.train(20);
    // What a stack shares with its spec, or between a network and its target, training would have changed.
    expect(networks().map(({ initial }) => initial)).toEqual(before);
    const trained = await run.parameters(0);
    for (const { online, target } of Object.values(trained ?? {}))
      for (const [name, lagging] of Object.entries(target))
        expect(lagging.w1).not.toEqual(online[name].w1);
    run.dispose();
  });

  it('gives every instance its own settings', () => {
    const [cql, sketch] = assembleStack(
      problem,
      settingsOf({
        learners: ['cql', 'cql-b'],
        'cql.alpha': 0.5,
        'cql-b.alpha': 2,
        'cql-b.penalty': 'sampled-sketch',
      }),
    ).learners;
    expect([...cql.hyper.alpha]).toEqual([0.5]);
    expect([...sketch.hyper.alpha]).toEqual([2]);
    expect(cql.hyper.gamma[0]).toBeCloseTo(0.97, 6);
    expect([cql.loss.drawsActions, sketch.loss.drawsActions]).toEqual([false, true]);
  });
});

describe('minibatches', () => {
  it('depend on seed and step alone', () => {
    const two = drawMinibatch(600, 64, [4, 5], 10, ['cql-a', 'cql-b']);
    const one = drawMinibatch(600, 64, [5], 10, ['cql-b']);
    expect(two.rows.slice(64)).toEqual(one.rows);
    expect(two.randomActions['cql-b'].slice(64)).toEqual(one.randomActions['cql-b']);
    expect(two.randomActions['cql-a']).not.toEqual(two.randomActions['cql-b']);
    expect(drawMinibatch(600, 64, [5], 11, []).rows).not.toEqual(one.rows);
    expect(drawMinibatch(600, 64, [5], 11, []).randomActions).toEqual({});
  });

  it('reach every row and nothing else', () => {
    const drawn = new Set(
      Array.from({ length: 60 }, (_, step) => [
        ...drawMinibatch(50, 64, [0], step, []).rows,
      ]).flat(),
    );
    expect([...drawn].sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i));
  });
});

/** A stack that plays back given outputs, to see what a run makes of them. */
class PlayedStack implements NetworkStack {
  readonly backend = 'cpu';
  readonly implementation = 'played';
  readonly frozen: [string, number][] = [];
  readonly steps: Minibatch[] = [];
  broken = false;
  constructor(readonly spec: StackSpec) {}
  step(minibatch: Minibatch): void {
    this.steps.push(minibatch);
  }
  outputsAt(): Record<string, Float32Array> {
    throw new Error('Nobody acts by it.');
  }
  async outputs(): ReturnType<NetworkStack['outputs']> {
    const { seeds, table } = this.spec;
    return Object.fromEntries(
      this.spec.learners.map(({ id, networks }) => [
        id,
        Object.fromEntries(
          networks.map(({ name, outputs }) => {
            const values = new Float32Array(seeds * table.states * outputs).fill(0.1);
            if (this.broken && id === 'dqn') values.fill(Number.NaN, values.length / seeds);
            return [name, values];
          }),
        ),
      ]),
    );
  }
  async terms(): ReturnType<NetworkStack['terms']> {
    return Object.fromEntries(
      this.spec.learners.map(({ id, loss }) => [
        id,
        Object.fromEntries(
          loss.names.map((name) => [
            name,
            Float32Array.from({ length: this.spec.seeds }, (_, seed) =>
              this.broken && id === 'dqn' && seed === 1 ? Number.NaN : 0.5,
            ),
          ]),
        ),
      ]),
    );
  }
  async parameters(): ReturnType<NetworkStack['parameters']> {
    return {};
  }
  async gradients(): ReturnType<NetworkStack['gradients']> {
    return { terms: {}, gradients: {} };
  }
  setHyper(): void {}
  freeze(learner: string, seed: number): void {
    this.frozen.push([learner, seed]);
  }
  async save(): ReturnType<NetworkStack['save']> {
    throw new Error('Nobody saves it.');
  }
  restore(): void {
    throw new Error('Nobody restores it.');
  }
  dispose(): void {}
}

describe('a seed that diverges', () => {
  it('is frozen and said, once and for good, and the others go on', async () => {
    let stack: PlayedStack | undefined;
    const run = createRun(
      problem,
      settingsOf({ seeds: 2, rewardScale: 1 }),
      (spec) => {
        stack = new PlayedStack(spec);
        return stack;
      },
      'test',
    );
    if (!stack) throw new Error('The run made no stack.');
    const statuses = ({ seeds }: LearnerSnapshot) => seeds.map(({ status }) => status);
    expect(statuses((await run.measure()).snapshot.learners.dqn)).toEqual(['ok', 'ok']);

    run.train(3);
    stack.broken = true;
    const { snapshot, frame } = await run.measure();
    expect(stack.frozen).toEqual([['dqn', 1]]);
    expect(statuses(snapshot.learners.dqn)).toEqual(['ok', 'diverged']);
    expect(snapshot.learners.dqn.status).toBe('diverged');
    expect(snapshot.learners.cql.status).toBe('ok');
    const [sound, broken] = snapshot.learners.dqn.seeds;
    expect(sound.losses).toEqual({ bellman: 0.5, total: 0.5 });
    expect(broken.losses).toBeNull();
    expect(broken.believedReturn).toBeNull();
    // Without values it has no preference: it is counted as acting at random.
    expect(broken.trueReturn).toBeCloseTo(problem.truth.random, 12);
    expect(frame.learners.dqn[1].policy[0]).toBe(0.25);
    expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot);

    stack.broken = false;
    run.train(3);
    const later = (await run.measure()).snapshot;
    expect(statuses(later.learners.dqn)).toEqual(['ok', 'diverged']);
    expect(stack.frozen).toHaveLength(1);
    expect(stack.steps).toHaveLength(6);
  });
});

it('lets go of the starting parameters once the stack has them', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const own = settingsOf({ learners: ['dqn', 'iql'], width: 8 });
  let held: readonly WeakRef<Float32Array>[] = [];
  const run = createRun(
    buildProblem(own),
    own,
    (given) => {
      held = given.learners.flatMap(({ networks }) =>
        networks.flatMap(({ initial }) => initial.map(({ w1 }) => new WeakRef(w1))),
      );
      return createSimdStack(given);
    },
    'a',
  );
  run.train(1);
  // What was looked at in this turn stays until its end.
  await new Promise((resolve) => setTimeout(resolve, 0));
  collect();
  expect(held.length).toBeGreaterThan(2);
  expect(held.filter((one) => one.deref() !== undefined)).toEqual([]);
  run.train(1);
  run.dispose();
});
