import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { startBackend } from '../../engine/backend';
import { createStack as createComposed } from '../../engine/composed';
import { nodeWasmPaths } from '../../engine/node';
import { createSimdStack } from '../../engine/simd/stack';
import { buildProblem } from '../../experiment/problem';
import { type CreateStack, createRun } from '../../experiment/run';
import type { SavedRun } from '../../experiment/saved-run';
import { resolveSettings } from '../../experiment/settings/parse';
import type { Frame, LiveEdit, Settings, Snapshot } from '../../experiment/types';
import type { EngineInfo } from '../training/protocol';
import type { SessionRun } from '../training/session-parts';
import { HelperPool } from './pool';
import { workersFor } from './size';
import { sharesOf, spreadRun } from './spread';
import { InProcessHelper } from './testing/in-process';

const settingsOf = (given: Record<string, unknown> = {}): Settings =>
  resolveSettings({
    world: 'maze-umaze',
    'data.size': 60,
    width: 8,
    batch: 16,
    steps: 20,
    measureEvery: 6,
    learners: ['dqn', 'iql', 'cql-sketch'],
    'cql-sketch.penalty': 'sampled-sketch',
    seeds: 5,
    ...given,
  }).settings;
const problem = buildProblem(settingsOf());
const simd: CreateStack = (spec) => createSimdStack(spec);
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A run with its seeds over `workers` workers in this thread. */
function spread(
  settings: Settings,
  workers: number,
  edits: readonly LiveEdit[] = [],
  createStack: CreateStack = simd,
  saved?: SavedRun,
) {
  const helpers: InProcessHelper[] = [];
  const reasons: string[] = [];
  const pool = new HelperPool(
    () => {
      const helper = new InProcessHelper(createStack);
      helpers.push(helper);
      return helper;
    },
    (reason) => reasons.push(reason),
  );
  const info: EngineInfo = { backend: 'wasm', implementation: 'simd', reason: '', workers };
  const engine = { info, createRun, createStack };
  const run = spreadRun(problem, settings, edits, 'test', engine, pool, saved);
  return { run, helpers, reasons, pool };
}

interface Deed {
  /** Parts of the own share after which a call to `train` returns. */
  readonly parts: number;
  readonly steps: number;
  /** Edited after so many calls. */
  readonly edit: boolean;
}

interface Outcome {
  readonly measured: readonly { snapshot: Snapshot; frame: Frame }[];
  readonly edits: readonly LiveEdit[];
}

/** Runs to step 20 as a session does, measuring on the grid, with deeds in between. */
async function drive(
  run: SessionRun,
  settings: Settings,
  deeds: readonly Deed[],
  before: (call: number) => unknown = () => {},
): Promise<Outcome> {
  const measured = run.step === 0 ? [await run.measure('idle', turn)] : [];
  let calls = 0;
  let alpha = 1;
  while (run.step < 20) {
    const { parts, steps, edit } = deeds[calls % deeds.length];
    await before(calls);
    calls += 1;
    const target = Math.min(20, run.nextMeasuredStep());
    let taken = 0;
    const trained = run.train(Math.min(steps, target - run.step), () => ++taken >= parts);
    if (edit) {
      alpha += 0.25;
      run.applyLive({ ...settings, 'cql-sketch.alpha': alpha, learningRate: 1e-3 * alpha });
    }
    await trained;
    if (!run.underWay && run.step === target)
      measured.push(await run.measure(run.step === 20 ? 'done' : 'running', turn));
    await turn();
  }
  const { edits } = run;
  run.dispose();
  return { measured, edits };
}

const deed = fc.record({
  parts: fc.integer({ min: 1, max: 40 }),
  steps: fc.integer({ min: 1, max: 7 }),
  edit: fc.boolean(),
});
const deeds = fc.array(deed, { minLength: 1, maxLength: 6 });
const plain: Deed = { parts: 1000, steps: 20, edit: false };

