import type { GivenData } from '../data/given';
import type { EditReport } from '../data/surgery';
import type { PairClass, Transitions } from '../data/types';
import type { BackendName } from '../engine/types';
import type { Methods } from '../learners/catalog';
import type { ValueOf } from '../learners/meta';
import type { Nowhere } from '../learners/rest/types';
import type { LearnerKind, PolicyReadings } from '../learners/types';
import type { World } from '../mdp/types';
import type { DataFacts } from './circumstances';
import type { Schema } from './settings/schema';

export type SettingValue = number | string | boolean | readonly string[];
/** Values of some settings, where the keys are only known as it runs. */
export type SettingValues = Readonly<Record<string, SettingValue>>;

type GlobalSettings = { readonly [K in keyof Schema]: ValueOf<Schema[K]> };

/** Settings of the instances of one kind: `cql.alpha`, `cql-sketch.alpha`. */
type InstanceSettings<K extends keyof Methods, S = Methods[K]['settings']> = {
  readonly [N in keyof S & string as `${K}.${N}` | `${K}-${string}.${N}`]: ValueOf<S[N]>;
};

/** The settings of the instances of every kind at once. */
type OfAllKinds = {
  [K in keyof Methods]: (settings: InstanceSettings<K>) => void;
}[keyof Methods] extends (settings: infer S) => void
  ? S
  : never;

/**
 * Complete, legal settings, flat by dotted key: `cql.alpha`, `data.size`, `learners` … What each key
 * holds follows from its description in the schema. `resolveSettings` makes them.
 */
export type Settings = GlobalSettings & OfAllKinds;

/** A sentence for the user about something put right: which setting, what was wrong, what is used instead. */
export interface Notice {
  readonly key: string;
  readonly message: string;
}

/** Exact returns of a problem (docs/contract.md#ceilings). */
export interface Truth {
  readonly optimal: number;
  readonly behavior: number;
  readonly bcTarget: number;
  readonly inSupport: number;
  /** As `inSupport`, but standing still for ever where no allowed action is left. */
  readonly inSupportHalting: number;
  readonly plannedFromData: number;
  readonly random: number;
}

export type ByClass = Readonly<Record<PairClass, number | null>>;

/** Shares in [0, 1] of the bound meter (docs/contract.md#bound-meter); null where it does not apply. */
export interface Bound {
  readonly theory: number | null;
  readonly practice: number | null;
  readonly pointwise: ByClass;
}

export type SeedStatus = 'ok' | 'diverged';
export type RunStatus = 'idle' | 'running' | 'paused' | 'done' | 'failed';

/**
 * Where a run ended, and why: after the steps that its settings name; because it has settled; at the most
 * steps that settling is given, with learners on that have not settled; or there with nobody on who could,
 * as where some act in the world.
 */
export interface Ending {
  readonly step: number;
  readonly reason: 'steps' | 'settled' | 'unsettled' | 'cap';
}

/** How a policy fares, exactly. */
export interface Fare {
  readonly trueReturn: number;
  /** Probability of reaching a goal within the horizon. */
  readonly goalRate: number;
  /** Expected steps to the goal given that it is reached within the horizon; null where it never is. */
  readonly goalSteps: number | null;
}

/** How a learned distribution fares in both its readings. */
export type Readings = Readonly<Record<keyof PolicyReadings, Fare>>;

/** Where the difference between believed and true return sits (docs/contract.md#gap), in the world's units. */
export interface Gap {
  /** believedReturn − trueReturn. */
  readonly total: number;
  /** Its parts by class of the pair (by class of the state where the belief is a V network); they sum to `total`. */
  readonly data: number;
  readonly unseenAction: number;
  readonly unseenState: number;
  /** The fewest pairs (states) that carry 95 % of Σ|x·δ|. */
  readonly pairs: number;
}

/** What a learner of a training seed has tried in the world by itself, from the first move on. */
export interface OnlineRecord {
  /** Moves. */
  readonly steps: number;
  /** Episodes that have ended, at a terminal cell or the horizon. */
  readonly episodes: number;
  /** Those of them that ended at a goal. */
  readonly goals: number;
  /** Pairs of state and action that it has tried. */
  readonly pairs: number;
  /** Those of them that the data does not hold. */
  readonly newPairs: number;
  /** Discounted return of the last episode that has ended, exploration included; null before. */
  readonly lastReturn: number | null;
}

/** Metrics of one learner instance and training seed at one measured step. */
export interface SeedSnapshot extends Fare {
  readonly status: SeedStatus;
  readonly believedReturn: number | null;
  readonly q: ByClass | null;
  readonly truePolicyQ: ByClass | null;
  readonly optimalQ: ByClass | null;
  readonly overestimation: ByClass | null;
  /** Null where the learner believes nothing, or nothing finite. */
  readonly gap: Gap | null;
  /** Null where the learner acts on its values. */
  readonly readings: Readings | null;
  readonly bound: Bound | null;
  /** Means since the previous measured step, under their golden names; null before the first. */
  readonly losses: Readonly<Record<string, number>> | null;
  /** Null where it has never acted. */
  readonly online: OnlineRecord | null;
}

