import { describe, expect, it } from 'vitest';
import type { SavedRun } from '../../experiment/saved-run';
import type { LiveEdit } from '../../experiment/types';
import { Keeper, type KeepingTrouble, type KeptState } from './keeper';
import { type KeptPoint, MOST_BYTES } from './kept-run';
import { KeptRuns, type KeptValues, LIMITS } from './store';

/** A browser's storage with its tabs; what is kept outlives those who keep it. */
function browser() {
  const kept = new Map<string, unknown>();
  const held = new Set<string>();
  const world = {
    date: 1000,
    refuses: null as Error | null,
    times: Number.POSITIVE_INFINITY,
    slow: null as Promise<void> | null,
  };
  const values: KeptValues = {
    get: async (key) => structuredClone(kept.get(key)),
    async exchange(key, change) {
      await world.slow;
      world.times -= 1;
      if (world.refuses && world.times >= 0) throw world.refuses;
      const { put, remove } = change(structuredClone(kept.get(key)));
      for (const one of remove) kept.delete(one);
      for (const [at, value] of put) kept.set(at, structuredClone(value));
    },
  };
  const runs = new KeptRuns(values, {
    held: async () => new Set(held),
    hold(id) {
      held.add(id);
      return () => held.delete(id);
    },
  });
  const tab = (what = 'a run', bytes = 100, always = false) => {
    const troubles: KeepingTrouble[] = [];
    const clock = { now: 0 };
    const keeper = new Keeper({
      runs,
      now: () => clock.now,
      date: () => world.date,
      rest: async () => undefined,
      onTrouble: (trouble) => troubles.push(trouble),
    });
    keeper.begin({ what, bytes, always });
    return { keeper, troubles, clock };
  };
  return { kept, held, world, tab };
}

const point = (step: number, numbers = 1) =>
  ({
    snapshot: { step },
    frame: { q: new Float32Array(numbers).fill(step) },
  }) as unknown as KeptPoint;

const stateOf = (step: number, edits: readonly LiveEdit[] = [], numbers = 3): KeptState => ({
  step,
  goal: null,
  status: 'paused',
  settling: { points: [], settled: [], lastEdit: 0, settledAt: null, canSettle: false },
  save: async () =>
    ({
      step,
      readAt: 0,
      edits,
      stack: { seeds: 1, steps: step, summed: 0, w: new Float32Array(numbers).fill(step) },
      seeds: {},
      actors: {},
    }) as unknown as SavedRun,
});

const RUN = { what: 'a run' };
const stepsOf = (points: readonly KeptPoint[] = []) => points.map(({ snapshot }) => snapshot.step);

