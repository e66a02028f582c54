import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyMap } from './testing/arbitraries';
import type { World } from './types';
import { mapFaults, parseMap, WorldError, worldFaults } from './world';

const messages = (...rows: string[]) => mapFaults(rows).map((fault) => fault.message);

describe('mapFaults', () => {
  it('finds nothing in a good map', () => {
    expect(mapFaults(['S.G'])).toEqual([]);
    expect(mapFaults(['#SCP.G#', '.......'])).toEqual([]);
  });

  it('names row and column, counted from 1', () => {
    expect(mapFaults(['S.G', '.x.'])).toMatchObject([{ kind: 'character', row: 2, column: 2 }]);
    expect(messages('S.G', '.x.')[0]).toMatch(/^“x” in row 2, column 2 is not a cell/);
    expect(mapFaults(['S.G', '.', '....'])).toMatchObject([
      { kind: 'ragged', row: 2, column: null },
      { kind: 'ragged', row: 3, column: null },
    ]);
    expect(messages('S.G', '.')).toEqual([
      'Row 2 has 1 cell, but row 1 has 3; all rows must be of one length.',
    ]);
  });

  it('counts a character outside the basic plane as one cell, and spells out what cannot be seen', () => {
    expect(mapFaults(['S🙂G', '...'])).toMatchObject([{ kind: 'character', row: 1, column: 2 }]);
    expect(messages('S G')[0]).toMatch(/^A space in row 1, column 2/);
    expect(messages('S\u200bG')[0]).toMatch(/^The invisible character U\+200B in row 1/);
  });

  it('misses start and goal', () => {
    expect(messages('...')).toEqual([
      'The map has no start: mark at least one cell with S.',
      'The map has no goal: mark at least one cell with G.',
    ]);
  });

  it('refuses empty and oversized maps', () => {
    for (const rows of [[], [''], ['', '']]) {
      expect(mapFaults(rows)).toMatchObject([{ kind: 'empty' }]);
    }
    const wide = `SG${'.'.repeat(39)}`;
    expect(messages(wide)).toEqual(['The map has 41 columns; at most 40 are possible.']);
    expect(messages(...Array.from({ length: 41 }, () => 'SG'))).toEqual([
      'The map has 41 rows; at most 40 are possible.',
    ]);
    expect(mapFaults(Array.from({ length: 40 }, () => 'SG'.repeat(20)))).toEqual([]);
  });

  it('never throws, and finds a fault in every map with a foreign character', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (rows) => {
        const faults = mapFaults(rows);
        if (/[^#.SGPC]/u.test(rows.join(''))) expect(faults.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('parseMap', () => {
  it('reads every map back, whatever separates its rows', () => {
    fc.assert(
      fc.property(anyMap, fc.constantFrom('\n', '\r\n', '/', '\r', '  \n  '), (rows, separator) => {
        expect(parseMap(rows.join(separator))).toEqual(rows);
      }),
    );
  });

  it('drops blank lines and blanks around a map, but not within', () => {
    expect(parseMap('\n   S.\n   .G\n\n')).toEqual(['S.', '.G']);
    expect(() => parseMap('S.\n\n.G')).toThrow(/^Row 2 has 0 cells/);
  });

  it('throws every fault in sentences', () => {
    expect(() => parseMap('')).toThrow('The map is empty.');
    try {
      parseMap('S?/..G');
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(WorldError);
      if (error instanceof WorldError) {
        expect(error.faults).toHaveLength(2);
        expect(error.message).toBe(error.faults.join(' '));
      }
    }
    expect(() => parseMap('?'.repeat(20))).toThrow(/And 17 more of the kind\.$/);
  });
});

describe('worldFaults', () => {
  const good: World = {
    map: ['S.G'],
    slip: 0,
    rewards: { step: 0, goal: 1, pit: 0, cliff: 0 },
    gamma: 0.9,
    horizon: 10,
  };

  it('accepts a world without a goal, which can be solved', () => {
    expect(worldFaults(good)).toEqual([]);
    expect(worldFaults({ ...good, map: ['S.P'] })).toEqual([]);
  });

  it('says which number is wrong', () => {
    expect(worldFaults({ ...good, slip: 1.2 })).toEqual([
      'The slip must be a probability from 0 to 1, not 1.2.',
    ]);
    expect(worldFaults({ ...good, gamma: 1 })[0]).toMatch(/discount γ.*below 1, not 1\./);
    expect(worldFaults({ ...good, horizon: 0.5 })[0]).toMatch(/horizon.*not 0\.5\./);
    expect(worldFaults({ ...good, slip: Number.NaN, gamma: -1, horizon: 0 })).toHaveLength(3);
    const rewards = { ...good.rewards, pit: Number.NEGATIVE_INFINITY };
    expect(worldFaults({ ...good, rewards })[0]).toMatch(/reward “pit”.*-Infinity/);
  });
});
