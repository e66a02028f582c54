import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyMdp, policyOf } from '../mdp/testing/arbitraries';
import { record } from './collect';
import { countPairs } from './dataset';
import {
  actionsIn,
  EPISODE_ENDS,
  episodeReturns,
  episodesOf,
  episodesThrough,
  histogramOf,
  meanOf,
  orderOf,
  visitsOf,
} from './episodes';
import { rowsOf, small } from './testing/worlds';

const recorded = anyMdp.chain((mdp) =>
  fc
    .record({ policy: policyOf(mdp), seed: fc.nat(), size: fc.integer({ min: 50, max: 120 }) })
    .map(({ policy, seed, size }) => {
      const behavior = { components: [{ label: 'test', policy, share: 1 }] };
      return { mdp, data: record(mdp, behavior, { size, seed }) };
    }),
);

const numbers = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { maxLength: 80 });

describe('episodes', () => {
  it('are cut where the number of the episode changes, and know how they ended', () => {
    const mdp = small(['S.G', '..P']);
    const data = rowsOf([
      { state: 0, nextState: 1, episode: 0 },
      { state: 1, nextState: 2, episode: 0, reward: 1, terminal: true },
      { state: 1, nextState: 4, episode: 1, truncated: true, reward: 2 },
      { state: 4, nextState: 5, episode: 2, reward: -1, terminal: true },
    ]);
    const episodes = episodesOf(mdp, data);
    expect([...episodes.starts]).toEqual([0, 2, 3, 4]);
    expect([...episodes.lengths]).toEqual([2, 1, 1]);
    expect([...episodes.returns]).toEqual([0.9, 2, -1]);
    expect([...episodes.ends].map((end) => EPISODE_ENDS[end])).toEqual(['goal', 'cut', 'pit']);
  });

  it('share out all rows, and earn what the edits go by', () => {
    fc.assert(
      fc.property(recorded, ({ mdp, data }) => {
        const episodes = episodesOf(mdp, data);
        expect(episodes.lengths.reduce((sum, length) => sum + length, 0)).toBe(data.size);
        expect(episodes.returns).toEqual(episodeReturns(data, mdp.gamma));
        for (let i = 0; i < episodes.count; i++) {
          const rows = data.episode.subarray(episodes.starts[i], episodes.starts[i + 1]);
          expect(new Set(rows).size).toBe(1);
        }
      }),
    );
  });

  it('go through a cell exactly where one of their rows touches it', () => {
    fc.assert(
      fc.property(recorded, fc.nat(), ({ mdp, data }, at) => {
        const inside = new Uint8Array(mdp.states);
        inside[at % mdp.states] = 1;
        const expected = new Set<number>();
        const numbersOf = [...new Set(data.episode)];
        data.state.forEach((state, row) => {
          if (inside[state] || inside[data.nextState[row]]) {
            expected.add(numbersOf.indexOf(data.episode[row]));
          }
        });
        const found = episodesThrough(data, episodesOf(mdp, data), inside);
        expect([...found]).toEqual([...expected].sort((a, b) => a - b));
        const everywhere = new Uint8Array(mdp.states).fill(1);
        const episodes = episodesOf(mdp, data);
        expect(episodesThrough(data, episodes, everywhere)).toHaveLength(episodes.count);
      }),
    );
  });
});

describe('an order', () => {
  it('is that of a stable sort', () => {
    const few = fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 40 });
    fc.assert(
      fc.property(fc.oneof(numbers, few), fc.boolean(), (values, descending) => {
        const sign = descending ? -1 : 1;
        const expected = [...values.keys()].sort((a, b) => sign * (values[a] - values[b]) || a - b);
        expect([...orderOf(values, descending)]).toEqual(expected);
      }),
    );
  });
});

describe('a histogram', () => {
  it('holds every value once, between the edges of its bin', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 30 }), (values, bins) => {
        const { edges, counts } = histogramOf(values, bins);
        expect(edges).toHaveLength(counts.length + 1);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(values.length);
        counts.forEach((count, bin) => {
          const last = bin === counts.length - 1;
          const within = values.filter(
            (value) =>
              value >= edges[bin] && (value < edges[bin + 1] || (last && value <= edges[bin + 1])),
          );
          expect(count).toBe(within.length);
        });
      }),
    );
  });

  it('has one bin where all values are equal', () => {
    expect(histogramOf([2, 2, 2], 10)).toEqual({
      edges: Float64Array.of(1.9, 2.1),
      counts: Int32Array.of(3),
    });
    expect([...histogramOf([], 10).counts]).toEqual([0]);
  });
});

it('visits and actions sum to the rows, as the counts do', () => {
  fc.assert(
    fc.property(recorded, ({ mdp, data }) => {
      const counts = countPairs(mdp.states, data);
      expect(visitsOf(counts.pairs)).toEqual(counts.states);
      const everywhere = new Uint8Array(mdp.states).fill(1);
      const actions = actionsIn(counts.pairs, everywhere);
      expect(actions.reduce((sum, count) => sum + count, 0)).toBe(data.size);
      expect(actionsIn(counts.pairs, new Uint8Array(mdp.states))).toEqual(new Int32Array(4));
    }),
  );
});

it('takes the mean, which is 0 of nothing', () => {
  expect(meanOf([1, 2, 6])).toBe(3);
  expect(meanOf([])).toBe(0);
});
