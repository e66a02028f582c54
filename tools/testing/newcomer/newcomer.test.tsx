import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { BoundMeter } from '../../../src/app/charts/BoundMeter';
import { ErrorByClass } from '../../../src/app/charts/ErrorByClass';
import { GapByClass } from '../../../src/app/charts/GapByClass';
import { Inspector } from '../../../src/app/inspector/Inspector';
import { learnerTable } from '../../../src/app/pictures/map-tables';
import { boundTable, gapTable } from '../../../src/app/pictures/measure-tables';
import { secondsOf } from '../../../src/app/state/cost';
import { gridOf, rangesOf } from '../../../src/app/state/grid';
import { instancesOf } from '../../../src/app/state/instances';
import { scriptedPlayground } from '../../../src/app/state/testing';
import { symbolOf } from '../../../src/app/symbols/symbols';
import { stagesOf } from '../../../src/app/workbench/microscope/stages/stages';
import { startBackend } from '../../../src/engine/backend';
import { nodeWasmPaths } from '../../../src/engine/node';
import { startStacks } from '../../../src/engine/stack';
import { runExperiment } from '../../../src/experiment/headless';
import { examineRow, type SeedParameters } from '../../../src/experiment/microscope';
import { buildProblem, problemView } from '../../../src/experiment/problem';
import { createRun, type MeasuredPoint } from '../../../src/experiment/run';
import { sampleStack } from '../../../src/experiment/sample';
import { settingOf } from '../../../src/experiment/settings/describe';
import { decodeLink } from '../../../src/experiment/settings/link';
import { resolveSettings } from '../../../src/experiment/settings/parse';
import { encodeHash } from '../../../src/experiment/settings/url';
import { help } from '../../experiment-arguments';
import { exported } from '../exports';
import { python } from '../python';

// What adding a learner takes: a folder, this one, and a line in each of the two lists.
vi.mock('../../../src/learners/catalog', async (original) => {
  const { CATALOG } = await original<typeof import('../../../src/learners/catalog')>();
  return { CATALOG: { ...CATALOG, newcomer: (await import('./meta')).newcomer } };
});
vi.mock('../../../src/learners/registry', async (original) => {
  const { LEARNERS } = await original<typeof import('../../../src/learners/registry')>();
  return { LEARNERS: { ...LEARNERS, newcomer: (await import('./loss')).newcomer } };
});

const GIVEN = {
  world: 'maze-umaze',
  learners: 'cql,newcomer,newcomer-2',
  'newcomer-2.weight': '0.5',
  'data.size': 200,
  width: 16,
  batch: 32,
  seeds: 2,
  steps: 60,
  measureEvery: 30,
};
const STEPS = 60;
const { settings, notices } = resolveSettings(GIVEN);
const problem = buildProblem(settings);
const instances = instancesOf(settings);
const [, instance] = instances;

