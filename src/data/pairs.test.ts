import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyMdp } from '../mdp/testing/arbitraries';
import { type CellPairs, PAIRS_LENGTH, pairsOn, printPairs, readPairs } from './pairs';
import { cellPairs } from './testing/texts';

describe('the text of pairs', () => {
  it('says a cell with the letters of its actions', () => {
    const { value, faults } = readPairs(' 3.4ur,0.0L , 12.1dlru');
    expect(faults).toEqual([]);
    expect(value).toEqual([
      { row: 0, column: 0, actions: [3] },
      { row: 3, column: 4, actions: [0, 1] },
      { row: 12, column: 1, actions: [0, 1, 2, 3] },
    ]);
    expect(printPairs(value)).toBe('0.0l,3.4ur,12.1urdl');
    expect(readPairs('')).toEqual({ value: [], faults: [] });
  });

  it('counts entries of one cell together, and a letter once', () => {
    expect(printPairs(readPairs('1.1uu,1.1d').value)).toBe('1.1ud');
  });

  it('leaves out what is no entry, and names it', () => {
    const { value, faults } = readPairs('1.1,x,2.2q,3.3r,100.1u');
    expect(printPairs(value)).toBe('3.3r');
    expect(faults.map((fault) => fault.slice(0, 5))).toEqual(['“1.1”', '“x” i', '“2.2q', '“100.']);
  });

  it('is read back as it is printed, whatever the pairs, and has room for all', () => {
    fc.assert(
      fc.property(cellPairs, (cells) => {
        expect(readPairs(printPairs(cells))).toEqual({ value: cells, faults: [] });
      }),
    );
    const all = Array.from({ length: 1600 }, (_, i): CellPairs => {
      return { row: Math.floor(i / 40), column: i % 40, actions: [0, 1, 2, 3] };
    });
    expect(printPairs(all).length).toBeLessThanOrEqual(PAIRS_LENGTH);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => readPairs(text).value.length >= 0));
  });
});

it('finds the pairs of a world in which somebody acts, and no others', () => {
  fc.assert(
    fc.property(anyMdp, cellPairs, (mdp, cells) => {
      const mask = pairsOn(mdp, cells);
      expect(mask.length).toBe(mdp.states * 4);
      mask.forEach((isPainted, pair) => {
        const [state, action] = [Math.floor(pair / 4), pair % 4];
        const cell = mdp.cells[state];
        const said = cells.some(
          ({ row, column, actions }) =>
            row === Math.floor(cell / mdp.columns) &&
            column === cell % mdp.columns &&
            actions.includes(action),
        );
        expect(isPainted).toBe(Number(said && mdp.terminal[state] === 0));
      });
    }),
  );
});
