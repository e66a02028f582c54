import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Finding } from '../../engine/probe';
import type { Settings } from '../../experiment/types';
import { ScriptedWorker } from '../../worker/connection/testing/scripted';
import type { ProbeReport, ProbeRequest } from '../../worker/probe/protocol';
import { workOf } from './cost';
import { initialModel, type Model } from './model';
import { affordable, Probing } from './probing';
import { Rungs, sizeClassOf } from './rungs';
import { defaultSettings, momentOf, problemView } from './testing';

const STATES = 2;

/** A worker that times rungs, played by the test. */
class ScriptedProbe extends ScriptedWorker<ProbeRequest, ProbeReport> {
  get requests(): readonly ProbeRequest[] {
    return this.commands;
  }

  begin(backend: 'webgl' | 'wasm' | 'cpu'): void {
    this.say({ type: 'begun', backend });
  }

  find(backend: 'webgl' | 'wasm' | 'cpu', ms: number): void {
    const rung: Extract<Finding, { type: 'found' }>['rung'] = { ms, implementation: 'some' };
    this.say({ type: 'found', backend, rung });
  }

  finish(): void {
    this.say({ type: 'done' });
  }
}

/** A page that stands measured at step 0, and what times its rungs. */
function scene(settings: Settings = defaultSettings(), refuse = false) {
  const standing: Partial<Model> = {
    problem: problemView('run-1'),
    latest: momentOf('run-1', 0),
  };
  const model = createStore<Model>(() => ({ ...initialModel(settings, [], 'run-1'), ...standing }));
  const stored = new Map<string, string>();
  const memory = {
    read: (key: string) => stored.get(key) ?? null,
    write: (key: string, value: string) => void stored.set(key, value),
    forget: (key: string) => void stored.delete(key),
  };
  const rungs = new Rungs(memory, 'a browser');
  const workers: ScriptedProbe[] = [];
  let visible = true;
  let look = () => {};
  const probing = new Probing(model, rungs, {
    spawn() {
      if (refuse) throw new Error('no workers here');
      const worker = new ScriptedProbe();
      workers.push(worker);
      return worker;
    },
    visible: () => visible,
    onVisibility: (callback) => {
      look = callback;
    },
    date: () => 77,
  });
  return {
    model,
    rungs,
    probing,
    workers,
    worker: () => workers[workers.length - 1],
    phase: () => probing.store.getState().phase,
    change: (patch: Partial<Model>) => model.setState(patch),
    show(seen: boolean) {
      visible = seen;
      look();
    },
    measurements: () => rungs.store.getState().measurements,
  };
}

