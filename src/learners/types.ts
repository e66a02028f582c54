import type { FusedHead, Loss, Read, Workings } from '../engine/types';
import { CATALOG } from './catalog';
import type { Dimensions } from './dimensions';
import type { RestsAt } from './rest/types';

/** The methods; an instance is one of them with its own settings (`cql`, `cql-sketch`). */
export type LearnerKind = keyof typeof CATALOG;
export const LEARNER_KINDS = Object.keys(CATALOG) as readonly LearnerKind[];

/** Settings of one instance by their short names (`alpha`, `backup` …). */
export type LearnerSettings = Readonly<Record<string, number | string | boolean>>;

/** Outputs of one training seed on every state, by network: `[states × outputs]`. */
export type SeedOutputs = Readonly<Record<string, Float32Array>>;

/** The two honest readings of a learned distribution over actions, `[states × 4]` each. */
export interface PolicyReadings {
  /** The distribution itself. */
  readonly distribution: Float64Array;
  /** Its most likely action, the lowest of several. */
  readonly mostLikely: Float64Array;
}

/**
 * What a learner says about the world, in its own units of value (those of the world times the reward
 * scale): `q [states × 4]` or null, `v [states]` or null, `policy [states × 4]`.
 */
export interface Readout {
  readonly q: Float64Array | null;
  /** V̂ behind the believed return; null where the learner has no values. */
  readonly v: Float64Array | null;
  /** As deployed. */
  readonly policy: Float64Array;
  /** Both readings where the learner has learned a distribution; `policy` is one of them. Null where it acts on values. */
  readonly readings: PolicyReadings | null;
}

/** A method: its networks, textbook loss and policy. One file a learner; reads like the paper. */
export interface LearnerDefinition {
  /** Networks with the width of their output and whether each has a target. */
  readonly networks: readonly {
    readonly name: string;
    readonly output: 'actions' | 'value';
    readonly target: boolean;
  }[];
  readonly reads: (settings: LearnerSettings) => readonly Read[];
  readonly terms: (settings: LearnerSettings) => readonly string[];
  readonly randomActions: (settings: LearnerSettings) => boolean;
  readonly loss: (settings: LearnerSettings) => Loss;
  /** What the loss works out on its way, row by row, by the functions that the loss itself calls. */
  readonly workings: (settings: LearnerSettings) => Workings;
  /** The fused program of the same loss, where the engine has one; without it training is slower. */
  readonly head?: (settings: LearnerSettings) => FusedHead;
  /** Numeric settings that the loss takes as hyper-parameters (may be changed while training). */
  readonly hyper: readonly string[];
  /**
   * Powers of the unit of value of what is named here: networks and workings are values (1) where it
   * says nothing, terms their squares (2), hyper-parameters plain numbers (0).
   */
  readonly dimensions?: Dimensions;
  readonly readout: (outputs: SeedOutputs, settings: LearnerSettings) => Readout;
  /** Where its training comes to rest with a table instead of a network. */
  readonly restsAt: RestsAt;
}
