import { describe, expect, it } from 'vitest';
import { buildMdp } from '../mdp/mdp';
import { WORLDS } from '../mdp/presets';
import { GOLDEN, goldenWorld } from '../mdp/testing/golden';
import { type BehaviorSpec, buildBehavior } from './behavior';
import { BEHAVIOR_KINDS, type BehaviorKind } from './behavior-kinds';
import { BehaviorError } from './error';
import { shipped, small } from './testing/worlds';
import { behaviorReturn } from './values';

const AT = { size: 600, seed: 0 };

const specOf = (kind: BehaviorKind): BehaviorSpec => {
  switch (kind) {
    case 'epsilon-greedy':
      return { kind, epsilon: 0.3 };
    case 'softmax':
      return { kind, temperature: 0.05 };
    case 'directional':
      return { kind, direction: 'down', strength: 0.5 };
    case 'painted':
      return { kind, cells: [{ row: 1, column: 1, weights: [1, 2, 3, 4] }] };
    case 'mixture':
      return { kind, parts: [{ weight: 3, spec: { kind: 'uniform' } }] };
    default:
      return { kind };
  }
};

const policyOf = (spec: BehaviorSpec, map = ['S.G']): number[] => {
  const { components } = buildBehavior(small(map), spec, AT);
  expect(components).toHaveLength(1);
  return [...components[0].policy];
};

