import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exported } from '../../../tools/testing/exports';
import { python } from '../../../tools/testing/python';
import { importFile } from './import-file';
import { shipped, walked } from './testing/walk';

const folder = mkdtempSync(join(tmpdir(), 'offgrid-import-'));
afterAll(() => rmSync(folder, { recursive: true }));

const MDP = shipped('maze-umaze', { horizon: 25 });
const DATA = walked(MDP, 300);

/** Files as numpy and h5py themselves write them, one a name. */
const WRITE = `
import json, os, sys
import numpy as np
import h5py

os.chdir(sys.argv[2])
d = json.load(open(sys.argv[1]))
S, A, R, N = (np.array(d[k]) for k in ('state', 'action', 'reward', 'next'))
T, U = (np.array(d[k]).astype(bool) for k in ('terminal', 'truncated'))
E = np.array(d['episode'])
cells = np.array(d['cells'])
ends = [i + 1 for i in range(len(S)) if i + 1 == len(S) or E[i + 1] != E[i]]
episodes, start = [], 0
for end in ends:
    rows = slice(start, end)
    episodes.append(dict(observations=np.append(S[rows], N[end - 1]), actions=A[rows], rewards=R[rows],
                         terminations=T[rows], truncations=U[rows]))
    start = end
flat = dict(observations=S, actions=A, rewards=R, next_observations=N, terminals=T, timeouts=U)

np.savez('d4rl.npz', **flat)
np.savez_compressed('float32.npz', **{k: v.astype('f4') for k, v in flat.items()})
np.savez('longdouble.npz', **{k: v.astype(np.longdouble) for k, v in flat.items()})
np.savez('columns.npz', **{k: v.reshape(-1, 1, 1) for k, v in flat.items()})
np.savez('rows.npz', **{k: v.reshape(1, -1) for k, v in flat.items()})
np.savez('big-endian.npz', **{k: v.astype(v.dtype.newbyteorder('>')) for k, v in flat.items()})
np.savez('cells.npz', **{**flat, 'observations': cells[S], 'next_observations': cells[N]})
np.savez('one-hot.npz', **{**flat, 'observations': np.eye(len(cells))[S], 'next_observations': np.eye(len(cells))[N],
                           'actions': np.eye(4)[A]})
np.savez('names.npz', **{**flat, 'actions': np.array(['up', 'right', 'down', 'left'])[A],
                         'episode': np.array([f'run {e}' for e in E])})
np.savez('by-place.npz', S, A, R, N, T, U)
np.savez('t-plus-1-each.npz', **{**{k: v for k, v in flat.items() if k != 'next_observations'},
                                 'observations': np.concatenate([e['observations'] for e in episodes])})
np.savez('episodes.npz', **{f'episode_{i}/{k}': v for i, e in enumerate(episodes) for k, v in e.items()})
np.savez('aside.npz', **flat, episode=np.array([f'run {e}' for e in E], dtype=object), qpos=np.zeros((len(S), 7)))
record = np.zeros(len(S), dtype=[('obs', '<i8', (2,)), ('action', 'u1'), ('reward', '<f4'), ('next_obs', '>i2', (2,)),
                                 ('terminated', '?'), ('truncated', '?')])
record['obs'], record['next_obs'], record['action'], record['reward'] = cells[S], cells[N], A, R
record['terminated'], record['truncated'] = T, U
np.save('structured.npy', record)
np.savez('structured.npz', transitions=record)
padded = np.zeros(len(S), dtype=np.dtype([('state', 'i1'), ('action', 'i8'), ('reward', 'f8'), ('next_state', 'i4'),
                                          ('terminated', '?'), ('truncated', '?')], align=True))
for name, column in zip(padded.dtype.names, (S, A, R, N, T, U)):
    padded[name] = column
np.save('aligned.npy', padded)

steps = len(S) // 4
for name, order in (('side-by-side', lambda v: v[:4 * steps].reshape(4, steps).T), ('stacked', lambda v: v[:4 * steps].reshape(4, steps))):
    np.savez(name + '.npz', **{k: order(v) for k, v in flat.items()})

objects = lambda values: np.array(values, dtype=object)
np.savez('objects.npz', observations=objects(list(S)), actions=objects(list(A)), rewards=R, next_observations=N,
         terminals=T, timeouts=U)

with h5py.File('d4rl.hdf5', 'w') as f:
    for name, column in flat.items():
        f.create_dataset(name, data=column, compression='gzip', chunks=True)
    f['infos/qpos'] = np.zeros((len(S), 2))
    f['metadata/algorithm'] = 'SAC'
with h5py.File('minari.hdf5', 'w') as f:
    for i, e in enumerate(episodes):
        for name, column in e.items():
            f[f'episode_{i}/{name}'] = column
with h5py.File('robomimic.hdf5', 'w') as f:
    for i, e in enumerate(episodes):
        g = f.create_group(f'data/demo_{i}')
        g['obs/state'], g['next_obs/state'] = e['observations'][:-1], e['observations'][1:]
        g['actions'], g['rewards'] = e['actions'], e['rewards']
        g['dones'] = (e['terminations'] | e['truncations']).astype('i8')
with h5py.File('d3rlpy.h5', 'w') as f:
    for i, e in enumerate(episodes):
        for name in ('actions', 'rewards'):
            f[f'{name}_{i}'] = e[name].reshape(-1, 1)
        f[f'observations_{i}'], f[f'terminated_{i}'] = e['observations'][:-1].reshape(-1, 1), bool(e['terminations'][-1])
    f['total_step'], f['version'] = len(S), '2.1'
with h5py.File('compound.h5', 'w') as f:
    f['table'] = padded
with h5py.File('nothing.h5', 'w') as f:
    f['x'] = np.zeros(3)
json.dump(sorted(os.listdir('.')), sys.stdout)
`;

