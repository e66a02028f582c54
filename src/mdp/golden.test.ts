import { describe, expect, it } from 'vitest';
import { buildMdp } from './mdp';
import {
  discountedOccupancy,
  evaluatePolicy,
  optimalValues,
  startReturn,
  supportPolicy,
  uniformPolicy,
} from './solve';
import anchors from './testdata/dp_anchors.json';
import { GOLDEN, goldenWorld, relativeError } from './testing/golden';
import type { Policy, Values, World } from './types';

const BOUND = 1e-8;

describe.each(GOLDEN.map((golden) => [golden.name, golden] as const))('golden %s', (_, golden) => {
  const mdp = buildMdp(goldenWorld(golden));

  const compare = (values: Values, expected: (typeof golden)['optimal']) => {
    expect(relativeError(values.q, expected.q.flat())).toBeLessThan(BOUND);
    expect(relativeError(values.v, expected.v)).toBeLessThan(BOUND);
    expect(relativeError([startReturn(mdp, values.v)], [expected.return])).toBeLessThan(BOUND);
  };

  it('has the optimal values', () => compare(optimalValues(mdp), golden.optimal));

  it('has the values of the in-support optimum', () => {
    const allowed = golden.support.allowed.flat();
    compare(optimalValues(mdp, allowed), golden.support);
    compare(evaluatePolicy(mdp, supportPolicy(mdp, allowed)), golden.support);
  });

  const policies: [string, Policy, (typeof golden)['uniform']][] = [
    ['uniform', uniformPolicy(mdp), golden.uniform],
    ['mixed', Float64Array.from(golden.policy.probabilities.flat()), golden.policy],
  ];
  it.each(policies)('has values and occupancy of the %s policy', (_, policy, expected) => {
    compare(evaluatePolicy(mdp, policy), expected);
    const occupancy = discountedOccupancy(mdp, policy);
    expect(relativeError(occupancy, expected.occupancy)).toBeLessThan(BOUND);
  });
});

interface Anchor {
  readonly 'V*(s0)': number;
  readonly V_uniform: number;
  readonly Q: readonly number[];
  readonly table: readonly (readonly number[])[] | undefined;
  readonly range: readonly [number, number];
}

/** The anchor of a problem at a discount; the file names its numbers after the formulas. */
function anchorOf(problem: keyof typeof anchors, gamma: '0.9' | '0.95' | '0.99'): Anchor {
  const entry = anchors[problem][`gamma${gamma}`];
  return {
    'V*(s0)': entry['V*(s0)'],
    V_uniform: entry['V_uniform(s0)'],
    Q: entry['Q*(s0)'],
    table: 'Q*' in entry ? entry['Q*'] : undefined,
    range: [entry['minQ*'], entry['maxQ*']],
  };
}

const LAKE_4 = ['S...', '.P.P', '...P', 'P..G'];
const LAKE_8 = [
  'S.......',
  '........',
  '...P....',
  '.....P..',
  '...P....',
  '.PP...P.',
  '.P..P.P.',
  '...P...G',
];
const CLIFF = ['............', '............', '............', 'SCCCCCCCCCCG'];
const LAKE_REWARDS = { step: 0, goal: 1, pit: 0, cliff: 0 };
const CLIFF_REWARDS = { step: -1, goal: -1, pit: 0, cliff: -100 };
/** Gymnasium's FrozenLake orders its actions left, down, right, up; its CliffWalking as we do. */
const LAKE_ACTIONS = [3, 2, 1, 0];
const CLIFF_ACTIONS = [0, 1, 2, 3];
/** Gymnasium's slippery ice: a third each straight on and to either side. */
const SLIPPERY = 2 / 3;

type Problem = [keyof typeof anchors, string[], number, World['rewards'], number[]];
const PROBLEMS: Problem[] = [
  ['frozenlake4x4_slippery', LAKE_4, SLIPPERY, LAKE_REWARDS, LAKE_ACTIONS],
  ['frozenlake4x4_deterministic', LAKE_4, 0, LAKE_REWARDS, LAKE_ACTIONS],
  ['frozenlake8x8_slippery', LAKE_8, SLIPPERY, LAKE_REWARDS, LAKE_ACTIONS],
  ['frozenlake8x8_deterministic', LAKE_8, 0, LAKE_REWARDS, LAKE_ACTIONS],
  ['cliffwalking', CLIFF, 0, CLIFF_REWARDS, CLIFF_ACTIONS],
  ['cliffwalking_slippery', CLIFF, SLIPPERY, CLIFF_REWARDS, CLIFF_ACTIONS],
];

describe.each(PROBLEMS)('anchors of %s', (problem, map, slip, rewards, actions) => {
  it.each(['0.9', '0.95', '0.99'] as const)('at γ = %s', (gamma) => {
    const mdp = buildMdp({ map, slip, rewards, gamma: Number(gamma), horizon: 100 });
    const anchor = anchorOf(problem, gamma);
    const { q, v } = optimalValues(mdp);
    const uniform = evaluatePolicy(mdp, uniformPolicy(mdp));
    const inTheirOrder = (s: number) => actions.map((a) => q[s * 4 + a]);
    const start = mdp.start.indexOf(1);
    expect(relativeError([v[start]], [anchor['V*(s0)']])).toBeLessThan(BOUND);
    expect(relativeError([uniform.v[start]], [anchor.V_uniform])).toBeLessThan(BOUND);
    expect(relativeError(inTheirOrder(start), anchor.Q)).toBeLessThan(BOUND);
    const [lowest, highest] = anchor.range;
    expect(relativeError([Math.min(...q)], [lowest])).toBeLessThan(BOUND);
    // Gymnasium's table of the cliff goes on from the goal, where episodes have ended, and there
    // lies its maximum: bumping to the right, or slipping up to the cell above.
    const goesOn = problem.startsWith('cliff');
    const best = goesOn ? -1 + Number(gamma) * (slip / 2) * v[35] : Math.max(...q);
    expect(relativeError([best], [highest])).toBeLessThan(BOUND);
    anchor.table?.forEach((expected, s) => {
      if (mdp.terminal[s] === 1) expect([...q.subarray(s * 4, s * 4 + 4)]).toEqual([0, 0, 0, 0]);
      else expect(relativeError(inTheirOrder(s), [...expected])).toBeLessThan(BOUND);
    });
  });
});