describe('what is kept between visits', () => {
  it('is found again with its points, once nobody is at work on it', async () => {
    const { tab, world } = browser();
    const first = tab();
    for (const step of [0, 10]) first.keeper.observe(point(step));
    await first.keeper.keep(stateOf(10));
    first.keeper.observe(point(20));
    world.date = 2000;
    await first.keeper.keep(stateOf(25));
    const second = tab();
    expect(await second.keeper.find(RUN, [], false)).toBeNull();
    first.keeper.begin(null);
    const found = await second.keeper.find(RUN, [], false);
    expect(found?.run).toEqual(await stateOf(25).save());
    expect([stepsOf(found?.points), found?.entry.at]).toEqual([[0, 10, 20], 2000]);
    expect(await second.keeper.find({ what: 'another' }, [], false)).toBeNull();
    const edits = [{ step: 5, key: 'cql.alpha', value: 2 }];
    expect(await second.keeper.find(RUN, edits, false)).toBeNull();
    expect((await second.keeper.find(RUN, [{ ...edits[0], step: 30 }], false))?.run.step).toBe(25);
    expect(second.troubles).toEqual([]);
  });

  it('loses no point that is measured while others are written', async () => {
    const { tab, world } = browser();
    const { keeper } = tab();
    let written = () => {};
    world.slow = new Promise((resolve) => {
      written = resolve;
    });
    keeper.observe(point(10));
    const keeping = keeper.keep(stateOf(10));
    await new Promise((resolve) => setImmediate(resolve));
    keeper.observe(point(20));
    const more = keeper.keep(stateOf(20));
    written();
    await Promise.all([keeping, more]);
    keeper.begin(null);
    expect(stepsOf((await keeper.find(RUN, [], false))?.points)).toEqual([10, 20]);
  });

  it('is written now and then, and not twice at one step', async () => {
    const { tab, kept } = browser();
    const { keeper, clock } = tab();
    keeper.look(stateOf(5));
    expect(kept.size).toBe(0);
    clock.now = 4000;
    keeper.look(stateOf(7));
    await new Promise((resolve) => setImmediate(resolve));
    const keys = [...kept.keys()];
    expect(keys).toHaveLength(2);
    let saved = 0;
    const counted = (step: number) => () => {
      saved += 1;
      return stateOf(step).save();
    };
    const again = { ...stateOf(7), save: counted(7) };
    await keeper.keep(again);
    expect(saved).toBe(0);
    await keeper.keep({ ...again, status: 'done' });
    expect(saved).toBe(1);
  });

  it('is that of the furthest, and those that it outdoes go', async () => {
    const { tab, kept } = browser();
    for (const step of [30, 10]) {
      const { keeper } = tab();
      keeper.observe(point(step));
      await keeper.keep(stateOf(step));
      keeper.begin(null);
    }
    expect((await tab().keeper.find(RUN, [], false))?.run.step).toBe(30);
    const { keeper } = tab();
    await keeper.keep(stateOf(40));
    expect([...kept.keys()].filter((key) => key.startsWith('run.'))).toHaveLength(1);
    expect([...kept.keys()].filter((key) => key.startsWith('points.'))).toHaveLength(0);
  });

  it('makes room: the oldest go, by number, age and size, but none that somebody is at work on', async () => {
    const { tab, kept, world, held } = browser();
    const alive = tab('alive').keeper;
    await alive.keep(stateOf(1));
    for (let i = 0; i < LIMITS.runs + 3; i++) {
      world.date += 1;
      const { keeper } = tab(`run ${i}`);
      await keeper.keep(stateOf(1));
      keeper.begin(null);
    }
    const names = () => (kept.get('index') as { what: string }[]).map(({ what }) => what);
    expect(names()).toContain('alive');
    expect(names()).not.toContain('run 0');
    expect(held.size).toBe(1);
    world.date += LIMITS.age;
    await tab('last').keeper.keep(stateOf(1));
    expect(names()).toEqual(['last', expect.any(String), 'alive']);
  });

  it.each<[string, (kept: Map<string, unknown>) => void, string]>([
    ['damaged', (kept) => damage(kept, 'run.', spoil), 'damaged'],
    ['cut off', (kept) => damage(kept, 'points.', () => undefined), 'damaged'],
    ['gone but for its entry', (kept) => damage(kept, 'run.', () => undefined), 'damaged'],
    ['of a later version', (kept) => damage(kept, 'index', later), 'later'],
  ])('is told from one that is %s', async (_, spoilt, kind) => {
    const { tab, kept } = browser();
    const { keeper } = tab();
    keeper.observe(point(10));
    await keeper.keep(stateOf(10));
    keeper.begin(null);
    spoilt(kept);
    const next = tab();
    expect(await next.keeper.find(RUN, [], true)).toBeNull();
    expect(next.troubles).toEqual([{ kind, step: 10 }]);
    // What is damaged is gone, what is of a later version stays for that.
    expect((kept.get('index') as unknown[]).length).toBe(kind === 'later' ? 1 : 0);
  });

  it('is nothing where the index is nonsense, and begins anew', async () => {
    const { tab, kept } = browser();
    kept.set('index', 'nonsense');
    const { keeper, troubles } = tab();
    expect(await keeper.find(RUN, [], false)).toBeNull();
    await keeper.keep(stateOf(10));
    keeper.begin(null);
    expect((await keeper.find(RUN, [], false))?.run.step).toBe(10);
    expect(troubles).toEqual([]);
  });

  it('is said once to be refused; a run of several workers is saved all the same', async () => {
    const { tab, world } = browser();
    world.refuses = new Error('no storage here');
    for (const always of [false, true]) {
      const { keeper, troubles } = tab('a run', 100, always);
      await keeper.keep(stateOf(10));
      let saved = 0;
      const counted = (step: number) => () => {
        saved += 1;
        return stateOf(step).save();
      };
      await keeper.keep({ ...stateOf(20), save: counted(20) });
      expect(troubles).toEqual([{ kind: 'refused', why: 'no storage here' }]);
      expect(saved).toBe(always ? 1 : 0);
    }
  });

  it('makes room once where storage is full', async () => {
    const { tab, world, kept } = browser();
    const old = tab('old').keeper;
    await old.keep(stateOf(1));
    old.begin(null);
    world.refuses = new Error('full');
    const { keeper, troubles } = tab();
    // The first attempt fails; taking away what is old succeeds, and the second attempt.
    world.times = 1;
    await keeper.keep(stateOf(10));
    expect(troubles).toEqual([]);
    expect([...kept.keys()].filter((key) => key.startsWith('run.'))).toHaveLength(1);
  });

  it('stays within its budget, with the last point in any case, and says what is too large', async () => {
    const { tab } = browser();
    const { keeper } = tab('a run', MOST_BYTES - 1000);
    for (const step of [10, 20, 30]) keeper.observe(point(step, 150));
    await keeper.keep(stateOf(30));
    keeper.begin(null);
    expect(stepsOf((await keeper.find(RUN, [], false))?.points)).toEqual([10, 30]);
    const large = tab('large', MOST_BYTES + 1);
    await large.keeper.keep(stateOf(10));
    await large.keeper.keep(stateOf(20));
    expect(large.troubles).toEqual([{ kind: 'large', bytes: MOST_BYTES + 1, most: MOST_BYTES }]);
  });
});

function damage(
  kept: Map<string, unknown>,
  prefix: string,
  change: (value: never) => unknown,
): void {
  for (const [key, value] of kept) {
    if (!key.startsWith(prefix)) continue;
    const changed = change(value as never);
    if (changed === undefined) kept.delete(key);
    else kept.set(key, changed);
  }
}
function spoil(kept: { run: { stack: { w: Float32Array } } }) {
  kept.run.stack.w[1] += 1;
  return kept;
}
const later = (entries: { format: number }[]) => entries.map((entry) => ({ ...entry, format: 99 }));
