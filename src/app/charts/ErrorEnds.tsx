import { charts } from '../../texts/charts';
import { formatSigned } from '../../texts/format';
import { measureText } from '../map/measure';

const SIZE = 10;
const GAP = 6;

interface ErrorEndsProps {
  /** Where −`end`, 0 and `end` lie, in pixels. */
  readonly left: number;
  readonly zero: number;
  readonly right: number;
  readonly y: number;
  readonly end: number;
  readonly fill: string;
}

/** What stands under an axis of errors: the truth in its middle and, where there is room beside it, its ends. */
export function ErrorEnds({ left, zero, right, y, end, fill }: ErrorEndsProps) {
  const middle = charts().error.truth;
  const room = (text: string) => measureText(text, SIZE) / 2;
  const fits = zero - left > room(formatSigned(-end)) + room(middle) + GAP;
  const texts = [
    [zero, middle],
    ...(fits
      ? ([
          [left, formatSigned(-end)],
          [right, formatSigned(end)],
        ] as const)
      : []),
  ] as const;
  return texts.map(([x, text]) => (
    <text key={text} x={x} y={y} fontSize={SIZE} textAnchor="middle" fill={fill}>
      {text}
    </text>
  ));
}
