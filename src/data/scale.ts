import type { Mdp } from '../mdp/types';
import type { Transitions } from './types';

/** What the best recorded way from a start is to be worth to the learners. */
const BEST_RETURN = 20;
/** The most that a single reward may be to them. */
const LARGEST_REWARD = 33;

/** How episodes end, the most telling first: of the rows of the first kind there is, the best counts. */
const ENDINGS = ['terminated', 'horizon', 'cut'] as const;
type Ending = (typeof ENDINGS)[number];

function endingOf({ terminal, step }: Transitions, last: number, horizon: number): Ending {
  if (terminal[last] === 1) return 'terminated';
  return step[last] + 1 >= horizon ? 'horizon' : 'cut';
}

/**
 * Discounted return of the best recorded way from a start: over all rows that leave a state in which
 * some episode begins (an episode that fell back to its start and then arrived shows what the start is
 * worth by its last attempt), the return from there to the episode's end. Terminated episodes count
 * where there are any, else those that reached the horizon, else all. 0 without rows.
 */
export function bestRecordedReturn(
  transitions: Transitions,
  { gamma, horizon }: Pick<Mdp, 'gamma' | 'horizon'>,
): number {
  const { size, state, reward, episode } = transitions;
  const begins = new Set<number>();
  for (let row = 0; row < size; row++) {
    if (row === 0 || episode[row] !== episode[row - 1]) begins.add(state[row]);
  }
  const best = new Map<Ending, number>();
  let ending: Ending = 'cut';
  let toGo = 0;
  for (let row = size - 1; row >= 0; row--) {
    const last = row === size - 1 || episode[row + 1] !== episode[row];
    if (last) ending = endingOf(transitions, row, horizon);
    toGo = reward[row] + gamma * (last ? 0 : toGo);
    if (begins.has(state[row])) best.set(ending, Math.max(best.get(ending) ?? -Infinity, toGo));
  }
  const telling = ENDINGS.find((kind) => best.has(kind));
  return (telling && best.get(telling)) ?? 0;
}

/**
 * The number that the learners' rewards are multiplied by, from the data alone, so that the constants
 * of losses (α, β, κ, the learning rate) mean the same in every world:
 * c = min(20 / |best recorded return|, 33 / max |reward|). Neither half is safe alone: where the one
 * success came late the first is in the thousands, where every step costs something the second makes
 * values of hundreds. 1 for data without any reward; always positive and finite.
 */
export function automaticScale(
  transitions: Transitions,
  problem: Pick<Mdp, 'gamma' | 'horizon'>,
): number {
  const largest = transitions.reward.reduce((most, reward) => Math.max(most, Math.abs(reward)), 0);
  if (largest === 0) return 1;
  const best = Math.abs(bestRecordedReturn(transitions, problem));
  return Math.min(
    Number.MAX_VALUE,
    best > 0 ? BEST_RETURN / best : Number.POSITIVE_INFINITY,
    LARGEST_REWARD / largest,
  );
}
