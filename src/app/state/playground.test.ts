import { describe, expect, it, vi } from 'vitest';
import { plannedSizeClass } from './rungs';
import { measured, problemView, scriptedPlayground } from './testing';

describe('the playground', () => {
  it('configures the worker with what the link says', () => {
    const { worker } = scriptedPlayground('#v=1&edition=2&scenario=extrapolation&cql.alpha=0.5');
    expect(worker().last('configure')).toMatchObject({
      runId: 'run-1',
      edits: [],
      settings: { 'cql.alpha': 0.5 },
    });
  });

  it('starts a new run for what restarts, and none for what is live or only seen', () => {
    const { playground, worker } = scriptedPlayground();
    playground.change({ 'cql.alpha': 0.5 });
    expect(worker().last('live')?.settings['cql.alpha']).toBe(0.5);
    playground.change({ layer: 'truth' });
    expect(playground.model.runId).toBe('run-1');
    playground.change({ 'data.seed': 4 });
    expect(playground.model.runId).toBe('run-2');
    expect(worker().last('configure')?.settings['data.seed']).toBe(4);
  });

  it('keeps a live change before the first step as the beginning, a later one as an edit', async () => {
    const { playground, worker, delivered } = scriptedPlayground();
    playground.change({ 'cql.alpha': 0.5 });
    expect(playground.model.base['cql.alpha']).toBe(0.5);
    worker().say(measured('run-1', 50), {
      type: 'state',
      runId: 'run-1',
      status: 'paused',
      step: 50,
    });
    await delivered();
    playground.change({ 'cql.alpha': 1, layer: 'truth', steps: 777 });
    expect(playground.model.base).toMatchObject({ 'cql.alpha': 0.5, layer: 'truth', steps: 777 });
    expect(playground.model.settings['cql.alpha']).toBe(1);
  });

  it('puts wrong settings right and says so', () => {
    const { playground } = scriptedPlayground();
    const notices = playground.change({ 'cql.alpha': 1e9, nonsense: 1 });
    expect(notices.map(({ key }) => key)).toEqual(['cql.alpha', 'nonsense']);
    expect(playground.model.notices).toHaveLength(2);
    expect(playground.model.settings['cql.alpha']).toBe(100);
  });

  it('runs to the verdict, and from there by as much again', async () => {
    const { playground, worker, delivered } = scriptedPlayground('#v=1&edition=2&steps=200');
    playground.run();
    expect(worker().last('run')?.until).toBe(200);
    expect(playground.model.prediction.stage).toBe('skipped');
    worker().say(measured('run-1', 200));
    await delivered();
    playground.run();
    expect(worker().last('run')?.until).toBe(400);
  });

  it('runs until it has settled, from there by as much again, and after an edit until it has anew', async () => {
    const { playground, worker, delivered } = scriptedPlayground('#v=1&edition=2&steps=auto');
    playground.run();
    expect(worker().last('run')).toMatchObject({ until: 6000, early: true });
    const ending = { step: 2850, reason: 'settled' } as const;
    worker().say(
      measured('run-1', 2850),
      { type: 'ending', runId: 'run-1', ending },
      { type: 'state', runId: 'run-1', status: 'done', step: 2850 },
    );
    await delivered();
    expect(playground.model.ending).toEqual(ending);
    playground.run();
    expect(worker().last('run')).toMatchObject({ until: 5700, early: false });
    playground.change({ speed: 'watch', layer: 'truth' });
    expect(playground.model.ending, 'of no other settings').toEqual(ending);
    playground.change({ 'cql.alpha': 2 });
    expect(playground.model.ending).toBeNull();
    const edit = { step: 2850, key: 'cql.alpha', value: 2 };
    worker().say({ type: 'edit', runId: 'run-1', edit });
    await delivered();
    playground.run();
    expect(worker().last('run')).toMatchObject({ until: 8850, early: true });
  });

  it('trains to the step of a link whether or not that lies beyond where it settles', () => {
    const { worker } = scriptedPlayground('#v=1&edition=2&steps=auto&at=4000');
    expect(worker().last('run')).toMatchObject({ until: 4000, early: false });
  });

  it('starts another worker when one crashes, with the same settings, and says so', () => {
    const { playground, workers, worker } = scriptedPlayground('#v=1&edition=2&cql.alpha=0.5');
    worker().crash('out of memory');
    expect(workers).toHaveLength(2);
    expect(workers[0].terminated).toBe(true);
    expect(worker().last('configure')?.settings['cql.alpha']).toBe(0.5);
    expect(playground.model.notices[0].message).toContain('out of memory');
  });

  it('gives up on a worker that only crashes', () => {
    const { playground, workers, worker } = scriptedPlayground();
    for (let crash = 0; crash < 3; crash++) worker().crash('it could not be started');
    expect(workers).toHaveLength(3);
    expect(playground.model.status).toBe('failed');
    expect(playground.model.failure).toContain('Reset tries once more');
    playground.run();
    expect(playground.model.failure, 'nobody is there to hear it').not.toBeNull();
    playground.reset();
    expect(workers).toHaveLength(4);
    expect(worker().last('configure')).toBeDefined();
    expect([playground.model.status, playground.model.failure]).toEqual(['idle', null]);
  });

  it.each([
    ['running', { until: 1000, settles: undefined }],
    ['paused', { until: 350, settles: 'paused' }],
    ['done', { until: 350, settles: 'done' }],
  ] as const)('has a new worker train a lost run again that was %s', async (status, told) => {
    const { playground, worker, delivered } = scriptedPlayground('#v=1&edition=2&steps=1000');
    playground.run();
    const { runId, settings } = playground.model;
    worker().say(measured(runId, 300), { type: 'state', runId, status, step: 350 });
    await delivered();
    if (status === 'paused') playground.pause();
    worker().crash('out of memory');
    expect(worker().last('configure')).toMatchObject({ runId, settings });
    expect(worker().last('run')).toMatchObject({ until: told.until });
    expect(worker().last('run')?.settles).toBe(told.settles);
    expect(playground.model.notices[0].message).toContain('trains again up to step 350');
    expect(playground.model).toMatchObject({ runId, status: 'running', step: 0, snapshot: null });
  });

  it('loses nothing that was turned while the worker said nothing more', async () => {
    const { playground, worker, delivered } = scriptedPlayground(
      '#v=1&edition=2&steps=1000&cql.alpha=0.1',
    );
    playground.run();
    const { runId } = playground.model;
    const edit = { step: 100, key: 'cql.alpha', value: 0.2 };
    worker().say(measured(runId, 300), { type: 'edit', runId, edit });
    await delivered();
    worker().hanging = true;
    playground.change({ 'iql.expectile': 0.9, speed: 'watch' });
    worker().crash('out of memory');
    const { settings, edits } = worker().last('configure') ?? {};
    expect(settings).toMatchObject({ 'cql.alpha': 0.1, speed: 'watch' });
    expect(edits).toEqual([edit, { step: 300, key: 'iql.expectile', value: 0.9 }]);
  });

  it('goes on where it was going when its worker is lost before it has said anything', () => {
    const { playground, worker } = scriptedPlayground('#v=1&edition=2&steps=1000');
    playground.run();
    worker().crash('out of memory');
    expect(worker().last('run')?.until).toBe(1000);
    expect(playground.model.status).toBe('running');
  });

  it('takes another worker at once where a reset or other settings find the old one silent', () => {
    vi.useFakeTimers();
    try {
      for (const act of ['reset', 'change'] as const) {
        const { playground, workers, worker } = scriptedPlayground();
        vi.advanceTimersByTime(1_000);
        worker().hanging = true;
        vi.advanceTimersByTime(4_500);
        expect(workers).toHaveLength(1);
        if (act === 'reset') playground.reset();
        else playground.change({ 'data.seed': 5 });
        expect(workers.map(({ terminated }) => terminated)).toEqual([true, false]);
        expect(worker().last('configure')?.runId).toBe(playground.model.runId);
        playground.dispose();
      }
    } finally {
      vi.useRealTimers();
    }
  });

  it('builds a failed run anew on reset', async () => {
    const { playground, workers, worker, delivered } = scriptedPlayground();
    worker().say({ type: 'failed', runId: 'run-1', message: 'no' });
    await delivered();
    playground.reset();
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, false]);
    expect(worker().last('configure')?.runId).toBe('run-2');
    expect(playground.model.failure).toBeNull();
  });

  it('tells the worker what was measured here before, with every start and every reset', () => {
    const { playground, worker, stored } = scriptedPlayground();
    expect(worker().last('configure')?.remembered).toEqual({ best: null, unusable: {} });
    const size = plannedSizeClass(playground.model.settings) ?? 0;
    const rungs = {
      wasm: { ms: 2, implementation: 'simd' },
      cpu: { missing: 'Not timed: slow.' },
    };
    playground.rungs.remember(size, { at: 0, rungs });
    expect([...stored.keys()]).toEqual(['offgrid.rungs']);
    playground.reset();
    const remembered = worker().last('reset')?.remembered;
    expect(remembered?.best?.backend).toBe('wasm');
    expect(remembered?.best?.why).toContain('WASM 2\u00a0ms a step');
    expect(remembered?.unusable).toEqual({ cpu: 'Not timed: slow.' });
  });

  it('does without a rung for the session once the worker lost it', async () => {
    const { playground, worker, delivered } = scriptedPlayground();
    const without = { webgl: 'the context was taken away' };
    const engine = { backend: 'wasm' as const, implementation: 'simd', reason: '', without };
    worker().say({ type: 'engine', engine });
    await delivered();
    playground.change({ 'data.seed': 9 });
    expect(worker().last('configure')?.remembered?.unusable).toEqual(without);
  });

  it('hands parameters to whoever asked, and nothing where the worker died', async () => {
    const { playground, worker, delivered } = scriptedPlayground();
    const answer = playground.parameters(1);
    const { id = 0, seed } = worker().last('parameters') ?? {};
    expect(seed).toBe(1);
    worker().say({ type: 'parameters', id, found: { step: 7, parameters: {} } });
    await delivered();
    expect(await answer).toEqual({ step: 7, parameters: {} });
    const lost = playground.parameters(0);
    worker().crash('out of memory');
    expect(await lost).toBeNull();
    for (let crash = 0; crash < 2; crash++) worker().crash('out of memory');
    expect(playground.model.status).toBe('failed');
    expect(await playground.parameters(0), 'there is no worker').toBeNull();
  });

  it('hands out no parameters of a worker that was put aside because it no longer answered', async () => {
    vi.useFakeTimers();
    try {
      const { playground, worker } = scriptedPlayground();
      const silent = worker();
      await vi.advanceTimersByTimeAsync(1_000);
      silent.hanging = true;
      await vi.advanceTimersByTimeAsync(5_000);
      const answer = playground.parameters(0);
      playground.reset();
      expect(worker()).not.toBe(silent);
      expect(await answer).toBeNull();
    } finally {
      vi.useRealTimers();
    }
  });

  it('leaves the run alone when a link says the same of it', () => {
    const { playground } = scriptedPlayground('#v=1&edition=2&data.seed=5');
    playground.open('#v=1&edition=2&data.seed=5&layer=upside-down');
    expect(playground.model.runId).toBe('run-1');
    expect(playground.model.notices[0].message).toContain('upside-down');
    playground.open('#v=1&edition=2&data.seed=5&layer=truth');
    expect(playground.model.runId).toBe('run-1');
    expect(playground.model.settings.layer).toBe('truth');
    playground.open('#v=1&edition=2&data.seed=6');
    expect(playground.model.runId).toBe('run-2');
  });

  it('keeps what is there when nothing of a link can be read', async () => {
    const { playground, worker, delivered } = scriptedPlayground('#v=1&edition=2&cql.alpha=0.5');
    worker().say({ type: 'problem', problem: problemView('run-1') });
    await delivered();
    playground.open('#%E0%A4%A');
    expect(playground.model.runId).toBe('run-1');
    expect(playground.model.settings['cql.alpha']).toBe(0.5);
    expect(playground.model.notices[0].message).toContain('your settings are kept');
  });
});

describe('a link that names a moment', () => {
  it('predicts as it did and trains to its step', () => {
    const { playground, worker } = scriptedPlayground('#v=1&edition=2&at=1050&guess=cql');
    expect(worker().last('run')?.until).toBe(1050);
    expect(playground.model.status).toBe('running');
    expect(playground.model.prediction).toEqual({ stage: 'answered', chosen: ['cql'] });
  });

  it('goes on from where the same run stands, or begins it anew where it stands later', async () => {
    const { playground, worker, delivered } = scriptedPlayground();
    worker().say(measured('run-1', 200));
    await delivered();
    playground.open('#v=1&edition=2&scenario=extrapolation&at=300');
    expect(playground.model.runId).toBe('run-1');
    expect(worker().last('run')?.until).toBe(300);
    playground.open('#v=1&edition=2&scenario=extrapolation&at=100');
    expect(playground.model.runId).toBe('run-2');
    expect(worker().last('run')?.until).toBe(100);
  });
});
