import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildMdp } from '../mdp/mdp';
import { anyMdp, policyOf } from '../mdp/testing/arbitraries';
import { GOLDEN, goldenWorld } from '../mdp/testing/golden';
import type { Mdp } from '../mdp/types';
import { buildBehavior } from './behavior';
import { collect } from './collect';
import { rowsOf, shipped, small } from './testing/worlds';
import type { Behavior, Dataset } from './types';

const alone = (policy: Float64Array): Behavior => ({
  components: [{ label: 'test', policy, share: 1 }],
});

/** Rows at which an episode begins. */
const beginnings = (data: Dataset): number[] =>
  [...data.step.keys()].filter((row) => data.step[row] === 0);

/** What is wrong with a row of data collected with one policy from the world's starts. */
function faultsOf(mdp: Mdp, policy: Float64Array, data: Dataset, row: number): string[] {
  const { state, action, reward, nextState, terminal, truncated, episode, step } = data;
  const pair = state[row] * 4 + action[row];
  let possible = false;
  for (let o = mdp.offsets[pair]; o < mdp.offsets[pair + 1]; o++) {
    possible ||= mdp.successors[o] === nextState[row] && mdp.outcomeRewards[o] === reward[row];
  }
  const cut = row === data.size - 1 || step[row] === mdp.horizon - 1;
  const begins = row === 0 || terminal[row - 1] + truncated[row - 1] > 0;
  const laws = {
    'its probability is that of the policy': data.behaviorProbability[row] === policy[pair],
    'its action is possible': policy[pair] > 0,
    'its outcome is of the world': possible,
    'it is terminal where the world is': terminal[row] === mdp.terminal[nextState[row]],
    'it is truncated where it is cut and not terminal':
      truncated[row] === (cut && terminal[row] === 0 ? 1 : 0),
    'its step counts on': step[row] === (begins ? 0 : step[row - 1] + 1),
    'its episode counts on': episode[row] === (row === 0 ? 0 : episode[row - 1] + (begins ? 1 : 0)),
    'it goes on where the last one arrived': begins
      ? mdp.start[state[row]] > 0
      : state[row] === nextState[row - 1],
  };
  return Object.entries(laws).flatMap(([law, holds]) => (holds ? [] : [`row ${row}: ${law}`]));
}

/** Whether Pearson's χ² of counts against expectations is within 5 standard deviations of its mean. */
function expectFrequencies(
  cells: readonly { seen: number; expected: number }[],
  constraints: number,
) {
  let statistic = 0;
  for (const { seen, expected } of cells) {
    if (expected === 0) expect(seen).toBe(0);
    else statistic += (seen - expected) ** 2 / expected;
  }
  const freedom = cells.filter(({ expected }) => expected > 0).length - constraints;
  expect(Math.abs(statistic - freedom)).toBeLessThan(5 * Math.sqrt(2 * freedom));
}

describe('a collected dataset', () => {
  const problem = anyMdp.chain((mdp) =>
    fc.record({
      mdp: fc.constant(mdp),
      policy: policyOf(mdp),
      size: fc.integer({ min: 50, max: 300 }),
      seed: fc.nat(),
    }),
  );

  it('consists of episodes of the world, cut at the horizon and at the last row', () => {
    fc.assert(
      fc.property(problem, ({ mdp, policy, size, seed }) => {
        const data = collect(mdp, alone(policy), { size, seed });
        expect(data.size).toBe(size);
        for (let row = 0; row < size; row++) expect(faultsOf(mdp, policy, data, row)).toEqual([]);
        expect(data.episodes).toBe(data.episode[size - 1] + 1);
      }),
    );
  });

  it('is the same for the same seed, and another for another', () => {
    const mdp = shipped('four-rooms');
    const behavior = buildBehavior(
      mdp,
      { kind: 'epsilon-greedy', epsilon: 0.3 },
      { size: 600, seed: 7 },
    );
    const first = collect(mdp, behavior, { size: 600, seed: 7 });
    expect(collect(mdp, behavior, { size: 600, seed: 7 })).toEqual(first);
    expect(collect(mdp, behavior, { size: 600, seed: 8 }).hash).not.toBe(first.hash);
  });

  it('begins with the rows of a smaller one of the same seed', () => {
    const mdp = shipped('frozen-lake-4x4');
    const behavior = buildBehavior(mdp, { kind: 'uniform' }, { size: 100, seed: 0 });
    const little = collect(mdp, behavior, { size: 100, seed: 3 });
    const much = collect(mdp, behavior, { size: 1000, seed: 3 });
    expect(much.state.slice(0, 100)).toEqual(little.state);
    expect(much.action.slice(0, 100)).toEqual(little.action);
    expect(much.nextState.slice(0, 100)).toEqual(little.nextState);
  });

  it('can be 100,000 rows of the largest horizon, and refuses sizes out of range', () => {
    const mdp = small(['S.#G'], { horizon: 10_000 });
    const behavior = buildBehavior(mdp, { kind: 'uniform' }, { size: 100_000, seed: 0 });
    const data = collect(mdp, behavior, { size: 100_000, seed: 0 });
    expect(data.episodes).toBe(10);
    for (const size of [0, 49, 100_001, 60.5, Number.NaN]) {
      expect(() => collect(mdp, behavior, { size, seed: 0 })).toThrow(/from 50 to 100,000, not/);
    }
  });
});

