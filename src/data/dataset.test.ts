import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyMdp, policyOf } from '../mdp/testing/arbitraries';
import { buildBehavior } from './behavior';
import { collect } from './collect';
import { CLASS_CODES, countPairs, coverage, empiricalPolicy, freeze, pairClasses } from './dataset';
import { rowsOf, shipped, small } from './testing/worlds';

const anyDataset = anyMdp.chain((mdp) =>
  fc
    .record({ policy: policyOf(mdp), size: fc.integer({ min: 50, max: 200 }), seed: fc.nat() })
    .map(({ policy, size, seed }) => ({
      mdp,
      data: collect(mdp, { components: [{ label: '', policy, share: 1 }] }, { size, seed }),
    })),
);

describe('counts', () => {
  it('sum to the size, pairs to states', () => {
    fc.assert(
      fc.property(anyDataset, ({ mdp, data }) => {
        const { pairs, states } = data.counts;
        expect(pairs.reduce((a, b) => a + b, 0)).toBe(data.size);
        for (let s = 0; s < mdp.states; s++) {
          expect(pairs.slice(s * 4, s * 4 + 4).reduce((a, b) => a + b, 0)).toBe(states[s]);
        }
      }),
    );
  });

  it('give a policy whose rows sum to 1, uniform where nothing was seen', () => {
    fc.assert(
      fc.property(anyDataset, ({ mdp, data }) => {
        const policy = empiricalPolicy(data.counts);
        for (let s = 0; s < mdp.states; s++) {
          const row = policy.slice(s * 4, s * 4 + 4);
          expect(row.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
          if (data.counts.states[s] === 0) expect([...row]).toEqual([0.25, 0.25, 0.25, 0.25]);
        }
      }),
    );
    const counts = countPairs(
      2,
      rowsOf([{ action: 1 }, { action: 1 }, { action: 1 }, { action: 3 }]),
    );
    expect([...empiricalPolicy(counts)]).toEqual([0, 0.75, 0, 0.25, 0.25, 0.25, 0.25, 0.25]);
  });
});

describe('classes', () => {
  it('partition the pairs of the reachable states that are not terminal', () => {
    fc.assert(
      fc.property(anyDataset, ({ mdp, data }) => {
        const classes = pairClasses(mdp, data.counts);
        const expected = Array.from(data.counts.pairs, (n, pair) => {
          const s = Math.floor(pair / 4);
          if (mdp.reachable[s] === 0 || mdp.terminal[s] === 1) return 0;
          if (n > 0) return CLASS_CODES.data;
          return data.counts.states[s] > 0 ? CLASS_CODES.unseenAction : CLASS_CODES.unseenState;
        });
        expect([...classes]).toEqual(expected);
        const { seenPairs, pairs, seenStates, states } = coverage(mdp, data.counts);
        expect(seenPairs).toBe(classes.filter((code) => code === CLASS_CODES.data).length);
        expect(pairs).toBe(classes.filter((code) => code !== 0).length);
        expect(seenStates).toBe(data.counts.states.filter((n) => n > 0).length);
        expect(states * 4).toBe(pairs);
      }),
    );
  });

  it('count what was seen as data where the world’s starts do not lead', () => {
    const mdp = small(['S.G#.']);
    const counts = countPairs(mdp.states, rowsOf([{ state: 3, action: 2, nextState: 3 }]));
    expect([...pairClasses(mdp, counts)]).toEqual([3, 3, 3, 3, 3, 3, 3, 3, 0, 0, 0, 0, 2, 2, 1, 2]);
    expect(coverage(mdp, counts)).toEqual({ seenPairs: 0, pairs: 8, seenStates: 0, states: 2 });
  });
});

describe('coverage of Four Rooms', () => {
  it('is that of an independent program, with 600 rows of an ε-greedy walker with ε = 0.3', () => {
    const mdp = shipped('four-rooms');
    const spec = { kind: 'epsilon-greedy', epsilon: 0.3 } as const;
    const behavior = buildBehavior(mdp, spec, { size: 600, seed: 0 });
    const seen = Array.from({ length: 200 }, (_, seed) => {
      const { counts } = collect(mdp, behavior, { size: 600, seed });
      const { seenPairs, pairs } = coverage(mdp, counts);
      expect(pairs).toBe(412);
      return seenPairs;
    });
    // A numpy simulation of 200 datasets saw 115.4 pairs on average, standard deviation 8.9.
    const mean = seen.reduce((a, b) => a + b, 0) / seen.length;
    expect(Math.abs(mean - 115.4)).toBeLessThan(4 * 8.9 * Math.sqrt(2 / 200));
  });
});

describe('freezing', () => {
  const mdp = small(['S.G']);
  const row = { state: 0, action: 1, nextState: 1 };

  it('refuses rows that are not of the world, by their place', () => {
    expect(() => freeze(mdp, rowsOf([row, { ...row, nextState: 3 }]))).toThrow(
      "Row 1: from state 0 to 3, but the world's states are 0 to 2.",
    );
    expect(() => freeze(mdp, rowsOf([{ ...row, state: -1 }]))).toThrow(/Row 0: from state -1/);
    expect(() => freeze(mdp, rowsOf([{ ...row, state: 2 }]))).toThrow(
      /Row 0: state 2 ends episodes/,
    );
    expect(() => freeze(mdp, rowsOf([{ ...row, action: 4 }]))).toThrow(/Row 0: action 4 is none/);
  });

  it('refuses columns of unequal length', () => {
    const uneven = { ...rowsOf([row]), reward: new Float64Array(2) };
    expect(() => freeze(mdp, uneven)).toThrow('Column reward has 2 rows where the data has 1.');
  });

  it('counts episodes by their changes, and hashes every column', () => {
    const rows = [row, { ...row, episode: 4 }, { ...row, episode: 4, step: 1 }];
    const data = freeze(mdp, rowsOf(rows));
    expect(data.episodes).toBe(2);
    expect(Object.isFrozen(data)).toBe(true);
    const changes = [
      { state: 1 },
      { action: 0 },
      { reward: 1e-12 },
      { nextState: 2 },
      { terminal: true },
      { truncated: true },
      { episode: 5 },
      { step: 2 },
      { behaviorProbability: 0.5 },
    ];
    const hashes = changes.map((change) => {
      const changed = rows.map((r, i) => (i === 1 ? { ...r, ...change } : r));
      return freeze(mdp, rowsOf(changed)).hash;
    });
    expect(new Set([data.hash, ...hashes]).size).toBe(changes.length + 1);
    expect(freeze(mdp, rowsOf(rows)).hash).toBe(data.hash);
  });
});
