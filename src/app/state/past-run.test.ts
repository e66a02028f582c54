import { describe, expect, it } from 'vitest';
import { PastRun } from './past-run';
import { measured, momentOf, ScriptedTrainer, scriptedPlayground } from './testing';

const NOTHING = { get: () => undefined, find: async () => undefined };
const PARAMETERS = {} as never;
const soon = () => new Promise((resolve) => setTimeout(resolve, 110));

function scene() {
  const workers: ScriptedTrainer[] = [];
  const past = new PastRun(() => {
    const worker = new ScriptedTrainer();
    workers.push(worker);
    return worker;
  }, NOTHING);
  const { playground } = scriptedPlayground();
  playground.change({ speed: 'watch', 'cql.alpha': 0.5 });
  const worker = () => workers[workers.length - 1];
  return { past, playground, worker };
}

describe('the networks of a past moment', () => {
  it('are those of the same settings, trained again to that step at full speed', async () => {
    const { past, playground, worker } = scene();
    const asked = past.parameters(playground.model, 100, 2);
    const configure = worker().last('configure');
    expect(configure?.settings).toEqual({ ...playground.model.base, speed: 'full' });
    expect(configure?.edits).toBe(playground.model.edits);
    expect(worker().last('run')).toEqual({ type: 'run', until: 100, settles: 'paused' });
    worker().say(measured(configure?.runId ?? '', 0), measured(configure?.runId ?? '', 100));
    await soon();
    const question = worker().last('parameters');
    expect(question?.seed).toBe(2);
    worker().say({
      type: 'parameters',
      id: question?.id ?? 0,
      found: { step: 100, parameters: PARAMETERS },
    });
    expect(await asked).toEqual({ step: 100, parameters: PARAMETERS });

    // A later moment only goes on, an earlier one begins again.
    void past.parameters(playground.model, 150, 0);
    expect(worker().commands.filter(({ type }) => type === 'configure')).toHaveLength(1);
    expect(worker().last('run')?.until).toBe(150);
    void past.parameters(playground.model, 50, 0);
    expect(worker().commands.filter(({ type }) => type === 'configure')).toHaveLength(2);
    past.dispose();
    playground.dispose();
  });

  it('are not there where another moment is asked for meanwhile, or the worker dies', async () => {
    const { past, playground, worker } = scene();
    const first = past.parameters(playground.model, 100, 0);
    const second = past.parameters(playground.model, 200, 0);
    expect(await first).toBeNull();
    worker().crash('gone');
    expect(await second).toBeNull();
    const third = past.parameters(playground.model, 200, 0);
    worker().say({ type: 'failed', runId: 'x', message: 'no' });
    await soon();
    expect(await third).toBeNull();
    past.dispose();
    playground.dispose();
  });

  it('are asked of a worker of their own, and the present ones of the one that trains', async () => {
    const { playground, workers, worker, delivered } = scriptedPlayground();
    const { runId } = playground.model;
    worker().say(
      measured(runId, 0),
      { type: 'measured', ...momentOf(runId, 50) },
      measured(runId, 100),
    );
    await delivered();
    const now = playground.parameters(0);
    expect(workers[0].last('parameters')).toBeDefined();
    playground.seek(50);
    const then = playground.parameters(0);
    await delivered();
    expect(workers).toHaveLength(2);
    expect(workers[1].last('run')?.until).toBe(50);
    playground.dispose();
    expect(await now).toBeNull();
    expect(await then).toBeNull();
    expect(workers.every(({ terminated }) => terminated)).toBe(true);
  });
});
