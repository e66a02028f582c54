import { evaluatePolicy, startReturn, supportPolicy } from '../mdp/solve';
import { ACTION_COUNT, type Mdp, type Policy } from '../mdp/types';
import { type Outcome, outcomesOf, withOutcomes } from './sparse';
import type { Dataset, Transitions } from './types';
import { seenPairs } from './values';

/**
 * The MDP that the data shows (certainty equivalence): P̂(s′|s,a) = N(s,a,s′)/N(s,a), the mean
 * reward of each outcome, terminal where a row says that its next state ended the episode. Pairs
 * never taken have no outcomes: they may not be allowed when planning. States, starts, γ and
 * horizon are the world's.
 */
export function empiricalMdp(mdp: Mdp, transitions: Transitions): Mdp {
  const terminal = new Uint8Array(mdp.states);
  const tallies = new Map<number, Map<number, { count: number; reward: number }>>();
  for (let row = 0; row < transitions.size; row++) {
    const next = transitions.nextState[row];
    if (transitions.terminal[row] === 1) terminal[next] = 1;
    const pair = transitions.state[row] * ACTION_COUNT + transitions.action[row];
    const ofPair = tallies.get(pair) ?? new Map<number, { count: number; reward: number }>();
    tallies.set(pair, ofPair);
    const tally = ofPair.get(next) ?? { count: 0, reward: 0 };
    ofPair.set(next, tally);
    tally.count++;
    tally.reward += transitions.reward[row];
  }
  const outcomes = (pair: number): Outcome[] => {
    const ofPair = [...(tallies.get(pair) ?? [])].sort(([s], [t]) => s - t);
    const total = ofPair.reduce((sum, [, { count }]) => sum + count, 0);
    return ofPair.map(([successor, { count, reward }]) => ({
      successor,
      probability: count / total,
      reward: reward / count,
    }));
  };
  return withOutcomes(mdp, outcomes, { terminal });
}

/**
 * The empirical MDP for planning: a state that the data enters but never leaves would be worth 0,
 * the value of an end, and where steps cost something a plan would flee there. It pays the lowest
 * reward of the data for ever instead (0 where none is negative), as the HALT state of MOReL
 * (Kidambi et al. 2020) does.
 */
function pessimistic(mdp: Mdp, dataset: Dataset): Mdp {
  const empirical = empiricalMdp(mdp, dataset);
  const worst = dataset.reward.reduce((least, reward) => Math.min(least, reward), 0);
  return withOutcomes(empirical, (pair) => {
    const s = Math.floor(pair / ACTION_COUNT);
    return dataset.counts.states[s] > 0
      ? outcomesOf(empirical, pair)
      : [{ successor: s, probability: 1, reward: worst }];
  });
}

/**
 * The plan from data: optimal on the empirical MDP among the pairs with N(s,a) > 0, uniform in
 * states where there are none; states that the data never leaves count as halts with its lowest
 * reward. `return` is what it earns on the true MDP, which luck can move, unlike `inSupport`.
 */
export function plannedFromData(
  mdp: Mdp,
  dataset: Dataset,
): { readonly policy: Policy; readonly return: number } {
  const policy = supportPolicy(pessimistic(mdp, dataset), seenPairs(dataset.counts));
  return { policy, return: startReturn(mdp, evaluatePolicy(mdp, policy).v) };
}