/** Long enough for an idle page to begin. */
const idle = () => vi.advanceTimersByTime(1600);
const size = (settings: Settings) => sizeClassOf(settings, STATES);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('timing in the background', () => {
  it('begins when the page has been idle a while, on the data that is there', () => {
    const { phase, workers, worker } = scene();
    expect(phase()).toBe('waiting');
    vi.advanceTimersByTime(1400);
    expect(workers).toHaveLength(0);
    idle();
    expect(phase()).toBe('measuring');
    const [request] = worker().requests;
    expect(request.world.map).toEqual(['SG']);
    expect([...request.dataset.action]).toEqual([1]);
    expect(request.without).toEqual([]);
  });

  it('waits for the engine and the world', () => {
    const { change, phase, workers } = scene();
    change({ runId: 'run-2', latest: null });
    idle();
    expect(workers).toHaveLength(0);
    expect(phase()).toBe('resting');
    change({ problem: problemView('run-2'), latest: momentOf('run-2', 0) });
    idle();
    expect(workers).toHaveLength(1);
  });

  it('begins its wait anew with every change, and not with what is only looked at', () => {
    const { change, model, workers } = scene();
    vi.advanceTimersByTime(1000);
    change({ settings: { ...model.getState().settings, width: 32 } });
    vi.advanceTimersByTime(1000);
    expect(workers).toHaveLength(0);
    change({ hovered: 1 });
    vi.advanceTimersByTime(600);
    expect(workers).toHaveLength(1);
    change({ hovered: 2 });
    expect(workers[0].terminated).toBe(false);
  });

  it('is ended the moment anything trains, keeps nothing of it, and begins again afterwards', () => {
    const { change, worker, workers, phase, measurements } = scene();
    idle();
    worker().begin('wasm');
    worker().find('wasm', 1);
    change({ status: 'running' });
    expect(workers[0].terminated).toBe(true);
    expect(phase()).toBe('resting');
    expect(measurements()).toEqual({});
    idle();
    expect(workers).toHaveLength(1);
    change({ status: 'done' });
    idle();
    expect(workers).toHaveLength(2);
  });

  it('rests in a hidden tab', () => {
    const { show, workers, phase } = scene();
    idle();
    show(false);
    expect(workers[0].terminated).toBe(true);
    expect(phase()).toBe('resting');
    idle();
    expect(workers).toHaveLength(1);
    show(true);
    idle();
    expect(workers).toHaveLength(2);
  });

  it('remembers what was found by the size of the stack, once a visit', () => {
    const { worker, workers, change, model, measurements, phase } = scene();
    const { settings } = model.getState();
    const finish = (ms: number) => {
      worker().begin('wasm');
      worker().find('wasm', 99);
      worker().find('wasm', ms);
      worker().finish();
    };
    idle();
    finish(1);
    expect(phase()).toBe('resting');
    expect(workers[0].terminated).toBe(true);
    const found = { at: 77, rungs: { wasm: { ms: 1, implementation: 'some' } } };
    expect(measurements()).toEqual({ [size(settings)]: found });
    change({ status: 'running' });
    change({ status: 'paused' });
    idle();
    expect(workers).toHaveLength(1);
    const larger = { ...settings, width: 256 };
    change({ settings: larger });
    idle();
    finish(5);
    expect(Object.keys(measurements()).map(Number)).toEqual([size(settings), size(larger)]);
  });

  it('is left alone where the user has pinned a rung, unless it is asked for', () => {
    const { workers, worker, probing, phase, measurements } = scene({
      ...defaultSettings(),
      backend: 'cpu',
    });
    idle();
    expect(workers).toHaveLength(0);
    probing.again();
    vi.advanceTimersByTime(1);
    expect(phase()).toBe('measuring');
    worker().find('cpu', 40);
    worker().finish();
    expect(Object.keys(measurements())).toHaveLength(1);
    idle();
    expect(workers).toHaveLength(1);
  });

  it('is done again when asked, at the next moment at which nothing trains', () => {
    const { change, probing, workers, worker, phase } = scene();
    idle();
    worker().finish();
    change({ status: 'running' });
    probing.again();
    expect(phase()).toBe('waiting');
    idle();
    expect(workers).toHaveLength(1);
    change({ status: 'paused' });
    vi.advanceTimersByTime(1);
    expect(phase()).toBe('measuring');
    expect(workers).toHaveLength(2);
    probing.again();
    expect(workers[1].terminated).toBe(true);
    vi.advanceTimersByTime(1);
    expect(workers).toHaveLength(3);
    worker().finish();
    expect(phase()).toBe('resting');
  });

  it('times fewer seeds of a large stack, and multiplies', () => {
    const large = { ...defaultSettings(), seeds: 16, width: 256, batch: 512 };
    const { settings, times } = affordable(large, 104);
    expect(Number(settings.seeds) * times).toBe(16);
    expect(settings.seeds).toBeLessThan(16);
    expect(workOf(settings, 104)).toBeLessThanOrEqual(1e9);
    expect(affordable(defaultSettings(), 104)).toEqual({ settings: defaultSettings(), times: 1 });
    const enormous = affordable({ ...large, batch: 512 }, 100_000);
    expect(enormous.settings.seeds).toBe(1);
  });

  it('stops for good with the page', () => {
    const { probing, workers, change } = scene();
    idle();
    probing.dispose();
    expect(workers[0].terminated).toBe(true);
    change({ status: 'running' });
    change({ status: 'paused' });
    idle();
    expect(workers).toHaveLength(1);
  });
});

describe('a worker that hangs or dies', () => {
  it('leaves the others to be timed without the rung at whose work it hung', () => {
    const { workers, worker, measurements, phase } = scene();
    idle();
    worker().begin('webgl');
    vi.advanceTimersByTime(31_100);
    expect(workers[0].terminated).toBe(true);
    expect(workers).toHaveLength(2);
    expect(worker().requests[0].without).toEqual(['webgl']);
    expect(phase()).toBe('measuring');
    worker().begin('wasm');
    worker().find('wasm', 1);
    worker().crash('out of memory');
    expect(worker().requests[0].without).toEqual(['webgl', 'wasm']);
    worker().begin('cpu');
    worker().find('cpu', 40);
    worker().finish();
    expect(Object.values(measurements())).toEqual([
      {
        at: 77,
        rungs: {
          webgl: { missing: 'Measuring WebGL took longer than 30\u00a0s.' },
          wasm: { missing: 'Measuring WASM broke off (out of memory).' },
          cpu: { ms: 40, implementation: 'some' },
        },
      },
    ]);
  });

  it('is not taken for hanging while it says something', () => {
    const { workers, worker } = scene();
    idle();
    for (let turn = 0; turn < 5; turn++) {
      worker().begin('wasm');
      vi.advanceTimersByTime(20_000);
    }
    expect(workers).toHaveLength(1);
    expect(workers[0].terminated).toBe(false);
  });

  it('gives up when none can be started, until it is asked again', () => {
    const { workers, worker, probing, phase, change } = scene();
    idle();
    worker().crash('');
    expect(phase()).toBe('waiting');
    idle();
    worker().crash('');
    expect(workers).toHaveLength(2);
    expect(phase()).toBe('failed');
    change({ status: 'running' });
    change({ status: 'paused' });
    idle();
    expect(workers).toHaveLength(2);
    expect(phase()).toBe('failed');
    probing.again();
    vi.advanceTimersByTime(1);
    expect(phase()).toBe('measuring');
  });

  it('gives up where the browser refuses workers', async () => {
    const { phase, change } = scene(defaultSettings(), true);
    for (let attempt = 0; attempt < 2; attempt++) {
      idle();
      await Promise.resolve();
    }
    expect(phase()).toBe('failed');
    change({ status: 'running' });
    expect(phase()).toBe('failed');
  });

  it('tells of a rung that was lost in this session', () => {
    const { rungs, worker } = scene();
    rungs.exclude({ webgl: 'the context was taken away' });
    idle();
    expect(worker().requests[0].without).toEqual(['webgl']);
  });
});
