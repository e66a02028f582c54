import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyMdp } from '../mdp/testing/arbitraries';
import { buildBehavior } from './behavior';
import {
  always,
  PAINTED_LENGTH,
  type PaintedCell,
  paintedPolicy,
  printPainted,
  readPainted,
} from './painted';
import { nearly, paintedCells } from './testing/texts';
import { small } from './testing/worlds';
import { behaviorReturn } from './values';

const cell = (row: number, column: number, weights: PaintedCell['weights']): PaintedCell => ({
  row,
  column,
  weights,
});

describe('the text of a painted policy', () => {
  it('says a direction or four weights a cell', () => {
    const { value, faults } = readPainted('3.4u, 0.0:10-70-10-10 ,12.1L');
    expect(faults).toEqual([]);
    expect(value).toEqual([
      cell(0, 0, [10, 70, 10, 10]),
      cell(3, 4, [1, 0, 0, 0]),
      cell(12, 1, [0, 0, 0, 1]),
    ]);
    expect(printPainted(value)).toBe('0.0:10-70-10-10,3.4u,12.1l');
    expect(readPainted('')).toEqual({ value: [], faults: [] });
  });

  it('is short where a cell always acts the same way', () => {
    expect(printPainted(readPainted('1.1:0-0-50-0').value)).toBe('1.1d');
    expect(always(1)).toEqual([0, 1, 0, 0]);
  });

  it.each([
    ['3.4', /^“3\.4” is not a cell with a direction/],
    ['3.4x', /^“3\.4x” is not a cell/],
    ['-1.4u', /^“-1\.4u” is not/],
    ['3.4:1-2-3', /^“3\.4:1-2-3” is not/],
    ['3.4:1-2-3-1000', /is not/],
    ['3.4:0-0-0-0', /^“3\.4:0-0-0-0” gives no action any weight/],
  ])('names “%s” and uses the rest', (entry, sentence) => {
    const { value, faults } = readPainted(`0.0u,${entry},0.1r`);
    expect(printPainted(value)).toBe('0.0u,0.1r');
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(sentence);
  });

  it('takes the last of a cell painted twice', () => {
    const { value, faults } = readPainted('1.2u,1.2d');
    expect(printPainted(value)).toBe('1.2d');
    expect(faults).toEqual(['row 1, column 2 is painted twice; “1.2d” is used']);
  });

  it('reads what it prints, and prints it again the same', () => {
    fc.assert(
      fc.property(paintedCells, (cells) => {
        expect(readPainted(printPainted(cells))).toEqual({ value: cells, faults: [] });
      }),
    );
  });

  it('is read from any text at all, into no more than was written', () => {
    fc.assert(
      fc.property(nearly(['3.4u', '1.2:10-70-10-10', '99.99:', '0.', 'u,']), (text) => {
        const printed = printPainted(readPainted(text).value);
        expect(printed.length).toBeLessThanOrEqual(text.length);
        expect(readPainted(printed).faults).toEqual([]);
        expect(printPainted(readPainted(printed).value)).toBe(printed);
      }),
    );
  });

  it('has room for weights in every cell of the largest map', () => {
    const cells = Array.from({ length: 1600 }, (_, i) =>
      cell(Math.floor(i / 40), i % 40, [999, 998, 997, 996]),
    );
    expect(printPainted(cells).length).toBeLessThanOrEqual(PAINTED_LENGTH);
  });
});

describe('a painted policy', () => {
  it('is what was painted, and uniform elsewhere', () => {
    const mdp = small(['S.', '.G']);
    const { policy, painted, notes } = paintedPolicy(mdp, readPainted('0.0:1-1-0-2,1.0r').value);
    expect([...policy.slice(0, 4)]).toEqual([0.25, 0.25, 0, 0.5]);
    expect([...policy.slice(4, 8)]).toEqual([0.25, 0.25, 0.25, 0.25]);
    expect([...policy.slice(8, 12)]).toEqual([0, 1, 0, 0]);
    expect([painted, notes]).toEqual([2, []]);
  });

  it('says which cells do nothing', () => {
    const mdp = small(['S#G', '..P']);
    const say = (text: string) => paintedPolicy(mdp, readPainted(text).value).notes;
    expect(say('0.0r,0.1u')).toEqual(['1 painted cell does nothing here (“0.1u”, a wall).']);
    expect(say('0.1u,0.2d,1.2u,9.0l,0.0r')).toEqual([
      '4 painted cells do nothing here (“0.1u”, a wall; “0.2d”, a cell that ends episodes; “1.2u”, a cell that ends episodes; and 1 more).',
    ]);
    expect(say('2.0l')[0]).toMatch(/outside the map/);
    const behavior = buildBehavior(
      mdp,
      { kind: 'painted', cells: readPainted('0.1u').value },
      { size: 50, seed: 0 },
    );
    expect(behavior.notes).toEqual(say('0.1u'));
  });

  it('consists of distributions in any world', () => {
    fc.assert(
      fc.property(anyMdp, paintedCells, (mdp, cells) => {
        const { policy, painted } = paintedPolicy(mdp, cells);
        expect(policy).toHaveLength(mdp.states * 4);
        for (let s = 0; s < mdp.states; s++) {
          const row = [...policy.subarray(s * 4, s * 4 + 4)];
          expect(Math.min(...row)).toBeGreaterThanOrEqual(0);
          expect(row.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
        }
        expect(painted).toBeLessThanOrEqual(cells.length);
      }),
    );
  });

  it('earns exactly what its way is worth', () => {
    // «S..G», always right: two steps of nothing, then 1.
    const mdp = small(['S..G']);
    const cells = readPainted('0.0r,0.1r,0.2r').value;
    const behavior = buildBehavior(mdp, { kind: 'painted', cells }, { size: 50, seed: 0 });
    expect(behaviorReturn(mdp, behavior)).toBeCloseTo(0.81, 12);
    expect(behavior.components[0].label).toBe('painted, 3 cells');
  });
});
