import {
  findMeasure,
  isOfLearner,
  isOfTruth,
  type Measure,
  measureOf,
  type TruthMeasure,
} from '../../experiment/measures';
import { schemaOf, settingOf } from '../../experiment/settings/describe';
import { instanceKind } from '../../experiment/settings/instances';
import type { Settings, Snapshot, Truth } from '../../experiment/types';
import type { Fact, Facts } from './expression';

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

/** The number of a learner that a name asks for; undefined where there is no such measure. */
function ofLearner(name: string): Measure | undefined {
  const measure = findMeasure(name);
  return measure && isOfLearner(measure) ? measure : undefined;
}

/** The exact return that a name asks for, of the world or its data; undefined where there is none. */
function ofTruth(name: string): TruthMeasure | undefined {
  const measure = findMeasure(name);
  return measure && isOfTruth(measure) ? measure : undefined;
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
    return ofTruth(rest) ? null : `truth has no “${rest}”`;
  }
  if (instanceKind(head) === null) {
    return `“${name}” is not known: names are step, status, pinned, settings.…, truth.… and measurements of a learner, such as dqn.believedReturn`;
  }
  return ofLearner(rest) ? null : `a learner has no “${rest}”`;
}

/** A measurement of a snapshot by its name, the interquartile mean over the training seeds; NaN where it is not there. */
export function measured(snapshot: Snapshot | null, name: string): number {
  const dot = name.indexOf('.');
  const measure = ofLearner(name.slice(dot + 1));
  return (measure && measureOf(snapshot, name.slice(0, dot), measure)) ?? Number.NaN;
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
      return (truth && ofTruth(name.slice('truth.'.length))?.read(truth)) ?? Number.NaN;
    }
    return measured(snapshot, name);
  };
}
