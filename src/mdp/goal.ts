import { chainOf } from './chain';
import type { Mdp, Policy } from './types';

/** How a policy fares with the goal, from the start distribution. */
export interface GoalStatistics {
  /** Probability of reaching a goal within the horizon. */
  readonly goalRate: number;
  /** Expected steps to it given that it is reached; null where it never is. */
  readonly goalSteps: number | null;
}

/** Mass below this changes no rate, and soon would be too small for fast arithmetic. */
const NEGLIGIBLE = 1e-200;

/**
 * Goal rate and steps of a policy, by carrying the exact distribution over states forward to the
 * horizon; states without mass cost next to nothing.
 */
export function goalStatistics(mdp: Mdp, policy: Policy): GoalStatistics {
  const { nodes, offsets, targets, weights } = chainOf(mdp, policy, 1);
  const restart = mdp.states;
  const terminals = Int32Array.from(mdp.terminal.keys()).filter((s) => mdp.terminal[s] === 1);
  let now = new Float64Array(nodes);
  let next = new Float64Array(nodes);
  now.set(mdp.start);
  let reached = 0;
  let steps = 0;
  let alive = true;
  for (let step = 1; step <= mdp.horizon && alive; step++) {
    alive = false;
    // The restart node comes after all states, so that what falls is back on a start in this step.
    for (let node = 0; node < nodes; node++) {
      const mass = node === restart ? next[restart] : now[node];
      if (mass < NEGLIGIBLE) continue;
      alive = true;
      for (let i = offsets[node]; i < offsets[node + 1]; i++) next[targets[i]] += mass * weights[i];
    }
    next[restart] = 0;
    for (const s of terminals) {
      if (mdp.goal[s] === 1) {
        reached += next[s];
        steps += step * next[s];
      }
      next[s] = 0;
    }
    [now, next] = [next, now];
    next.fill(0);
  }
  return { goalRate: Math.min(1, reached), goalSteps: reached > 0 ? steps / reached : null };
}
