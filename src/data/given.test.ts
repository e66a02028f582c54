import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildMdp } from '../mdp/mdp';
import { anyMdp, policyOf } from '../mdp/testing/arbitraries';
import { record } from './collect';
import { freeze } from './dataset';
import { fits, type GivenData, givenBehavior, givenData, givenNotes } from './given';
import { rowsOf, small } from './testing/worlds';
import type { Transitions } from './types';

const MAP = ['S..G'];

const imported = (
  transitions: Transitions,
  more: Partial<Omit<GivenData, 'hash'>> = {},
): GivenData =>
  givenData({
    label: 'data.csv',
    kind: 'imported',
    map: MAP,
    behaviorKnown: true,
    transitions,
    ...more,
  });

const right = (state: number, more = {}) => ({
  state,
  action: 1,
  nextState: state + 1,
  reward: state === 2 ? 1 : 0,
  terminal: state === 2,
  ...more,
});

const recorded = anyMdp.chain((mdp) =>
  fc
    .tuple(policyOf(mdp), fc.nat(), fc.integer({ min: 50, max: 150 }))
    .map(([policy, seed, size]) => {
      const behavior = { components: [{ label: 'test', policy, share: 1 }] };
      return { mdp, policy, data: record(mdp, behavior, { size, seed }) };
    }),
);

describe('given data', () => {
  it('has the hash of the dataset that it freezes to, whatever it is called', () => {
    fc.assert(
      fc.property(recorded, fc.boolean(), ({ mdp, data }, behaviorKnown) => {
        const { map, gamma } = mdp.world;
        const one = imported(data, { map, behaviorKnown, gamma });
        expect(freeze(mdp, one.transitions).hash).toBe(one.hash);
        expect(imported(data, { map, behaviorKnown, label: 'x', kind: 'played' }).hash).toBe(
          one.hash,
        );
        // What was recorded here is in order already.
        if (behaviorKnown) expect(one.transitions).toEqual(freeze(mdp, data));
        expect(givenData(one)).toEqual(one);
        expect(structuredClone(one)).toEqual(one);
      }),
    );
  });

  it('is a copy that nobody else can write to', () => {
    const rows = rowsOf([right(0), right(1, { step: 1 }), right(2, { step: 2 })]);
    const data = imported(rows);
    rows.reward[0] = 5;
    rows.behaviorProbability[0] = 0.5;
    expect(data.transitions.reward[0]).toBe(0);
    expect(data.transitions.behaviorProbability[0]).toBe(0.25);
  });

  it('splits episodes that break off, and ends every one of them once', () => {
    const rows = rowsOf([
      right(0, { episode: 4 }),
      // The next row starts elsewhere, the one after it goes on past an end.
      right(2, { episode: 4, truncated: true }),
      right(0, { episode: 4 }),
      right(1, { episode: 9 }),
    ]);
    rows.truncated[1] = 1;
    const { transitions } = imported(rows);
    expect([...transitions.episode]).toEqual([0, 1, 2, 3]);
    expect([...transitions.truncated]).toEqual([1, 0, 1, 1]);
    expect([...transitions.terminal]).toEqual([0, 1, 0, 0]);
  });

  it.each<[string, () => GivenData, RegExp]>([
    ['no rows', () => imported(rowsOf([])), /^A dataset has 1 to 100,000 rows, not 0\.$/],
    ['a state too many', () => imported(rowsOf([right(4)])), /^Row 0: from state 4 to 5/],
    ['an action in the end', () => imported(rowsOf([right(3, { nextState: 3 })])), /ends episodes/],
    ['a fifth action', () => imported(rowsOf([right(0, { action: 4 })])), /action 4 is none/],
    ['infinite rewards', () => imported(rowsOf([right(0, { reward: Infinity })])), /not finite/],
    [
      'no probability',
      () => imported(rowsOf([right(0, { behaviorProbability: Number.NaN })])),
      /Row 0: NaN is not a probability/,
    ],
    [
      'a column that is too short',
      () => imported({ ...rowsOf([right(0)]), step: new Int32Array(0) }),
      /Column step has 0 rows/,
    ],
  ])('with %s is refused in a sentence', (_, make, sentence) => {
    expect(make).toThrow(expect.objectContaining({ name: 'DataError' }));
    expect(make).toThrow(sentence);
  });

  it('needs a map', () => {
    expect(() => imported(rowsOf([right(0)]), { map: ['...'] })).toThrow(/no start/);
  });

  it('of an unknown behavior has the probabilities of its empirical policy', () => {
    const rows = rowsOf([
      right(0),
      right(1, { step: 1 }),
      { ...right(0, { episode: 1 }), action: 0, nextState: 0 },
      right(0, { episode: 1, step: 1 }),
    ]);
    const { transitions } = imported(rows, { behaviorKnown: false });
    const third = 1 / 3;
    expect([...transitions.behaviorProbability]).toEqual([2 * third, 1, third, 2 * third]);
  });
});

