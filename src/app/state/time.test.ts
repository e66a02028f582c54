import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Report } from '../../worker/training/protocol';
import { showsVerdict } from './ending';
import { stepShown } from './model';
import { measured, scriptedPlayground } from './testing';

describe('the moment shown', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function trained(steps = [0, 50, 100, 150]) {
    const scene = scriptedPlayground();
    const { playground } = scene;
    const { runId } = playground.model;
    const hear = (...reports: readonly Report[]) => {
      scene.worker().say(...reports);
      vi.advanceTimersByTime(110);
    };
    hear(...steps.map((step) => measured(runId, step)));
    return { ...scene, runId, hear };
  }

  it('is the latest, until another is sought', () => {
    const { playground, hear, runId } = trained();
    expect(playground.model.snapshot?.step).toBe(150);
    playground.seek(60);
    const { model } = playground;
    expect([model.shownStep, model.snapshot?.step, model.frame?.step]).toEqual([50, 50, 50]);
    expect(stepShown(model)).toBe(50);
    // Training goes on behind it.
    hear(measured(runId, 200));
    expect(playground.model.snapshot?.step).toBe(50);
    expect(playground.model.latest?.step).toBe(200);
    expect(playground.model.step).toBe(200);
    playground.seek('now');
    expect(playground.model.snapshot?.step).toBe(200);
    hear(measured(runId, 250));
    expect(playground.model.snapshot?.step).toBe(250);
  });

  it('is no verdict before the run has ended', () => {
    const { playground, hear, runId } = trained();
    hear({ type: 'ending', runId, ending: { step: 150, reason: 'settled' } });
    expect(showsVerdict(playground.model)).toBe(true);
    playground.seek(50);
    expect(showsVerdict(playground.model)).toBe(false);
  });

  it('is left when training goes on, and forgotten when the run begins anew', () => {
    const { playground } = trained();
    playground.seek(50);
    playground.run();
    expect(playground.model.shownStep).toBeNull();
    playground.seek(50);
    playground.step();
    expect(playground.model.shownStep).toBeNull();
    playground.seek(50);
    playground.reset();
    expect(playground.model).toMatchObject({ shownStep: null, snapshot: null, latest: null });
    // Before anything is measured there is nothing to seek.
    playground.seek(50);
    expect(playground.model).toMatchObject({ shownStep: null, snapshot: null });
  });

  it('is the present one once a live setting is changed: it acts from now on', () => {
    const { playground } = trained();
    playground.seek(50);
    playground.change({ layer: 'truth' });
    expect(playground.model.shownStep).toBe(50);
    playground.change({ 'cql.alpha': 0.5 });
    expect(playground.model.shownStep).toBeNull();
  });

  it('passes in a replay, which trains nothing and ends at the latest', () => {
    const { playground, worker } = trained(Array.from({ length: 61 }, (_, i) => 50 * i));
    const commands = worker().commands.length;
    playground.replay();
    expect(playground.model).toMatchObject({ replaying: true, shownStep: 0 });
    const seen: number[] = [];
    for (let ms = 0; playground.model.replaying && ms < 60_000; ms += 20) {
      vi.advanceTimersByTime(20);
      seen.push(stepShown(playground.model));
    }
    expect([...seen].sort((a, b) => a - b)).toEqual(seen);
    expect(new Set(seen).size).toBeGreaterThan(20);
    expect(playground.model).toMatchObject({ replaying: false, shownStep: null });
    expect(playground.model.snapshot?.step).toBe(3000);
    expect(worker().commands).toHaveLength(commands);
  });

  it('can be sought during a replay, which goes on from there, and stops where it is told to', () => {
    const { playground } = trained(Array.from({ length: 61 }, (_, i) => 50 * i));
    playground.seek(500);
    playground.replay();
    expect(playground.model.shownStep).toBe(500);
    vi.advanceTimersByTime(100);
    playground.seek(2000);
    vi.advanceTimersByTime(100);
    expect(stepShown(playground.model)).toBeGreaterThanOrEqual(2000);
    playground.replay();
    const stopped = stepShown(playground.model);
    vi.advanceTimersByTime(1000);
    expect(stepShown(playground.model)).toBe(stopped);
  });
});