/** What a learner would believe and earn with a table and unlimited training; null of what does not believe. */
export interface RestsAt {
  readonly believedReturn: number | null;
  readonly trueReturn: number;
}

export interface LearnerSnapshot {
  readonly kind: LearnerKind;
  readonly status: SeedStatus;
  /** Null where training comes to rest nowhere; `restless` says why. */
  readonly restsAt: RestsAt | null;
  readonly restless?: Nowhere;
  readonly seeds: readonly SeedSnapshot[];
}

/** All metrics at one step of the measuring grid (docs/contract.md#snapshots). */
export interface Snapshot {
  readonly runId: string;
  readonly datasetHash: string;
  readonly step: number;
  readonly backend: BackendName;
  readonly status: RunStatus;
  readonly truth: Truth;
  readonly learners: Readonly<Record<string, LearnerSnapshot>>;
}

/** What the maps need of one learner instance and seed; typed arrays, transferable. */
export interface FrameLearner {
  /** `[states × 4]`, Q̂; null for BC. */
  readonly q: Float32Array | null;
  /** `[states × 4]`, Q^π̂ of the deployed policy on the true MDP. */
  readonly trueQ: Float32Array;
  /** `[states × 4]`, π̂ as deployed (the readout shown). */
  readonly policy: Float32Array;
  /** `[states]` discounted occupancy of π̂, normalised to sum to 1 for display. */
  readonly occupancy: Float32Array;
  /**
   * δ: what is believed beyond one true step; `[states × 4]` of pairs, `[states]` where values of states are
   * believed (IQL). Null of what believes nothing.
   */
  readonly delta: Float32Array | null;
  /** x·δ, as `delta`: the share of the gap that sits there, in return. Where the gap is finite, they sum to it. */
  readonly share: Float32Array | null;
  /** `[states × 4]` how often it has tried each pair in the world by itself; null where it has never acted. */
  readonly tried: Float32Array | null;
}

/** The maps' data at one measured step: by instance id, by seed. */
export interface Frame {
  readonly runId: string;
  readonly step: number;
  readonly learners: Readonly<Record<string, readonly FrameLearner[]>>;
  /** `[states × 4]` Q where each learner's training comes to rest, NaN where its loss leaves a pair out; null without one. */
  readonly rests: Readonly<Record<string, Float32Array | null>>;
}

/** A `live` edit made while training, kept so that a link can replay it. */
export interface LiveEdit {
  readonly step: number;
  readonly key: string;
  readonly value: SettingValue;
}

/** Where the rows of a problem come from. */
export type DataSource =
  | { readonly kind: 'collected' }
  /** The given dataset that was asked for. */
  | {
      readonly kind: 'given';
      readonly hash: string;
      readonly label: string;
      readonly origin: GivenData['kind'];
      readonly behaviorKnown: boolean;
    }
  /** Collected, because the dataset that was asked for is not there. */
  | { readonly kind: 'missing'; readonly hash: string }
  /** Collected, because the dataset that was asked for is of another map, the one stated here. */
  | {
      readonly kind: 'misfit';
      readonly hash: string;
      readonly label: string;
      readonly origin: GivenData['kind'];
      readonly map: readonly string[];
    };

/** What the edits of `data.edits` did to the recorded rows. */
export interface DataSurgery {
  /** A report for every edit, in their order. */
  readonly reports: readonly EditReport[];
  /** `[size]` row number, from 0, that each row of the dataset had before all edits; ascending. */
  readonly originalRows: Int32Array;
  /** The data before all edits. */
  readonly before: {
    readonly size: number;
    readonly episodes: number;
    readonly hash: string;
    /** Pairs with N(s,a) > 0. */
    readonly seenPairs: number;
    /** Exact returns, as those of `Truth`. */
    readonly bcTarget: number;
    readonly inSupport: number;
  };
}

/** Everything the page draws before and beside the learners; plain data, structured-cloneable. */
export interface ProblemView {
  readonly runId: string;
  readonly world: World;
  readonly transitions: Transitions;
  /** `[states × 4]` N(s,a). */
  readonly counts: Int32Array;
  readonly datasetHash: string;
  readonly episodes: number;
  readonly surgery: DataSurgery;
  readonly source: DataSource;
  readonly truth: Truth;
  /** What `rewardScale` is where it is left to the machine. */
  readonly automaticScale: number;
  /** What decides beforehand what can be learned of it. */
  readonly facts: DataFacts;
  /** `[states × 4]` Q*. */
  readonly optimalQ: Float64Array;
  /** `[states × 4]` share-weighted behaviour policy where it is one table (a mixture is averaged by visitation). */
  readonly behaviorPolicy: Float64Array;
  /**
   * Things the user should know: no reward in the data, goal unreachable … Where the source is `missing`
   * or `misfit`, the first says so.
   */
  readonly warnings: readonly string[];
}
