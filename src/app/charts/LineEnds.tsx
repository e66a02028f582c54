import { spreadLabels } from '../bar/labels';
import { measureText } from '../map/measure';
import { type End, rowsOf } from './ends';

/** Height of the label at the end of a line, in CSS pixels. */
export const LABEL = 13;
const SIZE = 11.5;
const WEIGHT = 650;

/** Pixels from the end of a line to its label: the mark it may have, and a little air. */
const TO_MARK = 15;
const TO_NAME = 22;
const WITHOUT_MARK = 12;

const widthOf = (text: string) => measureText(text, SIZE, WEIGHT);
const rowWidth = (names: readonly string[], text: string) => widthOf(`${names.join(' ')} ${text}`);

/** The room that a chart keeps right of its plot, so that any of these names stands there with its value. */
export function roomFor(names: readonly string[], widest: string): number {
  return Math.ceil(TO_NAME + Math.max(94, ...names.map((name) => rowWidth([name], widest))));
}

interface LineEndsProps {
  readonly ends: readonly End[];
  /** Pixel at which the plot, and so each line, ends at most. */
  readonly x: number;
  /** Pixels right of the plot. */
  readonly room: number;
  readonly top: number;
  readonly bottom: number;
  /** What a ring is filled with. */
  readonly ground: string;
}

/** What the lines are and what they come to, beside their ends; equal ones in one row. */
export function LineEnds({ ends, x, room, top, bottom, ground }: LineEndsProps) {
  const rows = rowsOf(ends, (names, text) => TO_NAME + rowWidth(names, text) <= room);
  const middle = (row: readonly End[]) => row.reduce((sum, { y }) => sum + y, 0) / row.length;
  const places = spreadLabels(
    rows.map(({ ends: row }) => ({ at: middle(row), size: LABEL })),
    top - 6,
    bottom + 8,
  );
  return rows.map(({ ends: row, text }, i) => {
    const [{ line, faint }] = row;
    const at = places[i];
    const glyph = line.end.glyph;
    return (
      <g key={line.key} opacity={faint ? 0.4 : 1}>
        {row.map(
          ({ line: one, y }) =>
            Math.abs(at - y) > 4 && (
              <path
                key={one.key}
                d={`M${x + 4} ${y}L${x + 10} ${at}`}
                stroke={one.color}
                strokeWidth={0.8}
                opacity={0.6}
                fill="none"
              />
            ),
        )}
        {glyph !== 'none' && (
          <circle
            cx={x + TO_MARK}
            cy={at}
            r={3}
            fill={glyph === 'ring' ? ground : line.color}
            stroke={line.color}
            strokeWidth={1.6}
          />
        )}
        <text
          x={x + (glyph === 'none' ? WITHOUT_MARK : TO_NAME)}
          y={at + 4}
          fontSize={SIZE}
          fontWeight={WEIGHT}
        >
          {row.map(({ line: one }) => (
            <tspan key={one.key} fill={one.color}>
              {`${one.end.label} `}
            </tspan>
          ))}
          <tspan fontWeight={500} fill={row.length > 1 ? 'currentColor' : line.color}>
            {text}
          </tspan>
        </text>
      </g>
    );
  });
}
