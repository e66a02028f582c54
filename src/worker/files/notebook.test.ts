import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { exported } from '../../../tools/testing/exports';
import { lacksTorch, python, pythonWithTorch } from '../../../tools/testing/python';
import { ENCODINGS, encodingTable } from '../../engine/encoding';
import { settingOf } from '../../experiment/settings/describe';
import { buildMdp } from '../../mdp/mdp';
import { speak } from '../../texts/speak';

const folder = mkdtempSync(join(tmpdir(), 'offgrid-notebook-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Cell {
  id: string;
  cell_type: string;
  source: string[];
}

/**
 * Runs the cells that need only numpy, in their order, compiles the others, and steps the environment
 * through its own tables: what it does must be what they say.
 */
const RUN = `
import contextlib, json, sys
cells = json.load(open(sys.argv[1]))['cells']
codes = {c['id']: ''.join(c['source']) for c in cells if c['cell_type'] == 'code'}
scope = {'__name__': '__main__'}
sys.modules['gymnasium'] = None  # as where it is not installed
with contextlib.redirect_stdout(sys.stderr):
    for name, code in codes.items():
        compiled = compile(code, name, 'exec')
        if name not in ('d3rlpy', 'torch'):
            exec(compiled, scope)
np, env, P, R = (scope[name] for name in ('np', 'env', 'P', 'R'))
assert np.allclose(P[~scope['TERMINAL']].sum(-1), 1) and not P[scope['TERMINAL']].any()
sums, visits = np.zeros(R.shape), np.zeros(R.shape)
env.reset(seed=1)
ends = set()
for _ in range(8000):
    before, action = env.state, int(env.np_random.integers(4))
    after, reward, terminated, truncated, _ = env.step(action)
    assert P[before, action, after] > 0 and terminated == scope['TERMINAL'][after]
    assert not (terminated and truncated)
    sums[before, action] += reward
    visits[before, action] += 1
    if terminated or truncated:
        ends.add((terminated, truncated))
        assert terminated or env.steps == scope['HORIZON']
        env.reset()
often = visits > 30
means = sums[often] / visits[often]
spread = max(1e-9, np.ptp(list(scope['REWARDS'].values())))
assert (abs(means - R[often]) <= 6 * spread * 0.5 / np.sqrt(visits[often])).all()
data = scope['data']
json.dump({
    'optimal': scope['start_return'](scope['V_optimal']),
    'hash': str(data['hash']), 'rows': len(data['actions']), 'possible': int(scope['possible'].sum()),
    'training': scope['TRAINING'], 'learners': scope['LEARNERS'], 'map': scope['MAP'],
    'features': {e: scope['features'](e).tolist() for e in ('one-hot', 'xy', 'fourier')},
}, sys.stdout)
`;

/** Runs the cells in their order, with PyTorch, and returns what every learner believed and earned. */
const TRAIN = `
import contextlib, json, sys
cells = json.load(open(sys.argv[1]))['cells']
sys.modules['gymnasium'] = sys.modules['d3rlpy'] = None
scope = {'__name__': '__main__'}
with contextlib.redirect_stdout(sys.stderr):
    for cell in cells:
        if cell['cell_type'] == 'code':
            exec(compile(''.join(cell['source']), cell['id'], 'exec'), scope)
optimal = scope['start_return'](scope['V_optimal'])
json.dump({'optimal': optimal, 'results': scope['results']}, sys.stdout)
`;

interface Trained {
  optimal: number;
  results: Record<string, [number | null, number][]>;
}

interface Ran {
  optimal: number;
  hash: string;
  rows: number;
  possible: number;
  training: Record<string, unknown>;
  learners: Record<string, Record<string, unknown>>;
  map: string[];
  features: Record<string, number[][]>;
}

describe('the notebook', () => {
  it('is valid nbformat 4.5', async () => {
    const { bytes } = await exported('notebook', { 'data.size': 50 }, folder);
    const notebook = JSON.parse(new TextDecoder().decode(bytes));
    expect(notebook).toMatchObject({ nbformat: 4, nbformat_minor: 5 });
    const cells: Cell[] = notebook.cells;
    expect(new Set(cells.map(({ id }) => id)).size).toBe(cells.length);
    for (const cell of cells) {
      expect(cell.id).toMatch(/^[a-zA-Z0-9_-]{1,64}$/);
      const own =
        cell.cell_type === 'code' ? ['execution_count', 'metadata', 'outputs'] : ['metadata'];
      expect(Object.keys(cell).sort()).toEqual(['cell_type', 'id', 'source', ...own].sort());
      expect(cell.source.slice(0, -1).every((line) => line.endsWith('\n'))).toBe(true);
    }
  });

  it('says that it trains offline where learners act in the playground', async () => {
    const said = async (given: Record<string, unknown>) => {
      const { bytes } = await exported('notebook', { 'data.size': 50, ...given }, folder);
      const { cells } = JSON.parse(new TextDecoder().decode(bytes)) as { cells: Cell[] };
      const text = cells.map(({ source }) => source.join('')).join('');
      return [text.includes('on the recorded data alone'), /"steps": (\d+)/.exec(text)?.[1]];
    };
    expect(await said({})).toEqual([false, '6000']);
    expect(await said({ 'online.learners': 'dqn', 'online.from': 9000 })).toEqual([true, '6000']);
  });

  it('says where the run has truth in its targets, which it has not', async () => {
    const said = async (more: Record<string, string>) => {
      const given = { behavior: 'medium', 'data.size': 50, ...more };
      const { bytes } = await exported('notebook', given, folder);
      return new TextDecoder().decode(bytes).includes('the truth is put in the place');
    };
    expect(await said({})).toBe(false);
    expect(await said({ 'cql.oracle': 'unseen' })).toBe(true);
  });

  it('is in English whatever the page speaks', async () => {
    const given = { behavior: 'medium', 'data.size': 50 };
    const text = async () =>
      new TextDecoder().decode((await exported('notebook', given, folder)).bytes);
    const english = await text();
    await speak('de');
    const german = await text().finally(() => speak('en'));
    expect(english).toContain('Medium tier');
    expect(german).toBe(english);
  });

  it.each(['four-rooms', 'frozen-lake-8x8', 'cliff-walking', 'crossing-paths'])(
    'runs in Python on %s: its world, its exact values and its rows are those of the playground',
    async (world) => {
      const made = await exported('notebook', { world, 'data.size': 300 }, folder);
      const { problem } = made;
      const mdp = buildMdp(problem.world);
      const ran = python(RUN, made.path) as Ran;
      expect(ran.map).toEqual(problem.world.map);
      expect(ran).toMatchObject({ hash: problem.datasetHash, rows: 300, possible: 300 });
      expect(ran.optimal).toBeCloseTo(problem.truth.optimal, 8);
      for (const kind of ENCODINGS) {
        const { values } = encodingTable(kind, mdp);
        expect(ran.features[kind].flat().length).toBe(values.length);
        const off = ran.features[kind].flat().map((value, i) => Math.abs(value - values[i]));
        expect(Math.max(...off)).toBeLessThan(1e-6);
      }
    },
  );

  it('carries the settings of every learner that is on', async () => {
    const given = {
      ...{
        'data.size': 50,
        'data.seed': 0,
        learners: 'dqn,cql,cql-sketch,bc',
        'dqn.double': 'true',
      },
      ...{ 'cql.alpha': 0.5, 'cql-sketch.penalty': 'sampled-sketch', width: 32, seeds: 3 },
    };
    const made = await exported('notebook', given, folder);
    const { training, learners } = python(RUN, made.path) as Ran;
    expect(Object.keys(learners)).toEqual(['dqn', 'cql', 'cql-sketch', 'bc']);
    expect(learners.dqn).toMatchObject({ kind: 'dqn', double: true });
    expect(learners.cql).toMatchObject({ kind: 'cql', alpha: 0.5, penalty: 'exact' });
    expect(learners['cql-sketch']).toMatchObject({ kind: 'cql', penalty: 'sampled-sketch' });
    const { steps, rewardScale, ...rest } = training;
    for (const [key, value] of Object.entries(rest))
      expect(value).toBe(settingOf(made.settings, key));
    // What is left to the machine here is a number there.
    expect(steps).toBe(6000);
    expect(rewardScale).toBeGreaterThan(1);
    expect(training).toMatchObject({ width: 32, seeds: 3 });
  });

  it('trains every learner in PyTorch', { timeout: 300_000 }, async (context) => {
    const lacking = lacksTorch();
    if (lacking !== null) context.skip(lacking);
    const learners = 'bc,dqn,cql,cql-sketch,iql';
    const given = { behavior: 'medium', learners, 'data.size': 1000, steps: 250, seeds: 1 };
    const made = await exported('notebook', { ...given, width: 32, batch: 64 }, folder);
    const { optimal, results } = pythonWithTorch(TRAIN, made.path) as Trained;
    expect(Object.keys(results)).toEqual(learners.split(','));
    for (const [id, seeds] of Object.entries(results)) {
      expect(seeds).toHaveLength(1);
      for (const [believed, earned] of seeds) {
        expect(earned).toBeLessThanOrEqual(optimal + 1e-9);
        if (id === 'bc') expect(believed).toBeNull();
        else expect(Number.isFinite(believed)).toBe(true);
      }
    }
    // Imitation has learned by then what it can: what it earns comes near to what the data earned.
    const { bcTarget, random } = made.problem.truth;
    for (const [, earned] of results.bc) {
      expect(earned).toBeGreaterThan((bcTarget + random) / 2);
      expect(earned).toBeLessThan(1.5 * bcTarget);
    }
  });
});
