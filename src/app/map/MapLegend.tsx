import { type ReactNode, useId } from 'react';
import { formatValue } from '../../texts/format';
import { legend } from '../../texts/legend';
import { PALETTES } from '../theme/palette';
import { LAYERS } from './layers';
import { legendScale } from './legend';
import styles from './MapLegend.module.css';
import type { MapLegendProps } from './types';

function Key({ children, text }: { readonly children: ReactNode; readonly text: string }) {
  return (
    <span className={styles.key}>
      <svg className={styles.swatch} width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        {children}
      </svg>
      {text}
    </span>
  );
}

/** What the colours, the hatching and the marks of all maps on show mean. */
export default function MapLegend({
  layer,
  ranges,
  scheme,
  dims = false,
  tries = false,
  truths = false,
}: MapLegendProps) {
  const t = legend();
  const { keys, shown, scale: of } = LAYERS[layer];
  const scale = legendScale(layer, ranges, scheme, formatValue);
  const first = scale.ticks[0];
  const last = scale.ticks[scale.ticks.length - 1];
  const palette = PALETTES[scheme];
  const hatch = useId();
  const box = { width: 11, height: 11, x: 0.5, y: 0.5, stroke: palette.muted, strokeWidth: 0.8 };
  return (
    <div className={styles.legend} style={{ color: palette.muted }}>
      <span className={styles.title} style={{ color: palette.ink }}>
        {scale.title}
      </span>
      <span className={styles.scale}>
        <span>
          {scale.ends?.[0]} {first.label}
        </span>
        <span
          className={`hue ${styles.bar}`}
          style={{ background: `linear-gradient(to right, ${scale.stops.join(', ')})` }}
        />
        <span>
          {last.label} {scale.ends?.[1]}
        </span>
      </span>
      {of.signed && (ranges.widened ?? 1) > 1 && <span>{t.widened(ranges.widened ?? 1)}</span>}
      {scale.above && (
        <Key text={t.impossible}>
          <rect {...box} fill={scale.above} />
          <path d="M3.5 7.6h5L6 4z" fill="#ffffff" />
        </Key>
      )}
      {keys === 'counts' ? (
        <Key text={t.neverSeen}>
          <rect {...box} fill={palette.floor} />
        </Key>
      ) : keys === 'none' ? null : (
        <>
          <Key text={t.neverSeen}>
            <defs>
              <pattern id={hatch} width="3" height="3" patternUnits="userSpaceOnUse">
                <path d="M-1 4L4 -1M-2 2L2 -2M1 5L5 1" stroke={palette.ink} strokeWidth="0.7" />
              </pattern>
            </defs>
            <rect {...box} fill={palette.floor} />
            <rect {...box} fill={`url(#${hatch})`} />
          </Key>
          {tries && (
            <>
              <Key text={t.tried}>
                <circle cx={6} cy={6} r={3.6} fill={palette.card} stroke={palette.ink} />
              </Key>
              <Key text={t.met}>
                <circle cx={6} cy={6} r={3.6} fill={palette.ink} />
              </Key>
            </>
          )}
          <Key text={t.offScale}>
            <rect {...box} fill={palette.floor} />
            <path d="M3 4.2h6L6 8.6z" fill={palette.ink} />
          </Key>
          {truths && (
            <Key text={t.truthPutIn}>
              <path d="M6 2L10 6L6 10L2 6Z" fill={palette.halo} stroke={palette.ink} />
            </Key>
          )}
          {dims && shown?.belief && (
            <Key text={t.neverConsulted}>
              <rect {...box} fill={palette.floor} strokeDasharray="2 1.5" />
            </Key>
          )}
          {dims && !shown?.belief && of.signed && (
            <Key text={t.wholeCell}>
              <rect {...box} fill={palette.muted} opacity={0.5} />
            </Key>
          )}
        </>
      )}
    </div>
  );
}
