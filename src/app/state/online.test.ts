import { describe, expect, it } from 'vitest';
import { resolveSettings } from '../../experiment/settings/parse';
import type { LiveEdit } from '../../experiment/types';
import type { Report } from '../../worker/training/protocol';
import { onlineSince } from './online';
import { measured, problemView, scriptedPlayground } from './testing';

const edit = (step: number, key: string, value: LiveEdit['value']): LiveEdit => ({
  step,
  key,
  value,
});

describe('since when learners are online', () => {
  const since = (
    given: Readonly<Record<string, unknown>>,
    edits: readonly LiveEdit[],
    step: number,
  ) => {
    const base = resolveSettings(given).settings;
    const settings = resolveSettings({
      ...base,
      ...Object.fromEntries(edits.map(({ key, value }) => [key, value])),
    }).settings;
    return onlineSince({ settings, base, edits, step });
  };

  it('is the step of the edit, or the one that the settings name', () => {
    expect(since({}, [], 500)).toBeNull();
    expect(since({ 'online.learners': 'dqn' }, [], 500)).toBe(0);
    expect(since({ 'online.learners': 'dqn', 'online.from': 300 }, [], 200)).toBeNull();
    expect(since({ 'online.learners': 'dqn', 'online.from': 300 }, [], 300)).toBe(300);
    expect(since({}, [edit(400, 'online.learners', ['dqn'])], 500)).toBe(400);
  });

  it('is the first of several steps in a row, and the last time that it began', () => {
    const on = (step: number, ...ids: string[]) => edit(step, 'online.learners', ids);
    expect(since({}, [on(100, 'dqn'), on(200, 'dqn', 'cql')], 300)).toBe(100);
    expect(since({}, [on(100, 'dqn'), on(200), on(250, 'cql')], 300)).toBe(250);
    expect(since({}, [on(100, 'dqn'), on(200)], 300)).toBeNull();
    // Who acts has to be on.
    expect(since({ learners: 'bc' }, [on(100, 'dqn')], 300)).toBeNull();
  });
});

describe('going online and back', () => {
  async function over(changes: Readonly<Record<string, unknown>> = {}) {
    const scene = scriptedPlayground();
    const { playground } = scene;
    playground.change(changes);
    const hear = async (...reports: readonly Report[]) => {
      scene.worker().say(...reports);
      await scene.delivered();
    };
    const { runId } = playground.model;
    await hear(
      { type: 'problem', problem: problemView(runId) },
      measured(runId, 0),
      measured(runId, 150),
      { type: 'ending', runId, ending: { step: 150, reason: 'settled' } },
      { type: 'state', runId, status: 'done', step: 150 },
    );
    return { ...scene, hear, runId };
  }

  it('sets out from what was learned, also where the page keeps at the verdict', async () => {
    const { playground, worker, runId } = await over({ keep: true });
    playground.online({});
    expect(playground.model).toMatchObject({ retraining: false, runId, step: 150 });
    expect(worker().last('live')?.settings).toMatchObject({
      'online.learners': ['dqn', 'cql', 'iql', 'bc'],
      'online.from': 150,
    });
  });

  it('comes back to the moment, with the edits made before it and without those since', async () => {
    const { playground, worker, hear, runId } = await over();
    await hear({ type: 'edit', runId, edit: edit(100, 'cql.alpha', 0.5) });
    playground.online({ learners: ['dqn'] });
    await hear(
      { type: 'edit', runId, edit: edit(150, 'online.learners', ['dqn']) },
      { type: 'edit', runId, edit: edit(150, 'online.from', 150) },
      measured(runId, 200),
      { type: 'edit', runId, edit: edit(200, 'iql.expectile', 0.7) },
    );
    expect(onlineSince(playground.model)).toBe(150);
    playground.offline();
    const configure = worker().last('configure');
    expect(configure?.edits).toEqual([edit(100, 'cql.alpha', 0.5)]);
    expect(configure?.settings['online.learners']).toEqual([]);
    expect(worker().last('run')).toMatchObject({ until: 150, settles: 'paused' });
    // What was tried stays in sight until the moment is there.
    expect(playground.model).toMatchObject({ runId, retraining: true });
    const again = configure?.runId ?? '';
    await hear(measured(again, 150), { type: 'state', runId: again, status: 'paused', step: 150 });
    expect(playground.model).toMatchObject({ runId: again, status: 'paused', step: 150 });
    expect(playground.model.settings).toMatchObject({ 'cql.alpha': 0.5, 'online.learners': [] });
  });

  it('begins anew where they were online from step 0', async () => {
    const { playground, worker } = await over({ 'online.learners': 'dqn' });
    playground.offline();
    expect(playground.model).toMatchObject({ step: 0, retraining: false });
    expect(worker().last('configure')?.settings['online.learners']).toEqual([]);
  });
});