describe('every kind', () => {
  it.each(BEHAVIOR_KINDS)('%s is a mixture of policies', (kind) => {
    for (const world of [shipped('crossing-paths'), shipped('four-rooms')]) {
      const { components } = buildBehavior(world, specOf(kind), AT);
      expect(components.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
      for (const { policy, share } of components) {
        expect(share).toBeGreaterThan(0);
        expect(policy).toHaveLength(world.states * 4);
        for (let s = 0; s < world.states; s++) {
          const row = policy.slice(s * 4, s * 4 + 4);
          expect(Math.min(...row)).toBeGreaterThanOrEqual(0);
          expect(row.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
        }
      }
    }
  });
});

describe('tables', () => {
  it('spread ε over all four actions', () => {
    const row = policyOf({ kind: 'epsilon-greedy', epsilon: 0.4 }).slice(0, 4);
    expect(row).toEqual([0.1, 0.7, 0.1, 0.1]);
    expect(policyOf({ kind: 'epsilon-greedy', epsilon: 0 }).slice(4, 8)).toEqual([0, 1, 0, 0]);
    expect(policyOf({ kind: 'uniform' })).toEqual(new Array(12).fill(0.25));
  });

  it('take the lowest of tied greedy actions', () => {
    // From the north-west corner right and down lead to the goal in two steps each.
    const row = policyOf({ kind: 'epsilon-greedy', epsilon: 0 }, ['S.', '.G']).slice(0, 4);
    expect(row).toEqual([0, 1, 0, 0]);
  });

  it('weigh by exp(Q*/T)', () => {
    // «S.G» with γ 0.9: Q* in the middle is .81 for bumping, 1 to the right, .81 to the left.
    const row = policyOf({ kind: 'softmax', temperature: 0.1 }).slice(4, 8);
    const weights = [0.9, 1, 0.9, 0.81].map((q) => Math.exp(q / 0.1));
    const sum = weights.reduce((a, b) => a + b, 0);
    row.forEach((p, a) => {
      expect(p).toBeCloseTo(weights[a] / sum, 12);
    });
    expect(policyOf({ kind: 'softmax', temperature: 1e-300 }).slice(4, 8)).toEqual([0, 1, 0, 0]);
  });

  it('lean to a direction', () => {
    const row = policyOf({ kind: 'directional', direction: 'left', strength: 0.6 }).slice(0, 4);
    [0.1, 0.1, 0.1, 0.7].forEach((p, a) => {
      expect(row[a]).toBeCloseTo(p, 12);
    });
    expect(policyOf({ kind: 'directional', direction: 'up', strength: 0 })).toEqual(
      policyOf({ kind: 'uniform' }),
    );
  });

  it('refuse numbers out of range', () => {
    const build = (spec: BehaviorSpec) => () => buildBehavior(small(['S.G']), spec, AT);
    for (const value of [-0.1, 1.1, Number.NaN]) {
      expect(build({ kind: 'epsilon-greedy', epsilon: value })).toThrow(/ε must be .* 0 to 1, not/);
      expect(build({ kind: 'directional', direction: 'up', strength: value })).toThrow(
        BehaviorError,
      );
    }
    for (const temperature of [0, -1, Number.POSITIVE_INFINITY, Number.NaN]) {
      expect(build({ kind: 'softmax', temperature })).toThrow(/temperature .* above 0/);
    }
    expect(() => buildBehavior(small(['S.G']), { kind: 'uniform' }, { size: 3, seed: 0 })).toThrow(
      /from 50 to 100,000, not 3/,
    );
  });
});

describe('tiers', () => {
  it.each(GOLDEN.map((golden) => [golden.name, golden] as const))(
    'have their exact returns in %s',
    (_, golden) => {
      const mdp = buildMdp(goldenWorld(golden));
      const value = (kind: 'random' | 'medium' | 'medium-expert' | 'expert') =>
        behaviorReturn(mdp, buildBehavior(mdp, { kind }, AT));
      const random = golden.uniform.return;
      const optimal = golden.optimal.return;
      // The files are rounded to 9 digits.
      const near = (actual: number, expected: number) =>
        expect(Math.abs(actual - expected)).toBeLessThan(1e-8 * Math.abs(random - optimal) + 1e-7);
      near(value('random'), random);
      near(value('expert'), optimal);
      near(value('medium'), random + (optimal - random) / 3);
      near(value('medium-expert'), (random + (optimal - random) / 3 + optimal) / 2);
    },
  );

  it('are all uniform where nothing can be earned', () => {
    const mdp = small(['S.#G']);
    for (const kind of ['medium', 'random'] as const) {
      const [{ policy }] = buildBehavior(mdp, { kind }, AT).components;
      expect([...policy]).toEqual(new Array(mdp.states * 4).fill(0.25));
    }
  });
});

describe('the default behavior', () => {
  it('earns about 0.24 in Four Rooms, where 0.95^19 is the most', () => {
    const mdp = shipped('four-rooms');
    const behavior = buildBehavior(mdp, { kind: 'epsilon-greedy', epsilon: 0.3 }, AT);
    expect(behaviorReturn(mdp, behavior)).toBeCloseTo(0.24, 2);
    const best = buildBehavior(mdp, { kind: 'expert' }, AT);
    expect(behaviorReturn(mdp, best)).toBeCloseTo(0.95 ** 19, 12);
  });
});

describe('crossing paths', () => {
  it('starts and cuts off where its world says', () => {
    const mdp = shipped('crossing-paths');
    const [many, few] = buildBehavior(mdp, { kind: 'crossing-paths' }, AT).components;
    const stateAt = (row: number, column: number) => mdp.stateOfCell[row * mdp.columns + column];
    expect(many.share).toBeCloseTo(0.9, 12);
    expect(many.start?.indexOf(1)).toBe(stateAt(1, 1));
    expect(many.cutoff).toBe(stateAt(1, 11));
    expect(few.share).toBeCloseTo(0.1, 12);
    expect(few.start?.indexOf(1)).toBe(stateAt(5, 1));
    expect(few.cutoff).toBeUndefined();
    expect(Math.max(...many.policy)).toBeCloseTo(1 - 0.05 + 0.05 / 4, 12);
  });

  it('says what it lacks in other worlds', () => {
    for (const world of WORLDS) {
      if (world.id === 'crossing-paths' || world.id === 'four-rooms') continue;
      expect(() => buildBehavior(buildMdp(world), { kind: 'crossing-paths' }, AT)).toThrow(
        /^It needs row \d+, column \d+ to walk on, which is .* choose that world/,
      );
    }
    const open = Array.from({ length: 12 }, () => '.'.repeat(12));
    const unreachable = [...open];
    unreachable[11] = `S${'.'.repeat(9)}#G`;
    unreachable[10] = `${'.'.repeat(11)}#`;
    const build = (map: string[]) => () =>
      buildBehavior(small(map), { kind: 'crossing-paths' }, AT);
    expect(build(unreachable)).toThrow(/No way leads from row 6, column 2 to a goal/);
    const split = open.map((row, r) => (r === 11 ? 'SG....#.....' : `${row.slice(0, 6)}#.....`));
    expect(build(split)).toThrow(/No way leads from the north-west corner/);
  });
});
