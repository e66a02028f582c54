import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PAIR_CLASSES } from '../../data/types';
import type { Gap } from '../../experiment/types';
import { shownGap, stacked } from './gaps';
import { seedWith } from './testing';

const number = fc.double({ min: -5, max: 5, noNaN: true });
const anyGap: fc.Arbitrary<Gap> = fc
  .tuple(number, number, number, fc.nat(40))
  .map(([data, unseenAction, unseenState, pairs]) => ({
    ...{ data, unseenAction, unseenState, pairs },
    total: data + unseenAction + unseenState,
  }));

describe('the gap shown', () => {
  const gap = { total: 0.5, data: -0.1, unseenAction: 0.6, unseenState: 0, pairs: 4 };
  const other = { total: 1.5, data: 0.5, unseenAction: 0, unseenState: 1, pairs: 9 };
  const seeds = [seedWith({ gap }), seedWith({ gap: null }), seedWith({ gap: other })];

  it('is that of the seed shown', () => {
    expect(shownGap(seeds, 0)).toEqual({ ...gap, pairs: [4, 4] });
    expect(shownGap(seeds, 2)).toEqual({ ...other, pairs: [9, 9] });
    expect(shownGap(seeds, 1)).toBeNull();
    expect(shownGap([], 0)).toBeNull();
  });

  it('or the mean over those that believe something finite', () => {
    const mean = { total: 1, data: 0.2, unseenAction: 0.3, unseenState: 0.5, pairs: [4, 9] };
    expect(shownGap(seeds, 'mean')).toEqual(mean);
    expect(shownGap(seeds.slice(1, 2), 'mean')).toBeNull();
  });

  it('has parts that sum to the total, over one seed or many', () => {
    fc.assert(
      fc.property(fc.array(anyGap, { minLength: 1, maxLength: 6 }), (gaps) => {
        const shown = shownGap(
          gaps.map((one) => seedWith({ gap: one })),
          'mean',
        );
        const sum = PAIR_CLASSES.reduce((of, name) => of + (shown?.[name] ?? Number.NaN), 0);
        expect(sum).toBeCloseTo(shown?.total ?? Number.NaN, 12);
      }),
    );
  });
});

describe('a stacked bar', () => {
  it('lays what is too much to one side of 0 and what is too little to the other', () => {
    const gap = { total: 0.2, data: -0.5, unseenAction: 0.4, unseenState: 0.3, pairs: [3, 3] };
    expect(stacked({ ...gap, pairs: [3, 3] })).toEqual([
      { name: 'data', from: 0, to: -0.5 },
      { name: 'unseenAction', from: 0, to: 0.4 },
      { name: 'unseenState', from: 0.4, to: 0.7 },
    ]);
  });

  it('is as long as all that is wrong, and never covers itself', () => {
    fc.assert(
      fc.property(anyGap, (one) => {
        const parts = stacked({ ...one, pairs: [one.pairs, one.pairs] });
        const length = parts.reduce((sum, { from, to }) => sum + Math.abs(to - from), 0);
        const wrong = PAIR_CLASSES.reduce((sum, name) => sum + Math.abs(one[name]), 0);
        expect(length).toBeCloseTo(wrong, 12);
        for (const side of [-1, 1]) {
          const own = parts.filter(({ from, to }) => Math.sign(to - from) === side);
          own.forEach(({ from }, i) => {
            expect(from).toBe(i > 0 ? own[i - 1].to : 0);
          });
        }
      }),
    );
  });
});
