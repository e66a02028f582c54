import { findMeasure, MEASURES, type Measure, readOf } from '../../experiment/measures';
import type { Snapshot } from '../../experiment/types';
import type { Table } from './table';

type Field = string | number | null;

const KEY = ['step', 'learner', 'seed'] as const;

/** Reads a measure of the learner and training seed that a row is of. */
type Reading = (measure: Measure) => number | null;

/** Rows of every learner and training seed at every step; `first` is the training seed of place 0. */
function seedRows(
  snapshots: readonly Snapshot[],
  first: number,
  rowsOf: (read: Reading) => readonly (readonly Field[])[],
): readonly (readonly Field[])[] {
  return snapshots.flatMap(({ step, learners, truth }) =>
    Object.entries(learners).flatMap(([id, learner]) =>
      learner.seeds.flatMap((seed, place) =>
        rowsOf((measure) => readOf(measure, seed, learner, truth)).map((row) => [
          step,
          id,
          first + place,
          ...row,
        ]),
      ),
    ),
  );
}

/** The measures of a group, `gap` or `bound`, by what their names say beyond it. */
function groupOf(group: string): readonly (readonly [name: string, measure: Measure])[] {
  return MEASURES.filter(({ name }) => name.startsWith(`${group}.`)).map((measure) => [
    measure.name.slice(group.length + 1),
    measure,
  ]);
}

/** What is measured by class of pair, side by side in one table. */
const BY_CLASS = ['q', 'truePolicyQ', 'optimalQ', 'overestimation'];

/** Groups that have a table of their own; whatever is measured besides stands in the one of returns. */
const APART = [...BY_CLASS, 'bound', 'losses'];

/** Whether a learner and seed has anything of a group. */
const has = (read: Reading, group: string) =>
  groupOf(group).some(([, measure]) => read(measure) !== null);

/** The table of a group: a row a learner and seed that has any of it. */
function groupTable(snapshots: readonly Snapshot[], first: number, group: string): Table {
  const measures = groupOf(group);
  return {
    columns: [...KEY, ...measures.map(([name]) => name)],
    rows: seedRows(snapshots, first, (read) =>
      has(read, group) ? [measures.map(([, measure]) => read(measure))] : [],
    ),
  };
}

const named = (read: Reading, name: string): number | null => {
  const measure = findMeasure(name);
  return measure === undefined ? null : read(measure);
};

/** Q̂ − Q^π̂ on unseen actions; learners without values have no row. */
export function errorTable(snapshots: readonly Snapshot[], first: number): Table {
  return {
    columns: [...KEY, 'value'],
    rows: seedRows(snapshots, first, (read) =>
      has(read, 'overestimation') ? [[named(read, 'overestimation.unseenAction')]] : [],
    ),
  };
}

/** All that is measured and has no table of its own, the exact returns for comparison among it. */
export function returnsTable(snapshots: readonly Snapshot[], first: number): Table {
  const measures = MEASURES.filter(({ name }) => !APART.includes(name.split('.', 1)[0]));
  return {
    columns: [...KEY, ...measures.map(({ name }) => name)],
    rows: seedRows(snapshots, first, (read) => [measures.map(read)]),
  };
}

/** One term of the losses. */
export function lossTable(snapshots: readonly Snapshot[], first: number, term: string): Table {
  return {
    columns: [...KEY, 'term', 'value'],
    rows: seedRows(snapshots, first, (read) => {
      const value = named(read, `losses.${term}`);
      return value === null ? [] : [[term, value]];
    }),
  };
}

/** Means by class of pair at one step, and whatever else is measured of these groups. */
export function classTable(snapshot: Snapshot | null, first: number): Table {
  const names = new Set(BY_CLASS.flatMap((group) => groupOf(group).map(([name]) => name)));
  return {
    columns: [...KEY, 'class', ...BY_CLASS],
    rows: seedRows(snapshot ? [snapshot] : [], first, (read) =>
      BY_CLASS.some((group) => has(read, group))
        ? [...names].map((name) => [
            name,
            ...BY_CLASS.map((group) => named(read, `${group}.${name}`)),
          ])
        : [],
    ),
  };
}

/** Believed minus true return at one step, and its parts by class of pair; none where nothing is believed. */
export function gapTable(snapshot: Snapshot | null, first: number): Table {
  return groupTable(snapshot ? [snapshot] : [], first, 'gap');
}

/** The bound meter: shares in [0, 1]. */
export function boundTable(snapshot: Snapshot | null, first: number): Table {
  return groupTable(snapshot ? [snapshot] : [], first, 'bound');
}
