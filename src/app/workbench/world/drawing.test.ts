import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapFaults } from '../../../mdp/world';
import {
  blankDrawing,
  columnsOf,
  type Drawing,
  flipped,
  lineAdded,
  lineBetween,
  lineRemoved,
  mirrored,
  painted,
  rectangleBetween,
  resized,
  SIDES,
  type Side,
  signAt,
  turned,
} from './drawing';
import { anyDrawing, anySign, drawingAndCells } from './testing';

const anySide: fc.Arbitrary<Side> = fc.constantFrom(...SIDES);

/** Row and column of every cell between, as the pairs people think in. */
const places = (columns: number, cells: readonly number[]) =>
  cells.map((cell) => [Math.floor(cell / columns), cell % columns]);

describe('painting', () => {
  it('puts the sign where it is asked to, and nowhere else', () => {
    fc.assert(
      fc.property(drawingAndCells(4), anySign, ([drawing, cells], sign) => {
        const after = painted(drawing, cells, sign);
        for (let cell = 0; cell < drawing.join('').length; cell++) {
          expect(signAt(after, cell)).toBe(cells.includes(cell) ? sign : signAt(drawing, cell));
        }
      }),
    );
  });

  it('is idempotent, and gives the same object back where nothing changes', () => {
    fc.assert(
      fc.property(drawingAndCells(3), anySign, ([drawing, cells], sign) => {
        const once = painted(drawing, cells, sign);
        expect(painted(once, cells, sign)).toBe(once);
      }),
    );
  });
});

describe('a line', () => {
  it('joins its ends without a gap and without a detour', () => {
    const at = fc.nat(1599);
    fc.assert(
      fc.property(at, at, (from, to) => {
        const way = places(40, lineBetween(40, from, to));
        expect(way[0]).toEqual([Math.floor(from / 40), from % 40]);
        expect(way.at(-1)).toEqual([Math.floor(to / 40), to % 40]);
        const far = (one: number[], other: number[]) =>
          Math.max(Math.abs(one[0] - other[0]), Math.abs(one[1] - other[1]));
        for (let i = 1; i < way.length; i++) expect(far(way[i - 1], way[i])).toBe(1);
        expect(way).toHaveLength(far(way[0], way[way.length - 1]) + 1);
      }),
    );
  });
});

describe('a rectangle', () => {
  it('holds exactly the cells between its corners, whichever two they are', () => {
    expect(rectangleBetween(5, 1, 12)).toEqual([1, 2, 6, 7, 11, 12]);
    expect(rectangleBetween(5, 11, 2)).toEqual([1, 2, 6, 7, 11, 12]);
    expect(rectangleBetween(5, 7, 7)).toEqual([7]);
  });
});

describe('a blank map', () => {
  it('is a world of the size asked for, brought into 3 to 40', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 60 }), fc.integer(), (rows, columns) => {
        const drawing = blankDrawing(rows, columns);
        expect(mapFaults(drawing)).toEqual([]);
        expect(drawing).toHaveLength(Math.min(40, Math.max(3, rows)));
        expect(columnsOf(drawing)).toBe(Math.min(40, Math.max(3, columns)));
      }),
    );
    expect(blankDrawing(3, 4)).toEqual(['S...', '....', '...G']);
    expect(blankDrawing(Number.NaN, 3.4)).toEqual(['S..', '...', '..G']);
  });
});

describe('resizing', () => {
  it('keeps every cell that has room, and continues by floor', () => {
    const size = fc.integer({ min: 3, max: 40 });
    fc.assert(
      fc.property(anyDrawing, size, size, (drawing, rows, columns) => {
        const after = resized(drawing, rows, columns);
        expect(after).toHaveLength(rows);
        for (let r = 0; r < rows; r++) {
          expect(after[r]).toHaveLength(columns);
          for (let c = 0; c < columns; c++) expect(after[r][c]).toBe(drawing[r]?.[c] ?? '.');
        }
      }),
    );
  });

  it('adds a line of floor on any side, which removing takes away again', () => {
    fc.assert(
      fc.property(anyDrawing, anySide, (drawing, side) => {
        const grown = lineAdded(drawing, side);
        const count = ({ length }: Drawing) => length;
        expect(count(grown) + columnsOf(grown)).toBe(count(drawing) + columnsOf(drawing) + 1);
        const back = lineRemoved(grown, side);
        const alone = side === 'top' || side === 'bottom' ? count(grown) : columnsOf(grown);
        expect(back).toEqual(alone > 3 ? drawing : grown);
      }),
    );
    expect(lineAdded(['S#G'], 'top')).toEqual(['...', 'S#G']);
    expect(lineAdded(['S#G'], 'left')).toEqual(['.S#G']);
    expect(lineRemoved(['S..', '#..', 'P..', '..G'], 'bottom')).toEqual(['S..', '#..', 'P..']);
  });

  it('stops at 40 and at 3', () => {
    const large = blankDrawing(40, 40);
    const small = blankDrawing(3, 3);
    for (const side of SIDES) {
      expect(lineAdded(large, side)).toBe(large);
      expect(lineRemoved(small, side)).toBe(small);
    }
  });
});

describe('turning about', () => {
  it('comes back after two mirrorings or four quarter turns', () => {
    fc.assert(
      fc.property(anyDrawing, (drawing) => {
        expect(mirrored(mirrored(drawing))).toEqual(drawing);
        expect(flipped(flipped(drawing))).toEqual(drawing);
        expect(turned(turned(turned(turned(drawing))))).toEqual(drawing);
        expect(turned(turned(drawing))).toEqual(mirrored(flipped(drawing)));
      }),
    );
    expect(turned(['S.#', '..G'])).toEqual(['.S', '..', 'G#']);
    expect(mirrored(['S.#'])).toEqual(['#.S']);
  });
});
