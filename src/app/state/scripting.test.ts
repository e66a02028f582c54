import { describe, expect, it } from 'vitest';
import { offgridHandle } from './scripting';
import { measured, problemView, scriptedPlayground } from './testing';

function handle(hash = '#v=1&edition=2&steps=100') {
  const stage = scriptedPlayground(hash);
  return { ...stage, offgrid: offgridHandle(stage.playground) };
}

describe('window.offgrid', () => {
  it('is ready when the learners stand measured', async () => {
    const { offgrid, worker } = handle();
    const { ready } = offgrid;
    worker().say({ type: 'problem', problem: problemView('run-1') }, measured('run-1', 0));
    await expect(ready).resolves.toBeUndefined();
    expect(offgrid.truth()?.optimal).toBe(0.38);
  });

  it('rejects with the sentence when the learners cannot stand', async () => {
    const { offgrid, worker } = handle();
    const { ready } = offgrid;
    worker().say({ type: 'failed', runId: 'run-1', message: 'No engine here.' });
    await expect(ready).rejects.toThrow('No engine here.');
  });

  it('runs to the verdict and hands out the snapshot there', async () => {
    const { offgrid, worker, delivered } = handle();
    worker().say(measured('run-1', 0));
    await delivered();
    const run = offgrid.run();
    await Promise.resolve();
    await Promise.resolve();
    expect(worker().last('run')?.until).toBe(100);
    worker().say(
      measured('run-1', 50),
      measured('run-1', 100),
      { type: 'ending', runId: 'run-1', ending: { step: 100, reason: 'steps' } },
      { type: 'state', runId: 'run-1', status: 'done', step: 100 },
    );
    await expect(run).resolves.toMatchObject({ step: 100, status: 'done' });
    await expect(offgrid.run()).resolves.toMatchObject({ step: 100 });
  });

  it('runs until it has settled, and no further', async () => {
    const { offgrid, worker, delivered } = handle('#v=1&edition=2&steps=auto');
    worker().say(measured('run-1', 0));
    await delivered();
    const run = offgrid.run();
    await delivered();
    expect(worker().last('run')).toMatchObject({ until: 6000, early: true });
    worker().say(
      measured('run-1', 2850),
      { type: 'ending', runId: 'run-1', ending: { step: 2850, reason: 'settled' } },
      { type: 'state', runId: 'run-1', status: 'done', step: 2850 },
    );
    await expect(run).resolves.toMatchObject({ step: 2850, status: 'done' });
    const sent = worker().commands.length;
    await expect(offgrid.run()).resolves.toMatchObject({ step: 2850 });
    expect(worker().commands).toHaveLength(sent);
    const more = offgrid.run(50);
    more.catch(() => undefined);
    await delivered();
    expect(worker().last('run')).toMatchObject({ until: 2900, early: false });
  });

  it('runs as many steps more as it is told', async () => {
    const { offgrid, worker, delivered } = handle();
    worker().say(measured('run-1', 40));
    await delivered();
    const run = offgrid.run(7);
    run.catch(() => undefined);
    await delivered();
    expect(worker().last('run')?.until).toBe(47);
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])(
    'refuses to run %s steps',
    async (n) => {
      await expect(handle().offgrid.run(n)).rejects.toThrow(/whole number/);
    },
  );

  it('rejects a run that is replaced, paused or fails', async () => {
    const replaced = handle();
    replaced.worker().say(measured('run-1', 0));
    await replaced.delivered();
    const first = replaced.offgrid.run();
    first.catch(() => undefined);
    await replaced.delivered();
    replaced.offgrid.set({ 'data.seed': 7 });
    await expect(first).rejects.toThrow(/replaced/);

    const paused = handle();
    paused.worker().say(measured('run-1', 0));
    await paused.delivered();
    const second = paused.offgrid.run();
    second.catch(() => undefined);
    await paused.delivered();
    paused.worker().say({ type: 'state', runId: 'run-1', status: 'paused', step: 30 });
    await expect(second).rejects.toThrow(/paused at step 30/);

    const failed = handle();
    failed.worker().say(measured('run-1', 0));
    await failed.delivered();
    const third = failed.offgrid.run();
    third.catch(() => undefined);
    await failed.delivered();
    failed.worker().say({ type: 'failed', runId: 'run-1', message: 'The engine was lost.' });
    await expect(third).rejects.toThrow('The engine was lost.');
  });

  it('lets learners try, and takes it back', async () => {
    const { offgrid, worker, delivered } = handle('#v=1&edition=2&online.from=900');
    worker().say(measured('run-1', 0), {
      type: 'state',
      runId: 'run-1',
      status: 'paused',
      step: 300,
    });
    await delivered();
    const learners = ['dqn', 'cql', 'iql', 'bc'];
    expect(offgrid.online()).toEqual([]);
    expect(worker().last('live')?.settings).toMatchObject({
      'online.learners': learners,
      'online.from': 300,
      'online.steps': 1,
    });
    expect(offgrid.online({ learners: ['dqn'], epsilon: 0.3, steps: undefined } as never)).toEqual(
      [],
    );
    expect(offgrid.settings()).toMatchObject({ 'online.learners': ['dqn'], 'online.epsilon': 0.3 });
    const said = offgrid.online({ learners: ['dqn', 'sarsa'], steps: 99, zeal: 1 } as never);
    expect(said.map(({ key }) => key)).toEqual(['online.learners', 'online.steps', 'online.zeal']);
    expect(offgrid.settings()).toMatchObject({ 'online.learners': ['dqn'], 'online.steps': 16 });
    // The run goes on from here, though the worker has not said yet that it was edited.
    void offgrid.run().catch(() => undefined);
    await delivered();
    expect(worker().last('run')).toMatchObject({ until: 6300, early: true });
    expect(offgrid.online(null)).toEqual([]);
    expect(worker().last('live')?.settings).toMatchObject({
      'online.learners': [],
      'online.from': 0,
    });
    // What is begun anew goes online where it did, and not at once.
    offgrid.online();
    offgrid.set({ width: 32 });
    expect(worker().last('configure')?.settings).toMatchObject({
      'online.learners': learners,
      'online.from': 300,
    });
    for (const wrong of ['dqn', 7, ['dqn']])
      expect(() => offgrid.online(wrong as never)).toThrow(TypeError);
  });

  it('says what it put right, and refuses what is no object', () => {
    const { offgrid } = handle();
    expect(offgrid.set({ width: 'broad' })[0].message).toContain('broad');
    for (const wrong of [null, 3, 'x', ['cql.alpha']])
      expect(() => offgrid.set(wrong as never)).toThrow(TypeError);
  });

  it('keeps handing out data and truth after a reset, which collects nothing anew', async () => {
    const { offgrid, worker, delivered } = handle();
    worker().say({ type: 'problem', problem: problemView('run-1') }, measured('run-1', 0));
    await delivered();
    const before = offgrid.dataset();
    offgrid.reset();
    expect(offgrid.dataset()).toEqual(before);
    expect(offgrid.truth()?.optimal).toBe(0.38);
  });

  it('hands out the dataset as plain columns, and none of a former run', async () => {
    const { offgrid, worker, delivered } = handle();
    expect(offgrid.dataset()).toBeNull();
    worker().say({ type: 'problem', problem: problemView('run-1') });
    await delivered();
    expect(offgrid.dataset()).toMatchObject({
      hash: 'abc',
      size: 1,
      action: [1],
      terminal: [true],
      behaviorProb: [0.25],
    });
    offgrid.set({ 'data.seed': 7 });
    expect(offgrid.dataset()).toBeNull();
    expect(offgrid.truth()).toBeNull();
  });
});
