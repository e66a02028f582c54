import { describe, expect, it } from 'vitest';
import { describeCell, describeMap } from './describe';
import { gridOf } from './grid';
import { type PaintInputs, paintPair, paintState, showsPolicy } from './paint';
import { PALETTES } from './palette';
import { parseColor } from './scales';

const grid = gridOf({
  map: ['S..', '..G'],
  slip: 0,
  rewards: { step: 0, goal: 1, pit: 0, cliff: 0 },
  gamma: 0.9,
  horizon: 20,
});
const pairs = grid.states * 4;
const counts = new Int32Array(pairs);
counts[1] = 25;
counts[2] = 1;
const q = new Float32Array(pairs).fill(0.6);
const trueQ = new Float32Array(pairs);
const policy = new Float32Array(pairs);
for (let s = 0; s < grid.states; s++) policy[s * 4 + 1] = 1;
const occupancy = new Float32Array(grid.states);
occupancy[0] = 1;

const inputs: PaintInputs = {
  grid,
  layer: 'error',
  values: { q, trueQ, policy, occupancy },
  counts,
  ranges: { low: 0, high: 1, range: 1, maxCount: 25 },
  hue: parseColor('#d55e00'),
  scheme: 'light',
  consults: 'everything',
};
const paper = parseColor(PALETTES.light.floor);
const distance = (rgb: readonly number[]) =>
  Math.hypot(...rgb.map((channel, i) => channel - paper[i]));

describe('paintPair', () => {
  it('hatches never-seen actions strongly and never-seen states lightly', () => {
    expect(paintPair(inputs, 0, 1)?.hatch).toBe('none');
    expect(paintPair(inputs, 0, 0)?.hatch).toBe('strong');
    expect(paintPair(inputs, 1, 0)?.hatch).toBe('light');
  });

  it('gives less weight to states that nobody saw', () => {
    const seen = paintPair(inputs, 0, 0)?.rgb ?? [];
    const unseen = paintPair(inputs, 1, 0)?.rgb ?? [];
    expect(distance(unseen)).toBeLessThan(0.6 * distance(seen));
  });

  it('dims what a learner never consults, and only that', () => {
    const iql = { ...inputs, consults: 'data' as const };
    expect(paintPair(iql, 0, 1)).toEqual(paintPair(inputs, 0, 1));
    const dimmed = paintPair(iql, 0, 0)?.rgb ?? [];
    expect(distance(dimmed)).toBeLessThan(0.2 * distance(paintPair(inputs, 0, 0)?.rgb ?? []));
    const truth = { ...iql, layer: 'truth' as const };
    expect(paintPair(truth, 0, 0)).toEqual(paintPair({ ...inputs, layer: 'truth' }, 0, 0));
  });

  it('leaves unseen actions bare on the layer of counts', () => {
    const layer = { ...inputs, layer: 'counts' as const };
    expect(paintPair(layer, 0, 0)).toBeNull();
    expect(distance(paintPair(layer, 0, 1)?.rgb ?? [])).toBeGreaterThan(
      distance(paintPair(layer, 0, 2)?.rgb ?? []),
    );
  });

  it('shows the policy of a learner without values', () => {
    const values = { q: null, trueQ, policy, occupancy };
    expect(showsPolicy('error', values)).toBe(true);
    expect(showsPolicy('truth', values)).toBe(false);
    const layer = { ...inputs, values };
    expect(distance(paintPair(layer, 0, 1)?.rgb ?? [])).toBeGreaterThan(
      distance(paintPair(layer, 0, 0)?.rgb ?? []),
    );
  });
});

it('paints occupancy where the policy is, and nothing elsewhere', () => {
  expect(paintState(inputs, 0)?.map(Math.round)).toEqual(inputs.hue);
  expect(paintState(inputs, 1)).toBeNull();
});

describe('a map in words', () => {
  it('says a cell with its numbers, counts and choice', () => {
    expect(describeCell(grid, 0, 'q', inputs.values, counts)).toBe(
      'row 1, column 1, start: up 0.60, never seen; right 0.60, seen 25 times; down 0.60, seen once; left 0.60, never seen. Goes right.',
    );
    expect(describeCell(grid, 1, 'error', inputs.values, counts)).toBe(
      'row 1, column 2: up +0.60 against the truth, never seen; right +0.60 against the truth, never seen; down +0.60 against the truth, never seen; left +0.60 against the truth, never seen. The data never visits this cell. Goes right.',
    );
    expect(describeCell(grid, 5, 'q', inputs.values, counts)).toBe(
      'row 2, column 3, goal: episodes end here.',
    );
    expect(describeCell(grid, 0, 'occupancy', inputs.values, counts)).toContain(
      'Spends 100 % of its time here. Goes right.',
    );
  });

  it('says that a learner without values shows its policy', () => {
    const values = { q: null, trueQ, policy, occupancy };
    expect(describeMap(grid, 'BC', 'error', values)).toMatch(/^BC: map of 2 rows and 3 columns/);
    expect(describeMap(grid, 'BC', 'error', values)).toContain('since it has no values');
    expect(describeCell(grid, 0, 'q', values, counts)).toContain(
      'right with probability 100 %, seen 25 times',
    );
  });
});
