import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { formatCount, formatValue } from '../../texts/format';
import { lessons } from '../../texts/lessons';
import { useSize } from '../map/hooks';
import styles from './lessons.module.css';
import type { CurveAsk } from './types';

const HEIGHT = 168;
const LEFT = 44;
const RIGHT = 10;
const TOP = 10;
const BOTTOM = 24;
/** Points that a drawn curve has. */
const POINTS = 8;

interface CurvePadProps {
  readonly ask: CurveAsk;
  /** Empty for a pad without a curve. */
  readonly heights: readonly number[];
  /** Absent where the curve is only shown. */
  readonly onChange?: (heights: readonly number[]) => void;
  /** Steps of training that the pad is wide. */
  readonly steps: number;
  /** What was measured; drawn under the student's curve. */
  readonly truth?: readonly { readonly step: number; readonly value: number }[];
  /** Width in CSS pixels; that of its container by default. */
  readonly width?: number;
}

/** A curve before it is drawn: level, at zero where that is on the pad. */
export function levelCurve({ low, high }: CurveAsk): readonly number[] {
  return Array.from({ length: POINTS }, () => Math.max(low, Math.min(high, 0)));
}

/** A pad to draw a curve over the training steps on: by pointer, or point by point with arrow keys. */
export function CurvePad({ ask, heights, onChange, steps, truth, ...given }: CurvePadProps) {
  const [box, size] = useSize<HTMLFieldSetElement>();
  const drawing = useRef(-1);
  const { low, high, label } = ask;
  const t = lessons();
  const width = given.width ?? size?.width ?? 0;
  const span = Math.max(1, width - LEFT - RIGHT);
  const depth = HEIGHT - TOP - BOTTOM;
  const x = (share: number) => LEFT + share * span;
  const y = (value: number) =>
    TOP + ((high - Math.max(low, Math.min(high, value))) / (high - low)) * depth;
  const last = heights.length - 1;
  const line = heights.map((height, i) => `${x(i / last)},${y(height)}`).join(' ');

  const put = (at: number, value: number) =>
    onChange?.(heights.map((old, i) => (i === at ? Math.max(low, Math.min(high, value)) : old)));
  const draw = (event: PointerEvent<SVGSVGElement>) => {
    const bounds = event.currentTarget.getBoundingClientRect();
    const share = (event.clientX - bounds.left - LEFT) / span;
    const value = high - ((event.clientY - bounds.top - TOP) / depth) * (high - low);
    const to = Math.round(Math.max(0, Math.min(1, share)) * last);
    const from = drawing.current < 0 ? to : drawing.current;
    drawing.current = to;
    const [first, end] = [Math.min(from, to), Math.max(from, to)];
    // A quick stroke passes over points between two events.
    onChange?.(
      heights.map((old, i) =>
        i >= first && i <= end ? Math.max(low, Math.min(high, value)) : old,
      ),
    );
  };
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    const by = { ArrowUp: 1, ArrowDown: -1, PageUp: 5, PageDown: -5 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    put(at, heights[at] + (by * (high - low)) / 40);
  };

  return (
    <fieldset
      ref={box}
      className={styles.pad}
      style={{ height: HEIGHT }}
      aria-label={t.curve(label, formatCount(steps))}
    >
      {width > 0 && (
        <svg
          translate="no"
          aria-label={label}
          width={width}
          height={HEIGHT}
          data-drawable={onChange ? true : undefined}
          onPointerDown={(event) => {
            if (!onChange || event.button !== 0) return;
            event.currentTarget.setPointerCapture(event.pointerId);
            drawing.current = -1;
            draw(event);
          }}
          onPointerMove={(event) => {
            if (onChange && event.currentTarget.hasPointerCapture(event.pointerId)) draw(event);
          }}
        >
          {[low, 0, high]
            .filter((tick, i, ticks) => tick >= low && tick <= high && ticks.indexOf(tick) === i)
            .map((tick) => (
              <g key={tick}>
                <line
                  className={styles.grid}
                  x1={LEFT}
                  x2={width - RIGHT}
                  y1={y(tick)}
                  y2={y(tick)}
                />
                <text className={styles.axis} x={LEFT - 6} y={y(tick) + 4} textAnchor="end">
                  {formatValue(tick, 1)}
                </text>
              </g>
            ))}
          <text className={styles.axis} x={LEFT} y={HEIGHT - 6}>
            {t.step(formatCount(0))}
          </text>
          <text className={styles.axis} x={width - RIGHT} y={HEIGHT - 6} textAnchor="end">
            {t.step(formatCount(steps))}
          </text>
          {truth && (
            <polyline
              className={styles.truthLine}
              points={truth
                .map(({ step, value }) => `${x(Math.min(1, step / steps))},${y(value)}`)
                .join(' ')}
            />
          )}
          <polyline className={styles.ownLine} points={line} />
          {onChange &&
            heights.map((height, i) => {
              const at = Math.round((i / last) * steps);
              return (
                <circle
                  key={at}
                  className={styles.point}
                  cx={x(i / last)}
                  cy={y(height)}
                  r={6}
                  role="slider"
                  tabIndex={0}
                  aria-label={t.curvePoint(label, formatCount(at))}
                  aria-orientation="vertical"
                  aria-valuemin={low}
                  aria-valuemax={high}
                  aria-valuenow={Number(height.toFixed(2))}
                  onKeyDown={(event) => onKeyDown(event, i)}
                />
              );
            })}
        </svg>
      )}
    </fieldset>
  );
}
