import { afterEach, expect, it } from 'vitest';
import { seedWith, snapshotAt } from '../src/app/charts/testing';
import { factsOf, nameFault } from '../src/app/lessons/facts';
import { returnsTable } from '../src/app/pictures/measure-tables';
import { csvOf } from '../src/app/pictures/table';
import { defaultSettings } from '../src/app/state/testing';
import { MEASURES, type Measure } from '../src/experiment/measures';
import { measuredTable } from './study/measured';

const list = MEASURES as Measure[];
const shipped = list.length;

afterEach(() => {
  list.length = shipped;
});

const snapshot = snapshotAt(50, {
  dqn: [seedWith({ trueReturn: 0.25, goalRate: 0.5 }), seedWith({ trueReturn: 0.75, goalRate: 1 })],
});
const fact = (name: string) =>
  factsOf({
    settings: defaultSettings(),
    snapshot,
    truth: snapshot.truth,
    status: 'done',
    pinned: null,
  })(name);

it('takes a new measure into lessons, CSV and study without another line', () => {
  expect(nameFault('dqn.perArrival')).toBe('a learner has no “perArrival”');
  expect(csvOf(returnsTable([snapshot], 0))).not.toContain('perArrival');
  expect(measuredTable([snapshot])).not.toContain('perArrival');
  list.push({
    name: 'perArrival',
    unit: 'return',
    of: 'run',
    read: ({ trueReturn, goalRate }) => trueReturn / goalRate,
  });
  expect(nameFault('dqn.perArrival')).toBeNull();
  expect(fact('dqn.perArrival')).toBe(0.625);
  const { columns, rows } = returnsTable([snapshot], 0);
  const column = columns.indexOf('perArrival');
  expect(rows.map((row) => row[column])).toEqual([0.5, 0.75]);
  expect(measuredTable([snapshot])).toContain('| perArrival | return | 0.625, 0.5 … 0.75 |');
});

it('takes a new exact return into them as well', () => {
  list.push({ name: 'halfway', unit: 'return', of: 'world', read: ({ optimal }) => optimal / 2 });
  expect(nameFault('truth.halfway')).toBeNull();
  expect(nameFault('dqn.halfway')).toBe('a learner has no “halfway”');
  expect(fact('truth.halfway')).toBe(0.19);
  const { columns, rows } = returnsTable([snapshot], 0);
  expect(rows[1][columns.indexOf('halfway')]).toBe(0.19);
  expect(measuredTable([snapshot])).toContain('| halfway | return | 0.19 |');
});
