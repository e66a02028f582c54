import { ACTION_COUNT, type Mdp, type Policy } from '../mdp/types';
import { digest } from './digest';
import type { Counts, Dataset, PairClass, Transitions } from './types';

/** N(s,a) `[states × 4]` and N(s) `[states]` of the transitions. */
export function countPairs(states: number, transitions: Transitions): Counts {
  const pairs = new Int32Array(states * ACTION_COUNT);
  const visits = new Int32Array(states);
  for (let row = 0; row < transitions.size; row++) {
    const s = transitions.state[row];
    visits[s]++;
    pairs[s * ACTION_COUNT + transitions.action[row]]++;
  }
  return { pairs, states: visits };
}

/** The columns by name, in the order in which they enter the digest. */
function columnsOf(transitions: Transitions) {
  return {
    state: transitions.state,
    action: transitions.action,
    reward: transitions.reward,
    nextState: transitions.nextState,
    terminal: transitions.terminal,
    truncated: transitions.truncated,
    episode: transitions.episode,
    step: transitions.step,
    behaviorProbability: transitions.behaviorProbability,
  };
}

/**
 * Freezes transitions into a dataset: counts them and takes the digest of all columns. The
 * columns are used as they are, not copied; nobody may write to them afterwards.
 *
 * Throws RangeError, naming the row, on a column of another length, on a state that is not in the
 * world or that is terminal and yet acted in, and on an action that is none of the four.
 */
export function freeze(mdp: Mdp, transitions: Transitions): Dataset {
  checkRows(mdp, transitions);
  const { size, episode } = transitions;
  const columns = columnsOf(transitions);
  let episodes = 0;
  for (let row = 0; row < size; row++)
    if (row === 0 || episode[row] !== episode[row - 1]) episodes++;
  return Object.freeze({
    size,
    ...columns,
    episodes,
    counts: countPairs(mdp.states, transitions),
    hash: digest(Object.values(columns)),
  }) as Dataset;
}

/** Throws RangeError, naming the row, on what `freeze` does not take. */
export function checkRows(mdp: Mdp, transitions: Transitions): void {
  const { size } = transitions;
  const columns = columnsOf(transitions);
  for (const [name, column] of Object.entries(columns)) {
    if (column.length !== size) {
      throw new RangeError(`Column ${name} has ${column.length} rows where the data has ${size}.`);
    }
  }
  for (let row = 0; row < size; row++) checkRow(mdp, transitions, row);
}

function checkRow(mdp: Mdp, { state, action, nextState }: Transitions, row: number): void {
  const known = (s: number): boolean => s >= 0 && s < mdp.states;
  if (!known(state[row]) || !known(nextState[row])) {
    throw new RangeError(
      `Row ${row}: from state ${state[row]} to ${nextState[row]}, but the world's states are 0 to ${mdp.states - 1}.`,
    );
  }
  if (mdp.terminal[state[row]]) {
    throw new RangeError(
      `Row ${row}: state ${state[row]} ends episodes, so no action is taken in it.`,
    );
  }
  if (action[row] >= ACTION_COUNT) {
    throw new RangeError(`Row ${row}: action ${action[row]} is none of the four (0 to 3).`);
  }
}

/** Code of a class in the table of `pairClasses`. */
export const CLASS_CODES: Readonly<Record<PairClass, number>> = {
  data: 1,
  unseenAction: 2,
  unseenState: 3,
};

/**
 * Class of every pair (docs/contract.md#classes-of-pairs), `[states × 4]`: 1 `data`, N(s,a) > 0; 2
 * `unseenAction`, N(s,a) = 0 and N(s) > 0; 3 `unseenState`, N(s) = 0; 0 in no class: never visited, and
 * terminal or unreachable. A pair that was seen is data even where the world's own starts do not lead
 * (a behaviour may start elsewhere).
 */
export function pairClasses(mdp: Mdp, counts: Counts): Uint8Array {
  const classes = new Uint8Array(mdp.states * ACTION_COUNT);
  for (let s = 0; s < mdp.states; s++) {
    for (let pair = s * ACTION_COUNT; pair < (s + 1) * ACTION_COUNT; pair++) {
      if (counts.pairs[pair] > 0) classes[pair] = CLASS_CODES.data;
      else if (counts.states[s] > 0) classes[pair] = CLASS_CODES.unseenAction;
      else if (isActedIn(mdp, s)) classes[pair] = CLASS_CODES.unseenState;
    }
  }
  return classes;
}

/** How much of the world the data has seen. */
export interface Coverage {
  /** Pairs with N(s,a) > 0, of `pairs`. */
  readonly seenPairs: number;
  readonly pairs: number;
  /** States with N(s) > 0, of `states`. */
  readonly seenStates: number;
  readonly states: number;
}

/** Coverage over the reachable states that are not terminal. */
export function coverage(mdp: Mdp, counts: Counts): Coverage {
  let seenPairs = 0;
  let seenStates = 0;
  let states = 0;
  for (let s = 0; s < mdp.states; s++) {
    if (!isActedIn(mdp, s)) continue;
    states++;
    if (counts.states[s] > 0) seenStates++;
    for (let pair = s * ACTION_COUNT; pair < (s + 1) * ACTION_COUNT; pair++) {
      if (counts.pairs[pair] > 0) seenPairs++;
    }
  }
  return { seenPairs, pairs: states * ACTION_COUNT, seenStates, states };
}

const isActedIn = (mdp: Mdp, s: number): boolean => mdp.reachable[s] === 1 && mdp.terminal[s] === 0;

/** N(s,a)/N(s), `[states × 4]`; uniform where N(s) = 0. What behavioural cloning converges to. */
export function empiricalPolicy(counts: Counts): Policy {
  return Float64Array.from(counts.pairs, (n, pair) => {
    const visits = counts.states[Math.floor(pair / ACTION_COUNT)];
    return visits > 0 ? n / visits : 1 / ACTION_COUNT;
  });
}
