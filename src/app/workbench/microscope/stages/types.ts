import type { RowUpdate } from '../../../../experiment/microscope';

/** One row of the dataset, and what is known exactly about it. */
export interface RowContext {
  readonly state: number;
  /** 0 to 3. */
  readonly action: number;
  readonly reward: number;
  readonly nextState: number;
  readonly terminal: boolean;
  readonly truncated: boolean;
  /** `[states × 4]` N(s,a). */
  readonly counts: ArrayLike<number>;
  /** `[states × 4]` Q*. */
  readonly optimalQ: ArrayLike<number>;
  readonly gamma: number;
  /** Where truth was put into the learner's targets; null where none can be. */
  readonly oracle: {
    /** `[states × 4]`, 1 or 0. */
    readonly pairs: ArrayLike<number>;
    /** The learner's targets are read at some of these pairs. */
    readonly reached: boolean;
  } | null;
  /** A state in words: «row 3, column 5». */
  readonly place: (state: number) => string;
}

/** One action of a picture of four bars. */
export interface ActionBar {
  readonly value: number;
  /** N(s,a) of this action in the state that the bars are of. */
  readonly count: number;
  /** Q*(s,a); null where the bars are no values. */
  readonly truth: number | null;
  /** The loss reads this one. */
  readonly marked?: boolean;
  /** The loss never asks for this one. */
  readonly dimmed?: boolean;
  /** It is no belief: the truth was put in its place. */
  readonly putIn?: boolean;
  /** Which way descent moves the value, −∂loss/∂value; absent where it is not shown. */
  readonly push?: number;
}

export interface Bars {
  /** What the bars are, with the state they belong to: «Q̄(s′, ·)». */
  readonly title: string;
  readonly kind: 'values' | 'probabilities';
  /** In the order of `ACTIONS`. */
  readonly actions: readonly ActionBar[];
}

/** One step of the slow motion. */
export interface Stage {
  readonly id: string;
  readonly title: string;
  /** A sentence or two. */
  readonly text: string;
  /** The formula with its numbers; absent where there is none. */
  readonly formula?: string;
  readonly bars: readonly Bars[];
  /** What travels in it from s′ to the pair: «0.95 × 0.93». */
  readonly carried?: string;
  /** Which of the two cells it is about. */
  readonly at: 'state' | 'nextState';
}

/** Tells one part of an update; nothing where the update has no such part. */
export type Teller = (context: RowContext, update: RowUpdate, softmax: boolean) => readonly Stage[];
