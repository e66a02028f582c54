import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { python } from '../../tools/testing/python';
import { pairClasses } from '../data/dataset';
import { small } from '../data/testing/worlds';
import { evaluatePolicy, startReturn } from '../mdp/solve';
import { mdpAndPolicy } from '../mdp/testing/arbitraries';
import type { Mdp, Policy } from '../mdp/types';
import { type Belief, locateGap } from './gap';
import type { Gap } from './types';

interface Case {
  readonly mdp: Mdp;
  readonly policy: Policy;
  readonly belief: Belief;
  readonly classes: Uint8Array;
}

const anyCase: fc.Arbitrary<Case> = mdpAndPolicy.chain(([mdp, policy]) => {
  const table = fc.array(fc.double({ min: -10, max: 10, noNaN: true }), {
    minLength: mdp.states * 4,
    maxLength: mdp.states * 4,
  });
  const counts = fc.array(fc.constantFrom(0, 0, 1), {
    minLength: mdp.states * 4,
    maxLength: mdp.states * 4,
  });
  return fc.tuple(table, counts, fc.boolean()).map(([values, seen, ofPairs]) => {
    const pairs = Int32Array.from(seen, (n, pair) => n * (1 - mdp.terminal[pair >> 2]));
    const states = Int32Array.from({ length: mdp.states }, (_, s) =>
      pairs.subarray(s * 4, s * 4 + 4).reduce((a, b) => a + b),
    );
    const belief: Belief = ofPairs
      ? { of: 'pairs', q: values }
      : { of: 'states', v: values.slice(0, mdp.states) };
    return { mdp, policy, belief, classes: pairClasses(mdp, { pairs, states }) };
  });
});

/** Σ π̂Q̂ or V from the starts, 0 where an episode has ended. */
function believed({ mdp, policy, belief }: Case): number {
  let sum = 0;
  for (let s = 0; s < mdp.states; s++) {
    if (mdp.terminal[s] === 1) continue;
    if (belief.of === 'states') sum += mdp.start[s] * belief.v[s];
    else for (let a = 0; a < 4; a++) sum += mdp.start[s] * policy[s * 4 + a] * belief.q[s * 4 + a];
  }
  return sum;
}

const sizeOf = (share: Float64Array) => share.reduce((sum, x) => sum + Math.abs(x), 1);

function gapOf({ mdp, policy, belief, classes }: Case): Gap & { share: Float64Array } {
  const { gap, share } = locateGap(mdp, policy, belief, classes);
  if (gap === null) throw new Error('There is no gap.');
  return { ...gap, share };
}

it('adds up to believed less true return, over random worlds, tables and policies', () => {
  fc.assert(
    fc.property(anyCase, (problem) => {
      const { mdp, policy } = problem;
      const found = gapOf(problem);
      const truth = startReturn(mdp, evaluatePolicy(mdp, policy).v);
      const slack = 1e-9 * sizeOf(found.share);
      expect(Math.abs(found.total - (believed(problem) - truth))).toBeLessThanOrEqual(slack);
      const classes = found.data + found.unseenAction + found.unseenState;
      expect(Math.abs(found.total - classes)).toBeLessThanOrEqual(slack);
      expect(found.pairs).toBeLessThanOrEqual(mdp.states * 4);
    }),
  );
});

const BRUTE = `
import json, sys
import numpy as np
out = []
for c in json.load(open(sys.argv[1])):
    S, g = c['states'], c['gamma']
    P = np.zeros((S * 4, S)); r = np.zeros(S * 4)
    for p, s, w, reward in c['outcomes']:
        P[p, s] += w; r[p] += w * reward
    pi = np.array(c['policy']); live = 1 - np.array(c['terminal'])
    flow = (pi[:, None] * P).reshape(S, 4, S).sum(1)
    d = np.linalg.solve(np.eye(S) - g * flow.T, np.array(c['start']))
    x = np.repeat(d * live, 4) * pi
    pairs = c['belief']['of'] == 'pairs'
    b = np.array(c['belief']['q' if pairs else 'v'])
    v = (pi * b).reshape(S, 4).sum(1) * live if pairs else b * live
    share = x * ((b if pairs else np.repeat(v, 4)) - r - g * P @ v)
    code = np.array(c['classes'])
    if not pairs:
        share = share.reshape(S, 4).sum(1)
        code = np.where((code.reshape(S, 4) == 1).any(1), 1, 3)
    out.append([share.sum()] + [share[code == k].sum() for k in (1, 2, 3)])
print(json.dumps(out))
`;

