import { ACTION_COUNT, ACTIONS } from '../../mdp/types';
import { type Archive, coordinates } from './archive';
import { arraysFile } from './arrays';
import type { NumpyArray } from './npy';

const number = (value: number): NumpyArray => ({ shape: [], numbers: new Float64Array([value]) });
const count = (value: number): NumpyArray => ({ shape: [], numbers: new Int32Array([value]) });
const text = (value: string): NumpyArray => ({ shape: [], texts: [value] });
const list = (texts: readonly string[]): NumpyArray => ({ shape: [texts.length], texts });
const column = (numbers: Int32Array | Float64Array): NumpyArray => ({
  shape: [numbers.length],
  numbers,
});
const flags = (truths: Uint8Array): NumpyArray => ({ shape: [truths.length], truths });

/** The rows under the names of D4RL and d3rlpy, each `[size]`. */
function rowArrays({ transitions }: Archive): Record<string, NumpyArray> {
  return {
    observations: column(transitions.state),
    actions: column(Int32Array.from(transitions.action)),
    rewards: column(transitions.reward),
    terminals: flags(transitions.terminal),
    timeouts: flags(transitions.truncated),
    next_observations: column(transitions.nextState),
    episode: column(transitions.episode),
    step: column(transitions.step),
    behavior_prob: column(transitions.behaviorProbability),
  };
}

/** The world, the exact anchors by state, and where the rows come from. */
function contextArrays(archive: Archive): Record<string, NumpyArray> {
  const { mdp } = archive;
  const { map, slip, gamma, horizon, rewards } = mdp.world;
  const byState = (numbers: Int32Array | Float64Array, width: number): NumpyArray => ({
    shape: [mdp.states, width],
    numbers,
  });
  return {
    map: list(map),
    slip: number(slip),
    world_rewards: column(
      new Float64Array([rewards.step, rewards.goal, rewards.pit, rewards.cliff]),
    ),
    gamma: number(gamma),
    horizon: count(horizon),
    num_states: count(mdp.states),
    num_actions: count(ACTION_COUNT),
    action_names: list(ACTIONS),
    coordinates: byState(coordinates(archive), 2),
    behavior_policy: byState(archive.behaviorPolicy, ACTION_COUNT),
    v_behavior: column(archive.vBehavior),
    q_optimal: byState(archive.qOptimal, ACTION_COUNT),
    v_optimal: column(archive.vOptimal),
    ...Object.fromEntries(
      Object.entries(archive.returns).map(([name, value]) => [`return_${name}`, number(value)]),
    ),
    // A dataset that was not collected by a seed has none.
    ...(archive.seed === null ? {} : { seed: count(archive.seed) }),
    behavior: text(archive.behavior),
    hash: text(archive.hash),
    settings: text(archive.settings),
  };
}

/**
 * The dataset as a `.npz` for `numpy.load`: flat arrays under the names of D4RL and d3rlpy,
 * observations as indices of states (`coordinates` says where they lie), and with them the world and
 * the exact values. Nothing in it needs pickle.
 */
export function toNpz(
  archive: Archive,
  progress: (share: number) => Promise<void>,
): Promise<Uint8Array<ArrayBuffer>> {
  return arraysFile({ ...rowArrays(archive), ...contextArrays(archive) }, progress);
}
