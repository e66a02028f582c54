import { PAIR_CLASSES } from '../../data/types';
import type { LearnerSnapshot, SeedSnapshot, Snapshot, Truth } from '../../experiment/types';
import type { Table } from './table';

type Field = string | number | null;

const KEY = ['step', 'learner', 'seed'] as const;

/** Rows of every learner and training seed at every step; `first` is the training seed of place 0. */
function seedRows(
  snapshots: readonly Snapshot[],
  first: number,
  read: (seed: SeedSnapshot, learner: LearnerSnapshot) => readonly (readonly Field[])[],
): readonly (readonly Field[])[] {
  return snapshots.flatMap(({ step, learners }) =>
    Object.entries(learners).flatMap(([id, learner]) =>
      learner.seeds.flatMap((seed, place) =>
        read(seed, learner).map((row) => [step, id, first + place, ...row]),
      ),
    ),
  );
}

/** Q̂ − Q^π̂ on unseen actions; learners without values have no row. */
export function errorTable(snapshots: readonly Snapshot[], first: number): Table {
  return {
    columns: [...KEY, 'value'],
    rows: seedRows(snapshots, first, ({ overestimation }) =>
      overestimation ? [[overestimation.unseenAction]] : [],
    ),
  };
}

const REFERENCES = ['behavior', 'inSupport', 'optimal'] as const;

/** The two readings of a learned distribution, by the names that snapshots give them. */
const READINGS = ['distribution', 'mostLikely'] as const;
const FARES = ['trueReturn', 'goalRate', 'goalSteps'] as const;

const RESTS = ['believedReturn', 'trueReturn'] as const;

/** Parts of the gap between believed and true return, by class of pair. */
const GAP = ['total', ...PAIR_CLASSES, 'pairs'] as const;

/** Believed and true return in both readings, the gap between them and where training would rest, and the exact returns that the picture draws for comparison. */
export function returnsTable(snapshots: readonly Snapshot[], first: number, truth: Truth): Table {
  return {
    columns: [
      ...[...KEY, 'believedReturn', 'trueReturn', 'goalRate', 'goalSteps', ...REFERENCES],
      ...READINGS.flatMap((reading) => FARES.map((fare) => `${reading}.${fare}`)),
      ...GAP.map((name) => `gap.${name}`),
      ...RESTS.map((name) => `restsAt.${name}`),
    ],
    rows: seedRows(snapshots, first, (seed, { restsAt }) => [
      [
        ...[seed.believedReturn, seed.trueReturn, seed.goalRate, seed.goalSteps],
        ...REFERENCES.map((name) => truth[name]),
        ...READINGS.flatMap((reading) =>
          FARES.map((fare) => seed.readings?.[reading][fare] ?? null),
        ),
        ...GAP.map((name) => seed.gap?.[name] ?? null),
        ...RESTS.map((name) => restsAt?.[name] ?? null),
      ],
    ]),
  };
}

/** One term of the losses. */
export function lossTable(snapshots: readonly Snapshot[], first: number, term: string): Table {
  return {
    columns: [...KEY, 'term', 'value'],
    rows: seedRows(snapshots, first, ({ losses }) => {
      const value = losses?.[term];
      return value === undefined ? [] : [[term, value]];
    }),
  };
}

/** Means by class of pair at one step. */
export function classTable(snapshot: Snapshot | null, first: number): Table {
  return {
    columns: [...KEY, 'class', 'q', 'truePolicyQ', 'optimalQ', 'overestimation'],
    rows: seedRows(snapshot ? [snapshot] : [], first, (seed) =>
      seed.overestimation === null
        ? []
        : PAIR_CLASSES.map((name) => [
            name,
            seed.q?.[name] ?? null,
            seed.truePolicyQ?.[name] ?? null,
            seed.optimalQ?.[name] ?? null,
            seed.overestimation?.[name] ?? null,
          ]),
    ),
  };
}

/** Believed minus true return at one step, and its parts by class of pair; none where nothing is believed. */
export function gapTable(snapshot: Snapshot | null, first: number): Table {
  return {
    columns: [...KEY, 'total', ...PAIR_CLASSES, 'pairs'],
    rows: seedRows(snapshot ? [snapshot] : [], first, ({ gap }) =>
      gap === null ? [] : [[gap.total, ...PAIR_CLASSES.map((name) => gap[name]), gap.pairs]],
    ),
  };
}

/** The bound meter: shares in [0, 1]. */
export function boundTable(snapshot: Snapshot | null, first: number): Table {
  return {
    columns: [...KEY, 'theory', 'practice', ...PAIR_CLASSES.map((name) => `pointwise.${name}`)],
    rows: seedRows(snapshot ? [snapshot] : [], first, ({ bound }) =>
      bound === null
        ? []
        : [[bound.theory, bound.practice, ...PAIR_CLASSES.map((name) => bound.pointwise[name])]],
    ),
  };
}
