import { buildMdp } from '../mdp/mdp';
import { ACTION_COUNT, type Mdp, type Policy } from '../mdp/types';
import { dataNotes } from '../texts/dataNotes';
import { checkRows, countPairs, empiricalPolicy, freeze } from './dataset';
import { DataError } from './error';
import { DATASET_SIZE } from './size';
import { printable, quoted } from './text';
import type { Behavior, Counts, Dataset, Transitions } from './types';

/** A dataset that was not collected here: imported from a file, or played by a person. */
export interface GivenData {
  /** The hash of the dataset that it freezes to, by which links name it. */
  readonly hash: string;
  /** What people know it by: the name of its file, or «12 played episodes». */
  readonly label: string;
  readonly kind: 'imported' | 'played';
  readonly transitions: Dataset;
  /** Rows of the map that its states are of. */
  readonly map: readonly string[];
  /** The discount of the world that it was recorded in, where it is known. */
  readonly gamma?: number;
  /**
   * Whether `behaviorProbability` states π_β(a|s) of every row; otherwise it is that of the empirical
   * policy.
   */
  readonly behaviorKnown: boolean;
}

/** Given datasets by hash; a `Map` is one. */
export interface GivenShelf {
  get(hash: string): GivenData | undefined;
}

/** The states of a map; nothing else of this world is of importance. */
function statesOf(map: readonly string[]): Mdp {
  const rewards = { step: 0, goal: 0, pit: 0, cliff: 0 };
  return buildMdp({ map, slip: 0, rewards, gamma: 0, horizon: 1 });
}

/** Probabilities of the rows under the empirical policy of all of them. */
function empirically(counts: Counts, { state, action }: Transitions): Float64Array {
  const policy = empiricalPolicy(counts);
  return Float64Array.from(state, (s, row) => policy[s * ACTION_COUNT + action[row]]);
}

/**
 * Episodes as the whole project has them: numbered from 0 without gaps, each row going on where the
 * one before it arrived, only the last row an end, and every last row one.
 */
function inEpisodes(given: Transitions): Transitions {
  const { size, state, nextState } = given;
  const terminal = given.terminal.map((end) => (end === 0 ? 0 : 1));
  const truncated = given.truncated.map((cut, row) => (terminal[row] === 1 || cut === 0 ? 0 : 1));
  const episode = new Int32Array(size);
  for (let row = 0; row < size; row++) {
    const last =
      row + 1 === size ||
      given.episode[row + 1] !== given.episode[row] ||
      terminal[row] + truncated[row] > 0 ||
      nextState[row] !== state[row + 1];
    if (last && terminal[row] === 0) truncated[row] = 1;
    if (row + 1 < size) episode[row + 1] = episode[row] + (last ? 1 : 0);
  }
  return {
    size,
    state: state.slice(),
    action: given.action.slice(),
    reward: given.reward.slice(),
    nextState: nextState.slice(),
    terminal,
    truncated,
    episode,
    step: given.step.slice(),
    behaviorProbability: given.behaviorProbability.slice(),
  };
}

/** Throws DataError, naming the row, on a reward that is not finite and on what is no probability. */
function checkNumbers({ reward, behaviorProbability }: Transitions, behaviorKnown: boolean): void {
  const row = reward.findIndex((r) => !Number.isFinite(r));
  if (row >= 0) throw new DataError(dataNotes().rewardNotFinite(row, reward[row]));
  const no = behaviorKnown ? behaviorProbability.findIndex((p) => !(p >= 0 && p <= 1)) : -1;
  if (no >= 0) throw new DataError(dataNotes().notProbability(no, behaviorProbability[no]));
}

/** What is known of given data beside their rows. */
type About = Omit<GivenData, 'hash' | 'transitions'>;

function checkSize(size: number): void {
  if (size < 1 || size > DATASET_SIZE.max)
    throw new DataError(dataNotes().sizeRefused(DATASET_SIZE.max, size));
}

/**
 * Given data of rows that are frozen on its map already, their episodes in order, and with the
 * probabilities of the empirical policy where the behaviour is not known: those of an import. They are
 * taken as they are, neither copied nor checked again.
 *
 * @throws DataError with a sentence where there are no rows or too many.
 */
export function givenOf(transitions: Dataset, about: About): GivenData {
  checkSize(transitions.size);
  const { label, kind, map, gamma, behaviorKnown } = about;
  const discount = gamma === undefined ? {} : { gamma };
  const { hash } = transitions;
  return {
    hash,
    // The name of a file travels far, and is written where nobody would expect it to do anything.
    label: printable(label),
    kind,
    transitions,
    map: [...map],
    ...discount,
    behaviorKnown,
  };
}