/** The same run in one worker, its edits replayed at the steps at which they were made. */
const alone = (settings: Settings, edits: readonly LiveEdit[]) =>
  drive(createRun(problem, settings, simd, 'test', edits), settings, [plain]);

describe('seeds spread over workers', () => {
  it('come to the same numbers, bit by bit, as in one worker', async () => {
    const settings = settingsOf();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 4 }), deeds, async (workers, done) => {
        const { run, reasons } = spread(settings, workers);
        const { measured, edits } = await drive(run, settings, done);
        expect(reasons).toEqual([]);
        expect(measured.map(({ snapshot }) => snapshot.step)).toEqual([0, 6, 12, 18, 20]);
        expect(measured).toEqual((await alone(settings, edits)).measured);
        expect(measured[0].snapshot.learners.iql.seeds).toHaveLength(5);
      }),
      { numRuns: 10 },
    );
  });

  it('act each for itself, with a helper that dies as well', async () => {
    const settings = settingsOf({ 'online.learners': 'dqn,cql-sketch', 'online.from': 4 });
    const edits: LiveEdit[] = [
      { step: 7, key: 'online.steps', value: 3 },
      { step: 13, key: 'online.learners', value: ['iql'] },
    ];
    const expected = (await alone(settings, edits)).measured;
    const { seeds } = expected.at(-1)?.snapshot.learners.dqn ?? { seeds: [] };
    expect(seeds.map(({ online }) => online?.steps)).toEqual(new Array(5).fill(3 + 6 * 3));
    for (const workers of [2, 3]) {
      for (const dies of [false, true]) {
        const { run, helpers } = spread(settings, workers, edits);
        const { measured } = await drive(run, settings, [{ ...plain, steps: 5 }], (call) => {
          if (dies && call === 2) helpers.at(-1)?.die();
        });
        expect(measured).toEqual(expected);
      }
    }
  });

  it('replay the edits of a link', async () => {
    const settings = settingsOf({ seeds: 3 });
    const edits: LiveEdit[] = [
      { step: 3, key: 'learningRate', value: 0.01 },
      { step: 12, key: 'cql-sketch.alpha', value: 3 },
    ];
    const { run } = spread(settings, 2, edits);
    const outcome = await drive(run, settings, [{ parts: 3, steps: 4, edit: false }]);
    expect(outcome.edits).toEqual(edits);
    expect(outcome.measured).toEqual((await alone(settings, edits)).measured);
  });

  it('lose nothing with a helper that dies at any moment', async () => {
    const settings = settingsOf();
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 3 }),
        deeds,
        fc.nat({ max: 12 }),
        fc.boolean(),
        async (workers, done, moment, within) => {
          const { run, helpers, reasons, pool } = spread(settings, workers);
          const outcome = await drive(run, settings, done, (call) => {
            const die = () => helpers.at(-1)?.die();
            if (call === moment && !pool.broken) within ? setImmediate(die) : die();
          });
          expect(outcome.measured).toEqual((await alone(settings, outcome.edits)).measured);
          expect(helpers.every(({ terminated }) => terminated)).toBe(pool.broken);
          expect(reasons).toEqual(pool.broken ? ['it ran out of memory'] : []);
        },
      ),
      { numRuns: 12 },
    );
  });

  it('go on bit by bit where they were saved, over as many workers as there are then', async () => {
    const settings = settingsOf({ 'online.learners': 'dqn', 'online.from': 4 });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 4 }),
        deeds,
        fc.nat({ max: 8 }),
        async (before, after, done, moment) => {
          let saved: SavedRun | undefined;
          const first = spread(settings, before);
          const whole = await drive(first.run, settings, done, async (call) => {
            if (call >= moment && !first.run.underWay) saved ??= await first.run.save();
          });
          if (saved === undefined) return;
          const { step } = saved;
          const second = spread(settings, after, whole.edits, simd, structuredClone(saved));
          expect(second.run.step).toBe(step);
          const rest = await drive(second.run, settings, [plain]);
          const last = (edits: readonly LiveEdit[]) =>
            new Map(edits.map((edit) => [`${edit.step} ${edit.key}`, edit.value]));
          expect(last(rest.edits)).toEqual(last(whole.edits));
          const expected = whole.measured.filter(
            ({ snapshot }) => snapshot.step > step || step === 0,
          );
          expect(rest.measured).toEqual(expected);
        },
      ),
      { numRuns: 10 },
    );
  });

  it('train a share that is lost again from where it was saved, with the same numbers', async () => {
    const settings = settingsOf();
    const expected = (await alone(settings, [])).measured;
    for (let moment = 1; moment < 5; moment++) {
      let taken = 0;
      let counts = false;
      const { run, helpers } = spread(settings, 2, [], (spec) => {
        const stack = createSimdStack(spec);
        const { parts } = stack;
        if (!counts) return stack;
        const take = parts?.take.bind(parts);
        Object.assign(parts ?? {}, {
          take: (...given: Parameters<NonNullable<typeof take>>) => {
            taken += 1;
            take?.(...given);
          },
        });
        return stack;
      });
      const { measured } = await drive(run, settings, [{ ...plain, steps: 3 }], async (call) => {
        if (call === moment && !run.underWay) {
          await run.save();
          // From here on stacks are counted: the one that takes the share's place.
          counts = true;
          helpers[0].die();
        }
      });
      expect(measured).toEqual(expected);
      const saved = [0, 3, 6, 9, 12][moment];
      expect(taken, `saved at call ${moment}`).toBe((20 - saved) * 3 * 3);
    }
  });

  it('refuse what was saved of another run, before any helper is asked', async () => {
    const { run } = spread(settingsOf(), 2);
    await run.train(3, () => false);
    const saved = await run.save();
    expect(() => spread(settingsOf({ width: 16 }), 2, [], simd, saved)).toThrow(/does not fit/);
    expect(() => spread(settingsOf({ learners: ['bc'] }), 1, [], simd, saved)).toThrow(RangeError);
  });

  it('lose nothing with a helper that hangs at any moment, though it says that it is there', async () => {
    const settings = settingsOf({ seeds: 3 });
    const expected = (await alone(settings, [])).measured;
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      for (let moment = 0; moment < 6; moment++) {
        const { run, helpers, reasons } = spread(settings, 2);
        // Time flies while anybody waits.
        const ticking = setTimeout(function tick() {
          vi.advanceTimersByTime(1000);
          passing = setTimeout(tick);
        });
        let passing = ticking;
        const outcome = await drive(run, settings, [{ ...plain, steps: 3 }], (call) => {
          if (call === moment) helpers[0].stuck = true;
        });
        clearTimeout(passing);
        expect(outcome.measured, `stuck at call ${moment}`).toEqual(expected);
        expect(reasons).toEqual(['it no longer gets anywhere']);
        expect(helpers[0].terminated).toBe(true);
      }
    } finally {
      vi.useRealTimers();
    }
  }, 20_000);

  it('are all trained here where helpers cannot be started, or fail', async () => {
    const settings = settingsOf({ seeds: 2 });
    const expected = (await alone(settings, [])).measured;
    const reasons: string[] = [];
    const none = new HelperPool(
      () => {
        throw new Error('Worker is not defined');
      },
      (reason) => reasons.push(reason),
    );
    const info: EngineInfo = { backend: 'wasm', implementation: 'simd', reason: '', workers: 2 };
    const engine = { info, createRun, createStack: simd };
    const run = spreadRun(problem, settings, [], 'test', engine, none);
    expect((await drive(run, settings, [plain])).measured).toEqual(expected);
    expect(reasons).toEqual(['Worker is not defined']);

    const pool = new HelperPool(
      () =>
        new InProcessHelper(() => {
          throw new Error('no SIMD here');
        }),
      (reason) => reasons.push(reason),
    );
    const failing = spreadRun(problem, settings, [], 'test', engine, pool);
    expect((await drive(failing, settings, [plain])).measured).toEqual(expected);
    expect(reasons).toEqual(['Worker is not defined', 'no SIMD here']);
    expect(pool.begin(0, {} as never)).toBeNull();
  });

  it('are dropped with their run, also in the middle of steps and of a measurement', async () => {
    const settings = settingsOf({ seeds: 4 });
    const { run, helpers, pool } = spread(settings, 2);
    await run.measure('idle', turn);
    const training = run.train(6, () => false);
    run.dispose();
    await training;
    expect(run.step).toBe(0);
    const engine = {
      info: { backend: 'wasm', implementation: 'simd', reason: '', workers: 2 } as EngineInfo,
      createRun,
      createStack: simd,
    };
    const second = spreadRun(problem, settings, [], 'test', engine, pool);
    const measuring = second.measure('idle', turn);
    second.dispose();
    await expect(measuring).rejects.toThrow(/given up/);
    const third = spreadRun(problem, settings, [], 'test', engine, pool);
    expect((await drive(third, settings, [plain])).measured).toEqual(
      (await alone(settings, [])).measured,
    );
    expect(helpers).toHaveLength(1);
  });

  it('hand out the parameters of a seed wherever it is', async () => {
    const settings = settingsOf();
    const { run } = spread(settings, 3);
    const whole = createRun(problem, settings, simd, 'test');
    await run.train(3, () => false);
    whole.train(3);
    for (const seed of [0, 1, 2, 3, 4, 5])
      expect(await run.parameters(seed), `seed ${seed}`).toEqual(await whole.parameters(seed));
    run.dispose();
  });

  it('come to the same numbers in plain JavaScript as well', async () => {
    await startBackend('cpu', { wasmPaths: nodeWasmPaths() });
    const settings = settingsOf({ seeds: 3, learners: ['iql', 'cql'] });
    const { run } = spread(settings, 2, [], createComposed);
    await run.train(4, () => false);
    const whole = createRun(problem, settings, createComposed, 'test');
    whole.train(4);
    expect(await run.measure('running', turn)).toEqual(await whole.measure('running'));
    run.dispose();
    whole.dispose();
  });
});

