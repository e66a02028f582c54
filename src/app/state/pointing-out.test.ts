import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { initialModel, type Model } from './model';
import { pointOutAtVerdict } from './pointing-out';
import { defaultSettings, problemView, snapshotOf } from './testing';

const pairs = (value: number) => Float32Array.of(value, 0, 0, 0, 0, 0, 0, 0);

/** A run of a learner that goes up from the start, where the data only ever went right. */
function running(): Model {
  const leaps = {
    q: pairs(1),
    trueQ: pairs(0),
    policy: pairs(1),
    occupancy: Float32Array.of(1, 0),
    delta: null,
    share: null,
    tried: null,
  };
  return {
    ...initialModel(defaultSettings(), [], 'run-1'),
    status: 'running',
    problem: problemView('run-1'),
    snapshot: snapshotOf('run-1', 100, { dqn: {} }),
    frame: { runId: 'run-1', step: 100, learners: { dqn: [leaps] }, rests: {} },
  };
}

/** Once the code that finds a cell has come and has found it. */
async function settled(): Promise<void> {
  await import('./leap');
  await new Promise((resolve) => setTimeout(resolve));
}

/** The cell that is marked in the end, after what happens to the model. */
async function markedAfter(...happens: readonly Partial<Model>[]): Promise<number | null> {
  const store = createStore<Model>(running);
  pointOutAtVerdict(store);
  for (const one of happens) store.setState(one);
  await settled();
  return store.getState().pinned;
}

describe('the cell that explains a verdict', () => {
  it('is marked at the verdict', async () => {
    expect(await markedAfter({ status: 'done' })).toBe(0);
  });

  it('is not marked before, nor once more after the user has left it', async () => {
    expect(await markedAfter({ status: 'paused' })).toBeNull();
    const store = createStore<Model>(() => ({ ...running(), status: 'done' as const }));
    pointOutAtVerdict(store);
    store.setState({ hovered: 1 });
    await settled();
    expect(store.getState().pinned).toBeNull();
  });

  it('leaves alone who looks at another cell, before or meanwhile', async () => {
    expect(await markedAfter({ pinned: 1 }, { status: 'done' })).toBe(1);
    expect(await markedAfter({ status: 'done' }, { pinned: 1 })).toBe(1);
  });

  it('leaves alone a run that was begun meanwhile', async () => {
    const other = { status: 'idle', snapshot: null } as const;
    expect(await markedAfter({ status: 'done' }, other)).toBeNull();
    const going = { status: 'running', snapshot: snapshotOf('run-2', 1, { dqn: {} }) } as const;
    expect(await markedAfter({ status: 'done' }, going)).toBeNull();
  });
});
