import { strToU8 } from 'fflate';
import type { Group } from 'h5wasm';
import { ACTION_COUNT, ACTIONS } from '../../mdp/types';
import { type Archive, coordinates } from './archive';
import { createFlags, withBooleans } from './hdf5-flags';
import { zipped } from './zip';

/**
 * The version of Minari whose layout this is. The loader takes exact versions only, those in the list
 * `supported_dataset_versions` of `minari/__init__.py`: 0.5.0 to 0.5.4 all have this one in it.
 */
const MINARI_VERSION = '0.5.0';
/** Episodes that are written between two reports of progress. */
const EPISODES_AT_ONCE = 10;
/** Share of the work that writing HDF5 is; the rest is packing. */
const WRITING = 0.9;

type Progress = (share: number) => Promise<void>;

/** The id by which `minari.load_dataset` finds the unpacked folder. */
export const minariId = ({ worldName, hash }: Archive): string => `offgrid/${worldName}/${hash}-v0`;

/** A space of Gymnasium as Minari serialises it; the type of its numbers is fixed. */
const discrete = (n: number): string =>
  JSON.stringify({ type: 'Discrete', dtype: 'int64', start: 0, n });

/** The fields of `metadata.json` that Minari documents, and under `offgrid_` what it does not know. */
function metadata(archive: Archive, bytes: number): Record<string, unknown> {
  const { mdp, transitions } = archive;
  return {
    dataset_id: minariId(archive),
    minari_version: MINARI_VERSION,
    data_format: 'hdf5',
    total_episodes: archive.episodes,
    total_steps: transitions.size,
    dataset_size: Math.round(bytes / 1e5) / 10,
    observation_space: discrete(mdp.states),
    // Stated, never inferred: an action that was never taken is one of the four all the same.
    action_space: discrete(ACTION_COUNT),
    algorithm_name: archive.behavior,
    author: ['Offgrid'],
    author_email: [],
    code_permalink: '',
    description: `Dataset ${archive.hash} of the gridworld “${archive.worldName}”, made with the offline-RL playground Offgrid. Observations are indices of states; the attributes of main_data.hdf5 say where they lie.`,
    requirements: [],
    ref_min_score: archive.returns.random ?? null,
    ref_max_score: archive.returns.optimal ?? null,
    offgrid_hash: archive.hash,
    offgrid_world: mdp.world,
    offgrid_seed: archive.seed,
    offgrid_returns: archive.returns,
    offgrid_settings: JSON.parse(archive.settings),
  };
}

/** 64-bit integers, which HDF5 takes as BigInt. */
const integers = (values: ArrayLike<number>): BigInt64Array =>
  BigInt64Array.from(Array.from(values, BigInt));

function describeGroup(group: Group, name: string, value: number): void {
  group.create_attribute(name, integers([value]), [], '<q');
}

/**
 * The world and the exact anchors as attributes of the file. They are no datasets beside the episodes
 * because Minari counts everything there as an episode.
 */
function describeFile(file: Group, archive: Archive): void {
  const { mdp } = archive;
  const { map, slip, gamma, horizon, rewards } = mdp.world;
  const doubles = (name: string, values: Float64Array, shape: number[]): void =>
    file.create_attribute(name, values, shape, '<d');
  const { states } = mdp;
  describeGroup(file, 'total_episodes', archive.episodes);
  describeGroup(file, 'total_steps', archive.transitions.size);
  describeGroup(file, 'horizon', horizon);
  if (archive.seed !== null) describeGroup(file, 'seed', archive.seed);
  file.create_attribute('map', [...map]);
  file.create_attribute('action_names', [...ACTIONS]);
  file.create_attribute('hash', archive.hash);
  doubles('slip', new Float64Array([slip]), []);
  doubles('gamma', new Float64Array([gamma]), []);
  const { step, goal, pit, cliff } = rewards;
  doubles('world_rewards', new Float64Array([step, goal, pit, cliff]), [4]);
  file.create_attribute('coordinates', integers(coordinates(archive)), [states, 2], '<q');
  doubles('behavior_policy', archive.behaviorPolicy, [states, ACTION_COUNT]);
  doubles('v_behavior', archive.vBehavior, [states]);
  doubles('q_optimal', archive.qOptimal, [states, ACTION_COUNT]);
  doubles('v_optimal', archive.vOptimal, [states]);
  for (const [name, value] of Object.entries(archive.returns)) {
    doubles(`return_${name}`, new Float64Array([value]), []);
  }
}

/** One episode, rows `from` to `to` without the latter: T steps and the T + 1 states around them. */
function writeEpisode(file: Group, archive: Archive, id: number, from: number, to: number): void {
  const { transitions: rows } = archive;
  const group = file.create_group(`episode_${id}`);
  describeGroup(group, 'id', id);
  describeGroup(group, 'total_steps', to - from);
  if (archive.seed !== null) describeGroup(group, 'seed', archive.seed);
  const visited = [...rows.state.subarray(from, to), rows.nextState[to - 1]];
  group.create_dataset({ name: 'observations', data: integers(visited), dtype: '<q' });
  const action = integers(rows.action.subarray(from, to));
  group.create_dataset({ name: 'actions', data: action, dtype: '<q' });
  const doubles = (into: Group, name: string, column: Float64Array): void => {
    // “<f8” would be taken for a float of 32 bits.
    into.create_dataset({ name, data: column.slice(from, to), dtype: '<d' });
  };
  doubles(group, 'rewards', rows.reward);
  for (const [name, flags] of [
    ['terminations', rows.terminal],
    ['truncations', rows.truncated],
  ] as const) {
    createFlags(group, name, flags.subarray(from, to));
  }
  doubles(group.create_group('infos'), 'behavior_prob', rows.behaviorProbability);
}

/** `main_data.hdf5`. */
async function mainData(archive: Archive, progress: Progress): Promise<Uint8Array> {
  const { default: h5wasm } = await import('h5wasm');
  const { FS } = await h5wasm.ready;
  const { size, episode } = archive.transitions;
  const path = '/main_data.hdf5';
  const file = new h5wasm.File(path, 'w', { libver: ['v108', 'v110'] });
  try {
    describeFile(file, archive);
    let from = 0;
    for (let id = 0; from < size; id++) {
      let to = from + 1;
      while (to < size && episode[to] === episode[from]) to++;
      writeEpisode(file, archive, id, from, to);
      from = to;
      if (id % EPISODES_AT_ONCE === 0) await progress((from / size) * WRITING);
    }
    file.flush();
  } catch (error) {
    file.close();
    FS.unlink(path);
    throw error;
  }
  file.close();
  const bytes = FS.readFile(path);
  FS.unlink(path);
  withBooleans(bytes);
  return bytes;
}

/**
 * The dataset as a zipped folder in the layout of Minari (its “Dataset standards”, 0.5): unpacked
 * under `~/.minari/datasets` it is loaded by `minari.load_dataset(id)`, anywhere else by
 * `minari.MinariDataset(folder / 'data')`.
 */
export async function toMinari(
  archive: Archive,
  progress: Progress,
): Promise<Uint8Array<ArrayBuffer>> {
  const main = await mainData(archive, progress);
  const text = JSON.stringify(metadata(archive, main.length), null, 1);
  const folder = `${minariId(archive)}/data`;
  const parts = [
    { path: `${folder}/metadata.json`, bytes: () => strToU8(text) },
    { path: `${folder}/main_data.hdf5`, bytes: () => main },
  ];
  return zipped(parts, (share) => progress(WRITING + (1 - WRITING) * share));
}