describe('the number of workers', () => {
  const simdOf = { backend: 'wasm', implementation: 'simd' } as const;
  it('leaves a core to the page, unless another number is asked for, and is at most one a seed', () => {
    const of = (seeds: number, workers: string, cores: number) =>
      workersFor(settingsOf({ seeds, workers }), simdOf, cores);
    expect([1, 2, 3, 8, Number.NaN].map((cores) => of(16, 'auto', cores))).toEqual([1, 1, 2, 4, 1]);
    expect([of(1, 'auto', 8), of(2, 'auto', 8), of(3, '4', 2), of(5, '1', 8)]).toEqual([
      1, 2, 3, 1,
    ]);
  });

  it('is one where shares would come to other numbers, or to no gain', () => {
    const of = (backend: EngineInfo['backend'], implementation: string) =>
      workersFor(settingsOf({ workers: '2' }), { backend, implementation }, 8);
    expect([of('webgl', 'fused'), of('webgl', 'composed'), of('wasm', 'composed')]).toEqual([
      1, 1, 1,
    ]);
    expect(of('cpu', 'composed')).toBe(2);
  });
});

describe('shares', () => {
  it('are contiguous, take in every seed, and differ by one at most', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 16 }),
        fc.integer({ min: 1, max: 4 }),
        (seeds, most) => {
          const workers = Math.min(seeds, most);
          const settings = settingsOf({ seeds, 'train.seed': 7 });
          const shares = sharesOf(settings, workers);
          const all = shares.flatMap((share) =>
            Array.from({ length: Number(share.seeds) }, (_, i) => Number(share['train.seed']) + i),
          );
          expect(all).toEqual(Array.from({ length: seeds }, (_, i) => 7 + i));
          const sizes = shares.map((share) => Number(share.seeds));
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
          expect(Math.min(...sizes)).toBeGreaterThanOrEqual(1);
        },
      ),
    );
  });
});
