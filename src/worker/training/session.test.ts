import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SavedRun } from '../../experiment/saved-run';
import { settingOf } from '../../experiment/settings/describe';
import type { Frame, LiveEdit, ProblemView, Settings, Snapshot } from '../../experiment/types';
import { Keeper } from '../kept/keeper';
import { KeptRuns } from '../kept/store';
import type { EngineInfo, Report } from './protocol';
import { Session } from './session';
import type { SessionEngine, SessionProblem, SessionRun } from './session-parts';

/** What the run of a test is told by its settings. */
interface Orders {
  readonly 'test.fails'?: boolean;
  readonly 'test.impossible'?: boolean;
  readonly 'test.parts'?: number;
  readonly 'test.partTakes'?: number;
  readonly 'test.measuringTakes'?: number;
  readonly 'test.restsAt'?: number;
}
type TestSettings = Settings & Orders;

/** As few settings as a test needs. */
const few = (given: Partial<Settings> & Orders) => given as TestSettings;

/**
 * A run that counts: a grid of 10, no mathematics; a step takes one millisecond, or `test.parts` parts
 * of `test.partTakes` milliseconds each.
 */
class CountingRun implements SessionRun {
  step = 0;
  part = 0;
  /** Milliseconds of the longest call. */
  longest = 0;
  readonly edits: LiveEdit[] = [];
  readonly measuredAt: number[] = [];
  disposed = false;

  constructor(
    private readonly runId: string,
    private readonly clock: { now: number },
    private settings: TestSettings,
    readonly startedWith: readonly LiveEdit[],
  ) {}

  get underWay(): boolean {
    return this.part > 0;
  }

  train(steps: number, enough: () => boolean): void {
    if (this.disposed) throw new Error('A run was trained after it was disposed of.');
    if (this.settings['test.fails']) throw new Error('The loss exploded.');
    const parts = this.settings['test.parts'] ?? 1;
    const began = this.clock.now;
    const target = this.step + steps;
    do {
      this.clock.now += this.settings['test.partTakes'] ?? 1;
      this.part = (this.part + 1) % parts;
      if (this.part === 0) this.step += 1;
    } while (this.step < target && !enough());
    this.longest = Math.max(this.longest, this.clock.now - began);
  }

  nextMeasuredStep(): number {
    return (Math.floor(this.step / 10) + 1) * 10;
  }

  async measure(status: Snapshot['status'], rest: () => Promise<void>) {
    if (this.underWay) throw new Error('A run was measured in the middle of a step.');
    this.measuredAt.push(this.step);
    this.clock.now += this.settings['test.measuringTakes'] ?? 0;
    await rest();
    const { runId, step } = this;
    const learners = this.settings['test.restsAt'] ? this.#restingLearners() : {};
    const snapshot = { runId, step, status, learners } as unknown as Snapshot;
    const frame: Frame = { runId, step, learners: {}, rests: {} };
    return { snapshot, frame };
  }

  /** A learner that rises up to a step, and again after an edit, for as long. */
  #restingLearners() {
    const since = this.edits[this.edits.length - 1]?.step ?? 0;
    const height = Math.min(this.step - since, this.settings['test.restsAt'] ?? 0) / 1000;
    const seed = { status: 'ok', believedReturn: height, trueReturn: 0, q: { data: height } };
    return { cql: { kind: 'cql', status: 'ok', seeds: [seed] } };
  }

  applyLive(settings: Settings): void {
    const { 'cql.alpha': value } = settings;
    if (value !== this.settings['cql.alpha'])
      this.edits.push({ step: this.step, key: 'cql.alpha', value });
    this.settings = settings;
  }

  async parameters(seed: number) {
    return seed < 2 ? { dqn: { online: {}, target: {} } } : null;
  }

  async save() {
    const { step } = this;
    return { step, edits: [...this.edits], stack: { steps: step } } as unknown as SavedRun;
  }

  dispose(): void {
    this.disposed = true;
  }
}

