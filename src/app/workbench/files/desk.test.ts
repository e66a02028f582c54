import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collect } from '../../../data/collect';
import { toCsv, toJson } from '../../../data/csv';
import { worldDifferences } from '../../../data/import/world';
import type { Dataset } from '../../../data/types';
import { buildProblem, problemView } from '../../../experiment/problem';
import { resolveSettings } from '../../../experiment/settings/parse';
import { worldChange, worldOf } from '../../../experiment/settings/world';
import { buildMdp } from '../../../mdp/mdp';
import { WORLDS } from '../../../mdp/presets';
import { uniformPolicy } from '../../../mdp/solve';
import { anyWorld } from '../../../mdp/testing/arbitraries';
import type { World } from '../../../mdp/types';
import { ScriptedWorker } from '../../../worker/connection/testing/scripted';
import { doJob } from '../../../worker/files/job';
import type { ExportedFile, FilesCommand, FilesReport } from '../../../worker/files/protocol';
import { scriptedPlayground } from '../../state/testing';
import { Desk } from './desk';

/** A worker that does its work here, a turn later; while `held` it does nothing. */
class LocalWorker extends ScriptedWorker<FilesCommand, FilesReport> {
  constructor(readonly held: boolean) {
    super();
  }

  protected override told(command: FilesCommand): void {
    if (!this.held) void doJob(command, (report) => this.say(report));
  }
}

function stage(hash = '', { held = false } = {}) {
  const { playground, worker, delivered } = scriptedPlayground(hash);
  const workers: LocalWorker[] = [];
  const saved: ExportedFile[] = [];
  const desk = new Desk(playground, {
    spawn() {
      workers.push(new LocalWorker(held));
      return workers[workers.length - 1];
    },
    save: (file) => saved.push(file),
  });
  return { playground, worker, delivered, desk, workers, saved };
}

const worldIn = (playground: ReturnType<typeof stage>['playground']) =>
  worldOf(playground.model.settings);

function collected(world: World, size = 120): Dataset {
  const mdp = buildMdp(world);
  const components = [{ label: 'uniform', policy: uniformPolicy(mdp), share: 1 }];
  return collect(mdp, { components }, { size, seed: 5 });
}

const csvOf = (world: World, data: Dataset) => toCsv(buildMdp(world), data);
const fileOf = (text: string, name = 'mine.csv') => new File([text], name);

