import type { Mdp } from '../../mdp/types';

/** Whether two rewards are the same to a relative tolerance. */
export function matchesReward(a: number, b: number, tolerance: number): boolean {
  return a === b || Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b));
}

/**
 * The one of `paid` that a file's reward stands for: the same number, else the closest within the
 * tolerance; undefined where none is. Two cells may pay rewards closer to each other than that.
 */
export function matchingReward(
  paid: readonly number[],
  reward: number,
  tolerance: number,
): number | undefined {
  let best: number | undefined;
  for (const candidate of paid) {
    if (!matchesReward(candidate, reward, tolerance)) continue;
    if (best === undefined || Math.abs(candidate - reward) < Math.abs(best - reward)) {
      best = candidate;
    }
  }
  return best;
}

/** Rewards that the world pays when pair `state × 4 + action` leads to `next`; none where it never does. */
export function rewardsPaid(mdp: Mdp, pair: number, next: number): number[] {
  const rewards: number[] = [];
  for (let o = mdp.offsets[pair]; o < mdp.offsets[pair + 1]; o++) {
    if (mdp.successors[o] === next) rewards.push(mdp.outcomeRewards[o]);
  }
  return rewards;
}

/** Which successors count: those that end episodes, those that do not, or all. */
export type EndKind = 'ends' | 'goes on' | 'any';

/**
 * Where a pair can have led with that reward, to the tolerance where it pays it nowhere exactly;
 * where not even so, where it can have led at all. Every state once, in ascending order.
 */
export function possibleSuccessors(
  mdp: Mdp,
  pair: number,
  reward: number,
  tolerance: number,
  kind: EndKind,
): number[] {
  const exact = new Set<number>();
  const close = new Set<number>();
  const all = new Set<number>();
  for (let o = mdp.offsets[pair]; o < mdp.offsets[pair + 1]; o++) {
    const next = mdp.successors[o];
    if (kind !== 'any' && (mdp.terminal[next] === 1) !== (kind === 'ends')) continue;
    all.add(next);
    if (mdp.outcomeRewards[o] === reward) exact.add(next);
    if (matchesReward(mdp.outcomeRewards[o], reward, tolerance)) close.add(next);
  }
  return [...(exact.size > 0 ? exact : close.size > 0 ? close : all)];
}
