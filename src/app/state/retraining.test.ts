import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Report } from '../../worker/training/protocol';
import { offgridHandle } from './scripting';
import { staleIn } from './stale';
import { measured, problemView, scriptedPlayground } from './testing';

describe('a knob turned after the run', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function over(changes: Readonly<Record<string, unknown>> = {}) {
    const scene = scriptedPlayground();
    const { playground } = scene;
    playground.change(changes);
    const hear = (...reports: readonly Report[]) => {
      scene.worker().say(...reports);
      vi.advanceTimersByTime(110);
    };
    const runTo = (runId: string, step: number) =>
      hear(
        { type: 'problem', problem: problemView(runId) },
        { type: 'state', runId, status: 'running', step: 0 },
        measured(runId, 0),
        measured(runId, step),
        { type: 'ending', runId, ending: { step, reason: 'settled' } },
        { type: 'state', runId, status: 'done', step },
      );
    const first = playground.model.runId;
    runTo(first, 150);
    return { ...scene, hear, runTo, first };
  }

  it('leaves the numbers on show stale, until they are trained again', () => {
    const { playground, hear, first } = over();
    expect(staleIn(playground.model)).toEqual([]);
    playground.change({ 'cql.alpha': 0.5 });
    hear({ type: 'edit', runId: first, edit: { step: 150, key: 'cql.alpha', value: 0.5 } });
    const [stale, ...others] = staleIn(playground.model);
    expect(others).toEqual([]);
    expect([stale.key, stale.before['cql.alpha']]).toEqual(['cql.alpha', 1]);
    // Further training is of the new value: what is measured then is not stale.
    hear({ type: 'state', runId: first, status: 'running', step: 150 }, measured(first, 200));
    hear({ type: 'state', runId: first, status: 'paused', step: 200 });
    expect(staleIn(playground.model)).toEqual([]);
  });

  it('is trained again behind the picture, with all edits in the settings of step 0', () => {
    const { playground, hear, first, runTo, worker } = over();
    playground.change({ 'cql.alpha': 0.5 });
    hear({ type: 'edit', runId: first, edit: { step: 150, key: 'cql.alpha', value: 0.5 } });
    playground.again();
    expect(playground.model).toMatchObject({
      retraining: true,
      runId: first,
      step: 150,
      edits: [],
    });
    expect(playground.model.base['cql.alpha']).toBe(0.5);
    const configure = worker().last('configure');
    expect(configure?.settings).toMatchObject({ 'cql.alpha': 0.5, speed: 'full' });
    const second = configure?.runId ?? '';
    hear(measured(second, 0), measured(second, 50));
    expect(playground.model.snapshot?.runId).toBe(first);
    runTo(second, 100);
    expect(playground.model).toMatchObject({ retraining: false, runId: second, status: 'done' });
    expect(playground.model.snapshot).toMatchObject({ runId: second, step: 100 });
    // The worker hears again at which speed people watch.
    expect(worker().last('live')?.settings.speed).toBe('watch');
  });

  it('trains by itself where the page keeps at the verdict, whatever its scope', () => {
    for (const patch of [{ 'cql.alpha': 0.5 }, { width: 32 }, { 'data.seed': 9 }]) {
      const { playground, first, runTo, worker } = over({ keep: true });
      playground.change(patch);
      expect(playground.model).toMatchObject({ retraining: true, runId: first, step: 150 });
      const second = worker().last('configure')?.runId ?? '';
      expect(worker().last('run')).toMatchObject({ early: true });
      // Turned once more before it is there: only the last one counts.
      playground.change({ 'iql.expectile': 0.7 });
      const third = worker().last('configure')?.runId ?? '';
      expect(third).not.toBe(second);
      runTo(second, 100);
      expect(playground.model.runId).toBe(first);
      runTo(third, 100);
      expect(playground.model).toMatchObject({ retraining: false, runId: third, status: 'done' });
      expect(playground.model.settings).toMatchObject({ ...patch, 'iql.expectile': 0.7 });
    }
  });

  it('answers no lesson beforehand', () => {
    const { playground, worker } = over({ keep: true });
    playground.change({ lesson: '01-believing.3' });
    playground.change({ width: 32 });
    expect(playground.model).toMatchObject({ retraining: false, step: 0, snapshot: null });
    playground.reset();
    playground.trainUnasked();
    expect(worker().commands.filter(({ type }) => type === 'run')).toHaveLength(0);
  });

  it('is what a script goes on with', async () => {
    const { playground, worker, hear, runTo } = over({ keep: true });
    playground.change({ width: 32 });
    const second = worker().last('configure')?.runId ?? '';
    const ran = offgridHandle(playground).run();
    await vi.advanceTimersByTimeAsync(10);
    expect(playground.model).toMatchObject({ retraining: false, runId: second });
    hear({ type: 'problem', problem: problemView(second) });
    runTo(second, 100);
    await expect(ran).resolves.toMatchObject({ runId: second, step: 100 });
  });

  it('changes what is only looked at, and nothing before anything is trained, as ever', () => {
    const { playground, first } = over({ keep: true });
    playground.change({ layer: 'truth' });
    expect(playground.model).toMatchObject({ retraining: false, runId: first });
    playground.reset();
    playground.change({ width: 32 });
    expect(playground.model).toMatchObject({ retraining: false, step: 0, snapshot: null });
  });

  it('is trained unasked for who reads, unless somebody has begun or it would take long', () => {
    const scene = scriptedPlayground();
    const { playground, worker } = scene;
    const { runId } = playground.model;
    playground.trainUnasked();
    expect(worker().last('run')).toBeUndefined();
    worker().say({ type: 'problem', problem: problemView(runId) }, measured(runId, 0));
    vi.advanceTimersByTime(110);
    playground.trainUnasked();
    expect(worker().last('run')).toMatchObject({ early: true });
    expect(playground.model).toMatchObject({ retraining: true, step: 0, status: 'idle' });
    const runs = worker().commands.filter(({ type }) => type === 'run').length;
    playground.trainUnasked();
    expect(worker().commands.filter(({ type }) => type === 'run')).toHaveLength(runs);
    // Whoever presses Run meanwhile sees it run.
    playground.run();
    expect(playground.model.retraining).toBe(false);

    const { playground: long, worker: other } = scriptedPlayground(
      '#seeds=16&width=256&steps=100000',
    );
    other().say(
      { type: 'problem', problem: problemView(long.model.runId) },
      measured(long.model.runId, 0),
    );
    vi.advanceTimersByTime(110);
    long.trainUnasked();
    expect(other().last('run')).toBeUndefined();
  });

  it('shows the run as it comes where that takes long, is told to do something, or is lost', () => {
    for (const interrupt of ['wait', 'pause', 'crash'] as const) {
      const { playground, hear, worker } = over({ keep: true });
      playground.change({ width: 32 });
      const second = worker().last('configure')?.runId ?? '';
      hear(
        { type: 'problem', problem: problemView(second) },
        { type: 'state', runId: second, status: 'running', step: 0 },
        measured(second, 0),
        measured(second, 50),
      );
      expect(playground.model.retraining).toBe(true);
      if (interrupt === 'wait') {
        vi.advanceTimersByTime(3000);
        hear(measured(second, 100));
      } else if (interrupt === 'pause') playground.pause();
      else worker().crash('gone');
      expect(playground.model).toMatchObject({ retraining: false, runId: second });
    }
  });
});
