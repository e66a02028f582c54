import { describe, expect, it, vi } from 'vitest';
import type { Report } from '../../worker/training/protocol';
import { differingKeys, type KeptRun, MOST_RUNS, Runs, settingsOf, withinRoom } from './runs';
import { measured, momentOf, problemView, scriptedPlayground, snapshotOf } from './testing';

async function scene() {
  const made = scriptedPlayground();
  const { playground } = made;
  const runs = new Runs(playground);
  const hear = async (...reports: readonly Report[]) => {
    made.worker().say(...reports);
    await made.delivered();
  };
  const finish = async (step = 100) => {
    playground.run();
    const { runId } = playground.model;
    await hear(
      { type: 'problem', problem: problemView(runId) },
      measured(runId, 0),
      { type: 'measured', ...momentOf(runId, step) },
      { type: 'ending', runId, ending: { step, reason: 'settled' } },
      { type: 'state', runId, status: 'done', step },
    );
  };
  const numbers = () => runs.store.getState().kept.map(({ number }) => number);
  return { ...made, runs, hear, finish, numbers };
}

describe('the runs of a visit', () => {
  it('are kept at their verdict, the latest first; one that goes on is the same run', async () => {
    const { playground, finish, numbers, runs } = await scene();
    await finish();
    expect(numbers()).toEqual([1]);
    await finish(200);
    expect(numbers()).toEqual([1]);
    expect(runs.store.getState().kept[0].moment.step).toBe(200);
    playground.change({ width: 32 });
    expect(numbers()).toEqual([1]);
    await finish();
    expect(numbers()).toEqual([2, 1]);
    const [second, first] = runs.store.getState().kept;
    expect(differingKeys(settingsOf(first), settingsOf(second))).toEqual(['width']);
    expect(first.snapshots.map(({ step }) => step)).toEqual([0, 100, 200]);
  });

  it('show their maps in turns for as long as that is asked for', async () => {
    const { playground, finish, runs } = await scene();
    await finish();
    const shown = () => runs.store.getState().shown;
    vi.useFakeTimers();
    try {
      runs.pin(runs.store.getState().kept[0]);
      expect(shown()).toBe('now');
      runs.showMaps('turns');
      const seen = Array.from({ length: 4 }, () => {
        const one = shown();
        vi.advanceTimersByTime(1600);
        return one;
      });
      expect(seen).toEqual(['pinned', 'now', 'pinned', 'now']);
      runs.pin(null);
      expect(shown()).toBe('now');
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
    expect(playground.model.status).toBe('done');
  });

  it('do not change when another run is trained, and are not kept without end', async () => {
    const { playground, finish, runs } = await scene();
    await finish();
    const [first] = runs.store.getState().kept;
    runs.pin(first);
    runs.showMaps('pinned');
    for (let seed = 1; seed <= 30; seed++) {
      playground.change({ 'train.seed': seed });
      await finish();
    }
    const { kept, pinned, maps } = runs.store.getState();
    expect(kept).toHaveLength(24);
    expect(pinned).toBe(first);
    expect(maps).toBe('pinned');
    expect(first.snapshots).toHaveLength(2);
    runs.pin(null);
    expect(runs.store.getState()).toMatchObject({ pinned: null, maps: 'now' });
  }, 20_000);

  it('take no more room than they are given: the oldest are thinned first, and go last', async () => {
    const { runs, finish } = await scene();
    await finish();
    const [one] = runs.store.getState().kept;
    const learners = Object.fromEntries(Array.from({ length: 128 }, (_, i) => [`dqn-${i}`, {}]));
    const snapshots = Array.from({ length: 500 }, (_, i) => snapshotOf('a', 50 * i, learners));
    const moment = { ...one.moment, snapshot: snapshots[499] };
    const heavy = (number: number): KeptRun => ({ ...one, number, moment, snapshots });
    // 128 learners of 700 bytes: 45 MB a run of 500 points.
    const pair = [heavy(2), heavy(1)];
    expect(withinRoom(pair, null, 1e9)).toEqual(pair);
    const [latest, thin] = withinRoom(pair, null, 70e6);
    expect(latest).toBe(pair[0]);
    expect(thin.snapshots.length).toBeGreaterThan(200);
    expect(thin.snapshots.length).toBeLessThan(300);
    expect([thin.snapshots[0], thin.snapshots.at(-1)]).toEqual([snapshots[0], snapshots[499]]);
    expect(pair[1].snapshots).toHaveLength(500);
    expect(withinRoom(pair, pair[1], 70e6)[1]).toBe(pair[1]);
    const many = Array.from({ length: 30 }, (_, i) => heavy(30 - i));
    expect(withinRoom(many, null, 70e6).map(({ number }) => number)).toEqual([30, 29, 28]);
    expect(withinRoom(many, null, 1).map(({ number }) => number)).toEqual([30]);
    expect(withinRoom(many, null, 1e12)).toHaveLength(MOST_RUNS);
  });

  it('differ neither in what is only looked at, nor in the name of a scenario', async () => {
    const { playground } = await scene();
    const before = playground.model.settings;
    playground.change({ layer: 'truth', speed: 'full' });
    expect(differingKeys(before, playground.model.settings)).toEqual([]);
    playground.change({ learners: 'cql' });
    expect(differingKeys(before, playground.model.settings)).toContain('learners');
  });
});
