import { usePlotArea, useYAxisScale } from 'recharts';
import { cssColor, paintAround } from '../map/scales';
import { PALETTES, type Scheme } from '../theme/palette';

/** What it means to lie on either side of 0. */
export interface Zones {
  readonly above: string;
  readonly below: string;
}

/** So strong a tint of the colours of the maps is seen, and disturbs no line. */
const TINT = { light: 0.35, dark: 0.3 };
/** Room that a word needs within its zone, in pixels. */
const WORD = 16;

/** Either side of 0 in the colour that the maps give it, and in a word. */
export function ZoneLayer({ zones, scheme }: { readonly zones: Zones; readonly scheme: Scheme }) {
  const y = useYAxisScale();
  const plot = usePlotArea();
  const zero = y?.(0);
  if (!plot || zero === undefined) return null;
  const bottom = plot.y + plot.height;
  const sides = [
    { word: zones.above, error: 0.3, from: plot.y, to: zero, at: plot.y + 11 },
    { word: zones.below, error: -0.4, from: zero, to: bottom, at: bottom - 5 },
  ];
  return sides.map(({ word, error, from, to, at }) => (
    <g key={word}>
      <rect
        x={plot.x}
        y={from}
        width={plot.width}
        height={Math.max(0, to - from)}
        fill={cssColor(paintAround(error, 1, scheme).rgb)}
        opacity={TINT[scheme]}
      />
      {to - from > WORD && (
        <text x={plot.x + 6} y={at} fontSize={10} fill={PALETTES[scheme].ink}>
          {word}
        </text>
      )}
    </g>
  ));
}
