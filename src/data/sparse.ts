import { ACTION_COUNT, type Mdp } from '../mdp/types';

/** One outcome of a pair. */
export interface Outcome {
  readonly successor: number;
  readonly probability: number;
  readonly reward: number;
}

/** What an MDP made from another may have of its own. */
export interface Changes {
  readonly start?: Float64Array;
  readonly terminal?: Uint8Array;
  readonly gamma?: number;
}

/** The outcomes of a pair (`state × 4 + action`) of an MDP. */
export function outcomesOf(mdp: Mdp, pair: number): Outcome[] {
  const outcomes: Outcome[] = [];
  for (let o = mdp.offsets[pair]; o < mdp.offsets[pair + 1]; o++) {
    outcomes.push({
      successor: mdp.successors[o],
      probability: mdp.probabilities[o],
      reward: mdp.outcomeRewards[o],
    });
  }
  return outcomes;
}

/**
 * An MDP on the states of `base` with other outcomes: `outcomes(pair)` for every pair of a state
 * that is not terminal. Expected rewards and reachability follow from them.
 */
export function withOutcomes(
  base: Mdp,
  outcomes: (pair: number) => readonly Outcome[],
  { start = base.start, terminal = base.terminal, gamma = base.gamma }: Changes = {},
): Mdp {
  const pairs = base.states * ACTION_COUNT;
  const offsets = new Int32Array(pairs + 1);
  const expectedReward = new Float64Array(pairs);
  const all: Outcome[] = [];
  for (let pair = 0; pair < pairs; pair++) {
    if (terminal[Math.floor(pair / ACTION_COUNT)] === 0) {
      for (const outcome of outcomes(pair)) {
        all.push(outcome);
        expectedReward[pair] += outcome.probability * outcome.reward;
      }
    }
    offsets[pair + 1] = all.length;
  }
  const successors = Int32Array.from(all, (outcome) => outcome.successor);
  return {
    ...base,
    start,
    terminal,
    gamma,
    reachable: reachableStates(start, offsets, successors),
    offsets,
    successors,
    probabilities: Float64Array.from(all, (outcome) => outcome.probability),
    outcomeRewards: Float64Array.from(all, (outcome) => outcome.reward),
    expectedReward,
  };
}

function reachableStates(
  start: Float64Array,
  offsets: Int32Array,
  successors: Int32Array,
): Uint8Array {
  const reachable = Uint8Array.from(start, (mass) => (mass > 0 ? 1 : 0));
  const stack = Array.from(reachable.keys()).filter((s) => reachable[s] === 1);
  for (let s = stack.pop(); s !== undefined; s = stack.pop()) {
    const end = offsets[(s + 1) * ACTION_COUNT];
    for (let o = offsets[s * ACTION_COUNT]; o < end; o++) {
      const next = successors[o];
      if (reachable[next] === 1) continue;
      reachable[next] = 1;
      stack.push(next);
    }
  }
  return reachable;
}
