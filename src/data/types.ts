import type { Policy, StateIndex } from '../mdp/types';

/** One component of a behaviour: who acts in its share of the episodes. */
export interface BehaviorComponent {
  readonly label: string;
  /** π(a|s), `[states × 4]`. */
  readonly policy: Policy;
  /** Share of episodes, > 0; shares of a behaviour sum to 1. */
  readonly share: number;
  /** Start distribution `[states]`; the world's when absent. */
  readonly start?: Float64Array;
  /** Episodes are truncated on arrival in this state. */
  readonly cutoff?: StateIndex;
}

/** Transitions in columns; row i of every column is one transition. */
export interface Transitions {
  readonly size: number;
  readonly state: Int32Array;
  readonly action: Uint8Array;
  readonly reward: Float64Array;
  readonly nextState: Int32Array;
  /** 1 where the next state ends the episode: such rows do not bootstrap. */
  readonly terminal: Uint8Array;
  /** 1 where the episode was cut (horizon, cut-off cell, or the end of collection): such rows bootstrap. */
  readonly truncated: Uint8Array;
  /** Index of the episode, from 0, non-decreasing. */
  readonly episode: Int32Array;
  /** Index of the step in its episode, from 0. */
  readonly step: Int32Array;
  /** π_β(a|s) of the component that acted. */
  readonly behaviorProbability: Float64Array;
}

/** N(s,a) `[states × 4]` and N(s) `[states]`. */
export interface Counts {
  readonly pairs: Int32Array;
  readonly states: Int32Array;
}

/** Class of a pair (docs/contract.md#classes-of-pairs); `none`: terminal or unreachable, in no class. */
export const PAIR_CLASSES = ['data', 'unseenAction', 'unseenState'] as const;
export type PairClass = (typeof PAIR_CLASSES)[number];

/** Only on what `freeze` has made; a mark for the type checker, of which nothing is there when it runs. */
declare const frozen: unique symbol;

/**
 * A frozen dataset and what is counted from it: rows that were checked, counted and hashed, once, by
 * `freeze`, and that nobody writes to any more. Whoever is handed one need do none of that again.
 */
export interface Dataset extends Transitions {
  readonly [frozen]: true;
  readonly episodes: number;
  readonly counts: Counts;
  /** Short hexadecimal digest of all columns; equal data, equal hash, on every machine. */
  readonly hash: string;
}

/** A behaviour ready to collect from: a mixture, or (medium-replay) episodes recorded while learning. */
export interface Behavior {
  readonly components: readonly BehaviorComponent[];
  /** Where present the dataset is this recording (thinned or cut to the asked size) instead of fresh episodes. */
  readonly recording?: Transitions;
  /** Sentences on how it came about that the user should read. */
  readonly notes?: readonly string[];
}
