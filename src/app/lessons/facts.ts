import { schemaOf, settingOf } from '../../experiment/settings/describe';
import { instanceKind } from '../../experiment/settings/instances';
import { iqmOf } from '../../experiment/summary';
import type { SeedSnapshot, Settings, Snapshot, Truth } from '../../experiment/types';
import type { Fact, Facts } from './expression';

const CLASSES = ['data', 'unseenAction', 'unseenState'] as const;
const TRUTHS: readonly (keyof Truth)[] = [
  'optimal',
  'behavior',
  'bcTarget',
  'inSupport',
  'inSupportHalting',
  'plannedFromData',
  'random',
];
const MEASURES = ['believedReturn', 'trueReturn', 'goalRate', 'goalSteps'] as const;
const READINGS = ['distribution', 'mostLikely'] as const;
const BY_CLASS = ['q', 'truePolicyQ', 'optimalQ', 'overestimation'] as const;

/** Where the facts of a lesson come from. */
export interface FactSource {
  readonly settings: Settings;
  readonly snapshot: Snapshot | null;
  /** Exact returns of the present problem; null before it is solved. */
  readonly truth: Truth | null;
  readonly status: string;
  /** State of the marked cell, null for none. */
  readonly pinned: number | null;
}

/** Reads one measurement of a training seed; undefined where there is no such measurement. */
function reader(name: string): ((seed: SeedSnapshot) => number | null | undefined) | undefined {
  const [what, which, ...rest] = name.split('.');
  if (rest.length > 0) return undefined;
  const measure = MEASURES.find((one) => one === what);
  if (measure && which === undefined) return (seed) => seed[measure];
  const means = BY_CLASS.find((one) => one === what);
  const kind = CLASSES.find((one) => one === which);
  if (means && kind) return (seed) => seed[means]?.[kind];
  const reading = READINGS.find((one) => one === which);
  if (what === 'readings' && reading) return (seed) => seed.readings?.[reading].trueReturn;
  if (what === 'losses' && which) return (seed) => seed.losses?.[which];
  return undefined;
}

/** Why a name is none that lessons know, in a clause; null where it is one. */
export function nameFault(name: string): string | null {
  if (name === 'step' || name === 'status' || name === 'pinned') return null;
  const dot = name.indexOf('.');
  const [head, rest] = dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot + 1)];
  if (head === 'settings') {
    return schemaOf(rest) === undefined ? `there is no setting “${rest}”` : null;
  }
  if (head === 'truth') {
    return TRUTHS.some((one) => one === rest) ? null : `truth has no “${rest}”`;
  }
  if (instanceKind(head) === null) {
    return `“${name}” is not known: names are step, status, pinned, settings.…, truth.… and measurements of a learner, such as dqn.believedReturn`;
  }
  return reader(rest) ? null : `a learner has no “${rest}”`;
}

/** A measurement of a snapshot by its name, the interquartile mean over the training seeds; NaN where it is not there. */
export function measured(snapshot: Snapshot | null, name: string): number {
  const dot = name.indexOf('.');
  const read = reader(name.slice(dot + 1));
  const seeds = snapshot?.learners[name.slice(0, dot)]?.seeds ?? [];
  return (read && iqmOf(seeds.map(read))) ?? Number.NaN;
}

/** The facts that lessons go by, as things stand. */
export function factsOf({ settings, snapshot, truth, status, pinned }: FactSource): Facts {
  return (name): Fact => {
    if (name === 'step') return snapshot?.step ?? 0;
    if (name === 'status') return status;
    if (name === 'pinned') return pinned ?? -1;
    if (name.startsWith('settings.')) {
      const value = settingOf(settings, name.slice('settings.'.length));
      if (value === undefined) return Number.NaN;
      return typeof value === 'object' ? value.join(',') : value;
    }
    if (name.startsWith('truth.')) {
      return truth?.[name.slice('truth.'.length) as keyof Truth] ?? Number.NaN;
    }
    return measured(snapshot, name);
  };
}
