import type { Frame } from '../../experiment/types';
import { inspector } from '../../texts/inspector';
import type { InstanceView } from '../state/instances';

/** Index of the most likely action of a policy in a state; the lowest on ties. */
export function likeliest(policy: ArrayLike<number>, state: number): number {
  let best = 0;
  for (let a = 1; a < 4; a++) if (policy[state * 4 + a] > policy[state * 4 + best]) best = a;
  return best;
}

/**
 * The one sentence worth saying about a cell. In order: a learner that would take an action
 * never seen here and believes more than it earns; learners that part ways; agreement.
 */
export function headlineOf(
  frame: Frame | null,
  instances: readonly InstanceView[],
  counts: ArrayLike<number>,
  state: number,
  range: number,
): string {
  const t = inspector().headline;
  const visits = [0, 1, 2, 3].reduce((sum, a) => sum + counts[state * 4 + a], 0);
  const acting = instances.flatMap((instance) => {
    const learner = frame?.learners[instance.id]?.[0];
    if (!learner) return [];
    const action = likeliest(learner.policy, state);
    const pair = state * 4 + action;
    return [
      {
        instance,
        action,
        share: learner.policy[pair],
        believed: learner.q ? learner.q[pair] : null,
        truth: learner.trueQ[pair],
        count: counts[pair],
      },
    ];
  });
  if (acting.length === 0) {
    return visits > 0 ? t.visited(visits) : t.unvisited;
  }
  const lured = acting
    .filter((one) => one.count === 0 && one.believed !== null)
    .sort((a, b) => (b.believed ?? 0) - b.truth - ((a.believed ?? 0) - a.truth))[0];
  if (lured?.believed != null && lured.believed - lured.truth > 0.05 * range) {
    const { instance, action, believed, truth } = lured;
    return t.lured(instance.short, action, visits > 0, believed, truth);
  }
  const ways = new Map<number, string[]>();
  for (const one of acting) {
    ways.set(one.action, [...(ways.get(one.action) ?? []), one.instance.short]);
  }
  if (ways.size === 1) {
    const [first] = acting;
    const unsure = acting.find((one) => one.share < 0.5);
    return t.agreed(
      acting.length === 1 ? first.instance.short : null,
      first.action,
      first.count,
      unsure ? { name: unsure.instance.short, share: unsure.share } : null,
    );
  }
  return t.parted([...ways].map(([action, names]) => ({ action, names })));
}
