import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellKind } from '../state/grid';
import { arrowsOf, boxOf, cellAt, centerOf, placeCells, rimsOf, triangleOf } from './geometry';

const maps = fc
  .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }))
  .chain(([rows, columns]) =>
    fc.record({
      rows: fc.constant(rows),
      columns: fc.constant(columns),
      kinds: fc.array(fc.constantFrom<CellKind>('wall', 'floor'), {
        minLength: rows * columns,
        maxLength: rows * columns,
      }),
    }),
  );

describe('placeCells', () => {
  it('keeps inner cells square, inside the box, and finds each again at its middle', () => {
    fc.assert(
      fc.property(
        maps,
        fc.integer({ min: 120, max: 1200 }),
        fc.integer({ min: 120, max: 1200 }),
        ({ rows, columns, kinds }, width, height) => {
          const placement = placeCells(kinds, rows, columns, width, height);
          expect(placement.width).toBeLessThanOrEqual(width);
          expect(placement.height).toBeLessThanOrEqual(height);
          const rims = rimsOf(kinds, rows, columns);
          for (let cell = 0; cell < rows * columns; cell++) {
            const middle = centerOf(placement, cell);
            expect(cellAt(placement, middle.x, middle.y)).toBe(cell);
            const row = Math.floor(cell / columns);
            const column = cell % columns;
            const inRim =
              (rims[0] && row === 0) ||
              (rims[1] && column === columns - 1) ||
              (rims[2] && row === rows - 1) ||
              (rims[3] && column === 0);
            if (!inRim) {
              const box = boxOf(placement, cell);
              expect(box.width).toBe(placement.cell);
              expect(box.height).toBe(placement.cell);
            }
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('thins a closed outer wall, and only a closed one', () => {
    const closed = ['wall', 'wall', 'wall', 'wall', 'floor', 'wall', 'wall', 'wall', 'wall'];
    expect(rimsOf(closed as CellKind[], 3, 3)).toEqual([true, true, true, true]);
    const open = closed.with(1, 'floor');
    expect(rimsOf(open as CellKind[], 3, 3)).toEqual([false, true, true, true]);
  });

  it('finds no cell outside the map', () => {
    const placement = placeCells(['floor'], 1, 1, 50, 50);
    expect(cellAt(placement, -1, 10)).toBe(-1);
    expect(cellAt(placement, 10, 50)).toBe(-1);
    expect(cellAt(placement, Number.NaN, 10)).toBe(-1);
  });
});

describe('triangleOf', () => {
  it('cuts a cell into four equal parts, each on the side of its action', () => {
    const sides = [
      [10, 0],
      [20, 10],
      [10, 20],
      [0, 10],
    ];
    for (const [action, [x, y]] of sides.entries()) {
      const [x0, y0, x1, y1, xc, yc] = triangleOf(0, 0, 20, action);
      expect([(x0 + x1) / 2, (y0 + y1) / 2]).toEqual([x, y]);
      const area = Math.abs((x1 - x0) * (yc - y0) - (xc - x0) * (y1 - y0)) / 2;
      expect(area).toBe(100);
    }
  });
});

describe('arrowsOf', () => {
  it('draws a certain action through the middle', () => {
    expect(arrowsOf([0, 1, 0, 0], true).map((arrow) => arrow.action)).toEqual([1]);
  });

  it('draws every likely action, longer the likelier, where there is room', () => {
    const arrows = arrowsOf([0.6, 0.3, 0.05, 0.05], true);
    expect(arrows.map((arrow) => arrow.action)).toEqual([0, 1]);
    expect(arrows[0].to).toBeGreaterThan(arrows[1].to);
  });

  it('draws at most one arrow in a small cell, and none for a tie', () => {
    expect(arrowsOf([0.6, 0.3, 0.05, 0.05], false).map((arrow) => arrow.action)).toEqual([0]);
    expect(arrowsOf([0.25, 0.25, 0.25, 0.25], false)).toEqual([]);
  });
});
