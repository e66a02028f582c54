import { type Dynamics, dynamicsOf } from './chain';
import { backup, evaluatePolicy } from './evaluate';
import { ACTION_COUNT, type Mdp, type Policy, type Values } from './types';

/** Sweeps before policy iteration takes over: enough to carry a goal's value across the map. */
const SWEEPS = 60;
/** An action must beat the current one by this much, relative to the values, to replace it. */
const IMPROVEMENT = 1e-13;
/** Stands for the uniform policy in a state where nothing is allowed. */
const NOTHING_ALLOWED = -1;

/** Nodes by their distance to the nearest terminal state, those that reach none last. */
function outwardOrder(mdp: Mdp, { nodes, offsets, successors, starts }: Dynamics): Int32Array {
  const predecessors: number[][] = Array.from({ length: nodes }, () => []);
  for (let pair = 0; pair < mdp.states * ACTION_COUNT; pair++) {
    const s = Math.floor(pair / ACTION_COUNT);
    for (let i = offsets[pair]; i < offsets[pair + 1]; i++) predecessors[successors[i]].push(s);
  }
  for (const s of starts) predecessors[s].push(mdp.states);
  const seen = new Uint8Array(nodes);
  const order: number[] = [];
  const visit = (node: number) => {
    if (seen[node] === 1) return;
    seen[node] = 1;
    order.push(node);
  };
  for (let s = 0; s < mdp.states; s++) if (mdp.terminal[s] === 1) visit(s);
  for (let i = 0; i < order.length; i++) predecessors[order[i]].forEach(visit);
  for (let node = 0; node < nodes; node++) visit(node);
  return Int32Array.from(order);
}

/** Best value over the allowed actions of a state, their mean where nothing is allowed. */
function stateBackup(
  mdp: Mdp,
  { offsets, successors, probabilities }: Dynamics,
  allowed: ArrayLike<number> | undefined,
  v: Float64Array,
  s: number,
): number {
  let best = Number.NEGATIVE_INFINITY;
  let mean = 0;
  for (let pair = s * ACTION_COUNT; pair < (s + 1) * ACTION_COUNT; pair++) {
    let next = 0;
    for (let i = offsets[pair]; i < offsets[pair + 1]; i++) {
      next += probabilities[i] * v[successors[i]];
    }
    const value = mdp.expectedReward[pair] + mdp.gamma * next;
    mean += value / ACTION_COUNT;
    if (allowed?.[pair] !== 0) best = Math.max(best, value);
  }
  return best === Number.NEGATIVE_INFINITY ? mean : best;
}

/**
 * Gauss–Seidel value iteration, outward from the terminal states. It begins below every policy's
 * value and rises, so that in a world without slip one sweep settles what lies around a goal.
 */
function sweep(mdp: Mdp, allowed: ArrayLike<number> | undefined): Float64Array {
  const dynamics = dynamicsOf(mdp);
  const order = outwardOrder(mdp, dynamics);
  const worst = mdp.expectedReward.reduce((low, r) => Math.min(low, r), 0);
  const v = new Float64Array(dynamics.nodes).fill(worst / (1 - mdp.gamma));
  for (let s = 0; s < mdp.states; s++) if (mdp.terminal[s] === 1) v[s] = 0;
  for (let count = 0, settled = false; count < SWEEPS && !settled; count++) {
    settled = true;
    for (const node of order) {
      if (mdp.terminal[node] === 1) continue;
      const value =
        node === mdp.states
          ? dynamics.starts.reduce((sum, s) => sum + mdp.start[s] * v[s], 0)
          : stateBackup(mdp, dynamics, allowed, v, node);
      if (value !== v[node]) settled = false;
      v[node] = value;
    }
  }
  return v;
}

/** Moves every state's choice to its best allowed action where that is better; says whether any moved. */
function improve(
  mdp: Mdp,
  q: Float64Array,
  allowed: ArrayLike<number> | undefined,
  choice: Int8Array,
): boolean {
  let scale = 0;
  for (const value of q) scale = Math.max(scale, Math.abs(value));
  let moved = false;
  for (let s = 0; s < mdp.states; s++) {
    const row = s * ACTION_COUNT;
    if (mdp.terminal[s] === 1 || choice[s] === NOTHING_ALLOWED) continue;
    for (let a = 0; a < ACTION_COUNT; a++) {
      if (allowed?.[row + a] === 0) continue;
      if (q[row + a] > q[row + choice[s]] + IMPROVEMENT * scale) {
        choice[s] = a;
        moved = true;
      }
    }
  }
  return moved;
}

function firstAllowed(mdp: Mdp, allowed: ArrayLike<number> | undefined): Int8Array {
  const choice = new Int8Array(mdp.states);
  if (!allowed) return choice;
  for (let s = 0; s < mdp.states; s++) {
    choice[s] = NOTHING_ALLOWED;
    for (let a = ACTION_COUNT - 1; a >= 0; a--) {
      if (allowed[s * ACTION_COUNT + a] !== 0) choice[s] = a;
    }
  }
  return choice;
}

function policyOfChoice(choice: Int8Array): Policy {
  const policy = new Float64Array(choice.length * ACTION_COUNT);
  choice.forEach((action, s) => {
    const row = s * ACTION_COUNT;
    if (action === NOTHING_ALLOWED) policy.fill(1 / ACTION_COUNT, row, row + ACTION_COUNT);
    else policy[row + action] = 1;
  });
  return policy;
}

const total = (v: Float64Array): number => v.reduce((sum, value) => sum + value, 0);

/**
 * Q* and V* of an MDP: a few sweeps of value iteration for a first guess, then policy iteration
 * with exact evaluation (Howard 1960) until no action is better.
 *
 * With `allowed [states × 4]` the values of the best policy that takes only actions marked ≠ 0,
 * uniform in states where nothing is marked; `q` has every pair, also those not allowed: the
 * value of taking it once.
 *
 * Throws RangeError on an `allowed` of the wrong length.
 */
export function optimalValues(mdp: Mdp, allowed?: ArrayLike<number>): Values {
  if (allowed && allowed.length !== mdp.states * ACTION_COUNT) {
    throw new RangeError(
      `Allowed actions of this world are ${mdp.states * ACTION_COUNT} marks (4 for each of ${mdp.states} states), not ${allowed.length}.`,
    );
  }
  const choice = firstAllowed(mdp, allowed);
  improve(mdp, backup(mdp, sweep(mdp, allowed)), allowed, choice);
  let values = evaluatePolicy(mdp, policyOfChoice(choice));
  for (;;) {
    const improved = Int8Array.from(choice);
    if (!improve(mdp, values.q, allowed, improved)) return values;
    const next = evaluatePolicy(mdp, policyOfChoice(improved));
    // A round lowers no value and raises some; where the sum does not rise, what looked better
    // was rounding. A sum that must rise also rules out going in circles.
    if (!(total(next.v) > total(values.v))) return values;
    values = next;
    choice.set(improved);
  }
}
