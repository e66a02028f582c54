import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildMdp } from '../mdp/mdp';
import { evaluatePolicy, optimalValues, startReturn } from '../mdp/solve';
import { anyMdp, policyOf } from '../mdp/testing/arbitraries';
import { GOLDEN, goldenWorld } from '../mdp/testing/golden';
import { buildBehavior } from './behavior';
import { collect } from './collect';
import { outcomesOf, withOutcomes } from './sparse';
import { shipped, small } from './testing/worlds';
import type { Behavior, Counts, Dataset } from './types';
import {
  bcTarget,
  behaviorPolicyView,
  behaviorReturn,
  inSupport,
  inSupportHalting,
} from './values';

/** Mean discounted return of a dataset's episodes, with its standard error. */
function sampledReturn(gamma: number, data: Dataset): { mean: number; error: number } {
  const returns = new Float64Array(data.episodes);
  for (let row = 0; row < data.size; row++) {
    returns[data.episode[row]] += gamma ** data.step[row] * data.reward[row];
  }
  const whole = returns.subarray(0, data.episodes - 1);
  const mean = whole.reduce((a, b) => a + b, 0) / whole.length;
  const variance = whole.reduce((sum, g) => sum + (g - mean) ** 2, 0) / (whole.length - 1);
  return { mean, error: Math.sqrt(variance / whole.length) };
}

const countsOf = (pairs: Int32Array): Counts => ({
  pairs,
  states: Int32Array.from({ length: pairs.length / 4 }, (_, s) =>
    pairs.slice(s * 4, s * 4 + 4).reduce((a, b) => a + b, 0),
  ),
});

describe('against the independent tables', () => {
  it.each(GOLDEN.map((golden) => [golden.name, golden] as const))('of %s', (_, golden) => {
    const mdp = buildMdp(goldenWorld(golden));
    const near = (actual: number, expected: number) =>
      expect(Math.abs(actual - expected)).toBeLessThan(1e-7 * Math.max(1, Math.abs(expected)));
    const policy = Float64Array.from(golden.policy.probabilities.flat());
    const uniform = new Float64Array(policy.length).fill(0.25);
    const mixture: Behavior = {
      components: [
        { label: 'policy', policy, share: 0.25 },
        { label: 'uniform', policy: uniform, share: 0.75 },
      ],
    };
    near(behaviorReturn(mdp, mixture), 0.25 * golden.policy.return + 0.75 * golden.uniform.return);

    const asCounts = countsOf(Int32Array.from(policy, (p) => Math.round(p * 1e8)));
    near(bcTarget(mdp, asCounts), golden.policy.return);
    near(bcTarget(mdp, countsOf(new Int32Array(policy.length))), golden.uniform.return);

    const allowed = Int32Array.from(golden.support.allowed.flat());
    const support = inSupport(mdp, countsOf(allowed));
    near(support.return, golden.support.return);
    golden.support.v.forEach((v, s) => {
      near(support.values.v[s], v);
    });
    near(startReturn(mdp, evaluatePolicy(mdp, support.policy).v), golden.support.return);

    // d(s) of the mixture weighs the two policies; the golden occupancies are their d.
    const view = behaviorPolicyView(mdp, mixture);
    for (let s = 0; s < mdp.states; s++) {
      const weights = [0.25 * golden.policy.occupancy[s], 0.75 * golden.uniform.occupancy[s]];
      const total = weights[0] + weights[1];
      if (total < 1e-6) continue;
      for (let a = 0; a < 4; a++) {
        const expected = (weights[0] * policy[s * 4 + a] + weights[1] * 0.25) / total;
        expect(view[s * 4 + a]).toBeCloseTo(expected, 5);
      }
    }
  });
});

describe('the value of a behavior', () => {
  it.each(['epsilon-greedy', 'crossing-paths'] as const)(
    'is the mean return of %s episodes',
    (kind) => {
      const mdp = shipped('crossing-paths');
      const spec = kind === 'epsilon-greedy' ? { kind, epsilon: 0.2 } : { kind };
      const behavior = buildBehavior(mdp, spec, { size: 100_000, seed: 0 });
      const data = collect(mdp, behavior, { size: 100_000, seed: 2 });
      const { mean, error } = sampledReturn(mdp.gamma, data);
      expect(Math.abs(behaviorReturn(mdp, behavior) - mean)).toBeLessThan(4 * error);
    },
  );

  it('counts no reward after a cut-off, and starts where the component does', () => {
    const mdp = small(['S...G'], { rewards: { step: -1, goal: 10, pit: 0, cliff: 0 } });
    const policy = Float64Array.from({ length: mdp.states * 4 }, (_, p) => Number(p % 4 === 1));
    const component = { label: 'right', policy, share: 1 };
    const value = (extra: { start?: Float64Array; cutoff?: number }) =>
      behaviorReturn(mdp, { components: [{ ...component, ...extra }] });
    expect(value({})).toBeCloseTo(-1 - 0.9 - 0.81 + 7.29, 12);
    expect(value({ cutoff: 2 })).toBeCloseTo(-1 - 0.9, 12);
    const start = Float64Array.of(0, 0, 0.5, 0.5, 0);
    expect(value({ start })).toBeCloseTo(0.5 * (-1 + 9) + 0.5 * 10, 12);
    expect(value({ start, cutoff: 3 })).toBeCloseTo(-0.5, 12);
  });
});

