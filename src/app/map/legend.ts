import { legend } from '../../texts/legend';
import type { MapRanges } from '../state/grid';
import type { Scheme } from '../theme/palette';
import type { Layer } from './layer';
import { LAYERS } from './layers';
import { cssColor, TABLES } from './scales';

/** What a legend draws: colours along the bar and the words under it. */
export interface LegendScale {
  readonly title: string;
  /** Colours from left to right. */
  readonly stops: readonly string[];
  /** Position in [0, 1] along the bar, and text. */
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  /** Words at the two ends. */
  readonly ends: readonly [string, string] | null;
  /** Colour beyond the upper end, where it is one of its own. */
  readonly above: string | null;
}

const SAMPLES = 25;

/** Samples a layer's scale for its legend; `number` formats the ticks. */
export function legendScale(
  layer: Layer,
  ranges: MapRanges,
  scheme: Scheme,
  number: (value: number) => string,
): LegendScale {
  const { scale } = LAYERS[layer];
  const t = legend();
  return {
    title: t[layer],
    stops: Array.from({ length: SAMPLES }, (_, i) =>
      cssColor(scale.along(i / (SAMPLES - 1), scheme)),
    ),
    ticks: scale.ticks(ranges, number),
    ends: scale.signed ? [t.tooLittle, t.tooMuch] : null,
    above: scale.capped ? cssColor(TABLES[scheme].above) : null,
  };
}
