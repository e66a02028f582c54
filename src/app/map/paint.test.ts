import { describe, expect, it } from 'vitest';
import { gridOf } from '../state/grid';
import { PALETTES } from '../theme/palette';
import { describeCell } from './describe';
import { labelOf } from './label';
import { LAYER_NAMES } from './layers';
import { type PaintInputs, paintPair, paintState, shownValue, showsPolicy } from './paint';
import { paintAround, parseColor } from './scales';

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

const delta = Float32Array.from({ length: pairs }, (_, pair) => pair / 50);
const share = new Float32Array(pairs);
share[0] = 0.2;
share[1] = 0.3;
share[5] = -0.1;

const inputs: PaintInputs = {
  grid,
  layer: 'error',
  values: { q, trueQ, policy, occupancy, delta, share },
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

describe('the layers of the gap', () => {
  const lie = { ...inputs, layer: 'lie' as const };
  const surprise = { ...inputs, layer: 'surprise' as const };

  it('paints a share of the gap up to a quarter of the value range', () => {
    expect(paintPair(lie, 0, 0)).toEqual({ ...paintAround(0.8, 1, 'light'), hatch: 'strong' });
    expect(paintPair(lie, 0, 1)?.off).toBe('above');
    expect(paintPair(lie, 0, 2)).toBeNull();
    const faint = { ...inputs.values, policy, occupancy, q, trueQ, share: share.map(() => 0.002) };
    expect(paintPair({ ...lie, values: faint }, 0, 2)).toBeNull();
  });

  it('gives a share its full weight in states that nobody saw', () => {
    expect(paintPair(lie, 1, 1)).toEqual({ ...paintAround(-0.4, 1, 'light'), hatch: 'light' });
    expect(paintPair(surprise, 1, 1)?.rgb).not.toEqual(paintAround(delta[5], 1, 'light').rgb);
  });

  it('paints δ up to the value range', () => {
    expect(paintPair(surprise, 0, 1)?.rgb).toEqual(paintAround(delta[1], 1, 'light').rgb);
  });

  it('paints a belief in states alike for all actions, dimmed nowhere', () => {
    const states = Float32Array.of(0.1, 0.2, 0, 0, 0, 0);
    const values = { q, trueQ, policy, occupancy, delta: states, share: states };
    const iql = { ...lie, values, consults: 'data' as const };
    for (let action = 0; action < 4; action++) {
      expect(shownValue('lie', values, action)).toBe(states[0]);
      expect(paintPair(iql, 0, action)).toEqual({ ...paintAround(0.4, 1, 'light'), hatch: 'none' });
      expect(paintPair(iql, 1, action)).toEqual({
        ...paintAround(0.8, 1, 'light'),
        hatch: 'light',
      });
    }
    expect(describeCell(grid, 0, 'lie', values, counts)).toBe(
      'row 1, column 1, start: up never seen; right seen 25 times; down seen once; left never seen. +0.10 of the lie sits here. Goes right.',
    );
  });

  it('says them with their signs', () => {
    expect(describeCell(grid, 0, 'lie', inputs.values, counts)).toContain(
      'up +0.20 of the lie, never seen; right +0.30 of the lie, seen 25 times; down 0.00 of the lie',
    );
    expect(describeCell(grid, 1, 'surprise', inputs.values, counts)).toContain(
      'right +0.10 beyond one true step, never seen',
    );
    expect(labelOf(grid, 'DQN', 'lie', inputs.values)).toContain('where the lie sits');
  });

  it('shows the policy of who believes nothing', () => {
    const values = { q: null, trueQ, policy, occupancy, delta: null, share: null };
    const silent = LAYER_NAMES.filter((layer) => showsPolicy(layer, values));
    expect(silent).toEqual(['q', 'error', 'surprise', 'lie']);
    expect(LAYER_NAMES.filter((layer) => showsPolicy(layer, inputs.values))).toEqual([]);
    expect(LAYER_NAMES.filter((layer) => showsPolicy(layer, null))).toEqual([]);
  });
});

it('paints occupancy where the policy is, and nothing elsewhere', () => {
  expect(paintState({ ...inputs, layer: 'occupancy' }, 0)?.map(Math.round)).toEqual(inputs.hue);
  expect(paintState({ ...inputs, layer: 'occupancy' }, 1)).toBeNull();
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
      'Spends 100\u00a0% of its time here. Goes right.',
    );
  });

  it('says that a learner without values shows its policy', () => {
    const values = { q: null, trueQ, policy, occupancy };
    expect(labelOf(grid, 'BC', 'error', values)).toMatch(/^BC: map of 2 rows and 3 columns/);
    expect(labelOf(grid, 'BC', 'error', values)).toContain('since it has no values');
    expect(describeCell(grid, 0, 'q', values, counts)).toContain(
      'right with probability 100\u00a0%, seen 25 times',
    );
  });
});