/**
 * A dataset out of rows from outside, with its hash: the rows are copied, episodes that break off are
 * split, and where the behaviour is not known its probabilities become those of the empirical policy
 * N(s,a)/N(s). Equal rows give equal data, whatever they are called.
 *
 * Throws DataError with a sentence where there are no rows or too many, and where a row names a state
 * or an action that the map does not have, a reward that is not finite or what is no probability;
 * WorldError where the map is none.
 */
export function givenData(source: About & { readonly transitions: Transitions }): GivenData {
  checkSize(source.transitions.size);
  const mdp = statesOf(source.map);
  try {
    // Checked as they came: a column that is too short must not be filled up by copying.
    checkRows(mdp, source.transitions);
    checkNumbers(source.transitions, source.behaviorKnown);
    const rows = inEpisodes(source.transitions);
    const transitions = source.behaviorKnown
      ? rows
      : { ...rows, behaviorProbability: empirically(countPairs(mdp.states, rows), rows) };
    return givenOf(freeze(mdp, transitions), source);
  } catch (error) {
    if (error instanceof RangeError) throw new DataError(error.message);
    throw error;
  }
}

/**
 * π_β out of what every row states of its own action: the mean over the rows of a pair; what is left
 * of a state is spread evenly over its actions that were never taken.
 */
function statedPolicy(counts: Counts, { state, action, behaviorProbability }: Transitions): Policy {
  const policy = new Float64Array(counts.pairs.length);
  state.forEach((s, row) => {
    policy[s * ACTION_COUNT + action[row]] += behaviorProbability[row];
  });
  for (let s = 0; s < counts.states.length; s++) {
    const pairs = Array.from({ length: ACTION_COUNT }, (_, a) => s * ACTION_COUNT + a);
    for (const pair of pairs) if (counts.pairs[pair] > 0) policy[pair] /= counts.pairs[pair];
    const stated = pairs.reduce((sum, pair) => sum + policy[pair], 0);
    const unseen = pairs.filter((pair) => counts.pairs[pair] === 0);
    for (const pair of unseen) policy[pair] = Math.max(0, 1 - stated) / unseen.length;
    const sum = pairs.reduce((total, pair) => total + policy[pair], 0);
    for (const pair of pairs) policy[pair] = sum > 0 ? policy[pair] / sum : 1 / ACTION_COUNT;
  }
  return policy;
}

/**
 * The behaviour behind given data: what the file states, or the empirical policy N(s,a)/N(s)
 * (uniform in states never visited), and its label says which. It starts where the world does.
 */
export function givenBehavior(data: GivenData): Behavior {
  const { counts } = data.transitions;
  const policy = data.behaviorKnown
    ? statedPolicy(counts, data.transitions)
    : empiricalPolicy(counts);
  const what = data.behaviorKnown
    ? 'π_β as its file states it'
    : 'the empirical policy N(s,a)/N(s) of its rows';
  return { components: [{ label: `${data.label}: ${what}`, policy, share: 1 }] };
}

/** Whether the states of given data are those of a world: the maps are the same, cell by cell. */
export function fits(mdp: Mdp, data: GivenData): boolean {
  return data.map.join('/') === mdp.world.map.join('/');
}

/** Rewards that differ by no more than rounding count as the same. */
const SAME_REWARD = 1e-9;

function isPossible(mdp: Mdp, transitions: Transitions, row: number): boolean {
  const { state, action, reward, nextState, terminal } = transitions;
  if (terminal[row] !== mdp.terminal[nextState[row]]) return false;
  const pair = state[row] * ACTION_COUNT + action[row];
  for (let o = mdp.offsets[pair]; o < mdp.offsets[pair + 1]; o++) {
    if (mdp.successors[o] !== nextState[row]) continue;
    const paid = mdp.outcomeRewards[o];
    if (Math.abs(reward[row] - paid) <= SAME_REWARD * Math.max(1, Math.abs(paid))) return true;
  }
  return false;
}

/**
 * Sentences on how the world as it is set differs from the one in which given data that fits its map
 * was recorded: another discount, rows that could not happen. Empty where nothing does.
 */
export function givenNotes(mdp: Mdp, data: GivenData): string[] {
  const notes: string[] = [];
  const name = quoted(data.label);
  if (data.gamma !== undefined && data.gamma !== mdp.gamma) {
    notes.push(dataNotes().otherGamma(name, data.gamma, mdp.gamma));
  }
  const { transitions } = data;
  let impossible = 0;
  for (let row = 0; row < transitions.size; row++)
    if (!isPossible(mdp, transitions, row)) impossible++;
  if (impossible > 0) {
    notes.push(dataNotes().impossibleRows(impossible, transitions.size, name));
  }
  return notes;
}
