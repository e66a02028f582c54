import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Exported, exported } from '../../../tools/testing/exports';
import { python } from '../../../tools/testing/python';
import { coverage, freeze } from '../../data/dataset';
import { buildMdp } from '../../mdp/mdp';
import { evaluatePolicy } from '../../mdp/solve';

const folder = mkdtempSync(join(tmpdir(), 'offgrid-npz-'));
afterAll(() => rmSync(folder, { recursive: true }));

const LOAD = `
import json, sys
import numpy as np
with np.load(sys.argv[1], allow_pickle=False) as file:
    data = dict(file)
json.dump({name: {'dtype': str(a.dtype), 'shape': a.shape, 'values': a.tolist()}
           for name, a in data.items()}, sys.stdout)
`;

/** Cuts flat arrays into episodes as d3rlpy's MDPDataset does by its source, with its two checks. */
const EPISODES = `
import json, sys
import numpy as np
data = np.load(sys.argv[1])
terminals, timeouts = data['terminals'], data['timeouts']
assert np.sum(np.logical_and(terminals, timeouts)) == 0
assert np.sum(terminals) + np.sum(timeouts) > 0
one_hot = np.eye(data['num_states'], dtype=np.float32)[data['observations']]
assert one_hot.shape == (len(terminals), data['num_states'])
episodes, start = [], 0
for i in range(terminals.shape[0]):
    if terminals[i] or timeouts[i]:
        rows = slice(start, i + 1)
        assert (data['observations'][rows][1:] == data['next_observations'][rows][:-1]).all()
        episodes.append([int(i + 1 - start), bool(terminals[i]), float(data['rewards'][rows].sum())])
        start = i + 1
assert start == len(terminals)
json.dump({'episodes': episodes, 'actions': int(data['num_actions']),
           'seen': len(np.unique(data['actions']))}, sys.stdout)
`;

type Loaded = Record<string, { dtype: string; shape: number[]; values: unknown }>;

const load = ({ path }: Exported) => python(LOAD, path) as Loaded;

describe('an .npz, read by numpy', () => {
  it('holds every row to the last bit, under the names of D4RL', async () => {
    const made = await exported('npz', { world: 'frozen-lake-4x4', 'data.size': 500 }, folder);
    const { problem } = made;
    const { transitions: rows } = problem;
    const arrays = load(made);
    const column = (dtype: string, values: ArrayLike<number>) => ({
      dtype,
      shape: [rows.size],
      values: Array.from(values),
    });
    const flags = (values: Uint8Array) => ({
      dtype: 'bool',
      shape: [rows.size],
      values: Array.from(values, (flag) => flag === 1),
    });
    expect(arrays).toMatchObject({
      observations: column('int32', rows.state),
      actions: column('int32', rows.action),
      rewards: column('float64', rows.reward),
      terminals: flags(rows.terminal),
      timeouts: flags(rows.truncated),
      next_observations: column('int32', rows.nextState),
      episode: column('int32', rows.episode),
      step: column('int32', rows.step),
      behavior_prob: column('float64', rows.behaviorProbability),
      hash: { shape: [], values: problem.datasetHash },
    });
  });

  it('holds the world and the exact anchors', async () => {
    const made = await exported('npz', { world: 'cliff-walking', 'data.seed': 11 }, folder);
    const { problem, settings } = made;
    const { map, slip, gamma, horizon, rewards } = problem.world;
    const mdp = buildMdp(problem.world);
    const arrays = load(made);
    const values = (name: string) => arrays[name].values;
    expect(values('map')).toEqual(map);
    expect([values('slip'), values('gamma'), values('horizon')]).toEqual([slip, gamma, horizon]);
    expect(values('world_rewards')).toEqual([
      rewards.step,
      rewards.goal,
      rewards.pit,
      rewards.cliff,
    ]);
    expect([values('seed'), values('num_states'), values('num_actions')]).toEqual([
      11,
      mdp.states,
      4,
    ]);
    expect(JSON.parse(String(values('settings')))).toEqual(settings);
    const places = Array.from(mdp.cells, (cell) => [
      Math.floor(cell / mdp.columns),
      cell % mdp.columns,
    ]);
    expect(values('coordinates')).toEqual(places);
    const q = values('q_optimal') as number[][];
    expect(arrays.q_optimal.dtype).toBe('float64');
    expect(q.flat()).toEqual(Array.from(problem.optimalQ));
    expect(values('v_optimal')).toEqual(q.map((row) => Math.max(...row)));
    expect((values('behavior_policy') as number[][]).flat()).toEqual(
      Array.from(problem.behaviorPolicy),
    );
    expect(values('v_behavior')).toEqual(Array.from(evaluatePolicy(mdp, problem.behaviorPolicy).v));
    for (const [name, value] of Object.entries(problem.truth)) {
      expect(values(`return_${name}`)).toBe(value);
    }
  });

  it('falls into the same episodes in d3rlpy, with four actions even where one is never taken', async () => {
    const given = { behavior: 'directional', 'behavior.bias': 1, 'world.horizon': 30 };
    const made = await exported('npz', given, folder);
    const { transitions: rows, episodes, world } = made.problem;
    const { seenPairs } = coverage(buildMdp(world), freeze(buildMdp(world), rows).counts);
    expect(seenPairs).toBeGreaterThan(0);
    const read = python(EPISODES, made.path) as {
      episodes: [number, boolean, number][];
      actions: number;
      seen: number;
    };
    expect(read.seen).toBe(1);
    expect(read.actions).toBe(4);
    expect(read.episodes).toHaveLength(episodes);
    const lengths = read.episodes.map(([length]) => length);
    const own = Array.from(
      { length: episodes },
      (_, e) => rows.episode.filter((n) => n === e).length,
    );
    expect(lengths).toEqual(own);
  });

  it('reports its progress on 100,000 rows, and gives equal bytes for equal data', async () => {
    const given = { 'data.size': 100_000 };
    const made = await exported('npz', given, folder);
    expect(made.shares.length).toBeGreaterThan(20);
    expect(made.shares).toEqual([...made.shares].sort((one, other) => one - other));
    expect(made.shares.at(-1)).toBe(1);
    expect((await exported('npz', given, folder)).bytes).toEqual(made.bytes);
  });
});
