import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../worker/training/protocol';
import { workOf } from './cost';
import {
  configured,
  dismissed,
  initialModel,
  type Model,
  noticed,
  predicted,
  questionClosed,
  received,
  restarted,
} from './model';
import { defaultSettings, measured, problemView } from './testing';

const settings = defaultSettings();
/** A model of its own for every test: a series grows in place. */
function fresh(): Model {
  return initialModel(settings, [], 'run-1');
}

function told(model: Model, ...reports: readonly Report[]): Model {
  const next = { ...model };
  for (const report of reports) Object.assign(next, received(next, report));
  return next;
}

describe('the model of the page', () => {
  it('appends measured points in order and shows the latest', () => {
    const model = told(
      fresh(),
      measured('run-1', 0),
      measured('run-1', 50),
      measured('run-1', 100),
    );
    expect(model.series.snapshots.map(({ step }) => step)).toEqual([0, 50, 100]);
    expect(model.snapshot?.step).toBe(100);
    expect(model.step).toBe(100);
  });

  it('measures a step again in place and never goes back', () => {
    const model = told(
      fresh(),
      measured('run-1', 50),
      measured('run-1', 50),
      measured('run-1', 20),
    );
    expect(model.series.snapshots.map(({ step }) => step)).toEqual([50]);
  });

  it('remembers the most that the engine was seen to do, across runs but not across engines', () => {
    const at = (stepsPerSecond: number, runId = 'run-1'): Report => ({
      type: 'progress',
      runId,
      step: 10,
      stepsPerSecond,
    });
    const engine = (backend: 'wasm' | 'cpu'): Report => ({
      type: 'engine',
      engine: { backend, implementation: 'composed', reason: '' },
    });
    const start: Model = { ...fresh(), settings: { ...settings, speed: 'full' } };
    const problem: Report = { type: 'problem', problem: problemView('run-1') };
    expect(told(start, engine('wasm'), at(100)).throughput).toBeNull();
    const model = told(start, engine('wasm'), problem, at(100), at(400), at(200));
    expect(model.throughput).toBeCloseTo(400 * workOf(settings, 2), 6);
    const again = { ...model, ...configured(model, 'run-2', settings, []) };
    expect(told(again, engine('wasm')).throughput).toBe(model.throughput);
    expect(told(again, engine('cpu')).throughput).toBeNull();
    const held: Model = { ...start, settings: { ...settings, speed: 'watch' } };
    expect(told(held, engine('wasm'), problem, at(60)).throughput).toBeNull();
  });

  it('drops everything that belongs to another run', () => {
    const foreign: readonly Report[] = [
      measured('run-0', 10),
      { type: 'problem', problem: problemView('run-0') },
      { type: 'state', runId: 'run-0', status: 'done', step: 10 },
      { type: 'ending', runId: 'run-0', ending: { step: 10, reason: 'steps' } },
      { type: 'progress', runId: 'run-0', step: 10, stepsPerSecond: 5 },
      { type: 'edit', runId: 'run-0', edit: { step: 1, key: 'cql.alpha', value: 1 } },
      { type: 'failed', runId: 'run-0', message: 'no' },
    ];
    for (const report of foreign) expect(received(fresh(), report), report.type).toEqual({});
  });

  it('logs a live edit once, in the order of steps, and applies it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ step: fc.nat({ max: 5 }), value: fc.double({ min: 0.01, max: 9 }) })),
        (edits) => {
          const model = told(
            fresh(),
            ...edits.map(
              (edit): Report => ({
                type: 'edit',
                runId: 'run-1',
                edit: { ...edit, key: 'cql.alpha' },
              }),
            ),
          );
          const steps = model.edits.map(({ step }) => step);
          expect(steps).toEqual([...new Set(edits.map(({ step }) => step))].sort((a, b) => a - b));
          if (edits.length > 0) expect(model.settings['cql.alpha']).toBe(edits.at(-1)?.value);
          expect(model.base).toBe(settings);
        },
      ),
    );
  });

  it('begins anew when the worker did by itself', () => {
    const model = told(
      fresh(),
      measured('run-1', 50),
      { type: 'ending', runId: 'run-1', ending: { step: 50, reason: 'steps' } },
      { type: 'state', runId: 'run-1', status: 'idle', step: 0 },
    );
    expect(model).toMatchObject({ step: 0, snapshot: null, frame: null, ending: null });
    expect(model.series.snapshots).toEqual([]);
  });

  it('restarts with the settings as they stand as its beginning', () => {
    const model = told(fresh(), measured('run-1', 50), {
      type: 'edit',
      runId: 'run-1',
      edit: { step: 50, key: 'cql.alpha', value: 1 },
    });
    const again: Model = { ...model, ...restarted(model, 'run-2') };
    expect(again.base['cql.alpha']).toBe(1);
    expect(again).toMatchObject({ edits: [], step: 0, runId: 'run-2', snapshot: null });
  });

  it('keeps the marked cell and the prediction unless the world or the learners change', () => {
    const marked: Model = {
      ...fresh(),
      pinned: 3,
      prediction: { stage: 'answered', chosen: ['cql'] },
    };
    const sameWorld = configured(marked, 'run-2', { ...settings, 'data.seed': 5 }, []);
    expect({ ...marked, ...sameWorld }).toMatchObject({ pinned: 3, prediction: marked.prediction });
    const otherWorld = configured(marked, 'run-2', { ...settings, world: 'cliff-walking' }, []);
    expect({ ...marked, ...otherWorld }.pinned).toBeNull();
    expect({ ...marked, ...otherWorld }.prediction.stage).toBe('asking');
  });

  it('keeps the failure as the sentence it came in', () => {
    const model = told(fresh(), { type: 'failed', runId: 'run-1', message: 'No engine.' });
    expect(model).toMatchObject({ status: 'failed', failure: 'No engine.' });
  });

  it('does not repeat a notice that is shown, and takes it away when dismissed', () => {
    const said = [{ key: 'width', message: 'width: too wide.' }];
    const once: Model = { ...fresh(), ...noticed(fresh(), said) };
    expect(noticed(once, said)).toEqual({});
    expect(dismissed(once, once.notices[0].id)).toEqual({ notices: [] });
  });

  it('takes a prediction back on the second click and closes the question with the run', () => {
    const one: Model = { ...fresh(), ...predicted(fresh(), 'cql') };
    expect({ ...one, ...predicted(one, 'cql') }.prediction.chosen).toEqual([]);
    expect(questionClosed(one)).toEqual({ prediction: { stage: 'answered', chosen: ['cql'] } });
    expect(questionClosed(fresh())).toEqual({ prediction: { stage: 'skipped', chosen: [] } });
  });
});
