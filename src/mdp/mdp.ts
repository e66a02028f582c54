import { ACTION_COUNT, type Mdp, type World } from './types';
import { WorldError, worldFaults } from './world';

/** Row and column steps of up, right, down, left. */
const MOVES = [
  [-1, 0],
  [0, 1],
  [1, 0],
  [0, -1],
] as const;

interface Outcome {
  readonly successor: number;
  readonly probability: number;
  readonly reward: number;
}

/**
 * Sorted by successor, then reward; duplicates merged. Outcomes that differ in their reward stay
 * apart (a step onto a start and a fall that ends there), since one that pays their mean never
 * happens.
 */
function merged(outcomes: Outcome[]): Outcome[] {
  outcomes.sort((x, y) => x.successor - y.successor || x.reward - y.reward);
  const result: Outcome[] = [];
  for (const outcome of outcomes) {
    const last = result[result.length - 1];
    if (last && last.successor === outcome.successor && last.reward === outcome.reward) {
      result[result.length - 1] = { ...last, probability: last.probability + outcome.probability };
    } else {
      result.push(outcome);
    }
  }
  return result;
}

/** States with a positive chance to be visited from a start under some policy. */
function reachableStates(
  start: Float64Array,
  offsets: Int32Array,
  successors: readonly number[],
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
  const outcomes: Outcome[] = [];
  for (let s = 0; s < states; s++) {
    for (let a = 0; a < ACTION_COUNT; a++) {
      const ofPair: Outcome[] = [];
      const move = (direction: number, probability: number) => {
        if (probability === 0) return;
        const cell = entered(cells[s], direction);
        const reward = rewardOf[characters[cell]] ?? world.rewards.step;
        if (characters[cell] === 'C') {
          const share = probability / starts.length;
          for (const successor of starts) ofPair.push({ successor, probability: share, reward });
        } else {
          ofPair.push({ successor: stateOfCell[cell], probability, reward });
        }
      };
      if (terminal[s] === 0) {
        move(a, 1 - world.slip);
        move((a + 1) % ACTION_COUNT, world.slip / 2);
        move((a + 3) % ACTION_COUNT, world.slip / 2);
      }
      outcomes.push(...merged(ofPair));
      offsets[s * ACTION_COUNT + a + 1] = outcomes.length;
    }
  }

  const successors = outcomes.map((outcome) => outcome.successor);
  const expectedReward = new Float64Array(states * ACTION_COUNT);
  for (let pair = 0; pair < expectedReward.length; pair++) {
    for (let i = offsets[pair]; i < offsets[pair + 1]; i++) {
      expectedReward[pair] += outcomes[i].probability * outcomes[i].reward;
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
    reachable: reachableStates(start, offsets, successors),
    offsets,
    successors: Int32Array.from(successors),
    probabilities: Float64Array.from(outcomes, (outcome) => outcome.probability),
    outcomeRewards: Float64Array.from(outcomes, (outcome) => outcome.reward),
    expectedReward,
    gamma: world.gamma,
    horizon: world.horizon,
  };
}

/** Whether some policy can reach a goal from a start. */
export function goalReachable(mdp: Mdp): boolean {
  return mdp.goal.some((isGoal, s) => isGoal === 1 && mdp.reachable[s] === 1);
}
