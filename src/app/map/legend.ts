import { formatCount, formatPlain, formatShare } from '../../texts/format';
import { legend } from '../../texts/legend';
import { LAYER_TRAITS } from './layers';
import { PALETTES, type Scheme } from './palette';
import {
  cssColor,
  OCCUPANCY_DECADES,
  paintOccupancy,
  parseColor,
  type Rgb,
  TABLES,
  valueEnds,
} from './scales';
import type { Layer, MapRanges } from './types';

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

/** Samples a layer's scale for its legend; `number` formats the ticks. */
export function legendScale(
  layer: Layer,
  ranges: MapRanges,
  scheme: Scheme,
  number: (value: number) => string,
): LegendScale {
  const sample = (color: (t: number) => Rgb) =>
    Array.from({ length: 25 }, (_, i) => cssColor(color(i / 24)));
  const tables = TABLES[scheme];
  const t = legend();
  const traits = LAYER_TRAITS[layer];
  if (traits.scale === 'around') {
    const end = number((traits.end ?? 1) * ranges.range);
    return {
      title: t[layer],
      stops: sample((t) => tables.error(2 * t - 1)),
      ticks: [
        { at: 0, label: `−${end}` },
        { at: 0.5, label: '0' },
        { at: 1, label: `+${end}` },
      ],
      ends: [t.tooLittle, t.tooMuch],
      above: null,
    };
  }
  if (traits.scale === 'counts') {
    const middle = Math.round(Math.sqrt(ranges.maxCount));
    const ticks = [
      { at: 0, label: '1×' },
      { at: 1, label: `${formatCount(ranges.maxCount)}×` },
    ];
    if (middle > 2) ticks.splice(1, 0, { at: 0.5, label: `${formatCount(middle)}×` });
    return { title: t[layer], stops: sample(tables.count), ticks, ends: null, above: null };
  }
  if (traits.scale === 'time') {
    const hue = parseColor(PALETTES[scheme].ink);
    return {
      title: t[layer],
      stops: sample((t) => paintOccupancy(10 ** (OCCUPANCY_DECADES * (t - 1)), hue, scheme).rgb),
      ticks: [
        { at: 0, label: `${formatPlain(0.1)} %` },
        { at: 1, label: formatShare(1) },
      ],
      ends: null,
      above: null,
    };
  }
  const [low, high] = valueEnds(ranges);
  return {
    title: t[layer],
    stops: sample(tables.value),
    ticks: [
      { at: 0, label: number(low) },
      { at: 1, label: number(high) },
    ],
    ends: null,
    above: traits.reads === 'q' ? cssColor(tables.above) : null,
  };
}
