/** Columns of every table of pairs. */
export const ACTION_COUNT = 4;

/** The columns of a dataset that a loss reads; row i of every column is one transition. */
export interface Rows {
  readonly size: number;
  readonly state: ArrayLike<number>;
  readonly action: ArrayLike<number>;
  readonly reward: ArrayLike<number>;
  readonly nextState: ArrayLike<number>;
  /** 1 where the row does not bootstrap. */
  readonly terminal: ArrayLike<number>;
}

/**
 * A dataset as a loss over a table sees it: rows are drawn uniformly, so that a pair p = s × 4 + a
 * weighs N(s,a), and all that enters of its rows are their mean reward and how often each next state
 * is bootstrapped from. Rewards are multiplied by the learners' scale.
 */
export interface EmpiricalTable {
  readonly states: number;
  readonly gamma: number;
  /** `[states × 4]` N(s,a). */
  readonly pairs: Int32Array;
  /** `[states]` N(s). */
  readonly visits: Int32Array;
  /** `[states × 4]` b(a|s) = N(s,a)/N(s); 0 where N(s) = 0. */
  readonly behavior: Float64Array;
  /** `[states × 4]` mean of the scaled rewards; 0 where N(s,a) = 0. */
  readonly reward: Float64Array;
  /**
   * `[states × 4 + 1]`: pair p bootstraps from `successors[i]` with share `shares[i]` of its rows,
   * i in `offsets[p] … offsets[p + 1]`. Shares sum to 1 less the share of terminal rows. States that
   * the data never leaves are among them.
   */
  readonly offsets: Int32Array;
  readonly successors: Int32Array;
  readonly shares: Float64Array;
  /** The states with N(s) > 0, those nearest to an end of the data first. */
  readonly order: Int32Array;
}

/** States with data, by how few recorded steps lead from them to a row that does not go on. */
function outwardOrder(rows: Rows, visits: Int32Array): Int32Array {
  const states = visits.length;
  const predecessors: number[][] = Array.from({ length: states }, () => []);
  const queued = new Uint8Array(states);
  const order: number[] = [];
  const queue = (s: number) => {
    if (queued[s] === 1 || visits[s] === 0) return;
    queued[s] = 1;
    order.push(s);
  };
  for (let row = 0; row < rows.size; row++) {
    const next = rows.nextState[row];
    if (rows.terminal[row] === 1 || visits[next] === 0) queue(rows.state[row]);
    else predecessors[next].push(rows.state[row]);
  }
  for (let i = 0; i < order.length; i++) predecessors[order[i]].forEach(queue);
  for (let s = 0; s < states; s++) queue(s);
  return Int32Array.from(order);
}

/**
 * The table of a dataset. `scale` multiplies every reward (docs/contract.md#scale); `gamma` in [0, 1).
 *
 * Throws RangeError on a row whose states or action are none of the world's.
 */
export function empiricalTable(
  states: number,
  gamma: number,
  rows: Rows,
  scale = 1,
): EmpiricalTable {
  const pairs = new Int32Array(states * ACTION_COUNT);
  const visits = new Int32Array(states);
  const reward = new Float64Array(states * ACTION_COUNT);
  const goesOn = new Map<number, number>();
  for (let row = 0; row < rows.size; row++) {
    const s = rows.state[row];
    const next = rows.nextState[row];
    const a = rows.action[row];
    if (!(s >= 0 && s < states && next >= 0 && next < states && a >= 0 && a < ACTION_COUNT)) {
      throw new RangeError(
        `Row ${row}: action ${a} from state ${s} to ${next}, but there are ${states} states and ${ACTION_COUNT} actions.`,
      );
    }
    const pair = s * ACTION_COUNT + a;
    visits[s]++;
    pairs[pair]++;
    reward[pair] += scale * rows.reward[row];
    if (rows.terminal[row] === 1) continue;
    const edge = pair * states + next;
    goesOn.set(edge, (goesOn.get(edge) ?? 0) + 1);
  }
  const edges = [...goesOn].sort(([e], [f]) => e - f);
  const offsets = new Int32Array(states * ACTION_COUNT + 1);
  for (const [edge] of edges) offsets[Math.floor(edge / states) + 1]++;
  for (let pair = 0; pair < pairs.length; pair++) {
    offsets[pair + 1] += offsets[pair];
    if (pairs[pair] > 0) reward[pair] /= pairs[pair];
  }
  return {
    states,
    gamma,
    pairs,
    visits,
    behavior: Float64Array.from(pairs, (n, pair) =>
      n > 0 ? n / visits[Math.floor(pair / ACTION_COUNT)] : 0,
    ),
    reward,
    offsets,
    successors: Int32Array.from(edges, ([edge]) => edge % states),
    shares: Float64Array.from(edges, ([edge, n]) => n / pairs[Math.floor(edge / states)]),
    order: outwardOrder(rows, visits),
  };
}