const ENGINE: EngineInfo = { backend: 'cpu', implementation: 'counting', reason: 'for the test' };

/** What a browser keeps, in memory. */
function keptRuns(kept = new Map<string, unknown>()) {
  return new KeptRuns(
    {
      get: async (key) => structuredClone(kept.get(key)),
      async exchange(key, change) {
        const { put, remove } = change(structuredClone(kept.get(key)));
        for (const one of remove) kept.delete(one);
        for (const [at, value] of put) kept.set(at, structuredClone(value));
      },
    },
    { held: async () => new Set(), hold: () => () => {} },
  );
}

/** A session with everything around it; `settled()` waits until nothing is under way. */
function stage(kept = keptRuns()) {
  const clock = { now: 0 };
  const reports: Report[] = [];
  const runs: CountingRun[] = [];
  let startEngine: () => Promise<SessionEngine> = async () => ({
    info: ENGINE,
    settle: async () => {},
  });
  const session = new Session<SessionProblem, SessionEngine>({
    buildProblem(settings: TestSettings) {
      if (settings['test.impossible']) throw new Error('The map has no goal.');
      return { settlingUnit: 1, view: (runId) => ({ runId }) as unknown as ProblemView };
    },
    startEngine: () => startEngine(),
    createRun(_problem, settings, edits, _engine, runId, saved) {
      const run = new CountingRun(runId, clock, settings, edits);
      if (saved && settings['test.misfits' as keyof Settings])
        throw new RangeError('It does not fit.');
      run.step = saved?.step ?? 0;
      run.edits.push(...(saved?.edits ?? []));
      runs.push(run);
      return run;
    },
    keeper: async () =>
      new Keeper({
        runs: kept,
        now: () => clock.now,
        date: () => 1000,
        rest: async () => {},
        onTrouble: () => {},
      }),
    post: (report) => reports.push(report),
    now: () => clock.now,
    async rest(milliseconds) {
      clock.now += milliseconds;
      await new Promise((resolve) => setImmediate(resolve));
    },
  });
  const settled = async (until: () => boolean) => {
    for (let turn = 0; turn < 2000 && !until(); turn++)
      await new Promise((resolve) => setImmediate(resolve));
    if (!until()) throw new Error('The session did not come to rest.');
  };
  const configure = (runId: string, given: Partial<Settings> & Orders = { speed: 'full' }) =>
    session.handle({ type: 'configure', runId, settings: few(given), edits: [], remembered: null });
  return {
    session,
    reports,
    runs,
    clock,
    settled,
    configure,
    of: <T extends Report['type']>(type: T) =>
      reports.filter((report): report is Extract<Report, { type: T }> => report.type === type),
    engine(start: () => Promise<SessionEngine>) {
      startEngine = start;
    },
  };
}

/** Settings that write down which of them are read. */
function watched(settings: Settings): { settings: Settings; read: Set<string> } {
  const read = new Set<string>();
  const get = (target: Settings, key: string) => {
    read.add(key);
    return settingOf(target, key);
  };
  return { settings: new Proxy(settings, { get }), read };
}

