import { describe, expect, it } from 'vitest';
import type { World } from '../../mdp/types';
import { gridOf, neighborOf, placeOf, rangesOf } from './grid';

const WORLD: World = {
  map: ['S.#', '#C.', 'P.G'],
  slip: 0,
  rewards: { step: 0, goal: 1, pit: 0, cliff: -1 },
  gamma: 0.9,
  horizon: 20,
};

describe('gridOf', () => {
  it('names what every cell is, walls without a state', () => {
    const grid = gridOf(WORLD);
    expect(grid.kinds).toEqual([
      'start',
      'floor',
      'wall',
      'wall',
      'cliff',
      'floor',
      'pit',
      'floor',
      'goal',
    ]);
    expect([...grid.stateOfCell]).toEqual([0, 1, -1, -1, 2, 3, 4, 5, 6]);
    expect(placeOf(grid, 3)).toEqual({ row: 2, column: 3 });
  });
});

describe('neighborOf', () => {
  const grid = gridOf({ ...WORLD, map: ['S#.', '..G'] });
  it('skips walls and stops at the edge', () => {
    expect(neighborOf(grid, 0, 1)).toBe(1);
    expect(neighborOf(grid, 0, 2)).toBe(2);
    expect(neighborOf(grid, 0, 0)).toBe(0);
    expect(neighborOf(grid, 0, 3)).toBe(0);
    expect(neighborOf(grid, 3, 0)).toBe(3);
  });
});

describe('rangesOf', () => {
  it('spans zero and the best value of every state, not the worst action', () => {
    const optimal = [-113, -13, -20, -14, 0, 0, 0, 0];
    expect(rangesOf(optimal, [0, 7, 2, 0, 0, 0, 0, 0])).toEqual({
      low: -13,
      high: 0,
      range: 13,
      maxCount: 7,
    });
  });

  it('has a range even where nothing can be earned', () => {
    expect(rangesOf(new Float64Array(8), new Int32Array(8))).toEqual({
      low: 0,
      high: 1,
      range: 1,
      maxCount: 1,
    });
  });
});
