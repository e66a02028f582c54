import { describe, expect, it } from 'vitest';
import { MEASURES, type Measure } from '../../experiment/measures';
import { seedWith, snapshotAt, TRUTH } from '../charts/testing';
import {
  boundTable,
  classTable,
  errorTable,
  gapTable,
  lossTable,
  returnsTable,
} from './measure-tables';
import { csvOf } from './table';

const classes = (unseenAction: number | null) => ({ data: 0.25, unseenAction, unseenState: null });
const dqn = (error: number) =>
  seedWith({
    believedReturn: 1 / 3,
    trueReturn: 0.1,
    overestimation: classes(error),
    q: classes(2),
    gap: { total: error + 0.25, data: 0.25, unseenAction: error, unseenState: 0, pairs: 3 },
    losses: { bellman: 1e-7, total: 1e-7 },
    bound: { theory: 0, practice: 0.5, pointwise: classes(0.75) },
  });
const bc = seedWith({
  believedReturn: null,
  trueReturn: 0.2,
  goalRate: 1,
  goalSteps: 34,
  losses: { imitation: 1.2 },
});
const snapshots = [
  snapshotAt(0, { dqn: [dqn(0.1), dqn(0.2)], bc: [bc, bc] }),
  snapshotAt(50, { dqn: [dqn(1 / 7), dqn(0.4)], bc: [bc, bc] }),
];

describe('the numbers of the charts', () => {
  it('has the error of every learner with values, by its training seed', () => {
    expect(errorTable(snapshots, 5)).toEqual({
      columns: ['step', 'learner', 'seed', 'value'],
      rows: [
        [0, 'dqn', 5, 0.1],
        [0, 'dqn', 6, 0.2],
        [50, 'dqn', 5, 1 / 7],
        [50, 'dqn', 6, 0.4],
      ],
    });
    expect(csvOf(errorTable(snapshots, 5))).toContain(`\r\n50,dqn,5,${1 / 7}\r\n`);
  });

  it('has what is believed and earned, with an empty field where nothing is believed', () => {
    const { columns, rows } = returnsTable(snapshots, 0);
    expect(rows).toHaveLength(8);
    const row = Object.fromEntries(columns.map((name, i) => [name, rows[2][i]]));
    expect(row).toMatchObject({
      step: 0,
      learner: 'bc',
      seed: 0,
      believedReturn: null,
      trueReturn: 0.2,
      goalRate: 1,
      goalSteps: 34,
      behavior: TRUTH.behavior,
      inSupport: TRUTH.inSupport,
      optimal: TRUTH.optimal,
      'mostLikely.trueReturn': null,
      'gap.total': null,
      'restsAt.trueReturn': null,
    });
  });

  it('has both readings, the gap by class, and where training would rest', () => {
    const fare = (trueReturn: number) => ({ trueReturn, goalRate: 0.5, goalSteps: null });
    const seed = seedWith({
      gap: { total: 0.4, data: -0.1, unseenAction: 0.3, unseenState: 0.2, pairs: 4 },
      readings: { distribution: fare(0.2), mostLikely: fare(0) },
    });
    const snapshot = snapshotAt(50, { iql: [seed] });
    const { iql } = snapshot.learners;
    const learners = { iql: { ...iql, restsAt: { believedReturn: 0.3, trueReturn: 0.38 } } };
    const { columns, rows } = returnsTable([{ ...snapshot, learners }], 0);
    expect(Object.fromEntries(columns.map((name, i) => [name, rows[0][i]]))).toMatchObject({
      'distribution.trueReturn': 0.2,
      'distribution.goalRate': 0.5,
      'mostLikely.trueReturn': 0,
      'mostLikely.goalSteps': null,
      'gap.total': 0.4,
      'gap.data': -0.1,
      'gap.unseenAction': 0.3,
      'gap.unseenState': 0.2,
      'gap.pairs': 4,
      'restsAt.believedReturn': 0.3,
      'restsAt.trueReturn': 0.38,
    });
  });

  it('has one loss term, only of those who report it', () => {
    const { rows } = lossTable(snapshots, 0, 'imitation');
    expect(rows.map(([, learner]) => learner)).toEqual(['bc', 'bc', 'bc', 'bc']);
    expect(lossTable(snapshots, 0, 'bellman').rows[0]).toEqual([0, 'dqn', 0, 'bellman', 1e-7]);
  });

  it('has the classes and the bound of one step', () => {
    const byClass = classTable(snapshots[1], 0);
    expect(byClass.rows).toHaveLength(6);
    expect(byClass.rows[1]).toEqual([50, 'dqn', 0, 'unseenAction', 2, null, null, 1 / 7]);
    expect(boundTable(snapshots[1], 0).rows[1]).toEqual([50, 'dqn', 1, 0, 0.5, 0.25, 0.75, null]);
  });

  it('has the gap and its parts, of those who believe something', () => {
    const { columns, rows } = gapTable(snapshots[1], 2);
    expect(columns.slice(3)).toEqual(['total', 'data', 'unseenAction', 'unseenState', 'pairs']);
    expect(rows).toEqual([
      [50, 'dqn', 2, 1 / 7 + 0.25, 0.25, 1 / 7, 0, 3],
      [50, 'dqn', 3, 0.65, 0.25, 0.4, 0, 3],
    ]);
  });

  it.each([
    'extra',
    'readings.extra',
    ...new Set(MEASURES.flatMap(({ name }) => name.split('.').slice(0, -1).slice(0, 1))),
  ])('takes home whatever is added to the list of measures, as in %s', (group) => {
    const list = MEASURES as Measure[];
    const name = `${group}.extra`;
    list.push({ name, unit: 'share', of: 'run', read: () => 0.123456789 });
    try {
      const tables = [
        returnsTable(snapshots, 0),
        classTable(snapshots[1], 0),
        gapTable(snapshots[1], 0),
        boundTable(snapshots[1], 0),
        lossTable(snapshots, 0, 'extra'),
      ];
      const found = tables.filter(({ rows }) => rows.some((row) => row.includes(0.123456789)));
      expect(found.length).toBeGreaterThan(0);
      for (const table of found) expect(csvOf(table)).toContain('extra');
    } finally {
      list.pop();
    }
  });

  it('says so where nothing is measured', () => {
    expect(() => csvOf(boundTable(null, 0))).toThrow('nothing has been measured');
  });
});
