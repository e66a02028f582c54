import { ACTION_COUNT, type Mdp, type Policy, type StateIndex } from '../mdp/types';
import type { RandomStream } from '../random/stream';

/** Draws starts and outcomes of a world; scans short cumulative sums, since rows are short. */
export interface Walker {
  /** A state from the start distribution. */
  start(stream: RandomStream): StateIndex;
  /** Index into the MDP's outcomes (`successors`, `outcomeRewards`) of taking `action` in `state`. */
  outcome(state: StateIndex, action: number, stream: RandomStream): number;
}

/**
 * A walker of the MDP from `start` (`[states]`, default: the world's own start distribution).
 * Throws RangeError where no state has a positive start probability.
 */
export function walker(mdp: Mdp, start: Float64Array = mdp.start): Walker {
  const starts: StateIndex[] = [];
  for (let s = 0; s < mdp.states; s++) if (start[s] > 0) starts.push(s);
  if (starts.length === 0)
    throw new RangeError('An episode needs a state to start in; none has a positive probability.');
  const { offsets, probabilities } = mdp;
  return {
    start(stream) {
      if (starts.length === 1) return starts[0];
      let u = stream.uniform();
      for (const s of starts) {
        u -= start[s];
        if (u < 0) return s;
      }
      return starts[starts.length - 1];
    },
    outcome(state, action, stream) {
      const pair = state * ACTION_COUNT + action;
      const last = offsets[pair + 1] - 1;
      let o = offsets[pair];
      if (o === last) return o;
      let u = stream.uniform();
      while (o < last) {
        u -= probabilities[o];
        if (u < 0) return o;
        o++;
      }
      return last;
    },
  };
}

/** An action drawn from π(·|state), never one of probability 0. */
export function drawAction(policy: Policy, state: StateIndex, stream: RandomStream): number {
  const row = state * ACTION_COUNT;
  let u = stream.uniform();
  let drawn = 0;
  for (let a = 0; a < ACTION_COUNT; a++) {
    const p = policy[row + a];
    if (p <= 0) continue;
    drawn = a;
    u -= p;
    if (u < 0) break;
  }
  return drawn;
}