describe('the table of a behavior', () => {
  it('is the policy itself where there is one', () => {
    const mdp = shipped('four-rooms');
    const behavior = buildBehavior(
      mdp,
      { kind: 'softmax', temperature: 0.2 },
      { size: 50, seed: 0 },
    );
    expect(behaviorPolicyView(mdp, behavior)).toEqual(behavior.components[0].policy);
  });

  it('averages by share where nobody comes', () => {
    const mdp = small(['S.G#.']);
    const to = (a: number) =>
      Float64Array.from({ length: mdp.states * 4 }, (_, pair) => Number(pair % 4 === a));
    const view = behaviorPolicyView(mdp, {
      components: [
        { label: 'right', policy: to(1), share: 0.75 },
        { label: 'up', policy: to(0), share: 0.25 },
      ],
    });
    expect([...view.slice(12)]).toEqual([0.25, 0.75, 0, 0]);
    // In the start, right stays for one step of discounted weight 0.1, up for ever (1 in all).
    const right = 0.75 * 0.1;
    expect(view[1]).toBeCloseTo(right / (right + 0.25), 12);
  });
});

describe('crossing paths', () => {
  const mdp = shipped('crossing-paths');
  const behavior = buildBehavior(mdp, { kind: 'crossing-paths' }, { size: 3000, seed: 0 });

  const data = (seed: number) => collect(mdp, behavior, { size: 3000, seed });
  const seeds = [0, 1, 2, 3, 4];

  it('earns about 0.05 itself', () => {
    expect(behaviorReturn(mdp, behavior)).toBeCloseTo(0.05, 2);
  });

  it('is worth about 0.05 to those who imitate it and stop where it stops', () => {
    const terminal = mdp.terminal.slice();
    terminal[behavior.components[0].cutoff ?? 0] = 1;
    const stopping = withOutcomes(mdp, (pair) => outcomesOf(mdp, pair), { terminal });
    // Many rows, since the share of the few among a few hundred episodes moves it by ± 0.01.
    const { counts } = collect(mdp, behavior, { size: 50_000, seed: 0 });
    expect(bcTarget(stopping, counts)).toBeCloseTo(0.05, 2);
  });

  it('leaves those who imitate it wandering beyond the dead end, still far from the optimum', () => {
    for (const seed of seeds) {
      const { counts } = data(seed);
      expect(counts.states[behavior.components[0].cutoff ?? 0]).toBe(0);
      expect(bcTarget(mdp, counts)).toBeLessThan(0.25);
    }
  });

  it.each(seeds)('is worth 0.51 to those who stitch, with data of seed %i', (seed) => {
    expect(inSupport(mdp, data(seed).counts).return).toBeCloseTo(0.95 ** 13, 12);
  });
});

describe('bounds', () => {
  it('order BC, the in-support optimum and the optimum', () => {
    const problem = anyMdp.chain((mdp) =>
      fc
        .record({ policy: policyOf(mdp), size: fc.integer({ min: 50, max: 400 }), seed: fc.nat() })
        .map((rest) => ({ mdp, ...rest })),
    );
    fc.assert(
      fc.property(problem, ({ mdp, policy, size, seed }) => {
        const behavior = { components: [{ label: '', policy, share: 1 }] };
        const { counts } = collect(mdp, behavior, { size, seed });
        const support = inSupport(mdp, counts).return;
        const optimal = startReturn(mdp, optimalValues(mdp).v);
        const slack = 1e-9 * Math.max(1, Math.abs(optimal), Math.abs(support));
        expect(bcTarget(mdp, counts)).toBeLessThanOrEqual(support + slack);
        expect(support).toBeLessThanOrEqual(optimal + slack);
      }),
    );
  });
});

describe('the in-support optimum that halts', () => {
  it('is worth step/(1 − γ) where nothing is allowed', () => {
    const mdp = small(['S..G'], { rewards: { step: -1, goal: 10, pit: 0, cliff: 0 } });
    const pairs = new Int32Array(mdp.states * 4);
    pairs[1] = 3;
    expect(inSupportHalting(mdp, countsOf(pairs)).return).toBeCloseTo(-1 + 0.9 * (-1 / 0.1), 12);
    pairs[5] = pairs[9] = 1;
    expect(inSupportHalting(mdp, countsOf(pairs)).return).toBeCloseTo(-1 - 0.9 + 8.1, 12);
  });

  it('is no better than the optimum where nobody can stand still', () => {
    const mdp = small(['.P.', 'PSP', '.PG'], { rewards: { step: 1, goal: 5, pit: -2, cliff: 0 } });
    expect(inSupportHalting(mdp, countsOf(new Int32Array(mdp.states * 4))).return).toBeCloseTo(
      -2,
      12,
    );
  });

  it('is inSupport where every state is left in the data, and never above the optimum', () => {
    const marks = anyMdp.chain((mdp) =>
      fc
        .array(fc.constantFrom(0, 0, 1, 2), {
          minLength: mdp.states * 4,
          maxLength: mdp.states * 4,
        })
        .map((pairs) => ({ mdp, pairs: Int32Array.from(pairs) })),
    );
    fc.assert(
      fc.property(marks, ({ mdp, pairs }) => {
        const optimal = startReturn(mdp, optimalValues(mdp).v);
        const slack =
          1e-9 * Math.max(1, ...optimalValues(mdp).v.map(Math.abs), 2 / (1 - mdp.gamma));
        expect(inSupportHalting(mdp, countsOf(pairs)).return).toBeLessThanOrEqual(optimal + slack);
        const whole = countsOf(pairs.map((n, pair) => (pair % 4 === 0 ? n + 1 : n)));
        const [halting, plain] = [inSupportHalting(mdp, whole), inSupport(mdp, whole)];
        expect(Math.abs(halting.return - plain.return)).toBeLessThanOrEqual(slack);
      }),
    );
  });
});