describe('against a dense solve in numpy', () => {
  const folder = mkdtempSync(join(tmpdir(), 'offgrid-gap-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('by class', () => {
    const cases = fc.sample(anyCase, 60);
    const plain = cases.map(({ mdp, policy, belief, classes }) => ({
      states: mdp.states,
      gamma: mdp.gamma,
      start: [...mdp.start],
      terminal: [...mdp.terminal],
      outcomes: Array.from({ length: mdp.states * 4 }, (_, pair) => pair).flatMap((pair) =>
        Array.from({ length: mdp.offsets[pair + 1] - mdp.offsets[pair] }, (_, k) => {
          const i = mdp.offsets[pair] + k;
          return [pair, mdp.successors[i], mdp.probabilities[i], mdp.outcomeRewards[i]];
        }),
      ),
      policy: [...policy],
      belief,
      classes: [...classes],
    }));
    writeFileSync(join(folder, 'cases.json'), JSON.stringify(plain));
    const expected = python(BRUTE, join(folder, 'cases.json')) as number[][];
    cases.forEach((problem, i) => {
      const { total, data, unseenAction, unseenState, share } = gapOf(problem);
      [total, data, unseenAction, unseenState].forEach((value, k) => {
        expect(Math.abs(value - expected[i][k])).toBeLessThanOrEqual(1e-9 * sizeOf(share));
      });
    });
  });
});

describe('by hand', () => {
  const mdp = small(['S.G']);
  const right = Float64Array.from({ length: 12 }, (_, pair) => Number(pair % 4 === 1));
  const none = new Int32Array(12);
  const classes = pairClasses(mdp, { pairs: none, states: new Int32Array(3) });
  const q = Float64Array.from(right, (x) => 2 * x);

  it('is nothing where the values are true', () => {
    const truth = evaluatePolicy(mdp, right).q;
    const { gap } = locateGap(mdp, right, { of: 'pairs', q: truth }, classes);
    expect(gap).toEqual({ total: 0, data: 0, unseenAction: 0, unseenState: 0, pairs: 0 });
  });

  it('tells of values of states what they promise beyond one step of the policy', () => {
    const half = Float64Array.of(0, 0.5, 0, 0.5, 0, 1, 0, 0, 0, 0, 0, 0);
    const { gap, delta, share } = locateGap(mdp, half, { of: 'states', v: [2, 3, 7] }, classes);
    // At the start: right leads to the 3, left stays at the 2; beside the goal: 3 − 1.
    expect(delta[0]).toBeCloseTo(2 - 0.9 * (0.5 * 3 + 0.5 * 2), 12);
    expect([...delta.slice(1)]).toEqual([2, 0]);
    expect(share.reduce((sum, x) => sum + x)).toBeCloseTo(gap?.total ?? Number.NaN, 12);
    const truth = evaluatePolicy(mdp, half).v[0];
    expect(gap?.total).toBeCloseTo(2 - truth, 12);
    expect(gap?.pairs).toBe(2);
  });

  it('weighs what is met, and ignores what is not finite elsewhere', () => {
    q[0] = Number.NaN;
    q[4] = Number.NEGATIVE_INFINITY;
    const { gap, share } = locateGap(mdp, right, { of: 'pairs', q }, classes);
    // δ: 2 − 0.9·2 at the start, 2 − 1 beside the goal.
    expect(share[1]).toBeCloseTo(0.2, 12);
    expect(share[5]).toBeCloseTo(0.9, 12);
    expect(gap?.unseenState).toBeCloseTo(1.1, 12);
    expect(gap?.pairs).toBe(2);
    q[5] = Number.POSITIVE_INFINITY;
    expect(locateGap(mdp, right, { of: 'pairs', q }, classes).gap).toBeNull();
  });
});
