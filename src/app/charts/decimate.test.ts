import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimate } from './decimate';
import { drawLine } from './lines';

const series = fc
  .array(fc.option(fc.double({ min: -5, max: 5, noNaN: true }), { freq: 10 }), {
    minLength: 2,
    maxLength: 900,
  })
  .map((values) => values.map((y, x) => ({ x, y })));

describe('decimate', () => {
  it('keeps the extremes and the ends, in order, at most five points a pixel', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: 1, max: 200 }), (points, pixels) => {
        const kept = decimate(points, pixels, 0, points.length - 1);
        expect(kept.length).toBeLessThanOrEqual(Math.max(2 * pixels, 5 * (pixels + 1)));
        expect(kept[0]).toBe(points[0]);
        expect(kept[kept.length - 1]).toBe(points[points.length - 1]);
        const numbers = (list: typeof kept) =>
          list.flatMap((point) => (point.y === null ? [] : [point.y]));
        expect(Math.max(...numbers(kept))).toBe(Math.max(...numbers(points)));
        expect(Math.min(...numbers(kept))).toBe(Math.min(...numbers(points)));
        for (let i = 1; i < kept.length; i++) expect(kept[i].x).toBeGreaterThan(kept[i - 1].x);
        expect(kept.every((point) => points.includes(point))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves a short series alone', () => {
    const points = [
      { x: 0, y: 1 },
      { x: 1, y: null },
    ];
    expect(decimate(points, 100, 0, 1)).toBe(points);
  });
});

describe('drawLine', () => {
  const x = (value: number) => 10 * value;
  const y = (value: number) => 100 - 50 * value;

  it('breaks at gaps and runs along the edge where values leave the axis', () => {
    const drawn = drawLine(
      [
        { x: 0, y: 0 },
        { x: 1, y: -3 },
        { x: 2, y: null },
        { x: 3, y: 0.5 },
        { x: 4, y: -2 },
      ],
      x,
      y,
      [0, 4],
      [-1, 1],
      400,
    );
    expect(drawn.path).toBe('M0 100L10 150M30 75L40 150');
    expect(drawn.off).toEqual([
      { x: 10, side: 'below' },
      { x: 40, side: 'below' },
    ]);
    expect(drawn.last).toEqual({ x: 40, y: 150, value: -2 });
    expect(drawn.lastOff).toBe('below');
  });

  it('draws nothing of nothing', () => {
    expect(drawLine([], x, y, [0, 1], [-1, 1], 100)).toEqual({
      path: '',
      last: null,
      lastOff: null,
      off: [],
    });
  });
});
