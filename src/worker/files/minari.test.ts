import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Exported, exported } from '../../../tools/testing/exports';
import { python } from '../../../tools/testing/python';
import { buildMdp } from '../../mdp/mdp';
import { evaluatePolicy } from '../../mdp/solve';

const folder = mkdtempSync(join(tmpdir(), 'offgrid-minari-'));
afterAll(() => rmSync(folder, { recursive: true }));

/**
 * Unpacks the archive and reads it as Minari 0.5.4 does: the id's syntax, the list of versions, the
 * spaces, then every episode with the checks of its loader and writer. `npm run loaders` asks the real one.
 */
const LOAD = `
import json, pathlib, re, sys, tempfile, zipfile
import h5py
import numpy as np

with tempfile.TemporaryDirectory() as root:
    zipfile.ZipFile(sys.argv[1]).extractall(root)
    [path] = pathlib.Path(root).glob('**/data')
    metadata = json.loads((path / 'metadata.json').read_text())
    dataset_id = str(path.parent.relative_to(root))
    assert metadata['dataset_id'] == dataset_id
    assert re.fullmatch(r'(?:(?P<namespace>[-_\\w][-_\\w/]*[-_\\w]+)/)?(?P<name>[-_\\w]+?)(?:-v(?P<version>\\d+))?', dataset_id)
    # supported_dataset_versions in minari/__init__.py: the part of it that 0.5.0 to 0.5.4 share.
    assert metadata['minari_version'] in {'0.4.0', '0.4.1', '0.4.2', '0.4.3', '0.5.0'}
    assert metadata['data_format'] == 'hdf5'
    assert isinstance(metadata['observation_space'], str) and isinstance(metadata['action_space'], str)
    assert isinstance(set(metadata['author']), set) and isinstance(metadata['code_permalink'], str)
    spaces = {name: json.loads(metadata[name]) for name in ('observation_space', 'action_space')}
    for space in spaces.values():
        assert (space['type'], space['dtype'], space['start']) == ('Discrete', 'int64', 0)

    def infos_of(group):
        return {key: infos_of(value) if isinstance(value, h5py.Group) else value[()]
                for key, value in group.items()}

    episodes = []
    with h5py.File(path / 'main_data.hdf5', 'r') as file:
        assert len(file.keys()) == metadata['total_episodes']
        attributes = {key: value.tolist() if isinstance(value, (np.ndarray, np.generic)) else value
                      for key, value in file.attrs.items()}
        for index in range(metadata['total_episodes']):
            group = file[f'episode_{index}']
            assert isinstance(group, h5py.Group) and isinstance(group['infos'], h5py.Group)
            about = dict(group.attrs)
            assert int(about['id']) == index
            data = {key: group[key][()] for key in
                    ('observations', 'actions', 'rewards', 'terminations', 'truncations')}
            infos = infos_of(group['infos'])
            steps = len(data['rewards'])
            assert about['total_steps'] == steps and len(data['observations']) == steps + 1
            for key in ('actions', 'terminations', 'truncations'):
                assert data[key].shape == (steps,)
            assert infos['behavior_prob'].shape == (steps,)
            ends = data['rewards'][data['terminations'] | data['truncations']]
            assert ends.tolist() == data['rewards'][-1:].tolist()
            assert bool(data['terminations'][-1]) != bool(data['truncations'][-1])
            assert not data['terminations'][:-1].any() and not data['truncations'][:-1].any()
            assert (data['observations'] < spaces['observation_space']['n']).all()
            episodes.append({
                'seed': int(about['seed']),
                'dtypes': {key: str(value.dtype) for key, value in data.items()},
                **{key: value.tolist() for key, value in data.items()},
                'behavior_prob': infos['behavior_prob'].tolist(),
            })
    assert sum(len(e['rewards']) for e in episodes) == metadata['total_steps']
json.dump({'metadata': metadata, 'spaces': spaces, 'attributes': attributes,
           'episodes': episodes}, sys.stdout)
`;

interface Loaded {
  metadata: Record<string, unknown>;
  spaces: Record<string, { n: number }>;
  attributes: Record<string, unknown>;
  episodes: Record<string, number[]>[];
}

const load = ({ path }: Exported) => python(LOAD, path) as Loaded;

