import { ACTION_COUNT, type Mdp, type Policy } from './types';

/**
 * The chain that a policy makes of an MDP, in compressed rows: from node u to node
 * `targets[i]` with weight `weights[i]`, i in `offsets[u] … offsets[u + 1]`, every target once.
 * Nodes are the states and, last, the restart node: a fall that spreads over all starts is one
 * edge to it, and its own edges are ρ₀, undiscounted and taking no time.
 */
export interface Chain {
  readonly nodes: number;
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
  readonly weights: Float64Array;
}

/** Outcomes of every pair over nodes, as `Chain` has them: `offsets [states × 4 + 1]`. */
export interface Dynamics {
  readonly nodes: number;
  readonly offsets: Int32Array;
  readonly successors: Int32Array;
  readonly probabilities: Float64Array;
  /** States with ρ₀ > 0. */
  readonly starts: Int32Array;
}

const cache = new WeakMap<Mdp, Dynamics>();

/** Below this a difference of probabilities is rounding. */
const ROUNDING = 1e-15;

/**
 * The outcomes of an MDP with every multiple of ρ₀ in them led through the restart node. Without
 * it a world of many starts and many cliffs has states × starts outcomes, and nothing sparse
 * about it. Computed once an MDP.
 */
export function dynamicsOf(mdp: Mdp): Dynamics {
  const known = cache.get(mdp);
  if (known) return known;
  const restart = mdp.states;
  const starts = Int32Array.from(mdp.start.keys()).filter((s) => mdp.start[s] > 0);
  const pairs = mdp.states * ACTION_COUNT;
  const offsets = new Int32Array(pairs + 1);
  const successors: number[] = [];
  const probabilities: number[] = [];
  const add = (successor: number, probability: number) => {
    successors.push(successor);
    probabilities.push(probability);
  };
  const mass = new Float64Array(mdp.states);
  for (let pair = 0; pair < pairs; pair++) {
    const begin = mdp.offsets[pair];
    const end = mdp.offsets[pair + 1];
    for (let i = begin; i < end; i++) mass[mdp.successors[i]] += mdp.probabilities[i];
    let share = 0;
    if (starts.length > 1 && end - begin >= starts.length) {
      share = 1;
      for (const s of starts) share = Math.min(share, mass[s] / mdp.start[s]);
      if (share > 0) add(restart, share);
    }
    for (let i = begin; i < end; i++) {
      const s = mdp.successors[i];
      const rest = mass[s] - share * mdp.start[s];
      mass[s] = 0;
      if (rest > ROUNDING) add(s, rest);
    }
    offsets[pair + 1] = successors.length;
  }
  const dynamics = {
    nodes: mdp.states + 1,
    offsets,
    successors: Int32Array.from(successors),
    probabilities: Float64Array.from(probabilities),
    starts,
  };
  cache.set(mdp, dynamics);
  return dynamics;
}

/** The chain of a policy; edges from states weigh `gamma` times their probability. */
export function chainOf(mdp: Mdp, policy: Policy, gamma: number): Chain {
  const { nodes, offsets: from, successors, probabilities, starts } = dynamicsOf(mdp);
  const capacity = successors.length + starts.length;
  const offsets = new Int32Array(nodes + 1);
  const targets = new Int32Array(capacity);
  const weights = new Float64Array(capacity);
  const slot = new Int32Array(nodes).fill(-1);
  let count = 0;
  for (let s = 0; s < mdp.states; s++) {
    const rowStart = count;
    for (let pair = s * ACTION_COUNT; pair < (s + 1) * ACTION_COUNT; pair++) {
      const factor = gamma * policy[pair];
      if (factor === 0) continue;
      for (let i = from[pair]; i < from[pair + 1]; i++) {
        const target = successors[i];
        if (slot[target] < rowStart) {
          slot[target] = count;
          targets[count] = target;
          weights[count++] = factor * probabilities[i];
        } else {
          weights[slot[target]] += factor * probabilities[i];
        }
      }
    }
    offsets[s + 1] = count;
  }
  for (const s of starts) {
    targets[count] = s;
    weights[count++] = mdp.start[s];
  }
  offsets[nodes] = count;
  return { nodes, offsets, targets, weights };
}
