import type { Mdp, StateIndex } from '../../mdp/types';

/** Why an episode on the map ended; `stuck`: it went in circles long enough to be seen. */
export type WalkEnd = 'goal' | 'terminal' | 'stuck' | 'horizon';

/** An episode under way. Make with `startWalk`, move with `stepWalk`. */
export interface Walk {
  /** States visited so far, the start first. */
  readonly path: readonly StateIndex[];
  /** `actions[i]` was taken in `path[i]`. */
  readonly actions: readonly number[];
  /** Index into `path` from which the walker counts as stuck, null while it gets somewhere. */
  readonly stuckFrom: number | null;
  readonly end: WalkEnd | null;
  /** Index into `path` at which the policy last changed: earlier visits prove nothing. */
  readonly policyFrom: number;
}

/** Steps shown of a walker that goes in circles before it starts again. */
export const STUCK_STEPS = 26;
/** A walk that stays within `FEW` states for `WINDOW` steps is going in circles, slip or not. */
const WINDOW = 24;
const FEW = 6;

function draw(weights: (index: number) => number, count: number, u: number): number {
  let sum = 0;
  let last = 0;
  for (let i = 0; i < count; i++) {
    const weight = weights(i);
    if (weight > 0) {
      sum += weight;
      last = i;
      if (u < sum) return i;
    }
  }
  return last;
}

/** A walk at a start drawn from ρ₀; `random` gives numbers in [0, 1). */
export function startWalk(mdp: Mdp, random: () => number): Walk {
  const state = draw((s) => mdp.start[s], mdp.states, random());
  return { path: [state], actions: [], stuckFrom: null, end: null, policyFrom: 0 };
}

/** Tells a walk that from its present state on it follows another policy. */
export function changePolicy(walk: Walk): Walk {
  return { ...walk, policyFrom: walk.path.length - 1, stuckFrom: null };
}

/** Whether `policy` in `state` leads to one state for certain. */
function certain(mdp: Mdp, policy: ArrayLike<number>, state: StateIndex): boolean {
  for (let a = 0; a < 4; a++) {
    const p = policy[state * 4 + a];
    if (p > 0 && p < 1) return false;
    if (p >= 1) {
      const pair = state * 4 + a;
      return mdp.offsets[pair + 1] - mdp.offsets[pair] === 1;
    }
  }
  return false;
}

function stuckSince(mdp: Mdp, policy: ArrayLike<number>, walk: Walk): number | null {
  if (walk.stuckFrom !== null) return walk.stuckFrom;
  const { path } = walk;
  const here = path.length - 1;
  const visited = path.lastIndexOf(path[here], here - 1);
  if (visited >= walk.policyFrom) {
    const circle = path.slice(visited, here);
    if (circle.every((state) => certain(mdp, policy, state))) return here;
  }
  const from = here - WINDOW;
  if (from >= walk.policyFrom && new Set(path.slice(from)).size <= FEW) return here;
  return null;
}

/**
 * One step of the true MDP under `policy` `[states × 4]`, slip included. A walk that has ended
 * comes back as it is. Deterministic given `random` (two numbers a step).
 */
export function stepWalk(
  mdp: Mdp,
  policy: ArrayLike<number>,
  walk: Walk,
  random: () => number,
): Walk {
  if (walk.end !== null) return walk;
  const state = walk.path[walk.path.length - 1];
  if (mdp.terminal[state]) return { ...walk, end: mdp.goal[state] ? 'goal' : 'terminal' };
  const action = draw((a) => policy[state * 4 + a], 4, random());
  const first = mdp.offsets[state * 4 + action];
  const count = mdp.offsets[state * 4 + action + 1] - first;
  const next = mdp.successors[first + draw((i) => mdp.probabilities[first + i], count, random())];
  const moved: Walk = {
    ...walk,
    path: [...walk.path, next],
    actions: [...walk.actions, action],
  };
  if (mdp.terminal[next]) return { ...moved, end: mdp.goal[next] ? 'goal' : 'terminal' };
  const stuckFrom = stuckSince(mdp, policy, moved);
  const steps = moved.actions.length;
  const end =
    steps >= mdp.horizon
      ? 'horizon'
      : stuckFrom !== null && steps - stuckFrom >= STUCK_STEPS
        ? 'stuck'
        : null;
  return { ...moved, stuckFrom, end };
}

/** A whole walk from start to end, for a still picture. */
export function wholeWalk(mdp: Mdp, policy: ArrayLike<number>, random: () => number): Walk {
  let walk = startWalk(mdp, random);
  while (walk.end === null) walk = stepWalk(mdp, policy, walk, random);
  return walk;
}

/** Whether two states lie side by side or are one: only then does a walker glide between them. */
export function adjacent(
  grid: { readonly cells: Int32Array; readonly columns: number },
  a: StateIndex,
  b: StateIndex,
): boolean {
  const from = grid.cells[a];
  const to = grid.cells[b];
  const rows = Math.abs(Math.floor(from / grid.columns) - Math.floor(to / grid.columns));
  const columns = Math.abs((from % grid.columns) - (to % grid.columns));
  return rows + columns <= 1;
}
