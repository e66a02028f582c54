import { CIVIDIS, GREYS, PI_YG } from 'virtual:offgrid-ramps';
import { formatCount, formatPercent, formatShare } from '../../texts/format';
import type { MapRanges } from '../state/grid';
import { PALETTES, type Scheme } from '../theme/palette';

/** Red, green, blue, each 0 … 255. */
export type Rgb = readonly [number, number, number];

/** A colour, and whether the value lies beyond an end of the scale. */
export interface Paint {
  readonly rgb: Rgb;
  readonly off: 'below' | 'above' | null;
}

/** Reads `#rrggbb`, `rgb(r, g, b)` or `rgba(r, g, b, a)`; throws TypeError on anything else. */
export function parseColor(text: string): Rgb {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text);
  if (hex) {
    return [Number.parseInt(hex[1], 16), Number.parseInt(hex[2], 16), Number.parseInt(hex[3], 16)];
  }
  const list = /^rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(text);
  if (list) return [Number(list[1]), Number(list[2]), Number(list[3])];
  throw new TypeError(`«${text}» is not a colour of the form #rrggbb or rgb(r, g, b)`);
}

/** Linear mix in sRGB; `share` in [0, 1] is the share of `b`. */
export function mixColors(a: Rgb, b: Rgb, share: number): Rgb {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share];
}

/** As CSS. */
export function cssColor(rgb: Rgb, alpha = 1): string {
  const [r, g, b] = rgb.map(Math.round);
  return alpha < 1 ? `rgba(${r}, ${g}, ${b}, ${alpha})` : `rgb(${r}, ${g}, ${b})`;
}

