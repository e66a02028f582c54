import { describe, expect, it } from 'vitest';
import { disagreement } from './agreement';

const of = (...values: number[]) => ({ q: { w1: [Float32Array.from(values)] } });

describe('the disagreement of two stacks', () => {
  it('is measured against the largest number of the tensor', () => {
    expect(disagreement(of(1, 4.5), of(1, 5), 0)).toEqual({ error: 0.1, where: '.q.w1.0' });
  });

  it('is measured against the floor where a tensor is smaller', () => {
    expect(disagreement(of(0.25), of(0.5), 2).error).toBeCloseTo(0.125);
  });

  it('is nothing between equals, NaN included', () => {
    expect(disagreement(of(Number.NaN, 2), of(Number.NaN, 2), 0)).toEqual({ error: 0, where: '' });
  });

  it('is infinite where only one of them is a number', () => {
    expect(disagreement(of(Number.NaN), of(1), 0).error).toBe(Number.POSITIVE_INFINITY);
    expect(disagreement(of(1), of(Number.NaN), 0).error).toBe(Number.POSITIVE_INFINITY);
  });

  it('is refused where they are not of one shape', () => {
    expect(() => disagreement(of(1), of(1, 2), 0)).toThrow(RangeError);
    expect(() => disagreement({}, of(1), 0)).toThrow(RangeError);
    expect(() => disagreement(of(1), {}, 0)).toThrow(/not expected/);
  });
});
