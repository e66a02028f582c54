import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PaintedWeights, paintedPolicy, readPainted } from '../../../data/painted';
import { buildMdp } from '../../../mdp/mdp';
import { WORLDS } from '../../../mdp/presets';
import { behavior } from '../../../texts/behavior';
import {
  actingCells,
  type Brush,
  paintedCount,
  paintingOf,
  paintingOfPolicy,
  pathBetween,
  percentsOf,
  rectanglePainted,
  reweighted,
  saidWeights,
  strokeLed,
  textOf,
} from './painting';

const MAP = ['S...', '.##.', '...G'];
const NOTHING = paintingOf('');
const cell = fc.nat(11);
const brush = fc.constantFrom<Brush>('along', 'erase', 0, 1, 2, 3);
const sums = (parts: readonly number[]) => parts.reduce((total, part) => total + part, 0);
const weights = fc
  .tuple(fc.nat(999), fc.nat(999), fc.nat(999), fc.nat(999))
  .filter((parts) => parts.some((part) => part > 0));

describe('strokes', () => {
  it('leave the arrows that a drag follows, the last one as the step before it', () => {
    const right = strokeLed(NOTHING, MAP, 'along', 0, 3);
    expect(textOf(right)).toBe('0.0r,0.1r,0.2r,0.3r');
    expect(textOf(strokeLed(right, MAP, 'along', 3, 7))).toBe('0.0r,0.1r,0.2r,0.3d,1.3d');
  });

  it('do nothing where they have not moved, except with an arrow picked', () => {
    expect(textOf(strokeLed(NOTHING, MAP, 'along', 1, 1))).toBe('');
    expect(textOf(strokeLed(NOTHING, MAP, 0, 1, 1))).toBe('0.1u');
  });

  it('erase what they cross, and leave what lies outside the map as it was', () => {
    const painted = paintingOf('0.0u,0.1u,7.7l');
    expect(textOf(strokeLed(painted, MAP, 'erase', 0, 1))).toBe('7.7l');
  });

  it('go from cell to cell beside it, from end to end', () => {
    fc.assert(
      fc.property(cell, cell, (from, to) => {
        const path = pathBetween(4, from, to);
        expect([path[0], path[path.length - 1]]).toEqual([from, to]);
        for (let i = 1; i < path.length; i++) {
          const down = Math.abs(Math.floor(path[i] / 4) - Math.floor(path[i - 1] / 4));
          const right = Math.abs((path[i] % 4) - (path[i - 1] % 4));
          expect(down + right).toBe(1);
        }
      }),
    );
  });

  it('paint only where somebody acts, whatever the brush and the way', () => {
    const mdp = buildMdp({ ...WORLDS[0], map: MAP });
    fc.assert(
      fc.property(brush, cell, cell, fc.boolean(), (with_, from, to, rectangle) => {
        const paint = rectangle ? rectanglePainted : strokeLed;
        const painting = paint(NOTHING, MAP, with_, from, to);
        const { notes } = paintedPolicy(mdp, readPainted(textOf(painting)).value);
        expect(notes).toEqual([]);
        expect(paintedCount(painting, MAP)).toBe(painting.size);
      }),
    );
  });

  it('fill a rectangle in the direction in which it reaches further', () => {
    expect(textOf(rectanglePainted(NOTHING, MAP, 'along', 8, 0))).toBe('0.0u,1.0u,2.0u');
    expect(textOf(rectanglePainted(NOTHING, MAP, 'along', 3, 0))).toBe('0.0l,0.1l,0.2l,0.3l');
    expect(textOf(rectanglePainted(paintingOf('0.0u,0.1u'), MAP, 'erase', 0, 5))).toBe('');
    expect(actingCells(MAP)[5]).toBe(false);
  });
});

describe('weights', () => {
  it('are whole percents that sum to 100', () => {
    fc.assert(
      fc.property(weights, (parts) => {
        expect(sums(percentsOf(parts))).toBe(100);
      }),
    );
    expect(percentsOf(undefined)).toEqual([25, 25, 25, 25]);
  });

  it('give an action what it is to have and let the others share the rest', () => {
    expect(reweighted(undefined, 0, 70)).toEqual([70, 10, 10, 10]);
    expect(reweighted([70, 10, 10, 10], 0, 100)).toEqual([1, 0, 0, 0]);
    expect(reweighted([1, 0, 0, 0], 0, 40)).toEqual([40, 20, 20, 20]);
    fc.assert(
      fc.property(weights, fc.nat(3), fc.nat(100), (parts, action, percent) => {
        const next = percentsOf(reweighted(parts, action, percent));
        expect(next[action]).toBe(percent);
        expect(sums(next)).toBe(100);
      }),
    );
  });

  it('go through the text of the setting unharmed', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, fc.nat(3), fc.nat(100))), (changes) => {
        const painting = new Map(
          changes.map(([at, action, percent]) => [
            Math.floor(at / 4) * 100 + (at % 4),
            reweighted(undefined, action, percent),
          ]),
        );
        expect([...paintingOf(textOf(painting))].sort()).toEqual([...painting].sort());
      }),
    );
  });

  it('are said in words', () => {
    const said = (weights?: PaintedWeights) => behavior().sayCell(2, 3, saidWeights(weights));
    expect(said([70, 0, 0, 30])).toBe('Row 2, column 3: up 70\u00a0%, left 30\u00a0%.');
    expect(said()).toBe('Row 2, column 3: not painted.');
  });
});

describe('a policy', () => {
  it('becomes a painting that acts as it does, to the percent', () => {
    const mdp = buildMdp({ ...WORLDS[0], map: MAP });
    fc.assert(
      fc.property(fc.array(weights, { minLength: mdp.states, maxLength: mdp.states }), (rows) => {
        const policy = Float64Array.from(rows.flatMap((row) => row.map((p) => p / sums(row))));
        const painting = paintingOfPolicy(mdp, policy);
        const back = paintedPolicy(mdp, readPainted(textOf(painting)).value).policy;
        for (let s = 0; s < mdp.states; s++) {
          if (mdp.terminal[s]) continue;
          for (let a = 0; a < 4; a++)
            expect(Math.abs(back[s * 4 + a] - policy[s * 4 + a])).toBeLessThan(0.0101);
        }
      }),
    );
  });
});
