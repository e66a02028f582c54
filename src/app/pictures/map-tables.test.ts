import { describe, expect, it } from 'vitest';
import { countTable, learnerTable } from './map-tables';
import { CORRIDOR_GRID } from './testing';

const counts = [0, 3, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0];
const values = {
  q: Float32Array.from({ length: 12 }, (_, pair) => pair / 10),
  trueQ: Float32Array.from({ length: 12 }, () => 0.5),
  policy: Float32Array.from({ length: 12 }, (_, pair) => Number(pair % 4 === 1)),
  occupancy: Float32Array.of(0.25, 0.75, 0),
  delta: Float32Array.from({ length: 12 }, (_, pair) => pair / 4),
  share: Float32Array.from({ length: 12 }, (_, pair) => pair / 8),
  tried: null,
};

/** Rows as objects by column. */
function objects({ columns, rows }: ReturnType<typeof countTable>) {
  return rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i]])));
}

describe('the numbers of the maps', () => {
  it('has every action of every state in which one acts, once a learner', () => {
    const table = learnerTable(CORRIDOR_GRID, counts, [
      { id: 'dqn', seed: 4, values },
      { id: 'bc', seed: 'mean', values: { ...values, q: null, delta: null, share: null } },
      { id: 'iql', seed: 4, values: null },
    ]);
    const rows = objects(table);
    expect(rows).toHaveLength(2 * 2 * 4);
    expect(rows[1]).toEqual({
      learner: 'dqn',
      seed: 4,
      state: 0,
      row: 0,
      col: 0,
      action: 1,
      actionName: 'right',
      count: 3,
      visits: 4,
      q: values.q[1],
      trueQ: 0.5,
      error: values.q[1] - 0.5,
      surprise: 0.25,
      lie: 0.125,
      policy: 1,
      occupancy: 0.25,
    });
    expect(rows[8]).toMatchObject({
      learner: 'bc',
      seed: 'mean',
      q: null,
      error: null,
      surprise: null,
      lie: null,
      trueQ: 0.5,
    });
    expect(rows.every(({ state }) => state !== 2)).toBe(true);
  });

  it('repeats for every action what is believed of a state', () => {
    const states = { ...values, delta: Float32Array.of(1, 2, 3), share: Float32Array.of(4, 5, 6) };
    const learner = { id: 'iql', seed: 0, values: states };
    const rows = objects(learnerTable(CORRIDOR_GRID, counts, [learner]));
    expect(rows.map(({ surprise }) => surprise)).toEqual([1, 1, 1, 1, 2, 2, 2, 2]);
    expect(rows.map(({ lie }) => lie)).toEqual([4, 4, 4, 4, 5, 5, 5, 5]);
  });

  it('keeps to one state where one is marked, and to worlds that fit', () => {
    const learner = { id: 'dqn', seed: 0, values };
    expect(objects(learnerTable(CORRIDOR_GRID, counts, [learner], 1))).toHaveLength(4);
    expect(learnerTable(CORRIDOR_GRID, counts.slice(4), [learner]).rows).toEqual([]);
  });

  it('has the counts of the data', () => {
    const rows = objects(countTable(CORRIDOR_GRID, counts, values.policy));
    expect(rows).toHaveLength(8);
    expect(rows[3]).toMatchObject({ actionName: 'left', count: 1, visits: 4, policy: 0 });
  });
});
