/** Index of a state: non-wall cells in reading order. */
export type StateIndex = number;

/** Actions, in the order every table of the project uses. */
export const ACTIONS = ['up', 'right', 'down', 'left'] as const;
export type ActionName = (typeof ACTIONS)[number];
export const ACTION_COUNT = 4;

/** Rewards by the kind of cell entered; absolute, never added to `step`. */
export interface Rewards {
  readonly step: number;
  readonly goal: number;
  readonly pit: number;
  readonly cliff: number;
}

/** A world as a person writes it: a text map and its numbers (docs/contract.md#worlds). */
export interface World {
  /** Rows of `#` wall, `.` floor, `S` start, `G` goal, `P` pit, `C` cliff; all of one length. */
  readonly map: readonly string[];
  /** Probability in [0, 1] of moving to one of the two perpendicular directions (half each). */
  readonly slip: number;
  readonly rewards: Rewards;
  /** Discount, in [0, 1). */
  readonly gamma: number;
  /** Steps after which an episode is truncated (truncated rows bootstrap), ≥ 1. */
  readonly horizon: number;
}

/** A shipped world, with where it comes from. */
export interface WorldPreset extends World {
  readonly id: string;
  readonly name: string;
  /** Where it comes from. */
  readonly source: string;
  /** Rows that hold a good plan on every seed, and leave pairs untried. */
  readonly rows: number;
  /** What differs from there; for whoever reads the code. */
  readonly adapted: string;
}

/** π(a|s) as a flat table `[states × 4]`; each row sums to 1. */
export type Policy = Float64Array;

/**
 * A finite MDP in sparse form. Outcomes of pair `p = s × 4 + a` are
 * `successors[offsets[p] … offsets[p + 1]]`; a terminal state has none.
 */
export interface Mdp {
  readonly world: World;
  readonly states: number;
  readonly rows: number;
  readonly columns: number;
  /** `[states]` row × columns + column of each state's cell. */
  readonly cells: Int32Array;
  /** `[rows × columns]` state of a cell, −1 for walls. */
  readonly stateOfCell: Int32Array;
  /** `[states]` 1 where an episode ends on entry (goal, pit). */
  readonly terminal: Uint8Array;
  /** `[states]` 1 where the cell is a goal. */
  readonly goal: Uint8Array;
  /** `[states]` start distribution ρ₀. */
  readonly start: Float64Array;
  /** `[states]` 1 where some policy can arrive from a start. */
  readonly reachable: Uint8Array;
  /** `[states × 4 + 1]`. */
  readonly offsets: Int32Array;
  readonly successors: Int32Array;
  /** Probability of each outcome; outcomes with the same successor and reward are merged. */
  readonly probabilities: Float64Array;
  /** Reward of each outcome (that of the cell entered; a cliff entry pays `cliff` and lands on a start). */
  readonly outcomeRewards: Float64Array;
  /** `[states × 4]` expected reward; 0 for terminal states. */
  readonly expectedReward: Float64Array;
  readonly gamma: number;
  readonly horizon: number;
}

/** Values of one policy: `q` is `[states × 4]`, `v` is `[states]`; terminal rows are 0. */
export interface Values {
  readonly q: Float64Array;
  readonly v: Float64Array;
}
