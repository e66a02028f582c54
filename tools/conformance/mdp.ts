import { buildMdp } from '../../src/mdp/mdp';
import {
  discountedOccupancy,
  evaluatePolicy,
  optimalValues,
  startReturn,
  uniformPolicy,
} from '../../src/mdp/solve';
import { ACTION_COUNT, type Mdp, type Values } from '../../src/mdp/types';
import { flatten, type TensorErrors, tensorError } from './compare';
import type { MdpFile } from './format';

/** Transition probabilities as a dense table `[states × 4 × states]`. */
function denseTransitions(mdp: Mdp): Float64Array {
  const table = new Float64Array(mdp.states * ACTION_COUNT * mdp.states);
  for (let pair = 0; pair < mdp.states * ACTION_COUNT; pair++) {
    for (let i = mdp.offsets[pair]; i < mdp.offsets[pair + 1]; i++) {
      table[pair * mdp.states + mdp.successors[i]] += mdp.probabilities[i];
    }
  }
  return table;
}

function denseReference({ transitions }: MdpFile): Float64Array {
  const states = transitions.length;
  const table = new Float64Array(states * ACTION_COUNT * states);
  transitions.flat().forEach((outcomes, pair) => {
    for (const [next, probability] of outcomes) table[pair * states + next] += probability;
  });
  return table;
}

/** Checks an MDP file: its tables, and the exact values of every policy in it. */
export function checkMdp(file: MdpFile): TensorErrors {
  const errors: TensorErrors = new Map();
  const { map, slip, rewards, gamma } = file;
  // The horizon truncates episodes; none of these discounted values depends on it.
  const mdp = buildMdp({ map, slip, rewards, gamma, horizon: 1000 });
  const compare = (name: string, actual: ArrayLike<number>, expected: ArrayLike<number>) =>
    errors.set(name, tensorError(actual, expected));
  const compareValues = (
    name: 'optimal' | 'uniform' | 'policy' | 'support',
    { q, v }: Values,
  ): void => {
    compare(`${name}.q`, q, flatten(file[name].q));
    compare(`${name}.v`, v, file[name].v);
    compare(`${name}.return`, [startReturn(mdp, v)], [file[name].return]);
  };

  compare(
    'cells',
    mdp.cells,
    file.cells.map(([row, column]) => row * mdp.columns + column),
  );
  compare('terminal', mdp.terminal, file.terminal.map(Number));
  compare('transitions', denseTransitions(mdp), denseReference(file));
  compare('expectedReward', mdp.expectedReward, flatten(file.expectedReward));
  compareValues('optimal', optimalValues(mdp));
  compareValues('support', optimalValues(mdp, flatten(file.support.allowed)));
  for (const [name, policy] of [
    ['uniform', uniformPolicy(mdp)],
    ['policy', Float64Array.from(flatten(file.policy.probabilities))],
  ] as const) {
    compareValues(name, evaluatePolicy(mdp, policy));
    compare(`${name}.occupancy`, discountedOccupancy(mdp, policy), file[name].occupancy);
  }
  return errors;
}