const read = (name: string, world = MDP.world) => {
  const bytes = new Uint8Array(readFileSync(join(folder, name)));
  return importFile({ name, bytes, world });
};

let hash: string | null = null;
beforeAll(async () => {
  const columns = {
    ...Object.fromEntries(
      (['state', 'action', 'reward', 'terminal', 'truncated', 'episode'] as const).map((name) => [
        name,
        Array.from(DATA[name]),
      ]),
    ),
    next: Array.from(DATA.nextState),
    cells: Array.from(MDP.cells, (cell) => [Math.floor(cell / MDP.columns), cell % MDP.columns]),
  };
  const source = join(folder, 'source.json');
  writeFileSync(source, JSON.stringify(columns));
  python(WRITE, source, folder);
  hash = (await read('d4rl.npz')).offer.hash;
});

describe('files that numpy and h5py wrote', () => {
  it.each([
    ...['float32', 'longdouble', 'columns', 'rows', 'big-endian', 'cells', 'one-hot', 'names'],
    ...['by-place', 't-plus-1-each', 'episodes', 'aside', 'structured'],
  ])('%s.npz holds the same rows', async (name) => {
    const { offer, format } = await read(`${name}.npz`);
    expect(format).toBe('npz');
    expect(offer.report.faults).toEqual([]);
    expect(offer.report.good).toBe(DATA.size);
    expect(offer.transitions?.nextState).toEqual(DATA.nextState);
    expect(offer.hash).toBe(hash);
  });

  it.each([
    'structured.npy',
    'aligned.npy',
    'd4rl.hdf5',
    'minari.hdf5',
    'robomimic.hdf5',
    'compound.h5',
  ])('%s holds the same rows', async (name) => {
    const { offer, format } = await read(name);
    expect(format).toBe(name.endsWith('npy') ? 'npy' : 'hdf5');
    expect(offer.report.faults).toEqual([]);
    expect(offer.hash).toBe(hash);
  });

  it.each(['side-by-side', 'stacked'])('%s.npz holds the rows of four walkers', async (name) => {
    const { offer } = await read(`${name}.npz`);
    expect(offer.report.faults).toEqual([]);
    expect(offer.transitions?.state).toEqual(DATA.state);
    expect(offer.transitions?.nextState).toEqual(DATA.nextState);
  });

  it('knows episodes by a number behind their names, as d3rlpy saves them', async () => {
    const { offer } = await read('d3rlpy.h5');
    expect(offer.report.faults).toEqual([]);
    expect(offer.transitions?.state).toEqual(DATA.state);
    expect(offer.transitions?.nextState).toEqual(DATA.nextState);
    expect(offer.transitions?.episode).toEqual(DATA.episode);
  });

  it('names what is left aside', async () => {
    const notes = async (name: string) => (await read(name)).offer.report.notes.join(' ');
    expect(await notes('aside.npz')).toMatch(/“episode”, “qpos”/);
    expect(await notes('d4rl.hdf5')).toMatch(/“infos\/qpos”/);
  });

  it('refuses objects of Python with a line that saves them rightly', async () => {
    const { summary } = (await read('objects.npz')).offer.report;
    expect(summary).toMatch(/holds objects of Python/);
    const line = /np\.savez\(.*\.items\(\)\}\)/.exec(summary)?.[0] ?? '';
    const program = `import json, os, sys\nimport numpy as np\nos.chdir(sys.argv[1])\n${line}\njson.dump(0, sys.stdout)`;
    python(program.replace('"file.npz"', '"objects.npz"'), folder);
    expect((await read('plain.npz')).offer.hash).toBe(hash);
  });

  it('says what else an HDF5 file is, or that it is damaged', async () => {
    expect((await read('nothing.h5')).offer.report.summary).toMatch(/holds no actions beside/);
    const whole = readFileSync(join(folder, 'd4rl.hdf5'));
    for (const length of [9, 600, Math.floor(whole.length / 2)]) {
      const cut = {
        name: 'cut.hdf5',
        bytes: new Uint8Array(whole.subarray(0, length)),
        world: MDP.world,
      };
      const { offer } = await importFile(cut);
      expect(offer.transitions).toBeNull();
      expect(offer.report.summary).toMatch(/cannot be imported/);
    }
  });
});

describe('our own archive of Minari', () => {
  it('is read back as the same dataset, with its world', async () => {
    const { problem, bytes, path } = await exported(
      'minari',
      { world: 'frozen-lake-4x4', 'data.size': 200 },
      folder,
    );
    const here = await importFile({ name: path, bytes, world: problem.world });
    expect(here.offer.hash).toBe(problem.datasetHash);
    expect(here.other).toBeNull();
    const there = await importFile({ name: path, bytes, world: MDP.world });
    expect(there.other?.world).toEqual(problem.world);
    expect(there.other?.offer.hash).toBe(problem.datasetHash);
    expect(there.other?.offer.behaviorKnown).toBe(true);
  });
});
