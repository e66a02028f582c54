import { reachableStates } from '../mdp/mdp';
import type { Mdp, StateIndex } from '../mdp/types';
import { grammars } from '../texts/grammars';
import { BehaviorError } from './error';

/** The many walk from one corner of the north to the other, the few from the west to the goal. */
const FROM_CORNER = { row: 1, column: 1 };
const DEAD_END = { row: 1, column: 11 };
const FROM_SIDE = { row: 5, column: 1 };

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

/** All of a distribution on one state. */
export function only(states: number, state: StateIndex): Float64Array {
  const distribution = new Float64Array(states);
  distribution[state] = 1;
  return distribution;
}

/** Where the two kinds of episode of the Crossing Paths mixture start, and where the many are cut off. */
export interface CrossingPlaces {
  readonly corner: StateIndex;
  readonly deadEnd: StateIndex;
  readonly side: StateIndex;
}

/**
 * The places of the Crossing Paths mixture on a map. Throws BehaviorError naming the cell that cannot be
 * walked on, or the way that is missing, on maps that have no room for it.
 */
export function crossingPlaces(mdp: Mdp): CrossingPlaces {
  const [corner, deadEnd, side] = [FROM_CORNER, DEAD_END, FROM_SIDE].map((at) => stateAt(mdp, at));
  const from = (state: StateIndex) =>
    reachableStates(only(mdp.states, state), mdp.offsets, mdp.successors, mdp.terminal);
  if (from(corner)[deadEnd] === 0) throw refusal(grammars().crossing.noWayEast);
  if (!from(side).some((reached, state) => reached === 1 && mdp.goal[state] === 1))
    throw refusal(grammars().crossing.noWayToGoal(FROM_SIDE.row + 1, FROM_SIDE.column + 1));
  return { corner, deadEnd, side };
}
