import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { encodeHash } from '../../experiment/settings/url';
import type { Report } from '../../worker/training/protocol';
import { firstLieIn } from './first-lie';
import { problemView, scriptedPlayground, snapshotOf } from './testing';

/** A measurement at which DQN believes so much; the best possible is 0.38. */
function believing(runId: string, step: number, believedReturn: number): Report {
  return {
    type: 'measured',
    snapshot: snapshotOf(runId, step, { dqn: { believedReturn }, bc: {} }),
    frame: { runId, step, learners: {}, rests: {} },
  };
}

describe('the first impossible belief', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  async function scene(hash = '') {
    const made = scriptedPlayground(hash);
    const { playground } = made;
    const { runId } = playground.model;
    const hear = async (...reports: readonly Report[]) => {
      made.worker().say(...reports);
      await vi.advanceTimersByTimeAsync(110);
    };
    await hear({ type: 'problem', problem: problemView(runId) }, believing(runId, 0, 0));
    const watch = async () => {
      playground.watch();
      await vi.dynamicImportSettled();
    };
    return { ...made, runId, hear, watch };
  }

  it('is one visibly beyond the best possible, after step 0', async () => {
    const { playground, runId, hear } = await scene();
    expect(firstLieIn(playground.model)).toBeNull();
    await hear(believing(runId, 50, 0.38));
    expect(firstLieIn(playground.model)).toBeNull();
    await hear(believing(runId, 50, 0.39));
    expect(firstLieIn(playground.model)).toBeNull();
    await hear(believing(runId, 100, 0.41));
    expect(firstLieIn(playground.model)).toEqual({
      instance: 'dqn',
      step: 100,
      believed: 0.41,
      optimal: 0.38,
    });
  });

  it('has a run that is watched wait, once in this browser, and go on', async () => {
    const { playground, worker, runId, hear, watch, stored } = await scene();
    await watch();
    await hear(believing(runId, 50, 0.1));
    expect(worker().last('pause')).toBeUndefined();
    await hear(believing(runId, 100, 0.5));
    expect(worker().last('pause')).toBeDefined();
    expect(playground.model.firstLie?.step).toBe(100);
    await hear({ type: 'state', runId, status: 'paused', step: 100 });
    playground.run();
    expect(playground.model.firstLie).toBeNull();
    await hear(believing(runId, 150, 0.6));
    expect(worker().commands.filter(({ type }) => type === 'pause')).toHaveLength(1);
    expect([...stored.keys()]).toContain('offgrid.first-lie');

    playground.reset();
    const again = playground.model.runId;
    await watch();
    await hear(believing(again, 0, 0), believing(again, 50, 0.9));
    expect(worker().commands.filter(({ type }) => type === 'pause')).toHaveLength(1);
  });

  it('does not hold up full speed, nor a script', async () => {
    for (const [hash, run] of [
      ['#speed=full', 'watch'],
      ['', 'run'],
    ] as const) {
      const { playground, worker, runId, hear } = await scene(hash);
      playground[run]();
      await vi.dynamicImportSettled();
      await hear(believing(runId, 50, 0.9));
      expect(worker().last('pause')).toBeUndefined();
    }
  });

  it('keeps the speed that was chosen; a link may say another, and links do not carry it', async () => {
    const { playground, stored } = await scene();
    expect(playground.model.settings.speed).toBe('watch');
    playground.change({ speed: 'fast' });
    expect(stored.get('offgrid.speed')).toBe('fast');
    // What is set up afresh, as a lesson does it, leaves habits as they are.
    playground.change({ speed: undefined, keep: undefined, 'cql.alpha': undefined });
    expect(playground.model.settings.speed).toBe('fast');
    expect(stored.get('offgrid.speed')).toBe('fast');
    playground.open('#v=1&edition=2&cql.alpha=0.5');
    expect(playground.model.settings.speed).toBe('fast');
    playground.open('#v=1&edition=2&speed=full');
    expect(playground.model.settings.speed).toBe('full');
    expect(encodeHash(playground.model.base)).not.toContain('speed');
    expect(stored.get('offgrid.speed')).toBe('fast');
  });
});
