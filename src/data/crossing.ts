import { greedyPolicy, optimalValues } from '../mdp/solve';
import type { Mdp, Policy, StateIndex } from '../mdp/types';
import { grammars } from '../texts/grammars';
import { BehaviorError } from './error';
import { withEpsilon } from './policies';
import { outcomesOf, withOutcomes } from './sparse';
import type { BehaviorComponent } from './types';

const EPSILON = 0.05;

/** The many walk from one corner of the north to the other, the few from the west to the goal. */
const FROM_CORNER = { row: 1, column: 1 };
const DEAD_END = { row: 1, column: 11 };
const FROM_SIDE = { row: 5, column: 1 };
const SHARE_OF_MANY = 0.9;

/**
 * Close to 1, so that the optimal policy walks a shortest path whatever the world's own discount
 * is, and steps still differ by more than the tie tolerance over the longest paths of a 40×40 map.
 */
const HEADING_GAMMA = 0.99;

/**
 * The optimal policy of the MDP in which the targets are the goals (worth 1, all else 0): it
 * walks there on a shortest path.
 */
function headFor(mdp: Mdp, targets: Uint8Array): { policy: Policy; value: Float64Array } {
  const terminal = mdp.terminal.map((ends, s) => (ends === 1 || targets[s] === 1 ? 1 : 0));
  const heading = withOutcomes(
    mdp,
    (pair) => outcomesOf(mdp, pair).map((o) => ({ ...o, reward: targets[o.successor] })),
    { terminal, gamma: HEADING_GAMMA },
  );
  const { q, v } = optimalValues(heading);
  return { policy: greedyPolicy(q), value: v };
}

const refusal = (why: string) => new BehaviorError(grammars().crossing.refused(why));

function stateAt(mdp: Mdp, { row, column }: { row: number; column: number }): StateIndex {
  const inside = row < mdp.rows && column < mdp.columns;
  const state = inside ? mdp.stateOfCell[row * mdp.columns + column] : -1;
  if (state < 0 || mdp.terminal[state] === 1) {
    const what = !inside ? 'outside' : state < 0 ? 'wall' : 'end';
    throw refusal(grammars().crossing.cell(row + 1, column + 1, what));
  }
  return state;
}

function only(states: number, state: StateIndex): Float64Array {
  const distribution = new Float64Array(states);
  distribution[state] = 1;
  return distribution;
}

/**
 * The Crossing Paths mixture: 90 % of the episodes start in the north-west corner, head for the
 * dead end in the north-east corner and are cut off there; 10 % start further south and head for
 * the goal; both ε-greedily with ε = 0.05. No episode is meant to go from the start to the goal:
 * only a learner that stitches the two together finds the way.
 *
 * Works on any map in which these cells can be walked on and the ways exist; throws BehaviorError
 * naming the cell or the missing way on others.
 */
export function crossingPaths(mdp: Mdp): BehaviorComponent[] {
  const corner = stateAt(mdp, FROM_CORNER);
  const deadEnd = stateAt(mdp, DEAD_END);
  const side = stateAt(mdp, FROM_SIDE);
  const toDeadEnd = headFor(mdp, Uint8Array.from(only(mdp.states, deadEnd)));
  const toGoal = headFor(mdp, mdp.goal);
  if (toDeadEnd.value[corner] <= 0) {
    throw refusal(grammars().crossing.noWayEast);
  }
  if (toGoal.value[side] <= 0) {
    throw refusal(grammars().crossing.noWayToGoal(FROM_SIDE.row + 1, FROM_SIDE.column + 1));
  }
  return [
    {
      label: 'to the dead end',
      policy: withEpsilon(toDeadEnd.policy, EPSILON),
      share: SHARE_OF_MANY,
      start: only(mdp.states, corner),
      cutoff: deadEnd,
    },
    {
      label: 'to the goal',
      policy: withEpsilon(toGoal.policy, EPSILON),
      share: 1 - SHARE_OF_MANY,
      start: only(mdp.states, side),
    },
  ];
}
