import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMapText } from './map-text';
import { anyDrawing } from './testing';

describe('a map read from text', () => {
  it('is the drawing that was written, whatever separates its rows', () => {
    fc.assert(
      fc.property(anyDrawing, fc.constantFrom('\n', '\r\n', '/'), (drawing, separator) => {
        expect(readMapText(`\n${drawing.join(separator)}\n`).drawing).toEqual(drawing);
      }),
    );
  });

  it('is a drawing also without a start or a goal, and says so', () => {
    const { drawing, faults } = readMapText('...\n.#.');
    expect(drawing).toEqual(['...', '.#.']);
    expect(faults).toHaveLength(2);
  });

  it('is refused with row and column of every fault', () => {
    const { drawing, faults } = readMapText('S.x\n..\n?.G');
    expect(drawing).toBeNull();
    expect(faults.map(({ row, column }) => [row, column])).toEqual([
      [1, 3],
      [2, null],
      [3, 1],
    ]);
  });

  it('is refused in one sentence where it is far too long', () => {
    const { drawing, faults } = readMapText('#'.repeat(5_000_000));
    expect(drawing).toBeNull();
    expect(faults).toHaveLength(1);
    expect(faults[0].message).toMatch(/5,000,000 characters/);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { drawing, faults } = readMapText(text);
        expect(drawing !== null || faults.length > 0).toBe(true);
      }),
    );
  });
});
