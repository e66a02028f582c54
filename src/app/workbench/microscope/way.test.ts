import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIRECTIONS } from '../../map/geometry';
import { wayOf } from './way';

const numbersOf = (path: string) => [...path.matchAll(/-?[\d.]+/g)].map(([text]) => Number(text));

describe('the way of a value', () => {
  const map = { cell: 40, width: 400, height: 320 };

  it('leads from s′ to the triangle of the action in s', () => {
    const { path } = wayOf({ x: 100, y: 60 }, { x: 60, y: 60 }, [1, 0], map);
    const numbers = numbersOf(path);
    expect(numbers.slice(0, 2)).toEqual([100, 60]);
    expect(numbers.slice(-2)).toEqual([72, 60]);
  });

  it('bends towards the middle of the map', () => {
    const above = wayOf({ x: 100, y: 20 }, { x: 60, y: 20 }, [1, 0], map);
    const below = wayOf({ x: 100, y: 300 }, { x: 60, y: 300 }, [1, 0], map);
    expect(above.apex.y).toBeGreaterThan(20);
    expect(below.apex.y).toBeLessThan(300);
  });

  it('stays on the map, with finite numbers, wherever a step led', () => {
    const place = fc.record({
      x: fc.integer({ min: 0, max: 9 }).map((column) => 20 + 40 * column),
      y: fc.integer({ min: 0, max: 7 }).map((row) => 20 + 40 * row),
    });
    fc.assert(
      fc.property(place, place, fc.constantFrom(...DIRECTIONS), (next, state, direction) => {
        const { path, apex, out } = wayOf(next, state, direction, map);
        const numbers = numbersOf(path);
        expect(numbers).toHaveLength(8);
        for (const [i, value] of numbers.entries())
          expect(value).toBeLessThanOrEqual(i % 2 === 0 ? map.width : map.height);
        expect(Math.min(...numbers, apex.x, apex.y)).toBeGreaterThanOrEqual(0);
        expect(apex.x).toBeLessThanOrEqual(map.width);
        expect(apex.y).toBeLessThanOrEqual(map.height);
        expect(Math.hypot(out.x, out.y)).toBeCloseTo(1);
        // It leaves the line between its ends, so that it can be seen.
        const middle = { x: (next.x + state.x) / 2, y: (next.y + state.y) / 2 };
        expect(Math.hypot(apex.x - middle.x, apex.y - middle.y)).toBeGreaterThan(10);
      }),
    );
  });
});
