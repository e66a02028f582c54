import { PAIR_CLASSES, type PairClass } from '../data/types';
import { iqmOf } from './summary';
import type {
  ByClass,
  Fare,
  LearnerSnapshot,
  Readings,
  SeedSnapshot,
  Snapshot,
  Truth,
} from './types';

/**
 * What a number is counted in: a discounted return or the value of a pair, in the world's units; a
 * signed difference of such; a share in [0, 1]; steps in the world; pairs of state and action; or a
 * loss, in the units that the learners see.
 */
export type Unit = 'return' | 'value' | 'difference' | 'share' | 'steps' | 'pairs' | 'loss';

/** What a measure is of, and what it is read from. */
interface Sources {
  /** One training seed of an instance. */
  readonly run: SeedSnapshot;
  /** An instance, whatever its training seeds. */
  readonly instance: LearnerSnapshot;
  /** The dataset: what it allows. */
  readonly data: Truth;
  /** The world alone. */
  readonly world: Truth;
}

interface MeasureOf<O extends keyof Sources, N extends string = string> {
  /** Its name in expressions, files and tables: `gap.total`, after the id of the instance where it is of one. */
  readonly name: N;
  readonly unit: Unit;
  readonly of: O;
  /** The number; null where there is none. */
  readonly read: (source: Sources[O]) => number | null;
}

/** A number that can be read of a snapshot. */
export type Measure = { [O in keyof Sources]: MeasureOf<O> }[keyof Sources];

/** An exact return of the world or its data. */
export type TruthMeasure = MeasureOf<'data'> | MeasureOf<'world'>;

/** A measure of one training seed of an instance. */
export type RunMeasure = MeasureOf<'run'>;

function ofRun<N extends string>(
  name: N,
  unit: Unit,
  read: (seed: SeedSnapshot) => number | null | undefined,
): MeasureOf<'run', N> {
  return { name, unit, of: 'run', read: (seed) => read(seed) ?? null };
}

/** A mean or share of the pairs of each class. */
function byClass<N extends string>(
  name: N,
  unit: Unit,
  read: (seed: SeedSnapshot) => ByClass | null | undefined,
): readonly MeasureOf<'run', `${N}.${PairClass}`>[] {
  return PAIR_CLASSES.map((pairs) =>
    ofRun(`${name}.${pairs}`, unit, (seed) => read(seed)?.[pairs]),
  );
}

/** How a policy fares: the names of its numbers and what they are counted in. */
const FARE = [
  ['trueReturn', 'return'],
  ['goalRate', 'share'],
  ['goalSteps', 'steps'],
] as const satisfies readonly (readonly [keyof Fare, Unit])[];

/** Both readings of a learned distribution, which are never compared with each other. */
export const READINGS = [
  'distribution',
  'mostLikely',
] as const satisfies readonly (keyof Readings)[];

/** Terms of the shipped losses; a loss may report others, which `findMeasure` knows as they come. */
const TERMS = ['bellman', 'penalty', 'expectile', 'policy', 'imitation', 'total'] as const;

const termOf = <N extends string>(term: N) =>
  ofRun(`losses.${term}` as `losses.${N}`, 'loss', ({ losses }) => losses?.[term]);

function exact<O extends 'data' | 'world'>(of: O, name: keyof Truth): MeasureOf<O, keyof Truth> {
  return { name, unit: 'return', of, read: (truth: Truth) => truth[name] };
}

