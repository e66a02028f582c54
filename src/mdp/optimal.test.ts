import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildMdp } from './mdp';
import { WORLDS } from './presets';
import { evaluatePolicy, greedyPolicy, optimalValues, supportPolicy } from './solve';
import { anyMdp, mdpAndPolicy } from './testing/arbitraries';
import type { Mdp } from './types';

const scaleOf = (values: ArrayLike<number>) => Math.max(1, ...Array.from(values, Math.abs));

/** An MDP with marks of allowed actions, in some states none. */
const mdpAndAllowed = anyMdp.chain((mdp) =>
  fc.tuple(
    fc.constant(mdp),
    fc.array(fc.constantFrom(0, 0, 1), { minLength: mdp.states * 4, maxLength: mdp.states * 4 }),
  ),
);

/** Best value over the allowed actions, the mean where none is. */
function bestOf(q: ArrayLike<number>, s: number, allowed: ArrayLike<number>): number {
  const pairs = [0, 1, 2, 3].map((a) => s * 4 + a);
  const taken = pairs.filter((pair) => allowed[pair] !== 0);
  return taken.length > 0
    ? Math.max(...taken.map((pair) => q[pair]))
    : pairs.reduce((sum, pair) => sum + q[pair], 0) / 4;
}

function expectBellman(mdp: Mdp, allowed: ArrayLike<number>): void {
  const { q, v } = optimalValues(mdp, allowed);
  const scale = scaleOf(q);
  for (let s = 0; s < mdp.states; s++) {
    expect(Math.abs(v[s] - bestOf(q, s, allowed))).toBeLessThan(1e-12 * scale);
    for (let pair = s * 4; pair < s * 4 + 4; pair++) {
      let expected = mdp.expectedReward[pair];
      for (let i = mdp.offsets[pair]; i < mdp.offsets[pair + 1]; i++) {
        expected += mdp.gamma * mdp.probabilities[i] * v[mdp.successors[i]];
      }
      expect(Math.abs(q[pair] - expected)).toBeLessThan(1e-12 * scale);
    }
  }
}

describe('optimalValues', () => {
  it('satisfies the Bellman optimality equation', () => {
    fc.assert(
      fc.property(anyMdp, (mdp) => expectBellman(mdp, new Array(mdp.states * 4).fill(1))),
      { numRuns: 300 },
    );
  });

  it('satisfies it over allowed actions, uniform where there are none', () => {
    fc.assert(
      fc.property(mdpAndAllowed, ([mdp, allowed]) => expectBellman(mdp, allowed)),
      {
        numRuns: 300,
      },
    );
  });

  it('is worth at least as much as every policy, everywhere', () => {
    fc.assert(
      fc.property(mdpAndPolicy, ([mdp, policy]) => {
        const optimal = optimalValues(mdp).v;
        const tolerance = 1e-10 * scaleOf(optimal);
        evaluatePolicy(mdp, policy).v.forEach((value, s) => {
          expect(optimal[s]).toBeGreaterThanOrEqual(value - tolerance);
        });
      }),
    );
  });

  it('does not fall when more actions are allowed', () => {
    fc.assert(
      fc.property(mdpAndAllowed, fc.array(fc.nat(), { maxLength: 8 }), ([mdp, allowed], more) => {
        const wider = [...allowed];
        for (const at of more) {
          const pair = at % wider.length;
          // A first action may be worse than acting uniformly; only further ones cannot hurt.
          const row = pair - (pair % 4);
          if (wider.slice(row, row + 4).some((mark) => mark !== 0)) wider[pair] = 1;
        }
        const narrow = optimalValues(mdp, allowed).v;
        const tolerance = 1e-10 * scaleOf(narrow);
        optimalValues(mdp, wider).v.forEach((value, s) => {
          expect(value).toBeGreaterThanOrEqual(narrow[s] - tolerance);
        });
      }),
    );
  });

  it('finds the way through a serpentine of 800 cells', () => {
    const map = Array.from({ length: 40 }, (_, r) =>
      r % 2 === 0 ? '.'.repeat(40) : r % 4 === 1 ? `${'#'.repeat(39)}.` : `.${'#'.repeat(39)}`,
    );
    map[0] = `S${map[0].slice(1)}`;
    map[38] = `G${'.'.repeat(39)}`;
    const rewards = { step: -1, goal: -1, pit: 0, cliff: 0 };
    const mdp = buildMdp({ map, slip: 0, rewards, gamma: 0.999, horizon: 1000 });
    // 20 corridors of 39 steps, joined by 19 passages of 2.
    const steps = 20 * 39 + 19 * 2;
    expect(optimalValues(mdp).v[0]).toBeCloseTo(-(1 - 0.999 ** steps) / 0.001, 8);
  });

  it('refuses marks of another world', () => {
    const mdp = buildMdp(WORLDS[0]);
    expect(() => optimalValues(mdp, [1, 1, 1, 1])).toThrow(/416 marks.*104 states.*not 4\./);
  });
});

describe('supportPolicy', () => {
  it('takes only allowed actions, is uniform where there are none, and earns its values', () => {
    fc.assert(
      fc.property(mdpAndAllowed, ([mdp, allowed]) => {
        const policy = supportPolicy(mdp, allowed);
        for (let row = 0; row < policy.length; row += 4) {
          const marks = allowed.slice(row, row + 4);
          const nothing = marks.every((mark) => mark === 0);
          marks.forEach((mark, a) => {
            if (nothing) expect(policy[row + a]).toBe(0.25);
            else if (mark === 0) expect(policy[row + a]).toBe(0);
          });
        }
        const { v } = optimalValues(mdp, allowed);
        // Ties within 1e-9 go to the lowest action, at a loss of up to 1e-9/(1 − γ).
        const tolerance = 2e-9 / (1 - mdp.gamma) + 1e-10 * scaleOf(v);
        evaluatePolicy(mdp, policy).v.forEach((value, s) => {
          expect(Math.abs(value - v[s])).toBeLessThan(tolerance);
        });
      }),
    );
  });
});

describe('greedyPolicy', () => {
  it('takes the lowest action within 1e-9 of the maximum', () => {
    const q = [1, 1, 0, 0, 0, 0.5, 0.5 + 5e-10, 0, 0, 0.5, 0.5 + 2e-9, 0, -5, -4, -3, -2];
    expect([...greedyPolicy(q)]).toEqual([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]);
  });

  it('bears infinite values but not NaN', () => {
    const { NEGATIVE_INFINITY, POSITIVE_INFINITY, NaN: nan } = Number;
    expect([...greedyPolicy([NEGATIVE_INFINITY, 0, POSITIVE_INFINITY, 0])]).toEqual([0, 0, 1, 0]);
    expect([...greedyPolicy(new Array(4).fill(NEGATIVE_INFINITY))]).toEqual([1, 0, 0, 0]);
    expect(() => greedyPolicy([0, 0, 0, 0, 0, nan, 0, 0])).toThrow(
      /state 1: the value of action 1/,
    );
  });
});
