import { memo } from 'react';
import { iqmOf } from '../../experiment/summary';
import { formatValue } from '../../texts/format';
import { returns } from '../../texts/returns';
import { useSize } from '../map/hooks';
import { measureText } from '../map/measure';
import { PALETTES } from '../theme/palette';
import { spreadLabels } from './labels';
import { placeTicks, placeValue, type Spot } from './layout';
import type { ReturnBarProps } from './types';

const HEIGHT = 50;
const LINE = 25;
const LABELS = 12;
const PAD = 14;
const SMALL = 10;
/** Below this width, in CSS pixels, numbers and marks must do without their words. */
const WORDY = 190;
const LABEL = 11.5;

/** A small circle on the line, as path data. */
function circle(x: number, radius: number): string {
  const r = radius;
  return `M${x - r} ${LINE}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
}

function OffScale({ spot, color }: { readonly spot: Spot; readonly color: string }) {
  if (!spot.off) return null;
  const way = spot.off === 'above' ? 1 : -1;
  const x = spot.x + way * 8;
  return <path d={`M${x} ${LINE - 4.5}l${way * 6} 4.5l${-way * 6} 4.5z`} fill={color} />;
}

/**
 * What a learner believes it will earn from the start (ring) against what it earns (disc), with
 * the behaviour and the best policies as ticks. The part of the belief that no policy can earn
 * is shaded twice.
 */
export const ReturnBar = memo(function ReturnBar(props: ReturnBarProps) {
  const { believed, trueReturn, other, rests, goal, ticks, domain, color, scheme } = props;
  const t = returns();
  const several = trueReturn.length > 1;
  const label = several ? t.ofSeeds(props.label, trueReturn.length) : props.label;
  const [frame, size] = useSize<HTMLDivElement>();
  const palette = PALETTES[scheme];
  const width = size?.width ?? 0;
  const narrow = width < WORDY;
  const left = PAD;
  const right = Math.max(left + 1, width - PAD);
  const belief = iqmOf(believed);
  const earned = iqmOf(trueReturn);
  const at = (value: number) => placeValue(value, domain, left, right);
  const ring = belief === null ? null : at(belief);
  const disc = earned === null ? null : at(earned);
  const unread = other && iqmOf(other.earns);
  const best = Math.max(...ticks.map((tick) => tick.value));
  const ceiling = at(Number.isFinite(best) ? best : domain[1]);

  const labels: { at: number; text: string; fill: string; weight: number }[] = [];
  if (disc) {
    const text = `${narrow ? '●' : t.earns} ${formatValue(disc.value)}`;
    labels.push({ at: disc.x, text, fill: palette.ink, weight: 650 });
  }
  if (ring) {
    const text = `${narrow ? '○' : t.believes} ${formatValue(ring.value)}`;
    labels.push({ at: ring.x, text, fill: color, weight: 650 });
  } else if (disc) {
    const taken = labels.reduce((sum, one) => sum + measureText(one.text, LABEL, 650) + 20, 0);
    const fits = !narrow && taken + measureText(t.nothingToBelieve, LABEL) <= width;
    labels.push({
      at: right,
      text: fits ? t.nothingToBelieve : t.noValues,
      fill: palette.muted,
      weight: 400,
    });
  }
  const middles = spreadLabels(
    labels.map(({ at, text, weight }) => ({ at, size: measureText(text, LABEL, weight) + 10 })),
    0,
    width,
  );
  const excess = ring ? Math.max(0, ring.x - Math.max(ceiling.x, disc?.x ?? 0)) : 0;

  return (
    <div ref={frame} style={{ width: '100%', height: HEIGHT }}>
      <svg
        translate="no"
        width={width}
        height={HEIGHT}
        role="img"
        aria-label={
          t.bar(label, belief, earned, goal, ticks) +
          (other && unread != null ? ` ${t.other[other.reading](unread)}` : '') +
          (rests != null ? ` ${t.rests(rests)}` : '')
        }
        style={{ display: 'block', overflow: 'visible', fontVariantNumeric: 'tabular-nums' }}
      >
        <line x1={left} x2={right} y1={LINE} y2={LINE} stroke={palette.line} strokeWidth={2} />
        {ring && disc && (
          <rect
            x={Math.min(ring.x, disc.x)}
            y={LINE - 4}
            width={Math.abs(ring.x - disc.x)}
            height={8}
            rx={2}
            fill={color}
            opacity={0.26}
          />
        )}
        {ring && excess > 0 && (
          <rect
            x={ring.x - excess}
            y={LINE - 4}
            width={excess}
            height={8}
            fill={color}
            opacity={0.4}
          />
        )}
        {placeTicks(ticks, domain, left, right, (text) => measureText(text, SMALL)).map((tick) => (
          <g key={tick.label}>
            <line
              x1={tick.spot.x}
              x2={tick.spot.x}
              y1={LINE - 7}
              y2={LINE + 7}
              stroke={palette.muted}
              strokeWidth={1.2}
            />
            {!narrow && Math.abs(tick.at - tick.spot.x) > 5 && (
              <line
                x1={tick.spot.x}
                x2={tick.at}
                y1={LINE + 7}
                y2={LINE + 11}
                stroke={palette.muted}
                strokeWidth={0.7}
              />
            )}
            {!narrow && (
              <text
                x={tick.at}
                y={LINE + 20}
                fontSize={SMALL}
                textAnchor="middle"
                fill={palette.muted}
              >
                {tick.label}
              </text>
            )}
          </g>
        ))}
        {several && (
          <path
            d={believed.map((value) => (value === null ? '' : circle(at(value).x, 3.5))).join('')}
            fill="none"
            stroke={color}
            opacity={0.55}
          />
        )}
        {several && (
          <path
            d={trueReturn.map((value) => circle(at(value).x, 2.5)).join('')}
            fill={color}
            opacity={0.55}
          />
        )}
        {other && unread != null && (
          <g>
            <title>{t.other[other.reading](unread)}</title>
            <path
              d={circle(at(unread).x, 4)}
              fill={palette.card}
              stroke={color}
              strokeWidth={1.5}
              strokeDasharray="2 1.5"
            />
          </g>
        )}
        {rests != null && (
          <path
            d={`M${at(rests).x} ${LINE - 10}v20`}
            stroke={color}
            strokeWidth="2"
            strokeDasharray="3 2"
          >
            <title>{t.rests(rests)}</title>
          </path>
        )}
        {disc && (
          <>
            <circle cx={disc.x} cy={LINE} r={6} fill={color} />
            <OffScale spot={disc} color={color} />
          </>
        )}
        {ring && (
          <>
            <circle
              cx={ring.x}
              cy={LINE}
              r={6}
              fill={palette.card}
              stroke={color}
              strokeWidth={2.5}
            />
            <OffScale spot={ring} color={color} />
          </>
        )}
        {labels.map(({ text, fill, weight }, i) => (
          <text
            key={text}
            x={middles[i]}
            y={LABELS}
            fontSize={LABEL}
            fontWeight={weight}
            textAnchor="middle"
            fill={fill}
          >
            {text}
          </text>
        ))}
      </svg>
    </div>
  );
});