describe('frequencies of a large sample', () => {
  it.each(GOLDEN.map((golden) => [golden.name, golden] as const))(
    'are those of policy and world in %s',
    (_, golden) => {
      const mdp = buildMdp(goldenWorld(golden));
      const policy = Float64Array.from(golden.policy.probabilities.flat());
      const data = collect(mdp, alone(policy), { size: 100_000, seed: 11 });
      const { counts } = data;
      const actions = [];
      let visitedStates = 0;
      for (let s = 0; s < mdp.states; s++) {
        if (counts.states[s] < 100) continue;
        visitedStates++;
        for (let a = 0; a < 4; a++) {
          actions.push({
            seen: counts.pairs[s * 4 + a],
            expected: counts.states[s] * policy[s * 4 + a],
          });
        }
      }
      expectFrequencies(actions, visitedStates);

      const arrivals = new Int32Array(mdp.states * 4 * mdp.states);
      for (let row = 0; row < data.size; row++) {
        arrivals[(data.state[row] * 4 + data.action[row]) * mdp.states + data.nextState[row]]++;
      }
      const moves: { seen: number; expected: number }[] = [];
      let pairs = 0;
      golden.transitions.flat().forEach((outcomes, pair) => {
        if (counts.pairs[pair] < 200 || outcomes.length < 2) return;
        pairs++;
        for (const [next, probability] of outcomes) {
          moves.push({
            seen: arrivals[pair * mdp.states + next],
            expected: counts.pairs[pair] * probability,
          });
        }
      });
      if (pairs > 0) expectFrequencies(moves, pairs);
    },
  );

  it('are those of starts and components', () => {
    const mdp = small(['S.S', 'S.G']);
    const start = new Float64Array(mdp.states);
    start[1] = 1;
    const uniform = new Float64Array(mdp.states * 4).fill(0.25);
    const behavior: Behavior = {
      components: [
        { label: 'world', policy: uniform, share: 0.7 },
        { label: 'middle', policy: uniform, share: 0.3, start },
      ],
    };
    const data = collect(mdp, behavior, { size: 60_000, seed: 1 });
    const first = new Int32Array(mdp.states);
    for (const row of beginnings(data)) first[data.state[row]]++;
    const cells = Array.from(first, (seen, s) => ({
      seen,
      expected: data.episodes * (0.7 * mdp.start[s] + 0.3 * start[s]),
    }));
    expectFrequencies(cells, 1);
  });
});

describe('a cut-off cell', () => {
  it('truncates episodes on arrival, unless it ends them', () => {
    const mdp = small(['S..G']);
    const right = Float64Array.from({ length: mdp.states * 4 }, (_, pair) =>
      Number(pair % 4 === 1),
    );
    const to = (cutoff: number) =>
      collect(
        mdp,
        { components: [{ label: 'right', policy: right, share: 1, cutoff }] },
        { size: 51, seed: 0 },
      );
    const middle = to(2);
    expect([...middle.state.slice(0, 4)]).toEqual([0, 1, 0, 1]);
    expect([...middle.truncated.slice(0, 4)]).toEqual([0, 1, 0, 1]);
    expect(middle.terminal.includes(1)).toBe(false);
    // Row 51 is the first of an episode that would go on.
    expect(middle.truncated[50]).toBe(1);
    const goal = to(3);
    expect([...goal.terminal.slice(0, 6)]).toEqual([0, 0, 1, 0, 0, 1]);
    expect(goal.truncated.includes(1)).toBe(false);
  });
});

describe('a recording', () => {
  it('is given as it is, cut to the size', () => {
    const mdp = small(['S..G']);
    const steps = Array.from({ length: 90 }, (_, i) => ({
      state: i % 3,
      action: 1,
      nextState: (i % 3) + 1,
      reward: i % 3 === 2 ? 1 : 0,
      terminal: i % 3 === 2,
      episode: Math.floor(i / 3),
      step: i % 3,
      behaviorProbability: 1,
    }));
    const behavior: Behavior = { components: [], recording: rowsOf(steps) };
    expect(collect(mdp, behavior, { size: 90, seed: 0 }).episodes).toBe(30);
    const cut = collect(mdp, behavior, { size: 50, seed: 5 });
    expect(cut.size).toBe(50);
    expect([cut.terminal[49], cut.truncated[49], cut.truncated[48]]).toEqual([0, 1, 0]);
    expect(() => collect(mdp, behavior, { size: 91, seed: 0 })).toThrow(
      'The recording has 90 rows, fewer than the 91 asked for.',
    );
  });
});
