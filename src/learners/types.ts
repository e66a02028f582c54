import type { LossNode } from '../engine/loss/graph';
import type { StackLoss } from '../engine/loss/loss';
import { CATALOG } from './catalog';
import type { Dimensions } from './dimensions';
import type { ProgramNetwork } from './language/compile';
import type { Names } from './language/lower';
import type { Program } from './language/tree';
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

/** A method: all that follows from its program, and where it comes to rest. */
export interface LearnerDefinition {
  /** Its loss as it is read. */
  readonly program: Program;
  /** What the page calls things in the program. */
  readonly names: Names;
  /** The option of every choice of the program that some settings stand for. */
  readonly variant: (settings: LearnerSettings) => Readonly<Record<string, string>>;
  readonly networks: readonly ProgramNetwork[];
  /** Numbers that the loss takes as hyper-parameters (may be changed while training). */
  readonly hyperNames: readonly string[];
  /** Their values under some settings. */
  readonly hyper: (settings: LearnerSettings) => Readonly<Record<string, number>>;
  readonly loss: (settings: LearnerSettings) => StackLoss;
  /** What the loss works out on its way, row by row: nodes of the loss itself. */
  readonly workings: (settings: LearnerSettings) => Readonly<Record<string, LossNode>>;
  /**
   * Powers of the unit of value of what is named here: networks and workings are values (1) where it
   * says nothing, terms their squares (2), hyper-parameters plain numbers (0).
   */
  readonly dimensions?: Dimensions;
  /** `seen [states × 4]` is 1 where the data contains the action at the state, else 0 (`seenActions`). */
  /** Settings in the words of readouts, of instances that have others. */
  readonly reading: (settings: LearnerSettings) => LearnerSettings;
  readonly readout: (outputs: SeedOutputs, settings: LearnerSettings, seen: Uint8Array) => Readout;
  /** Where its training comes to rest with a table instead of a network. */
  readonly restsAt: RestsAt;
}

/**
 * A method under the settings of an instance that stand while it trains: which networks it has may follow
 * from them. Throws ProgramFault where they hold a program that says nothing.
 */
export type LearnerOf = (settings: LearnerSettings) => LearnerDefinition;