describe('a Minari folder, read by h5py as Minari does', () => {
  it('holds every row to the last bit, T + 1 observations an episode, ends of both kinds apart', async () => {
    const given = { world: 'frozen-lake-4x4', 'data.size': 500, 'data.seed': 5 };
    const made = await exported('minari', given, folder);
    const { transitions: rows, episodes: count } = made.problem;
    const { episodes } = load(made);
    expect(episodes).toHaveLength(count);
    const all = (name: string) => episodes.flatMap((episode) => episode[name]);
    expect(all('rewards')).toEqual(Array.from(rows.reward));
    expect(all('actions')).toEqual(Array.from(rows.action));
    expect(all('terminations').map(Number)).toEqual(Array.from(rows.terminal));
    expect(all('truncations').map(Number)).toEqual(Array.from(rows.truncated));
    expect(all('behavior_prob')).toEqual(Array.from(rows.behaviorProbability));
    expect(episodes.flatMap(({ observations: o }) => o.slice(0, -1))).toEqual(
      Array.from(rows.state),
    );
    expect(episodes.flatMap(({ observations: o }) => o.slice(1))).toEqual(
      Array.from(rows.nextState),
    );
    expect(episodes[0].dtypes).toEqual({
      observations: 'int64',
      actions: 'int64',
      rewards: 'float64',
      terminations: 'bool',
      truncations: 'bool',
    });
    expect(episodes.every(({ seed }) => Number(seed) === 5)).toBe(true);
  });

  it('states four actions even where one is never taken, and all states', async () => {
    const given = { behavior: 'directional', 'behavior.bias': 1, 'world.horizon': 30 };
    const made = await exported('minari', given, folder);
    const { spaces, metadata } = load(made);
    expect(new Set(made.problem.transitions.action).size).toBe(1);
    expect(spaces.action_space.n).toBe(4);
    expect(spaces.observation_space.n).toBe(buildMdp(made.problem.world).states);
    expect(metadata.dataset_id).toBe(`offgrid/four-rooms/${made.problem.datasetHash}-v0`);
  });

  it('holds the world and the exact anchors, on the largest map too', async () => {
    const map = [`S${'.'.repeat(39)}`, ...Array(38).fill('.'.repeat(40)), `${'.'.repeat(39)}G`];
    const made = await exported('minari', { 'world.map': map.join('/'), 'data.size': 50 }, folder);
    const { problem, settings } = made;
    const mdp = buildMdp(problem.world);
    const { attributes, metadata } = load(made);
    expect(attributes).toMatchObject({
      map,
      gamma: problem.world.gamma,
      slip: problem.world.slip,
      horizon: problem.world.horizon,
      seed: settings['data.seed'],
      hash: problem.datasetHash,
      total_episodes: problem.episodes,
      total_steps: 50,
      return_optimal: problem.truth.optimal,
      v_behavior: Array.from(evaluatePolicy(mdp, problem.behaviorPolicy).v),
    });
    expect((attributes.q_optimal as number[][]).flat()).toEqual(Array.from(problem.optimalQ));
    expect(attributes.v_optimal).toEqual(
      (attributes.q_optimal as number[][]).map((row) => Math.max(...row)),
    );
    expect((attributes.behavior_policy as number[][]).flat()).toEqual(
      Array.from(problem.behaviorPolicy),
    );
    expect(metadata).toMatchObject({
      offgrid_world: problem.world,
      offgrid_settings: settings,
      dataset_id: `offgrid/custom/${problem.datasetHash}-v0`,
    });
  });

  it('reports its progress, and stops where that is refused without harm to the next export', async () => {
    const given = { 'data.size': 1000, 'world.horizon': 20 };
    const made = await exported('minari', given, folder);
    expect(made.shares.length).toBeGreaterThan(5);
    expect(made.shares).toEqual([...made.shares].sort((one, other) => one - other));
    expect(made.shares.at(-1)).toBe(1);
    const refusal = new Error('enough');
    await expect(
      exported('minari', given, folder, async (share) => {
        if (share > 0.3) throw refusal;
      }),
    ).rejects.toBe(refusal);
    const before = load(made);
    expect(load(await exported('minari', given, folder))).toEqual(before);
  });
});
