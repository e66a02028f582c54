import type { ProblemView } from '../../experiment/types';
import type { LearnerMeta } from '../../learners/meta';
import { ACTION_COUNT, type StateIndex } from '../../mdp/types';

/** Which pairs a learner's backups read. */
type Consults = NonNullable<LearnerMeta['consults']>;

/** What the data says of one pair. */
interface Seen {
  /** Mean of the recorded rewards. */
  readonly reward: number;
  /** Where it led most often. */
  readonly next: StateIndex;
  /** Whether episodes end there. */
  readonly terminal: boolean;
  /** A row that led there, from 0. */
  readonly row: number;
}

/** How often a pair led somewhere, and the first row in which it did. */
interface Led {
  times: number;
  readonly row: number;
}

/** One backup: the value of a pair is pulled to the reward and the value of the pair after it. */
export interface Backup {
  readonly state: StateIndex;
  readonly action: number;
  /** Q̂(s, a). */
  readonly value: number;
  /** N(s, a). */
  readonly count: number;
  /** What the data says of it; null where it has no row of it, so that no backup ever wrote this value. */
  readonly seen: Seen | null;
  /** r + γ Q̂(s′, a′) for the pair that comes next in the chain, r where episodes end; null without a row. */
  readonly target: number | null;
}

/** The backups that made a value, from the pair to where the value comes from. */
export interface Chain {
  readonly backups: readonly Backup[];
  /**
   * `ends`: in a reward at which episodes end; `untried`: in a pair without data, where the max left it;
   * `loop`: in a pair of the chain itself, whose value feeds on itself.
   */
  readonly source: 'ends' | 'untried' | 'loop';
}

const summaries = new WeakMap<ProblemView, ReadonlyMap<number, Seen>>();

/** Of every pair in the data the mean reward, and the successor that is recorded most often. */
function seenPairs(problem: ProblemView): ReadonlyMap<number, Seen> {
  const known = summaries.get(problem);
  if (known) return known;
  const { size, state, action, reward, nextState, terminal } = problem.transitions;
  const pairs = new Map<number, { sum: number; rows: number; to: Map<StateIndex, Led> }>();
  for (let row = 0; row < size; row++) {
    const pair = state[row] * ACTION_COUNT + action[row];
    const found = pairs.get(pair) ?? { sum: 0, rows: 0, to: new Map<StateIndex, Led>() };
    found.sum += reward[row];
    found.rows += 1;
    const led = found.to.get(nextState[row]);
    if (led) led.times += 1;
    else found.to.set(nextState[row], { times: 1, row });
    pairs.set(pair, found);
  }
  const made = new Map(
    [...pairs].map(([pair, { sum, rows, to }]) => {
      const [next, { row }] = [...to].reduce((most, one) =>
        one[1].times > most[1].times ? one : most,
      );
      return [pair, { reward: sum / rows, next, terminal: terminal[row] === 1, row }];
    }),
  );
  summaries.set(problem, made);
  return made;
}

/** The action of the highest value in a state, among all or among those in the data; ties go to the lowest. */
function best(
  q: ArrayLike<number>,
  counts: ArrayLike<number>,
  state: StateIndex,
  consults: Consults,
): number {
  const all = Array.from({ length: ACTION_COUNT }, (_, action) => action);
  const seen = all.filter((action) => counts[state * ACTION_COUNT + action] > 0);
  const asked = consults === 'data' && seen.length > 0 ? seen : all;
  return asked.reduce((most, action) =>
    q[state * ACTION_COUNT + action] > q[state * ACTION_COUNT + most] ? action : most,
  );
}

/**
 * The chain of backups behind Q̂(s, a): from a pair to the pair that its target reads (where it led most often,
 * and there the highest value that the learner consults), until a reward ends it, the data ends, or it returns to
 * itself. A softmax over values is followed where it weighs the most, an expectile of the data's actions likewise.
 *
 * @param q `[states × 4]` Q̂.
 */
export function backupsBehind(
  problem: ProblemView,
  q: ArrayLike<number>,
  consults: Consults,
  state: StateIndex,
  action: number,
): Chain {
  const { counts, world } = problem;
  const seen = seenPairs(problem);
  const backups: Backup[] = [];
  const visited = new Set<number>();
  let at = { state, action };
  for (;;) {
    const pair = at.state * ACTION_COUNT + at.action;
    const found = seen.get(pair) ?? null;
    const common = { ...at, value: q[pair], count: counts[pair], seen: found };
    if (found === null) {
      backups.push({ ...common, target: null });
      return { backups, source: 'untried' };
    }
    visited.add(pair);
    if (found.terminal) {
      backups.push({ ...common, target: found.reward });
      return { backups, source: 'ends' };
    }
    const next = { state: found.next, action: best(q, counts, found.next, consults) };
    const after = next.state * ACTION_COUNT + next.action;
    backups.push({ ...common, target: found.reward + world.gamma * q[after] });
    if (visited.has(after)) return { backups, source: 'loop' };
    at = next;
  }
}