describe('the behavior of given data', () => {
  it('is its empirical policy, and says so', () => {
    const rows = rowsOf([right(0), { ...right(0, { episode: 1 }), action: 0, nextState: 0 }]);
    const { components } = givenBehavior(imported(rows, { behaviorKnown: false }));
    expect(components).toHaveLength(1);
    expect(components[0].label).toBe('data.csv: the empirical policy N(s,a)/N(s) of its rows');
    expect([...components[0].policy.slice(0, 8)]).toEqual([0.5, 0.5, 0, 0, 0.25, 0.25, 0.25, 0.25]);
  });

  it('is what its rows state, what is left going to the actions never taken', () => {
    const rows = rowsOf([
      right(0, { behaviorProbability: 0.5 }),
      right(0, { behaviorProbability: 0.7, episode: 1 }),
      { ...right(0, { episode: 2 }), action: 0, nextState: 0, behaviorProbability: 0.2 },
    ]);
    const { components } = givenBehavior(imported(rows));
    expect(components[0].label).toBe('data.csv: π_β as its file states it');
    [0.2, 0.6, 0.1, 0.1].forEach((p, a) => {
      expect(components[0].policy[a]).toBeCloseTo(p, 12);
    });
  });

  it('of a recording is the policy that acted, wherever every action was taken', () => {
    fc.assert(
      fc.property(recorded, fc.boolean(), ({ mdp: world, policy, data }, behaviorKnown) => {
        const given = imported(data, { map: world.world.map, behaviorKnown });
        const [component] = givenBehavior(given).components;
        const { counts } = freeze(world, data);
        for (let s = 0; s < world.states; s++) {
          const row = [...component.policy.slice(s * 4, s * 4 + 4)];
          expect(row.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
          for (let a = 0; a < 4; a++) {
            if (counts.pairs[s * 4 + a] === 0) continue;
            if (behaviorKnown) expect(row[a]).toBeCloseTo(policy[s * 4 + a], 12);
            else expect(row[a]).toBeCloseTo(counts.pairs[s * 4 + a] / counts.states[s], 12);
          }
        }
      }),
    );
  });
});

describe('given data and a world', () => {
  const rows = rowsOf([right(0), right(1, { step: 1 }), right(2, { step: 2 })]);

  it('fit where the maps are the same', () => {
    expect(fits(small(MAP), imported(rows))).toBe(true);
    expect(fits(small(['S.GG']), imported(rows))).toBe(false);
    expect(fits(small(['S.', '.G']), imported(rows))).toBe(false);
  });

  it('say how they differ otherwise', () => {
    const data = imported(rows, { gamma: 0.5, label: 'a\u202eb' });
    expect(givenNotes(small(MAP, { gamma: 0.5 }), data)).toEqual([]);
    expect(givenNotes(small(MAP), data)).toEqual([
      'The dataset “a�b” was recorded with γ = 0.5, the world here has 0.9.',
    ]);
    const rewards = { step: -1, goal: 1, pit: 0, cliff: 0 };
    expect(givenNotes(small(MAP, { gamma: 0.5, rewards }), data)).toEqual([
      expect.stringMatching(/^2 of 3 rows of “a�b” cannot happen in this world/),
    ]);
  });

  it('have nothing to say of what was recorded there', () => {
    fc.assert(
      fc.property(recorded, ({ mdp, data }) => {
        const { map, gamma } = mdp.world;
        const given = imported(data, { map, gamma });
        expect(fits(mdp, given)).toBe(true);
        expect(givenNotes(buildMdp(mdp.world), given)).toEqual([]);
      }),
    );
  });
});