describe('the desk of files', () => {
  it('reads a file in the way that is chosen, and finds a dataset that was read so', async () => {
    const { desk, playground } = stage('#v=1&edition=2&world.map=S../.../..G&world.slip=1');
    const world = worldIn(playground);
    const data = collected(world);
    // With this slip opposite actions are the same, so that no row tells their order.
    const lines = Array.from(data.state, (s, i) =>
      [s, [1, 2, 0, 3][data.action[i]], data.reward[i], data.nextState[i]].join(','),
    );
    const file = fileOf(['s,a,r,sp', ...lines].join('\n'));
    await desk.open(file);
    const opened = () => {
      const { importing } = desk.state;
      if (importing.stage !== 'read') throw new Error(importing.stage);
      return importing.opened;
    };
    const { alternatives, report, preview } = opened().read.here;
    expect(report.question).toMatch(/do not decide/);
    const [{ reading }] = alternatives;
    await desk.open(file, { reading });
    expect(opened().reading).toEqual(reading);
    expect(opened().read.here.report.question).toBeNull();
    const hash = opened().read.here.preview?.data.hash ?? '';
    expect(hash).not.toBe(preview?.data.hash);

    const asked = stage(
      `#v=1&edition=2&world.map=S../.../..G&world.slip=1&data.source=file&data.file=${hash}`,
    );
    expect(await asked.desk.openWanted(file, hash)).toBe(true);
    expect(asked.playground.shelf.get(hash)).toBeDefined();
  });

  it('holds what is in a file until it is used, and then it is the data', async () => {
    const { desk, playground, worker } = stage();
    const world = worldIn(playground);
    const data = collected(world);
    await desk.open(fileOf(csvOf(world, data)));
    expect(desk.state.importing).toMatchObject({ stage: 'read' });
    expect(desk.state.said).toMatch(/120 rows read: all fit/);
    expect(playground.model.runId).toBe('run-1');
    expect(playground.shelf.get(data.hash)).toBeUndefined();
    desk.use('here');
    expect(playground.model.settings).toMatchObject({
      'data.source': 'file',
      'data.file': data.hash,
    });
    expect(worker().last('configure')?.given).toMatchObject({ hash: data.hash, label: 'mine.csv' });
    expect(desk.state.importing.stage).toBe('none');
  });

  it('leaves everything as it is when a file is discarded', async () => {
    const { desk, playground } = stage();
    const before = playground.model;
    const world = worldIn(playground);
    await desk.open(fileOf(csvOf(world, collected(world))));
    desk.discard();
    desk.use('here');
    expect(playground.model).toBe(before);
    expect(desk.state.importing.stage).toBe('none');
  });

  it('brings the world of a file along where that is asked for', async () => {
    const { desk, playground } = stage();
    const [, preset] = WORLDS;
    const { map, slip, rewards, horizon } = preset;
    const world = { map, slip, rewards, horizon, gamma: 0.8 };
    const data = collected(world);
    const text = JSON.stringify(toJson(buildMdp(world), data));
    await desk.open(fileOf(text, 'other.json'));
    desk.use('other');
    expect(worldIn(playground)).toEqual(world);
    expect(playground.model.settings.world).toBe(preset.id);
    expect(playground.model.settings['data.file']).toBe(data.hash);
    expect(playground.model.notices).toEqual([]);
  });

  it('puts a dataset that was asked for to use at once, and only that one', async () => {
    const world = worldIn(stage().playground);
    const [data, other] = [collected(world), collected(world, 130)];
    const { desk, playground, worker } = stage(
      `#v=1&edition=2&data.source=file&data.file=${data.hash}`,
    );
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await desk.openWanted(fileOf(csvOf(world, other)), data.hash)).toBe(false);
    expect(playground.model.runId).toBe('run-1');
    expect(desk.state.importing).toMatchObject({ stage: 'read', opened: { wanted: data.hash } });
    expect(await desk.openWanted(fileOf(csvOf(world, data)), data.hash)).toBe(true);
    expect(worker().last('configure')).toMatchObject({
      runId: 'run-2',
      given: { hash: data.hash },
    });
    expect(desk.state.importing.stage).toBe('none');
  });

  it('knows a dataset that was asked for in a world with other rules as well', async () => {
    const slippery = { ...worldIn(stage().playground), slip: 0.3 };
    const data = collected(slippery);
    const link = `#v=1&edition=2&data.source=file&data.file=${data.hash}&world.slip=0&world.goal=7`;
    const { desk, worker } = stage(link);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await desk.openWanted(fileOf(csvOf(slippery, data)), data.hash)).toBe(true);
    expect(worker().last('configure')?.given?.hash).toBe(data.hash);
  });

  it('stops reading and writing at once', async () => {
    const { desk, workers, playground, worker, delivered, saved } = stage('', { held: true });
    void desk.open(fileOf('state,action\n'));
    workers[0].say({ type: 'progress', share: 0.4 });
    expect(desk.state.importing).toMatchObject({ stage: 'reading', share: 0.4 });
    desk.cancel();
    expect(workers[0].terminated).toBe(true);
    workers[0].say({ type: 'failed', message: 'too late' });
    const { settings } = playground.model;
    worker().say({ type: 'problem', problem: problemView(buildProblem(settings), 'run-1') });
    await delivered();
    void desk.export('csv');
    expect(desk.state.exporting).toMatchObject({ stage: 'writing', format: 'csv' });
    desk.cancelExport();
    expect(workers[1].terminated).toBe(true);
    expect(desk.state).toMatchObject({
      importing: { stage: 'none' },
      exporting: { stage: 'none' },
    });
    expect(saved).toEqual([]);
  });

  it('saves the present data under their hash', async () => {
    const { desk, playground, worker, delivered, saved } = stage();
    const problem = buildProblem(playground.model.settings);
    worker().say({ type: 'problem', problem: problemView(problem, 'run-1') });
    await delivered();
    await desk.export('csv');
    expect(saved.map(({ name }) => name)).toEqual([`offgrid-${problem.dataset.hash}.csv`]);
    expect(desk.state.exporting).toMatchObject({ stage: 'saved' });
  });

  it('says what happened where a worker dies or a file is too large', async () => {
    const { desk, workers } = stage('', { held: true });
    const opening = desk.open(fileOf('state,action\n'));
    workers[0].crash('out of memory');
    await opening;
    expect(desk.state.importing).toMatchObject({ stage: 'failed' });
    expect(desk.state.said).toContain('out of memory');
    expect(workers[0].terminated).toBe(true);
  });
});

describe('a change to another world', () => {
  it('makes the world of the settings that one', () => {
    fc.assert(
      fc.property(anyWorld, fc.constantFrom(...WORLDS), (world, { id }) => {
        const before = resolveSettings({ world: id }).settings;
        const { settings, notices } = resolveSettings({ ...before, ...worldChange(before, world) });
        expect(notices.filter(({ key }) => key.startsWith('world'))).toEqual([]);
        expect(worldDifferences(worldOf(settings), world)).toEqual([]);
      }),
    );
  });

  it('chooses a shipped world by its map, and keeps the one that is chosen', () => {
    for (const { id, map } of WORLDS) {
      const before = resolveSettings({ world: WORLDS[0].id, 'world.map': 'SG' }).settings;
      const change = worldChange(before, { ...worldOf(before), map });
      expect(resolveSettings({ ...before, ...change }).settings).toMatchObject({
        world: id,
        'world.map': '',
      });
    }
  });
});