/** Relative luminance in [0, 1] (WCAG 2.2). */
export function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((channel) => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** A scheme from its even samples, straight lines between them; t in [0, 1]. */
export function ramp(samples: string): (t: number) => Rgb {
  const colors = (samples.match(/.{6}/g) ?? []).map((color) => parseColor(`#${color}`));
  const last = colors.length - 1;
  return (t) => {
    const at = Math.min(last - 1, Math.floor(t * last));
    return mixColors(colors[at], colors[at + 1], t * last - at);
  };
}

const [cividis, greys, pinkGreen] = [CIVIDIS, GREYS, PI_YG].map(ramp);

const ENTRIES = 256;

function table(color: (t: number) => Rgb): (t: number) => Rgb {
  // Made when it is first asked: of one theme none is, while the page starts.
  let entries: readonly Rgb[] | undefined;
  return (t) => {
    entries ??= Array.from({ length: ENTRIES }, (_, i) => color(i / (ENTRIES - 1)));
    return entries[Math.max(0, Math.min(ENTRIES - 1, Math.round(t * (ENTRIES - 1))))];
  };
}

/**
 * Too much is pink, too little a muted green, in either theme: hues that no learner of the stage has, so that a
 * map never speaks of another one. The lower half stays quiet: a learner that is cautious by design must not
 * look as broken as one that believes in value which is not there. t in [−1, 1].
 */
function errorColor(scheme: Scheme): (t: number) => Rgb {
  if (scheme === 'light') {
    const gray = parseColor('#8d96a3');
    const above = table((t) => pinkGreen(0.5 - 0.47 * t));
    const below = table((t) => mixColors(pinkGreen(0.5 + 0.36 * t), gray, 0.25 * t));
    return (t) => (t >= 0 ? above(t) : below(-t));
  }
  const [neutral, deep, bright, cool] = ['#262b33', '#b3196f', '#ff8fca', '#6c8c4a'].map(
    parseColor,
  );
  const above = table((t) =>
    t < 0.5 ? mixColors(neutral, deep, 2 * t) : mixColors(deep, bright, 2 * t - 1),
  );
  const below = table((t) => mixColors(neutral, cool, t));
  return (t) => (t >= 0 ? above(t) : below(-t));
}

/** The bare paper of a map, parsed once: it is asked for at every triangle. */
export const PAPER: Readonly<Record<Scheme, Rgb>> = {
  light: parseColor(PALETTES.light.floor),
  dark: parseColor(PALETTES.dark.floor),
};

interface Tables {
  readonly error: (t: number) => Rgb;
  readonly value: (t: number) => Rgb;
  readonly count: (t: number) => Rgb;
  readonly above: Rgb;
}

export const TABLES: Readonly<Record<Scheme, Tables>> = {
  light: {
    error: errorColor('light'),
    value: table(cividis),
    count: table((t) => greys(0.12 + 0.72 * t)),
    above: parseColor('#e0115f'),
  },
  dark: {
    error: errorColor('dark'),
    value: table(cividis),
    count: table((t) => greys(0.8 - 0.74 * t)),
    above: parseColor('#ff4d8d'),
  },
};

/** Ends of the scale of Q̂ and Q^π̂: a little below the lowest optimal value, up to the highest. */
export function valueEnds(ranges: MapRanges): readonly [number, number] {
  return [ranges.low - 0.1 * ranges.range, ranges.high];
}

/** Colour of a difference that is 0 where all is right, on the symmetric scale ±`end`. */
export function paintAround(value: number, end: number, scheme: Scheme): Paint {
  const t = value / end;
  if (Number.isNaN(t)) return { rgb: TABLES[scheme].above, off: 'above' };
  return {
    rgb: TABLES[scheme].error(Math.max(-1, Math.min(1, t))),
    off: t > 1 ? 'above' : t < -1 ? 'below' : null,
  };
}

/**
 * Colour of Q̂ or Q^π̂. Above the highest value that any policy can earn anywhere (with the tolerance
 * of docs/contract.md#impossible, 1e-3 of the range) no shade of the scale is used but one of its own.
 */
export function paintValue(value: number, ranges: MapRanges, scheme: Scheme): Paint {
  const [low, high] = valueEnds(ranges);
  if (!(value <= high + 1e-3 * ranges.range)) return { rgb: TABLES[scheme].above, off: 'above' };
  const t = (value - low) / (high - low);
  return { rgb: TABLES[scheme].value(t), off: t < 0 ? 'below' : null };
}

/** Colour of N(s,a) ≥ 1 on a logarithmic scale from 1 to the largest. */
export function paintCount(count: number, ranges: MapRanges, scheme: Scheme): Paint {
  const t = ranges.maxCount > 1 ? Math.log(Math.max(1, count)) / Math.log(ranges.maxCount) : 1;
  return { rgb: TABLES[scheme].count(t), off: null };
}

/** Decades that the occupancy scale spans: from 0.1 % to all. */
export const OCCUPANCY_DECADES = 3;

/** Colour of an occupancy in (0, 1], in the hue of its learner, logarithmic from 0.1 %. */
export function paintOccupancy(share: number, hue: Rgb, scheme: Scheme): Paint {
  const t = 1 + Math.log10(Math.max(share, 1e-12)) / OCCUPANCY_DECADES;
  const at = Math.max(0, Math.min(1, t));
  return { rgb: mixColors(PAPER[scheme], hue, at === 0 ? 0 : 0.12 + 0.88 * at), off: null };
}

/** Colour of a probability π̂(a|s), in the hue of its learner. */
export function paintProbability(probability: number, hue: Rgb, scheme: Scheme): Paint {
  return {
    rgb: mixColors(PAPER[scheme], hue, 0.06 + 0.9 * Math.max(0, Math.min(1, probability))),
    off: null,
  };
}

/** A scale of colours: for the maps, and for the legend that explains them. */
export interface LayerScale {
  readonly paint: (value: number, ranges: MapRanges, scheme: Scheme) => Paint;
  /** Size of a value in parts of the scale: 1 at its end. */
  readonly share: (value: number, ranges: MapRanges) => number;
  /** The colour at a place in [0, 1] along the bar of the legend. */
  readonly along: (place: number, scheme: Scheme) => Rgb;
  /** What is written along it; `number` formats values. */
  readonly ticks: (
    ranges: MapRanges,
    number: (value: number) => string,
  ) => readonly { readonly at: number; readonly label: string }[];
  /** It goes both ways from where all is right. */
  readonly signed?: true;
  /** What lies above it has a colour of its own. */
  readonly capped?: true;
}

/** Both ways from 0, to ± `least` value ranges, or as much wider as the ranges say. */
export function around(least: number): LayerScale {
  const endOf = ({ range, widened = 1 }: MapRanges) => least * widened * range;
  return {
    paint: (value, ranges, scheme) => paintAround(value, endOf(ranges), scheme),
    share: (value, ranges) => Math.abs(value) / endOf(ranges),
    along: (place, scheme) => TABLES[scheme].error(2 * place - 1),
    ticks: (ranges, number) => {
      const last = number(endOf(ranges));
      return [
        { at: 0, label: `−${last}` },
        { at: 0.5, label: '0' },
        { at: 1, label: `+${last}` },
      ];
    },
    signed: true,
  };
}

/** As Q* reaches, from the lowest to the highest; `capped`: whether more can be believed than is possible. */
export function valued(capped: boolean): LayerScale {
  return {
    paint: paintValue,
    share: (value, ranges) => {
      const [low, high] = valueEnds(ranges);
      return (value - low) / (high - low);
    },
    along: (place, scheme) => TABLES[scheme].value(place),
    ticks: (ranges, number) => {
      const [low, high] = valueEnds(ranges);
      return [
        { at: 0, label: number(low) },
        { at: 1, label: number(high) },
      ];
    },
    ...(capped ? { capped } : {}),
  };
}

/** N(s,a), logarithmic from 1. */
export const counted: LayerScale = {
  paint: paintCount,
  share: (count, { maxCount }) => count / maxCount,
  along: (place, scheme) => TABLES[scheme].count(place),
  ticks: ({ maxCount }) => {
    const middle = Math.round(Math.sqrt(maxCount));
    return [
      { at: 0, label: '1×' },
      ...(middle > 2 ? [{ at: 0.5, label: `${formatCount(middle)}×` }] : []),
      { at: 1, label: `${formatCount(maxCount)}×` },
    ];
  },
};

/** Shares of time, logarithmic from 0.1 %; in a legend in ink, on the maps in the hue of the learner. */
export const timed: LayerScale = {
  paint: (share, _, scheme) => paintOccupancy(share, parseColor(PALETTES[scheme].ink), scheme),
  share: (share) => share,
  along: (place, scheme) =>
    paintOccupancy(
      10 ** (OCCUPANCY_DECADES * (place - 1)),
      parseColor(PALETTES[scheme].ink),
      scheme,
    ).rgb,
  ticks: () => [
    { at: 0, label: formatPercent(0.1) },
    { at: 1, label: formatShare(1) },
  ],
};
