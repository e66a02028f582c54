import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellPairs } from '../../../data/testing/texts';
import { painted, pairCount, pairsOf, pairsOfMask, strokeCells, textOf, toggled } from './pairs';

const MAP = ['S#.', '..C', '..G'];
const brushed = (text: string, ...rest: [Parameters<typeof painted>[2], number[]]) =>
  textOf(painted(pairsOf(text), MAP, ...rest));

describe('painted pairs', () => {
  it('are read and written as the setting has them', () => {
    fc.assert(
      fc.property(cellPairs, (cells) => {
        const text = textOf(new Map(cells.map((c) => [c.row * 100 + c.column, c.actions])));
        expect(textOf(pairsOf(text))).toBe(text);
      }),
    );
  });

  it('are added by a brush of one action, filled by that of all, and erased', () => {
    expect(brushed('0.0r', 0, [0, 3])).toBe('0.0ur,1.0u');
    expect(brushed('0.0r', 'all', [0])).toBe('0.0urdl');
    expect(brushed('0.0ur,1.0u', 'erase', [0])).toBe('1.0u');
  });

  it('stay out of cells in which nobody acts, and keep what lies beyond the map', () => {
    expect(brushed('9.9u', 'all', [1, 5, 8, 2])).toBe('0.2urdl,9.9u');
    expect(pairCount(pairsOf('0.2ur,9.9u,1.2u'), MAP)).toBe(2);
  });

  it('come and go one by one', () => {
    const once = toggled(pairsOf('1.0ud'), MAP, 3, 0);
    expect(textOf(once)).toBe('1.0d');
    expect(textOf(toggled(once, MAP, 3, 0))).toBe('1.0ud');
    expect(textOf(toggled(once, MAP, 3, 2))).toBe('');
    expect(textOf(toggled(once, MAP, 1, 2))).toBe('1.0d');
  });

  it('follow a line or fill a rectangle', () => {
    expect(strokeCells(3, 'line', 0, 2)).toEqual([0, 1, 2]);
    expect([...strokeCells(3, 'rectangle', 0, 4)].sort()).toEqual([0, 1, 3, 4]);
  });

  it('are those of a class, by their states', () => {
    expect(textOf(pairsOfMask([1, 0, 0, 1, 0, 1, 0, 0], [0, 3], 3))).toBe('0.0ul,1.0r');
  });
});
