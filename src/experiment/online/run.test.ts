import { beforeAll, describe, expect, it } from 'vitest';
import { startBackend } from '../../engine/backend';
import { createStack } from '../../engine/composed';
import { createSimdStack } from '../../engine/simd/stack';
import type { NetworkStack, StackSpec } from '../../engine/types';
import { buildProblem } from '../problem';
import { type CreateStack, createRun, type MeasuredPoint, type Run } from '../run';
import { changeSettings } from '../settings/change';
import { resolveSettings } from '../settings/parse';
import type { LiveEdit, Settings } from '../types';

const settingsOf = (given: Record<string, unknown> = {}): Settings =>
  resolveSettings({ 'data.size': 300, width: 16, batch: 32, seeds: 2, steps: 400, ...given })
    .settings;
const problem = buildProblem(settingsOf());
const simd: CreateStack = (spec) => createSimdStack(spec);

const runOf = (given: Record<string, unknown>, edits: readonly LiveEdit[] = []): Run =>
  createRun(problem, settingsOf(given), simd, 'test', edits);

async function measuredAfter(run: Run, steps: number): Promise<MeasuredPoint> {
  run.train(steps);
  const point = await run.measure();
  run.dispose();
  return point;
}

const online = (run: Run, patch: Record<string, unknown>) =>
  run.applyLive(changeSettings(run.settings, patch).settings);

describe('a run that goes online', () => {
  it('comes to the same numbers, bit by bit, when its edits are replayed', async () => {
    const live = runOf({});
    live.train(60);
    online(live, { 'online.learners': 'dqn,iql', 'online.steps': 3, 'online.epsilon': 0.4 });
    live.train(40);
    online(live, { 'online.share': 0.25, 'iql.readout': 'most-likely' });
    live.train(30);
    online(live, { 'online.learners': [] });
    live.train(20);
    online(live, { 'online.learners': ['bc', 'dqn'] });
    const { edits } = live;
    expect(edits.map(({ step }) => step)).toEqual([60, 60, 60, 100, 100, 130, 150]);
    const reached = await measuredAfter(live, 20);
    const again = await measuredAfter(runOf({}, edits), 170);
    expect(again).toEqual(reached);
    const { dqn, iql, cql, bc } = reached.snapshot.learners;
    expect(dqn.seeds[0].online?.steps).toBe(3 * 70 + 3 * 20);
    expect([iql, bc].map(({ seeds }) => seeds[1].online?.steps)).toEqual([210, 60]);
    expect([cql.seeds[0].online, reached.frame.learners.cql[0].tried]).toEqual([null, null]);
    const { tried } = reached.frame.learners.dqn[1];
    expect(tried?.reduce((sum, count) => sum + count, 0)).toBe(270);
  });

  it('changes no number of those who stay offline, whoever else is on', async () => {
    const offline = await measuredAfter(runOf({}), 120);
    const some = await measuredAfter(runOf({ 'online.learners': 'cql', 'online.from': 20 }), 120);
    expect(some.snapshot.learners.cql).not.toEqual(offline.snapshot.learners.cql);
    const others = ({ snapshot, frame }: MeasuredPoint) =>
      ['dqn', 'iql', 'bc'].map((id) => [snapshot.learners[id], frame.learners[id]]);
    expect(others(some)).toEqual(others(offline));
    const alone = await measuredAfter(
      runOf({ learners: 'cql', 'online.learners': 'all', 'online.from': 20 }),
      120,
    );
    expect(alone.frame.learners.cql).toEqual(some.frame.learners.cql);
    const seed = await measuredAfter(
      runOf({
        'online.learners': 'all',
        'online.from': 20,
        'train.seed': settingsOf()['train.seed'] + 1,
        seeds: 1,
      }),
      120,
    );
    expect(seed.frame.learners.cql[0]).toEqual(some.frame.learners.cql[1]);
  });

  it('leaves the recorded data, its classes and the truth as they are', async () => {
    const before = structuredClone(problem.dataset);
    const { snapshot } = await measuredAfter(
      runOf({ 'online.learners': 'all', 'online.steps': 16 }),
      60,
    );
    expect(problem.dataset).toEqual(before);
    expect([snapshot.datasetHash, snapshot.truth]).toEqual([before.hash, problem.truth]);
    const { dqn } = snapshot.learners;
    expect(dqn.seeds[0].online).toMatchObject({ steps: 960 });
  });

  it('takes its steps in parts, or has none of its own rows, with the same numbers', async () => {
    const given = { 'online.learners': 'all', 'online.share': 0 };
    const acting = await measuredAfter(runOf(given), 50);
    const offline = await measuredAfter(runOf({}), 50);
    for (const [id, { seeds }] of Object.entries(acting.snapshot.learners))
      expect(seeds.map((seed) => ({ ...seed, online: null }))).toEqual(
        offline.snapshot.learners[id].seeds,
      );
    const inParts = runOf({ 'online.learners': 'all' });
    while (inParts.step < 50) inParts.train(50 - inParts.step, () => true);
    expect(await measuredAfter(inParts, 0)).toEqual(
      await measuredAfter(runOf({ 'online.learners': 'all' }), 50),
    );
  });

  it('asks no network for what it would do while it is offline', async () => {
    let asked = 0;
    const counting = (spec: StackSpec): NetworkStack => {
      const stack = createSimdStack(spec);
      const { outputsAt } = stack;
      stack.outputsAt = (...of) => {
        asked += 1;
        return outputsAt.apply(stack, of);
      };
      return stack;
    };
    const given = { 'online.learners': 'dqn', 'online.from': 30, 'online.epsilon': 0 };
    const run = createRun(problem, settingsOf(given), counting, 'test');
    run.train(30);
    expect(asked).toBe(0);
    await measuredAfter(run, 5);
    // A state a seed and step.
    expect(asked).toBe(10);
  });

  it('does without a goal, in a large world, for as many seeds as there may be', async () => {
    const rows = Array.from({ length: 40 }, (_, r) =>
      Array.from({ length: 40 }, (_, c) => (r === 0 && c === 0 ? 'S' : c === 20 ? '#' : '.')).join(
        '',
      ),
    );
    rows[39] = `${rows[39].slice(0, 39)}G`;
    const settings = settingsOf({
      'world.map': rows.join('/'),
      seeds: 16,
      learners: 'dqn,bc',
      'online.learners': 'all',
      'online.steps': 16,
      'online.epsilon': 1,
    });
    const walled = buildProblem(settings);
    expect(walled.mdp.states).toBe(1560);
    const { snapshot } = await measuredAfter(createRun(walled, settings, simd, 'test'), 12);
    for (const { seeds } of Object.values(snapshot.learners)) {
      expect(seeds).toHaveLength(16);
      for (const { online: record, status } of seeds)
        expect([status, record?.steps, record?.goals]).toEqual(['ok', 192, 0]);
    }
  });
});

describe('on composed operations', () => {
  beforeAll(() => startBackend('cpu', { wasmPaths: '' }));

  it('learners make the same moves as in SIMD', async () => {
    const given = { 'online.learners': 'all', 'online.steps': 2, seeds: 1 };
    const composed = createRun(problem, settingsOf(given), createStack, 'test');
    const [one, other] = [await measuredAfter(composed, 25), await measuredAfter(runOf(given), 25)];
    for (const id of ['dqn', 'cql', 'iql', 'bc'])
      expect(one.frame.learners[id][0].tried, id).toEqual(other.frame.learners[id][0].tried);
  });
});
