import { describe, expect, it } from 'vitest';
import { buildMdp } from '../../mdp/mdp';
import { firstLeap, isLured } from './leap';

const mdp = buildMdp({
  map: ['S..G'],
  slip: 0,
  rewards: { step: 0, goal: 1, pit: 0, cliff: 0 },
  gamma: 0.9,
  horizon: 20,
});

/** A table of one action a state. */
function always(...actions: readonly number[]): Float64Array {
  const policy = new Float64Array(mdp.states * 4);
  actions.forEach((action, state) => {
    policy[state * 4 + action] = 1;
  });
  return policy;
}

const counts = new Int32Array(mdp.states * 4);
for (const state of [0, 1, 2]) counts[state * 4 + 1] = 5;

describe('the first leap into what was never seen', () => {
  it('is where the path leaves the data', () => {
    expect(firstLeap(mdp, counts, always(1, 1, 0, 0))).toBe(2);
    expect(firstLeap(mdp, counts, always(3, 1, 1, 0))).toBe(0);
  });

  it('is not there on a path within the data', () => {
    expect(firstLeap(mdp, counts, always(1, 1, 1, 0))).toBeNull();
  });

  it('is not looked for in circles', () => {
    const seen = new Int32Array(counts.length).fill(1);
    expect(firstLeap(mdp, seen, always(1, 3, 0, 0))).toBeNull();
  });
});

it('is a lure only where more is believed than is earned', () => {
  const policy = always(1, 1, 0, 0);
  const trueQ = new Float32Array(mdp.states * 4);
  const q = trueQ.slice();
  q[2 * 4] = 0.3;
  expect(isLured(q, trueQ, policy, 2)).toBe(true);
  q[2 * 4] = -0.3;
  expect(isLured(q, trueQ, policy, 2)).toBe(false);
});
