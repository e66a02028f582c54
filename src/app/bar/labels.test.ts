import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadLabels } from './labels';

const wishes = fc.array(
  fc.record({
    at: fc.double({ min: -50, max: 350, noNaN: true }),
    size: fc.double({ min: 5, max: 20, noNaN: true }),
  }),
  { minLength: 1, maxLength: 12 },
);

describe('spreadLabels', () => {
  it('keeps labels apart, in order and inside', () => {
    fc.assert(
      fc.property(wishes, (given) => {
        const middles = spreadLabels(given, 0, 300);
        const boxes = given
          .map((wish, i) => ({
            top: middles[i] - wish.size / 2,
            bottom: middles[i] + wish.size / 2,
            at: wish.at,
          }))
          .sort((a, b) => a.top - b.top);
        boxes.forEach((box, i) => {
          expect(box.top).toBeGreaterThanOrEqual(-1e-6);
          expect(box.bottom).toBeLessThanOrEqual(300 + 1e-6);
          if (i > 0) {
            expect(box.top).toBeGreaterThanOrEqual(boxes[i - 1].bottom - 1e-6);
            expect(box.at).toBeGreaterThanOrEqual(boxes[i - 1].at);
          }
        });
      }),
    );
  });

  it('leaves alone what does not collide', () => {
    expect(
      spreadLabels(
        [
          { at: 200, size: 10 },
          { at: 50, size: 10 },
        ],
        0,
        300,
      ),
    ).toEqual([200, 50]);
  });

  it('moves equals as little as can be, evenly to both sides', () => {
    const at = [100, 100, 100].map((middle) => ({ at: middle, size: 10 }));
    expect(spreadLabels(at, 0, 300)).toEqual([90, 100, 110]);
    expect(spreadLabels(at, 0, 112)).toEqual([87, 97, 107]);
  });

  it('finds the least-squares places, as a search over small nudges cannot better', () => {
    const given = [
      { at: 40, size: 12 },
      { at: 44, size: 12 },
      { at: 47, size: 12 },
      { at: 90, size: 12 },
    ];
    const middles = spreadLabels(given, 0, 300);
    const cost = (places: readonly number[]) =>
      places.reduce((sum, place, i) => sum + (place - given[i].at) ** 2, 0);
    const apart = (places: readonly number[]) =>
      places.every((place, i) => i === 0 || place - places[i - 1] >= 12 - 1e-9);
    for (let trial = 0; trial < 3 ** 4; trial++) {
      const nudged = middles.map((place, i) => place + (Math.floor(trial / 3 ** i) % 3) - 1);
      if (apart(nudged)) expect(cost(nudged)).toBeGreaterThanOrEqual(cost(middles) - 1e-9);
    }
  });

  it('packs from the start where there is too little room', () => {
    const at = [100, 100, 100].map((middle) => ({ at: middle, size: 10 }));
    expect(spreadLabels(at, 0, 20)).toEqual([5, 15, 25]);
  });
});