describe('the session of a run', () => {
  it('heeds with `configure` every setting that it reads later', async () => {
    const { configure, session, settled, runs } = stage();
    const configured = watched(few({ speed: 'full' }));
    configure('a', configured.settings);
    await settled(() => runs.length === 1);
    const live = watched(few({ speed: 'watch' }));
    session.handle({ type: 'live', settings: live.settings });
    const ofTheSession = [...live.read].filter((key) => !key.startsWith('cql.'));
    expect(ofTheSession).toEqual(['speed', 'steps', 'online.learners']);
    expect([...configured.read]).toEqual(expect.arrayContaining(ofTheSession));
  });

  it('trains at the speed that it was configured with, as it does once it was told again', async () => {
    const waited = async (speed: Settings['speed'], again: boolean) => {
      const { configure, session, settled, clock } = stage();
      configure('a', { speed });
      if (again) session.handle({ type: 'live', settings: few({ speed }) });
      session.handle({ type: 'run', until: 600 });
      await settled(() => session.state.status === 'done');
      return clock.now;
    };
    for (const speed of ['watch', 'fast', 'full'] as const)
      expect(await waited(speed, false), speed).toBe(await waited(speed, true));
    expect(await waited('full', false)).toBe(600);
  });

  it('reports the world before the engine stands', async () => {
    const { configure, engine, of, settled, session } = stage();
    let arrive: (engine: SessionEngine) => void = () => {};
    engine(() => new Promise((resolve) => (arrive = resolve)));
    configure('a');
    expect(of('problem')).toHaveLength(1);
    expect(of('engine')).toHaveLength(0);
    session.handle({ type: 'run', until: 20 });
    arrive({ info: ENGINE, settle: async () => {} });
    await settled(() => session.state.status === 'done');
    expect(of('measured').map(({ snapshot }) => snapshot.step)).toEqual([0, 10, 20]);
  });

  it('measures on the grid and where it was told to stop, at any speed', async () => {
    for (const speed of ['watch', 'fast', 'full'] as const) {
      const { configure, runs, session, settled, of } = stage();
      configure('a', { speed });
      session.handle({ type: 'run', until: 30 });
      await settled(() => session.state.status === 'done');
      expect(runs[0].measuredAt, speed).toEqual([0, 10, 20, 30]);
      expect(of('measured').at(-1)?.snapshot.status).toBe('done');
    }
  });

  it('never trains after a pause, and goes on where it was', async () => {
    const { configure, runs, session, settled } = stage();
    configure('a', { speed: 'fast' });
    session.handle({ type: 'run', until: 1000 });
    await settled(() => (runs[0]?.step ?? 0) > 15);
    session.handle({ type: 'pause' });
    await settled(() => session.state.status === 'paused');
    await new Promise((resolve) => setTimeout(resolve, 20));
    const { step } = runs[0];
    expect(session.state.step).toBe(step);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(runs[0].step).toBe(step);
    session.handle({ type: 'run', until: step + 40 });
    await settled(() => session.state.status === 'done');
    expect(runs[0].step).toBe(step + 40);
  });

  it('listens within a step that takes long, and ends it after a pause, but no further one', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 40 }),
        fc.integer({ min: 1, max: 25 }),
        fc.integer({ min: 0, max: 60 }),
        async (parts, partTakes, turns) => {
          const { configure, runs, session, settled, of } = stage();
          configure('a', { speed: 'full', 'test.parts': parts, 'test.partTakes': partTakes });
          session.handle({ type: 'run', until: 30 });
          await settled(() => runs[0]?.measuredAt.length === 1);
          for (let turn = 0; turn < turns; turn++)
            await new Promise((resolve) => setImmediate(resolve));
          const { step, part } = runs[0];
          session.handle({ type: 'pause' });
          const ended = part > 0 ? step + 1 : step;
          await settled(() => runs[0].step === ended && !runs[0].underWay);
          await settled(() => session.state.step === ended);
          for (let turn = 0; turn < 5; turn++)
            await new Promise((resolve) => setImmediate(resolve));
          expect(runs[0].step).toBe(ended);
          expect(runs[0].longest).toBeLessThanOrEqual(30 + partTakes);
          if (ended < 30) {
            expect(session.state.status).toBe('paused');
            expect(of('state').at(-1)).toMatchObject({ status: 'paused', step: ended });
            session.handle({ type: 'run', until: 30 });
          }
          await settled(() => runs[0].measuredAt.length === 4);
          expect(runs[0].measuredAt).toEqual([0, 10, 20, 30]);
          await settled(() => session.state.status === 'done' || ended === 30);
          expect(session.state.step).toBe(30);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('can be replaced in the middle of a step and of a measurement', async () => {
    const { configure, runs, session, settled, of } = stage();
    configure('a', { speed: 'full', 'test.parts': 50, 'test.partTakes': 10 });
    session.handle({ type: 'run', until: 30 });
    await settled(() => runs[0]?.underWay);
    configure('b', { speed: 'full', 'test.measuringTakes': 40 });
    session.handle({ type: 'reset', runId: 'c', remembered: null });
    await settled(() => of('measured').some(({ snapshot }) => snapshot.runId === 'c'));
    expect(of('failed')).toEqual([]);
    expect(of('measured').some(({ snapshot }) => snapshot.runId === 'b')).toBe(false);
    expect(runs.slice(0, -1).every(({ disposed }) => disposed)).toBe(true);
  });

  it('steps to the next measured step and pauses there', async () => {
    const { configure, runs, session, settled } = stage();
    configure('a');
    await settled(() => runs[0]?.measuredAt.length === 1);
    session.handle({ type: 'step' });
    await settled(() => session.state.status === 'paused' && runs[0].measuredAt.length === 2);
    expect(runs[0].step).toBe(10);
  });

  it('drops a run that was replaced while it trained', async () => {
    const { configure, runs, session, settled, of } = stage();
    configure('a');
    session.handle({ type: 'run', until: 100_000 });
    await settled(() => (runs[0]?.step ?? 0) > 50);
    configure('b');
    const before = of('measured').filter(({ snapshot }) => snapshot.runId === 'a').length;
    await settled(() => runs.length === 2 && runs[1].measuredAt.length === 1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(runs[0].disposed).toBe(true);
    expect(of('measured').filter(({ snapshot }) => snapshot.runId === 'a')).toHaveLength(before);
    expect(session.state).toMatchObject({ status: 'idle', step: 0 });
  });

  it('resets to step 0 under a new run id, with the settings as they stand', async () => {
    const { configure, runs, session, settled } = stage();
    configure('a', { speed: 'full', 'cql.alpha': 1 });
    session.handle({ type: 'run', until: 20 });
    await settled(() => session.state.status === 'done');
    session.handle({ type: 'live', settings: few({ speed: 'full', 'cql.alpha': 2 }) });
    session.handle({ type: 'reset', runId: 'b', remembered: null });
    await settled(() => runs.length === 2 && runs[1].measuredAt.length === 1);
    expect(runs[1].startedWith).toEqual([]);
    expect(session.state).toMatchObject({ status: 'idle', step: 0 });
  });

  it('reports a live edit at the step at which it was made', async () => {
    const { configure, session, settled, of } = stage();
    configure('a', { speed: 'full', 'cql.alpha': 1 });
    session.handle({ type: 'run', until: 20 });
    await settled(() => session.state.status === 'done');
    session.handle({ type: 'live', settings: few({ speed: 'full', 'cql.alpha': 2 }) });
    expect(of('edit')).toEqual([
      { type: 'edit', runId: 'a', edit: { step: 20, key: 'cql.alpha', value: 2 } },
    ]);
  });

  it('says in a sentence why a world, an engine or the training failed', async () => {
    const world = stage();
    world.configure('a', { 'test.impossible': true });
    expect(world.of('failed')).toEqual([
      { type: 'failed', runId: 'a', message: 'The map has no goal.' },
    ]);

    const noEngine = stage();
    noEngine.engine(async () => {
      throw new Error('No backend could be started.');
    });
    noEngine.configure('b');
    await noEngine.settled(() => noEngine.of('failed').length === 1);
    expect(noEngine.of('failed')[0].message).toBe('No backend could be started.');

    const training = stage();
    training.configure('c', { speed: 'full', 'test.fails': true });
    training.session.handle({ type: 'run', until: 10 });
    await training.settled(() => training.of('failed').length === 1);
    expect(training.session.state.status).toBe('failed');
    expect(training.runs[0].disposed).toBe(true);
  });

  it('trains again to where it was on another engine when its own is lost, and says so', async () => {
    const { configure, runs, session, settled, of } = stage();
    configure('a', { speed: 'full', 'cql.alpha': 1 });
    session.engineLost('WebGL was lost.');
    await settled(() => runs.at(-1)?.measuredAt.length === 1);
    expect(session.state).toMatchObject({ status: 'idle', step: 0 });
    expect(of('notice')[0].message).toBe('WebGL was lost. Your settings are kept.');
    session.handle({ type: 'run', until: 20 });
    await settled(() => session.state.status === 'done');
    session.handle({ type: 'live', settings: few({ speed: 'full', 'cql.alpha': 2 }) });
    session.engineLost('WebGL was lost.');
    await settled(() => session.state.status === 'done' && runs.at(-1)?.measuredAt.length === 3);
    expect(of('notice')[1].message).toMatch(/^WebGL was lost\. .*up to step 20\.$/);
    const again = runs.at(-1);
    expect(again?.measuredAt).toEqual([0, 10, 20]);
    expect(again?.startedWith).toEqual([{ step: 20, key: 'cql.alpha', value: 2 }]);
  });

  it('goes on to where it was going when its engine is lost on the way, or stays paused', async () => {
    const { configure, runs, session, settled } = stage();
    configure('a', { speed: 'fast' });
    session.handle({ type: 'run', until: 200 });
    await settled(() => (runs[0]?.step ?? 0) > 25);
    session.engineLost('WebGL was lost.');
    await settled(() => session.state.status === 'done');
    expect([session.state.step, runs.length]).toEqual([200, 2]);
    session.handle({ type: 'run', until: 400 });
    await settled(() => runs[1].step > 225);
    session.handle({ type: 'pause' });
    await settled(() => session.state.status === 'paused' && session.state.step === runs[1].step);
    const { step } = session.state;
    session.engineLost('WebGL was lost.');
    await settled(() => session.state.status === 'paused');
    expect([session.state.step, runs[2].step]).toEqual([step, step]);
  });

  it('answers with the networks between two slices, and with none where there are none', async () => {
    const { session, runs, settled, configure, of } = stage();
    const ask = (id: number, seed = 0) => session.handle({ type: 'parameters', id, seed });
    ask(1);
    await settled(() => of('parameters').length === 1);
    expect(of('parameters')[0]).toMatchObject({ id: 1, found: null });
    configure('a');
    await settled(() => runs.length === 1 && runs[0].measuredAt.length === 1);
    ask(2);
    ask(3, 2);
    await settled(() => of('parameters').length === 3);
    expect(of('parameters')[1]).toMatchObject({ id: 2, found: { step: 0 } });
    expect(of('parameters')[2]).toMatchObject({ id: 3, found: null });
    session.handle({ type: 'run', until: 1000 });
    await settled(() => runs[0].step > 0);
    ask(4);
    await settled(() => of('parameters').length === 4);
    expect(of('parameters')[3].found?.step).toBeGreaterThan(0);
  });

  it('answers who asks at the very end of a run', async () => {
    const { session, reports, runs, settled, configure, of } = stage();
    configure('a');
    await settled(() => runs.length === 1 && runs[0].measuredAt.length === 1);
    const push = reports.push.bind(reports);
    reports.push = (report) => {
      // The last word of the loop, which looks for questions no more.
      if (report.type === 'progress' && report.step === 20 && of('parameters').length === 0) {
        session.handle({ type: 'parameters', id: 9, seed: 0 });
      }
      return push(report);
    };
    session.handle({ type: 'run', until: 20 });
    await settled(() => of('parameters').length > 0);
    expect(of('parameters')[0]).toMatchObject({ id: 9, found: { step: 20 } });
  });

  describe('left to settle', () => {
    /** Comes to rest at 2,295 and has settled a stretch after the first point within 2 % of that. */
    const RESTING = {
      speed: 'full',
      steps: 'auto',
      measureEvery: 10,
      'test.restsAt': 2295,
    } as const;
    const early = { type: 'run', until: 6000, early: true } as const;

    it('ends there, says why, and its last snapshot is done', async () => {
      const { session, runs, settled, configure, of, reports } = stage();
      configure('a', RESTING);
      session.handle(early);
      await settled(() => session.state.status === 'done');
      expect(session.state.step).toBe(2800);
      expect(runs[0].step).toBe(2800);
      expect(of('ending')).toEqual([
        { type: 'ending', runId: 'a', ending: { step: 2800, reason: 'settled' } },
      ]);
      expect(of('measured').at(-1)?.snapshot).toMatchObject({ step: 2800, status: 'done' });
      expect(of('measured').at(-2)?.snapshot.status).toBe('running');
      await settled(() => of('state').at(-1)?.status === 'done');
      const kinds = reports.map(({ type }) => type);
      expect(kinds.lastIndexOf('state')).toBeGreaterThan(kinds.indexOf('ending'));
    });

    it('says so in passing where it was told to go on, however it came there', async () => {
      const { session, settled, configure, of } = stage();
      configure('a', RESTING);
      session.handle({ type: 'run', until: 1234 });
      await settled(() => session.state.status === 'done');
      expect(of('ending')).toEqual([]);
      session.handle({ type: 'run', until: 4001 });
      await settled(() => session.state.status === 'done' && session.state.step === 4001);
      expect(of('ending').map(({ ending }) => ending)).toEqual([{ step: 2800, reason: 'settled' }]);
    });

    it('takes it back at an edit, and settles anew', async () => {
      const { session, settled, configure, of } = stage();
      configure('a', RESTING);
      session.handle(early);
      await settled(() => session.state.status === 'done');
      session.handle({ type: 'live', settings: few({ ...RESTING, 'cql.alpha': 2 }) });
      expect(of('ending').at(-1)?.ending).toBeNull();
      expect(session.state).toMatchObject({ status: 'done', step: 2800 });
      session.handle({ ...early, until: 8800 });
      await settled(() => session.state.status === 'done' && session.state.step > 2800);
      // It rises for as many steps again.
      expect(of('ending').at(-1)?.ending).toEqual({ step: 2800 + 2800, reason: 'settled' });
      expect(session.state.step).toBe(5600);
    });

    it('ends at the most steps where it does not settle', async () => {
      const { session, settled, configure, of } = stage();
      configure('a', { ...RESTING, 'test.restsAt': 1e6 });
      session.handle({ type: 'run', until: 5990 });
      await settled(() => session.state.status === 'done');
      session.handle(early);
      await settled(() => session.state.step === 6000 && session.state.status === 'done');
      expect(of('ending').map(({ ending }) => ending)).toEqual([
        { step: 6000, reason: 'unsettled' },
      ]);
    });

    it('comes to the same end when its engine is lost on the way', async () => {
      const { session, runs, settled, configure, of } = stage();
      configure('a', RESTING);
      session.handle(early);
      await settled(() => (runs[0]?.step ?? 0) > 2400);
      session.engineLost('WebGL was lost.');
      await settled(() => session.state.status === 'done');
      expect([session.state.step, runs.length]).toEqual([2800, 2]);
      expect(of('ending').map(({ ending }) => ending?.step)).toEqual([2800]);
    });

    it('ends where it has when it learns only afterwards that it need not go on', async () => {
      const { session, settled, configure, of } = stage();
      configure('a', { ...RESTING, steps: 3000 });
      session.handle({ type: 'run', until: 3000 });
      await settled(() => session.state.status === 'done');
      expect(of('ending').at(-1)?.ending).toEqual({ step: 3000, reason: 'steps' });
      session.handle({ type: 'live', settings: few(RESTING) });
      expect(of('ending').at(-1)?.ending).toEqual({ step: 2800, reason: 'settled' });
      session.handle(early);
      expect(session.state).toMatchObject({ status: 'done', step: 3000 });
    });
  });
});

describe('a run that was kept', () => {
  const begin = (
    at: ReturnType<typeof stage>,
    runId: string,
    keep: 'begin' | 'offer' | 'take',
    given: Record<string, unknown> = {},
  ) =>
    at.session.handle({
      type: 'configure',
      runId,
      settings: few({ speed: 'full', ...given }),
      edits: [],
      remembered: null,
      keep,
    });

  /** A session that has trained to step 35 and paused there; what it kept is there for the next one. */
  async function left(kept: ReturnType<typeof keptRuns>) {
    const at = stage(kept);
    begin(at, 'a', 'offer');
    at.session.handle({ type: 'run', until: 35, settles: 'paused' });
    await at.settled(() => at.session.state.status === 'paused' && at.session.state.step === 35);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(at.of('kept')).toEqual([]);
  }

  it('is offered, and goes on with all that was measured', async () => {
    const kept = keptRuns();
    await left(kept);
    const at = stage(kept);
    begin(at, 'b', 'offer');
    await at.settled(() => at.of('kept').length > 0);
    expect(at.of('kept')[0]).toMatchObject({ runId: 'b', offer: 'Go on from step 35' });
    expect(at.session.state.step).toBe(0);
    at.session.handle({ type: 'resume' });
    await at.settled(() => at.session.state.step === 35);
    expect(at.session.state.status).toBe('paused');
    expect(at.of('restored')).toEqual([
      { type: 'restored', runId: 'b', step: 35, savedAt: 1000, goal: null },
    ]);
    const after = at.reports.slice(at.reports.findIndex(({ type }) => type === 'restored'));
    const steps = after.flatMap((report) =>
      report.type === 'measured' ? [report.snapshot.step] : [],
    );
    expect(steps).toEqual([0, 10, 20, 30, 35]);
    at.session.handle({ type: 'run', until: 50 });
    await at.settled(() => at.session.state.status === 'done');
    expect(at.runs.at(-1)?.measuredAt).toEqual([40, 50]);
    expect(at.runs.at(-1)?.step).toBe(50);
  });

  it('is taken up by a worker in the place of a lost one, and goes to where that was told', async () => {
    const kept = keptRuns();
    await left(kept);
    const at = stage(kept);
    begin(at, 'a', 'take');
    at.session.handle({ type: 'run', until: 60 });
    await at.settled(() => at.session.state.status === 'done');
    expect(at.runs).toHaveLength(1);
    expect(at.runs[0].measuredAt).toEqual([40, 50, 60]);
    expect(at.of('kept')).toEqual([]);
  });

  it('is left alone by a reset, and where nobody asks for it', async () => {
    const kept = keptRuns();
    await left(kept);
    const at = stage(kept);
    begin(at, 'b', 'begin');
    await at.settled(() => at.of('measured').length > 0);
    at.session.handle({ type: 'reset', runId: 'c', remembered: null });
    await at.settled(() => at.of('measured').length > 1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([at.of('kept'), at.of('restored')]).toEqual([[], []]);
  });

  it('is said not to fit, and the run begins at step 0', async () => {
    const kept = keptRuns();
    await left(kept);
    const at = stage(kept);
    begin(at, 'b', 'take', { 'test.misfits': true });
    await at.settled(() => at.of('measured').length > 0);
    expect(at.of('notice')[0].message).toMatch(/up to step 35, is damaged/);
    expect(at.of('measured')[0].snapshot.step).toBe(0);
    at.session.handle({ type: 'resume' });
    await at.settled(() => at.of('notice').length > 1);
    expect(at.of('notice')[1].message).toMatch(/no longer there/);
    expect(at.session.state.status).toBe('idle');
  });
});
