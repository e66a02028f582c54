import { ACTION_COUNT, type Mdp, type World } from './types';
import { WorldError, worldFaults } from './world';

/** Row and column steps of up, right, down, left. */
const MOVES = [
  [-1, 0],
  [0, 1],
  [1, 0],
  [0, -1],
] as const;

/** Outcomes of all pairs so far, in columns. */
class Outcomes {
  readonly successors: number[] = [];
  readonly probabilities: number[] = [];
  readonly rewards: number[] = [];

  /**
   * Adds the outcomes of one pair from two lists sorted by successor, moves on the spot and falls
   * to a start, each successor at most once in either. A move and a fall to one state stay apart
   * unless they pay the same, since an outcome that pays their mean never happens.
   */
  addPair(moves: readonly Outcome[], falls: readonly Outcome[]): void {
    let m = 0;
    let f = 0;
    while (m < moves.length || f < falls.length) {
      const move = moves[m];
      const fall = falls[f];
      if (move && fall && move.successor === fall.successor && move.reward === fall.reward) {
        this.push(move.successor, move.probability + fall.probability, move.reward);
        m++;
        f++;
      } else if (move && (!fall || move.successor <= fall.successor)) {
        this.push(move.successor, move.probability, move.reward);
        m++;
      } else {
        this.push(fall.successor, fall.probability, fall.reward);
        f++;
      }
    }
  }

  private push(successor: number, probability: number, reward: number): void {
    this.successors.push(successor);
    this.probabilities.push(probability);
    this.rewards.push(reward);
  }
}

interface Outcome {
  readonly successor: number;
  readonly probability: number;
  readonly reward: number;
}

/**
 * States with a positive chance to be visited under some policy, marked by 1, from where `start [states]`
 * has mass; of those that `ends` marks nothing further is reached.
 */
export function reachableStates(
  start: Float64Array,
  offsets: Int32Array,
  successors: ArrayLike<number>,
  ends?: Uint8Array,
): Uint8Array {
  const reachable = new Uint8Array(start.length);
  const stack: number[] = [];
  const visit = (s: number) => {
    if (reachable[s] === 0) {
      reachable[s] = 1;
      stack.push(s);
    }
  };
  start.forEach((mass, s) => {
    if (mass > 0) visit(s);
  });
  for (let s = stack.pop(); s !== undefined; s = stack.pop()) {
    if (ends?.[s]) continue;
    const end = offsets[(s + 1) * ACTION_COUNT];
    for (let i = offsets[s * ACTION_COUNT]; i < end; i++) visit(successors[i]);
  }
  return reachable;
}

/**
 * The finite MDP of a world (rules: `World` and `Rewards`). Outcomes of a pair are sorted by
 * successor and have positive probability, summing to 1; a move that slips goes to each of the
 * two perpendicular directions with probability slip/2; bumping enters the cell one stands on.
 *
 * Throws WorldError with a sentence for everything that is wrong with the world. A world without
 * a goal is built all the same; `goalReachable` tells.
 */
export function buildMdp(world: World): Mdp {
  const faults = worldFaults(world);
  if (faults.length > 0) throw new WorldError(faults);

  const rows = world.map.length;
  const columns = world.map[0].length;
  const characters = world.map.join('');
  const stateOfCell = new Int32Array(rows * columns).fill(-1);
  const cellList: number[] = [];
  for (let cell = 0; cell < characters.length; cell++) {
    if (characters[cell] === '#') continue;
    stateOfCell[cell] = cellList.length;
    cellList.push(cell);
  }
  const cells = Int32Array.from(cellList);
  const states = cells.length;
  const kinds = cellList.map((cell) => characters[cell]);
  const goal = Uint8Array.from(kinds, (kind) => (kind === 'G' ? 1 : 0));
  const terminal = Uint8Array.from(kinds, (kind) => (kind === 'G' || kind === 'P' ? 1 : 0));
  const starts = kinds.flatMap((kind, s) => (kind === 'S' ? [s] : []));
  const start = new Float64Array(states);
  for (const s of starts) start[s] = 1 / starts.length;

  const rewardOf: Readonly<Record<string, number>> = {
    G: world.rewards.goal,
    P: world.rewards.pit,
    C: world.rewards.cliff,
  };
  const entered = (cell: number, direction: number): number => {
    const row = Math.floor(cell / columns) + MOVES[direction][0];
    const column = (cell % columns) + MOVES[direction][1];
    if (row < 0 || row >= rows || column < 0 || column >= columns) return cell;
    const next = row * columns + column;
    return stateOfCell[next] < 0 ? cell : next;
  };

  const offsets = new Int32Array(states * ACTION_COUNT + 1);
  const expectedReward = new Float64Array(states * ACTION_COUNT);
  const outcomes = new Outcomes();
  for (let s = 0; s < states; s++) {
    for (let a = 0; a < ACTION_COUNT; a++) {
      const pair = s * ACTION_COUNT + a;
      const moves: Outcome[] = [];
      let falling = 0;
      const move = (direction: number, probability: number) => {
        if (probability === 0) return;
        const cell = entered(cells[s], direction);
        const reward = rewardOf[characters[cell]] ?? world.rewards.step;
        expectedReward[pair] += probability * reward;
        if (characters[cell] === 'C') {
          falling += probability;
          return;
        }
        const successor = stateOfCell[cell];
        const same = moves.findIndex((other) => other.successor === successor);
        if (same < 0) moves.push({ successor, probability, reward });
        else
          moves[same] = { successor, probability: moves[same].probability + probability, reward };
      };
      if (terminal[s] === 0) {
        move(a, 1 - world.slip);
        move((a + 1) % ACTION_COUNT, world.slip / 2);
        move((a + 3) % ACTION_COUNT, world.slip / 2);
      }
      moves.sort((x, y) => x.successor - y.successor);
      const share = falling / starts.length;
      const fall = (successor: number): Outcome => ({
        successor,
        probability: share,
        reward: world.rewards.cliff,
      });
      outcomes.addPair(moves, share > 0 ? starts.map(fall) : []);
      offsets[pair + 1] = outcomes.successors.length;
    }
  }

  return {
    world,
    states,
    rows,
    columns,
    cells,
    stateOfCell,
    terminal,
    goal,
    start,
    reachable: reachableStates(start, offsets, outcomes.successors),
    offsets,
    successors: Int32Array.from(outcomes.successors),
    probabilities: Float64Array.from(outcomes.probabilities),
    outcomeRewards: Float64Array.from(outcomes.rewards),
    expectedReward,
    gamma: world.gamma,
    horizon: world.horizon,
  };
}

/** Whether some policy can reach a goal from a start. */
export function goalReachable(mdp: Mdp): boolean {
  return mdp.goal.some((isGoal, s) => isGoal === 1 && mdp.reachable[s] === 1);
}