const folder = mkdtempSync(join(tmpdir(), 'offgrid-newcomer-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.unstubAllGlobals());

async function engine() {
  const paths = { wasmPaths: nodeWasmPaths() };
  return startStacks('wasm', paths, sampleStack(settings));
}

let point: MeasuredPoint;
let parameters: SeedParameters;
beforeAll(async () => {
  const { createStack } = await engine();
  const run = createRun(problem, settings, createStack, 'run');
  run.train(STEPS);
  point = await run.measure();
  parameters = (await run.parameters(0)) ?? {};
  run.dispose();
}, 60_000);

describe('a learner in a folder of its own', () => {
  it('has settings, in links and on the command line too', () => {
    expect(notices).toEqual([]);
    expect(settings).toMatchObject({ 'newcomer.weight': 1, 'newcomer-2.weight': 0.5 });
    const { text } = decodeLink(encodeHash(settings));
    expect(text).toContain('newcomer-2.weight=0.5');
    const link = Object.fromEntries(new URLSearchParams(text));
    const { v, edition, ...read } = link;
    expect(resolveSettings(read)).toEqual({ settings, notices: [] });
    expect(help()).toContain('newcomer');
    const wrong = resolveSettings({ learners: 'newcomer', 'newcomer.weight': 99 });
    expect(settingOf(wrong.settings, 'newcomer.weight')).toBe(10);
    expect(wrong.notices).toHaveLength(1);
  });

  it('trains as fast as all others, compiled from its program', async () => {
    expect((await engine()).implementation).toBe('simd');
    expect(point.snapshot.backend).toBe('wasm');
    for (const id of ['newcomer', 'newcomer-2']) {
      const { kind, status, seeds } = point.snapshot.learners[id];
      expect({ kind, status }).toEqual({ kind: 'newcomer', status: 'ok' });
      expect(seeds).toHaveLength(2);
      for (const { losses } of seeds) {
        const { bellman, mean, total } = losses ?? {};
        // Losses are means over 60 steps and in the world's units: the square of the reward scale is out.
        const weight = Number(settingOf(settings, `${id}.weight`));
        expect(total).toBeCloseTo(bellman + weight * mean, 6);
        expect(bellman).toBeGreaterThan(0);
      }
    }
  });

  it('is measured as what it is: it acts on values of pairs and believes in values of states', () => {
    const { seeds, restsAt } = point.snapshot.learners.newcomer;
    const [map] = point.frame.learners.newcomer;
    expect(map.delta).toHaveLength(problem.mdp.states);
    for (const { believedReturn, trueReturn, gap, bound, q, readings } of seeds) {
      expect(gap?.total).toBeCloseTo((believedReturn ?? Number.NaN) - trueReturn, 5);
      expect(bound?.theory).not.toBeNull();
      expect(q).not.toBeNull();
      expect(readings).toBeNull();
    }
    // With a table it would believe what the data earned, which another program of ours knows exactly.
    expect(restsAt?.believedReturn).toBeCloseTo(problem.truth.bcTarget, 7);
  });

  it('is shown by the page as the others are', async () => {
    const { playground, worker, delivered } = scriptedPlayground(encodeHash(settings));
    const { runId } = playground.model;
    expect(playground.model.settings.learners).toEqual(settings.learners);
    const view = problemView(problem, runId);
    worker().say({ type: 'problem', problem: view });
    const { snapshot, frame } = point;
    worker().say({
      type: 'measured',
      snapshot: { ...snapshot, runId },
      frame: { ...frame, runId },
    });
    await delivered();
    const [state] = problem.dataset.state;
    const model = { ...playground.model, pinned: state };
    expect(model.snapshot?.learners.newcomer.kind).toBe('newcomer');
    expect(instances.map(({ short }) => short)).toEqual(['CQL', 'NEW', 'NEW 2']);
    for (const name of ['weight', 'believedReturn', 'overestimation.data', 'bound.theory', 'q'])
      expect(symbolOf(`newcomer.${name}`)?.value(model), name).toMatch(/\d/);

    // A page without a canvas guesses how wide a text is.
    vi.stubGlobal('document', { createElement: () => ({ getContext: () => null }) });
    const shared = { snapshot, instances: [instance], scheme: 'light' } as const;
    const meter = renderToStaticMarkup(<BoundMeter {...shared} />);
    expect(meter.match(/%/g)?.length).toBeGreaterThan(3);
    expect(renderToStaticMarkup(<ErrorByClass {...shared} valueRange={1} />)).toContain('One-step');
    const gaps = renderToStaticMarkup(<GapByClass {...shared} valueRange={1} shown={0} />);
    expect(gaps).toMatch(/\d+ cells? carr/);
    const grid = gridOf(view.world);
    const cell = renderToStaticMarkup(
      <Inspector
        {...shared}
        problem={view}
        grid={grid}
        ranges={rangesOf(view.optimalQ, view.counts)}
        frame={frame}
        state={state}
      />,
    );
    expect(cell.match(/<td>NEW[^<]*\d/g)).toHaveLength(4);
    const alone = (learners: string) =>
      secondsOf(resolveSettings({ ...GIVEN, learners }).settings, 50, 1e6);
    expect(alone('newcomer')).toBeGreaterThan(alone('dqn'));
    expect(alone('newcomer')).toBeLessThan(alone('iql'));
  });

  it('is told of in slow motion as far as others have told of the like', async () => {
    await startBackend('cpu', { wasmPaths: nodeWasmPaths() });
    const request = { problem, settings, seed: 0, step: STEPS, parameters, row: 0 };
    const updates = await examineRow(request);
    const update = updates.find(({ id }) => id === 'newcomer');
    if (!update) throw new Error('It is not among the updates.');
    const { dataset, mdp } = problem;
    const context = {
      state: dataset.state[0],
      action: dataset.action[0],
      reward: dataset.reward[0],
      nextState: dataset.nextState[0],
      terminal: false,
      truncated: false,
      counts: dataset.counts.pairs,
      optimalQ: problem.optimal.q,
      gamma: mdp.gamma,
      oracle: null,
      place: String,
    };
    const told = stagesOf(context, update);
    expect(told.map(({ id }) => id)).toEqual(['row', 'next', 'target', 'pull']);
    expect(told[2].formula).toContain('γ·V(s′)');
  });

  it('goes home in tables, in results and in the notebook, with its loss in PyTorch', async () => {
    const grid = gridOf(problem.mdp.world);
    const { counts } = problem.dataset;
    const values = point.frame.learners.newcomer[0];
    const learner = { id: 'newcomer', seed: 0, values };
    const acting = problem.mdp.terminal.filter((ends) => ends === 0).length;
    expect(learnerTable(grid, counts.pairs, [learner]).rows).toHaveLength(4 * acting);
    for (const table of [boundTable(point.snapshot, 0), gapTable(point.snapshot, 0)])
      expect(table.rows.flat()).toContain('newcomer-2');

    const { createStack } = await engine();
    const result = await runExperiment({ settings, problem, createStack });
    expect(result.tables.newcomer[1].v).toHaveLength(problem.mdp.states);
    expect(JSON.stringify(result.snapshot)).toContain('newcomer-2');

    const { path } = await exported('notebook', GIVEN, folder);
    expect(python(NOTEBOOK, path)).toEqual({
      learners: { kind: 'newcomer', weight: 0.5 },
      torch: { cql: { Q: 4 }, newcomer: { Q: 4, V: 1 }, 'newcomer-2': { Q: 4, V: 1 } },
      d3rlpy: null,
    });
  });
});

/** Runs what needs numpy only; the cells that train are read, as where nothing to train with is installed. */
const NOTEBOOK = `
import contextlib, io, json, sys
cells = {c['id']: ''.join(c['source']) for c in json.load(open(sys.argv[1]))['cells']}
scope = {'__name__': '__main__'}
with contextlib.redirect_stdout(io.StringIO()):
    exec(cells['settings'], scope)
    own = scope['LEARNERS']['newcomer-2']
    sys.modules['torch'] = sys.modules['d3rlpy'] = None
    exec(cells['torch'], scope)
    exec(cells['d3rlpy'], scope)
made = scope['CONFIGURATIONS'].get('newcomer')
json.dump({'learners': own, 'torch': scope['NETWORKS'], 'd3rlpy': made}, sys.stdout)
`;
