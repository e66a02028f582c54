import { describe, expect, it, vi } from 'vitest';
import type { Report } from '../../worker/training/protocol';
import { differingKeys, Runs, settingsOf } from './runs';
import { measured, momentOf, problemView, scriptedPlayground } from './testing';

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

  it('differ neither in what is only looked at, nor in the name of a scenario', async () => {
    const { playground } = await scene();
    const before = playground.model.settings;
    playground.change({ layer: 'truth', speed: 'full' });
    expect(differingKeys(before, playground.model.settings)).toEqual([]);
    playground.change({ learners: 'cql' });
    expect(differingKeys(before, playground.model.settings)).toContain('learners');
  });
});
