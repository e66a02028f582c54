import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildMdp } from '../../../mdp/mdp';
import { WORLDS } from '../../../mdp/presets';
import type { Mdp } from '../../../mdp/types';
import { small } from '../../testing/worlds';
import type { Dataset } from '../../types';
import { anyDataset } from '../testing/datasets';
import { csv, imported } from '../testing/files';
import { shipped, walked } from '../testing/walk';
import { ORDERS, type OrderName, OURS, type Reading, statesOfIndex } from './reading';

/** A dataset as somebody with other conventions writes it. */
function written(mdp: Mdp, data: Dataset, reading: Partial<Reading>, cells = false): string {
  const how = { ...OURS, ...reading };
  const lookup = statesOfIndex(mdp, how);
  const indexOf = (state: number): number => lookup.indexOf(state) + how.statesFrom;
  const cellOf = (state: number): string => {
    const row = Math.floor(mdp.cells[state] / mdp.columns);
    const column = mdp.cells[state] % mdp.columns;
    const [r, c] = [how.upward ? mdp.rows - 1 - row : row, column].map((n) => n + how.cellsFrom);
    return `"(${how.cells === 'row, column' ? `${r}, ${c}` : `${c}, ${r}`})"`;
  };
  const place = cells ? cellOf : indexOf;
  const lines = Array.from(data.state, (state, i) => {
    const late = i > 0 && data.episode[i - 1] === data.episode[i] ? data.reward[i - 1] : 0;
    return [
      place(state),
      how.actions.indexOf(data.action[i]) + how.actionsFrom,
      how.rewards === 'left' ? late : data.reward[i],
      place(data.nextState[i]),
      data.terminal[i],
      data.truncated[i],
      data.episode[i],
      data.step[i],
      data.behaviorProbability[i],
    ].join(',');
  });
  return csv('s,a,r,sp,terminated,truncated,ep,t,prob', ...lines);
}

const orderNames = Object.keys(ORDERS) as OrderName[];

/** Conventions as files have them, one or two at a time. */
const anyConventions: fc.Arbitrary<Partial<Reading>> = fc.record(
  {
    actions: fc.constantFrom(...orderNames.map((name) => ORDERS[name])),
    walls: fc.constantFrom('skipped' as const, 'counted' as const),
    statesFrom: fc.constantFrom(0 as const, 1 as const),
  },
  { requiredKeys: [] },
);

