import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, column, type Mark, row, tightened } from './block';

/** A mark that draws where it stands. */
function mark(top: number, bottom: number, holds = false): Mark {
  const draw = (dx: number, dy: number, dBottom: number) => `${dx} ${top + dy} ${bottom + dBottom}`;
  return { left: 0, right: 10, top, bottom, holds, draw };
}

const block = (...marks: readonly Mark[]): Block => ({ width: 10, height: 200, marks });
const written = ({ marks }: Block) => marks.map((one) => one.draw(0, 0, 0));

describe('tightened', () => {
  it('closes the room that a control had taken, and frames shrink with it', () => {
    const found = tightened(block(mark(0, 150, true), mark(10, 30), mark(100, 140)));
    expect(written(found)).toEqual(['0 0 72', '0 0 20', '0 32 72']);
    expect(found.height).toBe(72);
  });

  it('keeps the order and the height of what it moves, and never moves apart', () => {
    const marks = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 80 })),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(marks, (given) => {
        const before = given.map(([top, height]) => mark(top, top + height));
        const after = tightened(block(...before));
        after.marks.forEach((one, i) => {
          expect(one.bottom - one.top).toBeCloseTo(before[i].bottom - before[i].top);
          expect(one.top).toBeGreaterThanOrEqual(0);
          expect(one.bottom).toBeLessThanOrEqual(after.height + 1e-9);
          after.marks.forEach((other, j) => {
            const distance = before[j].top - before[i].top;
            expect(Math.abs(other.top - one.top)).toBeLessThanOrEqual(Math.abs(distance) + 1e-9);
            if (distance > 0) expect(other.top).toBeGreaterThanOrEqual(one.top);
          });
        });
      }),
    );
  });
});

describe('column and row', () => {
  const one = { width: 10, height: 20, marks: [mark(0, 20)] };
  const other = { width: 30, height: 5, marks: [mark(0, 5)] };

  it('puts blocks under each other, without those that are empty', () => {
    const found = column([one, { width: 90, height: 9, marks: [] }, other], 4);
    expect(written(found)).toEqual(['0 0 20', '0 24 29']);
    expect(found).toMatchObject({ width: 90, height: 29 });
  });

  it('puts blocks beside each other', () => {
    const found = row([one, other], 4);
    expect(written(found)).toEqual(['0 0 20', '14 0 5']);
    expect(found).toMatchObject({ width: 44, height: 20 });
  });
});
