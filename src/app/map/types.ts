import type { StateIndex } from '../../mdp/types';
import type { Chain } from '../state/backups';
import type { Grid, MapRanges } from '../state/grid';
import type { Scheme } from '../theme/palette';
import type { Layer } from './layer';

/** What a map shows of one policy; a `FrameLearner` is one. */
export interface MapValues {
  /** `[states × 4]` Q̂; null where there is none (BC, behaviour). */
  readonly q: ArrayLike<number> | null;
  /** `[states × 4]` Q^π̂; null where it is not shown. */
  readonly trueQ: ArrayLike<number> | null;
  /** `[states × 4]` π̂. */
  readonly policy: ArrayLike<number>;
  /** `[states]` sums to 1; null where it is not shown. */
  readonly occupancy: ArrayLike<number> | null;
  /** δ, `[states × 4]`, or `[states]` where values of states are believed; none where it is not shown. */
  readonly delta?: ArrayLike<number> | null;
  /** x·δ, as `delta`. */
  readonly share?: ArrayLike<number> | null;
  /** `[states × 4]` how often its own learner took the pair in the world; none where it acts nowhere. */
  readonly tried?: ArrayLike<number> | null;
}

/** Which pairs a learner consults: IQL never reads its Q outside the data. */
export type Consults = 'everything' | 'data';

/** How large a map may and must be. */
export interface MapRoom {
  /**
   * Largest height, in CSS pixels or any length of CSS; the map fills the width of its container up
   * to it.
   */
  readonly maxHeight?: number | string | undefined;
  /** Side in CSS pixels below which no cell shrinks: the map is then larger than its container. */
  readonly minCell?: number | undefined;
}

export interface HeatMapProps extends MapRoom {
  readonly grid: Grid;
  readonly layer: Layer;
  /** Null before the first measurement: the world alone is drawn. */
  readonly values: MapValues | null;
  /** `[states × 4]` N(s,a). */
  readonly counts: ArrayLike<number>;
  readonly ranges: MapRanges;
  /** What this is a map of, for its accessible name: «CQL», «The dataset». */
  readonly label: string;
  /** Hue of the learner on this scheme, `#rrggbb`. */
  readonly color: string;
  readonly scheme: Scheme;
  /** Default `everything`. */
  readonly consults?: Consults;
  /** `[states × 4]`, 1 where truth was put in the place of the learner's targets. */
  readonly putIn?: ArrayLike<number> | null;
  /** State pinned on every map, null for none. */
  readonly selected: StateIndex | null;
  /** State under the pointer or the keyboard on any map, null for none. */
  readonly hovered: StateIndex | null;
  readonly onHover: (state: StateIndex | null) => void;
  /** Called with a state to pin, null to unpin. */
  readonly onSelect: (state: StateIndex | null) => void;
  /** Walks `values.policy` on the true MDP when given; equal seeds walk alike. */
  readonly walker?: { readonly seed: number };
  /** The backups behind an arrow, drawn from the cell to where its value comes from. */
  readonly chain?: Chain | null;
  /** Arrows of `values.policy`; default true. */
  readonly arrows?: boolean;
}

export interface MapLegendProps {
  readonly layer: Layer;
  readonly ranges: MapRanges;
  readonly scheme: Scheme;
  /** Some learner on show never consults what the data lacks: that is dimmed, and its belief is in states. */
  readonly dims?: boolean;
  /** Some learner on show acts in the world. */
  readonly tries?: boolean;
  /** Some learner on show has truth put in its targets. */
  readonly truths?: boolean;
}
