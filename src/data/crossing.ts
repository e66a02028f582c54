import { greedyPolicy, optimalValues } from '../mdp/solve';
import type { Mdp, Policy } from '../mdp/types';
import { crossingPlaces, only } from './crossing-places';
import { withEpsilon } from './policies';
import { outcomesOf, withOutcomes } from './sparse';
import type { BehaviorComponent } from './types';

const EPSILON = 0.05;

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
function headFor(mdp: Mdp, targets: Uint8Array): Policy {
  const terminal = mdp.terminal.map((ends, s) => (ends === 1 || targets[s] === 1 ? 1 : 0));
  const heading = withOutcomes(
    mdp,
    (pair) => outcomesOf(mdp, pair).map((o) => ({ ...o, reward: targets[o.successor] })),
    { terminal, gamma: HEADING_GAMMA },
  );
  return greedyPolicy(optimalValues(heading).q);
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
  const { corner, deadEnd, side } = crossingPlaces(mdp);
  return [
    {
      label: 'to the dead end',
      policy: withEpsilon(headFor(mdp, Uint8Array.from(only(mdp.states, deadEnd))), EPSILON),
      share: SHARE_OF_MANY,
      start: only(mdp.states, corner),
      cutoff: deadEnd,
    },
    {
      label: 'to the goal',
      policy: withEpsilon(headFor(mdp, mdp.goal), EPSILON),
      share: 1 - SHARE_OF_MANY,
      start: only(mdp.states, side),
    },
  ];
}
