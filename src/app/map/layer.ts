import type { Settings } from '../../experiment/types';
import type { Grid, MapRanges } from '../state/grid';
import type { Scheme } from '../theme/palette';
import type { LayerScale, Paint, Rgb } from './scales';
import type { Consults, MapValues } from './types';

/** The name of a layer, as the setting has it. */
export type Layer = Settings['layer'];

/** What decides the colour of a pair; all maps of one picture share `ranges`. */
export interface LayerInputs {
  readonly grid: Grid;
  readonly values: MapValues | null;
  readonly counts: ArrayLike<number>;
  readonly ranges: MapRanges;
  readonly hue: Rgb;
  readonly scheme: Scheme;
  readonly consults: Consults;
  /** `[states × 4]`, 1 where truth was put in the place of the learner's targets; null or absent for nowhere. */
  readonly putIn?: ArrayLike<number> | null;
}

/** How a triangle is filled. */
export interface PairPaint {
  readonly rgb: Rgb;
  readonly off: Paint['off'];
  /** Hatched strongly (never-seen action of a seen state), lightly (state never seen) or not. */
  readonly hatch: 'strong' | 'light' | 'none';
}

/** What a layer of values shows of pairs, or of whole cells where a learner believes in states. */
export interface Shown {
  /** Its column in the tables of pairs. */
  readonly column: string;
  /** The table that decides whether there is anything to show, and whether of pairs or of cells. */
  readonly table: (values: MapValues) => ArrayLike<number> | null;
  /** The value of a pair; only asked where there is a table. */
  readonly of: (values: MapValues, pair: number) => number;
  /** Which sentence says it of an action. */
  readonly said: 'q' | 'truth' | 'error' | 'surprise' | 'lie';
  /** Which sentence says it of a whole cell, where it may be of one. */
  readonly saidOfCell?: 'surprise' | 'lie';
  /** What a learner believes: dimmed where it never consults it. */
  readonly belief?: true;
}

/** What the maps can be painted by: one file, and a line in the registry. */
export interface MapLayer {
  /** The scale of its legend. */
  readonly scale: LayerScale;
  /** Which marks of the maps its legend explains: those of values, those of counts, or none. */
  readonly keys: 'values' | 'counts' | 'none';
  /** The fill of the triangle of a pair; null where the paper stays bare. */
  readonly paintPair: (inputs: LayerInputs, state: number, action: number) => PairPaint | null;
  /** The fill of whole cells, in the stead of triangles. */
  readonly paintCell?: (inputs: LayerInputs, state: number) => Rgb | null;
  /** What is shown of a learner's values; none where it shows the data, or whole cells. */
  readonly shown?: Shown;
  /** It shows the data, so that nothing has to be measured first. */
  readonly ofData?: true;
  /** It shows where a policy spends its time. */
  readonly ofTime?: true;
}