describe('a file under our own conventions', () => {
  it('is read as it stands, whatever its columns are called', () => {
    fc.assert(
      fc.property(anyDataset, ({ mdp, data }) => {
        const { offer } = imported(written(mdp, data, {}), mdp.world);
        expect(offer.report.faults).toEqual([]);
        expect(offer.hash).toBe(data.hash);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a file under other conventions', () => {
  it('is recognised, or the reading that is right is among those asked for', () => {
    fc.assert(
      fc.property(anyDataset, anyConventions, ({ mdp, data }, conventions) => {
        const { offer } = imported(written(mdp, data, conventions), mdp.world);
        if (offer.hash === data.hash) return;
        // What the rows do not tell apart is asked, or is at least not worse than what is right.
        const right = imported(written(mdp, data, conventions), mdp.world, {
          reading: { ...OURS, ...conventions },
        }).offer;
        expect(right.hash).toBe(data.hash);
        expect(offer.report.good).toBeGreaterThanOrEqual(0.8 * data.size);
        const changed = Object.keys(conventions).length;
        if (offer.alternatives.length === 0) expect(changed).toBeGreaterThan(0);
      }),
      { numRuns: 100 },
    );
  });

  const lake = shipped('frozen-lake-4x4');
  const rooms = shipped('four-rooms');
  const cliff = shipped('cliff-walking');

  it.each([
    ['Gymnasium’s order under slip', lake, { actions: ORDERS.ldru }, /left, down, right, up/],
    ['another order under slip', lake, { actions: ORDERS.udlr }, /up, down, left, right/],
    ['walls counted', rooms, { walls: 'counted' }, /count the walls/],
    ['states from 1', lake, { statesFrom: 1 }, /states count from 1/],
    ['walls counted from 1', rooms, { walls: 'counted', statesFrom: 1 }, /count the walls.*from 1/],
    ['columns first', rooms, { along: 'columns', walls: 'counted' }, /down the columns/],
    [
      'two at once',
      rooms,
      { actions: ORDERS.ldru, walls: 'counted' },
      /left, down, right, up.*count the walls/,
    ],
    ['actions from 1', lake, { actionsFrom: 1 }, /actions 1 to 4 are up, right, down, left/],
    ['rewards a row late', cliff, { rewards: 'left' }, /stands a row late/],
  ] as const)('recognises %s', (_, mdp, conventions, says) => {
    const data = walked(mdp, 400);
    const { offer } = imported(written(mdp, data, conventions), mdp.world);
    expect(offer.report.faults).toEqual([]);
    expect(offer.hash).toBe(data.hash);
    expect(offer.report.readings.join(' ')).toMatch(says);
    expect(offer.report.question).toBeNull();
  });

  it.each([
    ['x before y', { cells: 'column, row' }, /column first/],
    ['cells from 1', { cellsFrom: 1 }, /rows and columns count from 1/],
    ['rows from the bottom', { upward: true }, /from the bottom/],
  ] as const)('recognises cells with %s', (_, conventions, says) => {
    const data = walked(rooms, 400);
    const { offer } = imported(written(rooms, data, conventions, true), rooms.world);
    expect(offer.hash).toBe(data.hash);
    expect(offer.report.readings.join(' ')).toMatch(says);
  });

  it('recognises every order in use in every world that ships', () => {
    for (const { id } of WORLDS) {
      const mdp = shipped(id);
      const data = walked(mdp, 600);
      for (const actions of Object.values(ORDERS)) {
        const { offer } = imported(written(mdp, data, { actions }), mdp.world);
        expect([id, actions, offer.hash]).toEqual([id, actions, data.hash]);
      }
    }
  });

  it('makes nothing of the rows of another world', () => {
    // Crossing paths are four rooms with another goal, which no aimless walk of this length finds.
    const worlds = WORLDS.filter(({ id }) => id !== 'crossing-paths');
    for (const { id } of worlds) {
      const data = walked(shipped(id), 600);
      for (const { id: here } of worlds.filter((other) => other.id !== id)) {
        const { report, reading } = imported(
          written(shipped(id), data, {}),
          shipped(here).world,
        ).offer;
        expect(report.good).toBeLessThan(0.8 * data.size);
        expect(reading).toEqual(OURS);
        expect(report.question).toBeNull();
      }
    }
  });

  it('tells apart by likelihood what is possible either way', () => {
    // Under this slip every action can lead to all four sides but its own back.
    const mdp = shipped('frozen-lake-8x8', { slip: 0.3 });
    const data = walked(mdp, 2000);
    const swapped = [0, 3, 2, 1] as const;
    const { offer } = imported(written(mdp, data, { actions: swapped }), mdp.world);
    expect(offer.hash).toBe(data.hash);
  });

  it('asks where the rows do not decide, and reads as it is told', () => {
    const { world } = small(['S..', '...', '..G'], { slip: 1 });
    const mdp = buildMdp(world);
    // Each action leads to either side and never ahead, so that opposite ones are the same.
    const data = walked(mdp, 300);
    const text = written(mdp, data, { actions: ORDERS.durl });
    const { offer } = imported(text, world);
    expect(offer.report.question).toMatch(/do not decide/);
    const taken = imported(text, world, { reading: { ...OURS, actions: ORDERS.durl } }).offer;
    expect(taken.hash).toBe(data.hash);
    expect(taken.report.question).toBeNull();
    expect(taken.report.readings[0]).toMatch(/^Read as you chose: actions 0 to 3 are down, up/);
  });

  it('asks whether rewards stand a row late where only those of last rows are not what they should be', () => {
    const mdp = shipped('maze-umaze', { horizon: 60 });
    const data = walked(mdp, 600);
    const { offer } = imported(written(mdp, data, { rewards: 'left' }), mdp.world);
    // All rewards are 0 so: that of the goal would stand behind the last row.
    expect(Object.keys(offer.report.faultCounts)).toEqual(['reward']);
    const [{ reading }] = offer.alternatives;
    expect(reading).toEqual({ ...OURS, rewards: 'left' });
    expect(
      imported(written(mdp, data, { rewards: 'left' }), mdp.world, { reading }).offer.hash,
    ).toBe(data.hash);
  });

  it('does not make a few faulty rows into a convention', () => {
    const { world } = small(['S..', '...', '..G']);
    const { report, reading } = imported(csv('s,a,r,sp', '0,1,0,3', '0,1,0,3'), world).offer;
    expect(reading).toEqual(OURS);
    expect(report.good).toBe(0);
  });
});

describe('flags of ends', () => {
  const mdp = shipped('frozen-lake-4x4', { horizon: 12 });
  const data = walked(mdp, 400);
  const last = (i: number): number => data.terminal[i] | data.truncated[i];
  const rows = (flag: (i: number) => number | string, next: (i: number) => number | string) =>
    csv(
      's,a,r,sp,terminal',
      ...Array.from(data.state, (state, i) =>
        [state, data.action[i], data.reward[i], next(i), flag(i)].join(','),
      ),
    );
  const named = (i: number): number => data.nextState[i];
  const of = (text: string) => imported(text, mdp.world).offer;
  const same = ({ transitions }: ReturnType<typeof of>): void => {
    expect(transitions?.terminal).toEqual(data.terminal);
    expect(transitions?.nextState).toEqual(data.nextState);
    expect(transitions?.episode).toEqual(data.episode);
  };

  it('may include time limits', () => {
    const offer = of(rows(last, named));
    same(offer);
    expect(offer.report.readings[1]).toMatch(/includes time limits.*count as truncated/);
  });

  it('may stand in the first row of the next episode', () => {
    const offer = of(rows((i) => (i > 0 ? last(i - 1) : 0), named));
    same(offer);
    expect(offer.report.readings[1]).toMatch(/in the first row of the next episode/);
  });

  it('may never be set', () => {
    const offer = of(rows(() => 0, named));
    expect(offer.report.faults).toEqual([]);
    expect(offer.transitions?.terminal).toEqual(data.terminal);
    expect(offer.report.readings[1]).toMatch(/is never set/);
  });

  it('may stand beside the state in which the next episode begins', () => {
    const ends = Array.from(data.state, (_, i) => i).filter((i) => data.terminal[i] === 1);
    const offer = of(
      rows(
        (i) => data.terminal[i],
        (i) => (ends.includes(i) ? (data.state[i + 1] ?? 0) : data.nextState[i]),
      ),
    );
    // A hole that two ways lead to is in doubt, and then a fault, never a guess.
    expect(Object.keys(offer.report.faultCounts)).toEqual(
      offer.report.faults.length > 0 ? ['successor'] : [],
    );
    expect(offer.report.readings.join()).toMatch(/where the next episode begins/);
  });

  it('of another world are faults, and what else they may be is asked', () => {
    // An episode ends in one open cell, after as many steps as it takes to come there.
    const { world } = small(['S..', '...', '..G']);
    const walk = (...moves: [number, number, number, number][]) =>
      moves.map(([s, a, next, end]) => [s, a, 0, next, end].join(','));
    const { offer } = imported(
      csv(
        's,a,r,sp,terminal',
        ...walk([0, 1, 1, 0], [1, 2, 4, 1]),
        ...walk([0, 0, 0, 0], [0, 1, 1, 0], [1, 2, 4, 1]),
        ...walk([0, 0, 0, 0], [0, 0, 0, 0], [0, 1, 1, 0], [1, 2, 4, 1]),
      ),
      world,
    );
    expect(offer.report.faultCounts).toEqual({ terminal: 3 });
    expect(offer.alternatives.map(({ reading }) => reading.ends)).toEqual(['any']);
  });
});