const LIST = [
  ofRun('believedReturn', 'return', ({ believedReturn }) => believedReturn),
  ...FARE.map(([name, unit]) => ofRun(name, unit, (seed) => seed[name])),
  exact('data', 'behavior'),
  exact('data', 'bcTarget'),
  exact('data', 'inSupport'),
  exact('data', 'inSupportHalting'),
  exact('data', 'plannedFromData'),
  exact('world', 'optimal'),
  exact('world', 'random'),
  ...READINGS.flatMap((reading) =>
    FARE.map(([name, unit]) =>
      ofRun(`${reading}.${name}`, unit, ({ readings }) => readings?.[reading][name]),
    ),
  ),
  ofRun('gap.total', 'difference', ({ gap }) => gap?.total),
  ...byClass('gap', 'difference', ({ gap }) => gap),
  ofRun('gap.pairs', 'pairs', ({ gap }) => gap?.pairs),
  {
    name: 'restsAt.believedReturn' as const,
    unit: 'return' as const,
    of: 'instance' as const,
    read: ({ restsAt }: LearnerSnapshot) => restsAt?.believedReturn ?? null,
  },
  {
    name: 'restsAt.trueReturn' as const,
    unit: 'return' as const,
    of: 'instance' as const,
    read: ({ restsAt }: LearnerSnapshot) => restsAt?.trueReturn ?? null,
  },
  ...byClass('q', 'value', ({ q }) => q),
  ...byClass('truePolicyQ', 'value', ({ truePolicyQ }) => truePolicyQ),
  ...byClass('optimalQ', 'value', ({ optimalQ }) => optimalQ),
  ...byClass('overestimation', 'difference', ({ overestimation }) => overestimation),
  ofRun('bound.theory', 'share', ({ bound }) => bound?.theory),
  ofRun('bound.practice', 'share', ({ bound }) => bound?.practice),
  ...byClass('bound.pointwise', 'share', ({ bound }) => bound?.pointwise),
  ofRun('online.moves', 'steps', ({ online }) => online?.steps),
  ofRun('online.pairs', 'pairs', ({ online }) => online?.pairs),
  ofRun('online.newPairs', 'pairs', ({ online }) => online?.newPairs),
  ofRun('online.lastReturn', 'return', ({ online }) => online?.lastReturn),
  ...TERMS.map(termOf),
];

/**
 * Everything that can be read of a snapshot, once (docs/contract.md#snapshots). Charts, article, lessons,
 * tables, claims and the study ask this list, and only add words; whatever is added here is in all of them.
 */
export const MEASURES: readonly Measure[] = LIST;

/** Names of what is measured of every training seed. */
export type RunMeasureName = Extract<(typeof LIST)[number], { readonly of: 'run' }>['name'];

/** The measure of a name; undefined where there is none. */
export function findMeasure(name: string): Measure | undefined {
  const [group, term, ...rest] = name.split('.');
  return (
    MEASURES.find((one) => one.name === name) ??
    (group === 'losses' && term && rest.length === 0 ? termOf(term) : undefined)
  );
}

/** How a number of a training seed is read, by its name. */
export function readerOf(name: RunMeasureName | `losses.${string}`): RunMeasure['read'] {
  const measure = findMeasure(name);
  if (measure?.of !== 'run') throw new RangeError(`nothing measured of a run is called “${name}”`);
  return measure.read;
}

/** Whether a measure is one of a learner instance, of one training seed or of all. */
export function isOfLearner(measure: Measure): measure is Exclude<Measure, TruthMeasure> {
  return !isOfTruth(measure);
}

/** Whether a measure is an exact return of the world or its data, whoever learns. */
export function isOfTruth(measure: Measure): measure is TruthMeasure {
  return measure.of === 'data' || measure.of === 'world';
}

/** A measure of a learner for one of its training seeds. */
export function readOf(
  measure: Measure,
  seed: SeedSnapshot,
  learner: LearnerSnapshot,
  truth: Truth,
): number | null {
  switch (measure.of) {
    case 'run':
      return measure.read(seed);
    case 'instance':
      return measure.read(learner);
    default:
      return measure.read(truth);
  }
}

/** A measure of an instance: of its training seeds their interquartile mean; null where there is none. */
export function measureOf(
  snapshot: Pick<Snapshot, 'learners' | 'truth'> | null | undefined,
  id: string,
  measure: Measure,
): number | null {
  const learner = snapshot?.learners[id];
  if (!snapshot || !learner) return null;
  if (measure.of === 'run') return iqmOf(learner.seeds.map(measure.read));
  return measure.of === 'instance' ? measure.read(learner) : measure.read(snapshot.truth);
}
