import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lieIn } from './lie';

const table = new Float32Array(8);
const learner = {
  ...{ q: table, trueQ: table, policy: table, delta: null, tried: null },
  occupancy: new Float32Array(2),
};

describe('the part of a gap in a cell', () => {
  it('is what its actions carry, or what the state itself does', () => {
    const pairs = Float32Array.of(0.5, 0, -0.25, 0, 0, 0, 0, 1);
    expect(lieIn({ ...learner, share: pairs }, 0)).toEqual({ here: 0.25, total: 1.25 });
    expect(lieIn({ ...learner, share: pairs }, 1)).toEqual({ here: 1, total: 1.25 });
    const states = Float32Array.of(0.5, -0.25);
    expect(lieIn({ ...learner, share: states }, 1)).toEqual({ here: -0.25, total: 0.25 });
  });

  it('is nothing where nothing finite is believed', () => {
    expect(lieIn({ ...learner, share: null }, 0)).toBeNull();
    expect(lieIn({ ...learner, share: Float32Array.of(Number.NaN, 0) }, 1)).toBeNull();
    expect(
      lieIn({ ...learner, share: Float32Array.of(0, Number.POSITIVE_INFINITY) }, 0),
    ).toBeNull();
  });

  it('sums to the whole over all cells', () => {
    const share = fc.float32Array({ minLength: 8, maxLength: 8, min: -9, max: 9, noNaN: true });
    fc.assert(
      fc.property(share, (of) => {
        const cells = [0, 1].map((state) => lieIn({ ...learner, share: of }, state));
        const sum = cells.reduce((all, cell) => all + (cell?.here ?? Number.NaN), 0);
        expect(sum).toBeCloseTo(cells[0]?.total ?? Number.NaN, 10);
      }),
    );
  });
});
