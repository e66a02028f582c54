import { describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { ScriptedWorker } from '../../../worker/connection/testing/scripted';
import type { MicroscopeJob, MicroscopeReport } from '../../../worker/microscope/protocol';
import { initialModel, type Model } from '../../state/model';
import { defaultSettings, problemView } from '../../state/testing';
import { Microscope } from './microscope';

const turn = () => new Promise((resolve) => setImmediate(resolve));

function stage() {
  const view = problemView('a');
  const store = createStore<Model>(() => ({
    ...initialModel(defaultSettings(), [], 'a'),
    problem: view,
  }));
  const workers: ScriptedWorker<MicroscopeJob, MicroscopeReport>[] = [];
  let step = 0;
  const source = {
    store,
    parameters: async () => ({ step: step++, parameters: {} }),
  };
  const microscope = new Microscope(source, () => {
    workers.push(new ScriptedWorker());
    return workers[workers.length - 1];
  });
  return { microscope, store, workers, view, jobs: () => workers[workers.length - 1].commands };
}

describe('the microscope', () => {
  it('looks at once, and again whenever something new was measured', async () => {
    const { microscope, store, workers, jobs, view } = stage();
    await turn();
    expect(jobs()).toHaveLength(1);
    expect(jobs()[0]).toMatchObject({ row: 0, step: 0, world: view.world });
    workers[0].say({ id: jobs()[0].id, updates: [] });
    await turn();
    expect(microscope.store.getState().found).toMatchObject({ row: 0, step: 0 });
    store.setState({ frame: { runId: 'a', step: 50, learners: {}, rests: {} } });
    await turn();
    expect(jobs()).toHaveLength(2);
    expect(jobs()[1].step).toBe(1);
  });

  it('has one look under way at a time, then looks at what came last', async () => {
    const { microscope, workers, jobs, view } = stage();
    await turn();
    for (const row of [1, 2, 10_000]) microscope.choose(row);
    await turn();
    expect(jobs()).toHaveLength(1);
    workers[0].say({ id: jobs()[0].id, updates: [] });
    await turn();
    expect(jobs()).toHaveLength(2);
    expect(jobs()[1].row).toBe(view.transitions.size - 1);
  });

  it('says what went wrong, and starts a new worker for the next look', async () => {
    const { microscope, workers, jobs } = stage();
    await turn();
    workers[0].onerror?.({ message: 'out of memory' } as ErrorEvent);
    expect(workers[0].terminated).toBe(true);
    await turn();
    expect(microscope.store.getState().fault).toContain('out of memory');
    microscope.look();
    await turn();
    expect(workers).toHaveLength(2);
    workers[1].say({ id: jobs()[0].id, message: 'No such row.' });
    await turn();
    expect(microscope.store.getState().fault).toBe('No such row.');
    microscope.dispose();
    expect(workers[1].terminated).toBe(true);
  });

  it('starts no worker for parameters that come when it is gone', async () => {
    const { microscope, workers } = stage();
    expect(workers).toEqual([]);
    microscope.dispose();
    await turn();
    expect(workers).toEqual([]);
  });

  it('says so, and looks anew, where the worker never comes to an end', async () => {
    vi.useFakeTimers();
    try {
      const { microscope, workers, jobs } = stage();
      await vi.advanceTimersByTimeAsync(62_000);
      expect(microscope.store.getState().fault).toContain('no longer gets anywhere');
      microscope.look();
      await vi.advanceTimersByTimeAsync(1);
      workers[1].say({ id: jobs()[0].id, updates: [] });
      await vi.advanceTimersByTimeAsync(1);
      expect(microscope.store.getState()).toMatchObject({ fault: null, found: { step: 1 } });
      microscope.dispose();
    } finally {
      vi.useRealTimers();
    }
  });
});
