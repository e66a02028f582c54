import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildMdp, goalReachable } from '../../../mdp/mdp';
import { WORLDS } from '../../../mdp/presets';
import { columnsOf } from './drawing';
import { findingsOf, isWorld } from './findings';
import { anyDrawing } from './testing';

const NUMBERS = {
  slip: 0,
  rewards: { step: 0, goal: 1, pit: 0, cliff: 0 },
  gamma: 0.9,
  horizon: 10,
};
const said = (...rows: string[]) => findingsOf(rows).map(({ message }) => message);

describe('what is found in a drawing', () => {
  it('is nothing in any world that ships', () => {
    for (const { id, map } of WORLDS) {
      expect(findingsOf(map), id).toEqual([]);
    }
  });

  it('is a fault where no start or no goal makes it no world', () => {
    expect(said('...', '...')).toEqual([
      'The map has no start: mark at least one cell with S.',
      'The map has no goal: mark at least one cell with G.',
    ]);
    expect(isWorld(findingsOf(['...']))).toBe(false);
  });

  it('is a caution about a start walled in, marked where it stands', () => {
    expect(findingsOf(['S#.', '#.G'])).toEqual([
      {
        kind: 'caution',
        message: 'The start in row 1, column 1 is walled in: no move leaves it.',
        cells: [0],
      },
    ]);
    expect(isWorld(findingsOf(['S#.', '#.G']))).toBe(true);
    expect(said('S#S#', '####', 'S..G')).toEqual([
      'The 2 starts in row 1, column 1; row 1, column 3 are walled in: no move leaves them.',
    ]);
  });

  it('is a caution about a goal out of reach', () => {
    expect(findingsOf(['S.#G'])).toEqual([
      {
        kind: 'caution',
        message: 'No goal can be reached from any start: walls or pits are in every way.',
        cells: [0, 3],
      },
    ]);
    expect(said('S.P.G')).toHaveLength(1);
    expect(said('S.G#G')).toEqual([
      'The goal in row 1, column 5 is out of reach: walls or pits are in every way.',
    ]);
    expect(said('G.S#.S')).toEqual([
      'The start in row 1, column 6 has no way to a goal: walls or pits are in every way.',
    ]);
  });

  it('knows that who falls from a cliff stands on any start', () => {
    expect(said('G.S#.SC')).toEqual([]);
    expect(said('S.C#.G')).toEqual([
      'No goal can be reached from any start: walls or pits are in every way.',
    ]);
  });

  it('names a few cells and counts the rest', () => {
    expect(said('S#S#S#S#SG')).toEqual([
      'The 4 starts in row 1, column 1; row 1, column 3; row 1, column 5; and 1 more are walled in: no move leaves them.',
    ]);
  });

  it('agrees with the MDP about what can be reached', () => {
    fc.assert(
      fc.property(anyDrawing, (drawing) => {
        const findings = findingsOf(drawing);
        const text = drawing.join('');
        fc.pre(text.includes('S') && text.includes('G'));
        const mdp = buildMdp({ ...NUMBERS, map: drawing });
        const missed = [...text].flatMap((sign, cell) =>
          sign === 'G' && !mdp.reachable[mdp.stateOfCell[cell]] ? [cell] : [],
        );
        const marked = new Set(findings.flatMap(({ cells }) => cells));
        if (goalReachable(mdp)) {
          const goals = [...marked].filter((cell) => text[cell] === 'G');
          expect(goals).toEqual(missed);
        } else expect(findings).not.toEqual([]);
        for (const cell of marked) expect('SG').toContain(text[cell]);
      }),
      { numRuns: 500 },
    );
  });

  it('agrees with a world that starts in one cell only about which starts arrive', () => {
    fc.assert(
      fc.property(anyDrawing, (drawing) => {
        const text = drawing.join('');
        // With cliffs, starts are joined: who falls in a world of one start falls on that one.
        fc.pre(text.includes('S') && text.includes('G') && !text.includes('C'));
        const marked = findingsOf(drawing).flatMap(({ cells }) => cells);
        const lost = [...text].flatMap((sign, cell) => {
          if (sign !== 'S') return [];
          const alone = [...text].map((s, i) => (s === 'S' && i !== cell ? '.' : s)).join('');
          const columns = columnsOf(drawing);
          const map = drawing.map((_, r) => alone.slice(r * columns, (r + 1) * columns));
          return goalReachable(buildMdp({ ...NUMBERS, map })) ? [] : [cell];
        });
        expect(marked.filter((cell) => text[cell] === 'S').sort((a, b) => a - b)).toEqual(lost);
      }),
      { numRuns: 500 },
    );
  });
});
