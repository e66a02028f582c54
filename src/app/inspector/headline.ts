import type { Frame } from '../../experiment/types';
import { ACTIONS } from '../../mdp/types';
import { formatSeen, formatShare, formatValue } from '../../texts/format';
import type { InstanceView } from '../instances';

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
    return visits > 0
      ? `The data came through here ${formatSeen(visits).replace('seen ', '')}.`
      : 'The data never came here.';
  }
  const lured = acting
    .filter((one) => one.count === 0 && one.believed !== null)
    .sort((a, b) => (b.believed ?? 0) - b.truth - ((a.believed ?? 0) - a.truth))[0];
  if (lured?.believed != null && lured.believed - lured.truth > 0.05 * range) {
    const where = visits > 0 ? 'never seen here' : 'in a cell the data never visits';
    return `${lured.instance.short} goes ${ACTIONS[lured.action]}, ${where}: it believes ${formatValue(lured.believed)}, the truth is ${formatValue(lured.truth)}.`;
  }
  const ways = new Map<number, string[]>();
  for (const one of acting) {
    ways.set(one.action, [...(ways.get(one.action) ?? []), one.instance.short]);
  }
  const uncertain = acting.filter((one) => one.share < 0.5);
  if (ways.size === 1) {
    const action = acting[0].action;
    const doubt =
      uncertain.length > 0
        ? ` (${uncertain[0].instance.short} only ${formatShare(uncertain[0].share)} of the time)`
        : '';
    const all = acting.length === 1 ? `${acting[0].instance.short} goes` : 'All go';
    return `${all} ${ACTIONS[action]}, ${formatSeen(acting[0].count)} here${doubt}.`;
  }
  const said = [...ways].map(([action, names], i) => {
    const verb = names.length === 1 ? 'goes' : 'go';
    return `${names.join(' and ')} ${i === 0 ? `${verb} ` : ''}${ACTIONS[action]}`;
  });
  return `${said.join(', ')}.`;
}
