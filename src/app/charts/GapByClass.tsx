import { useId } from 'react';
import { PAIR_CLASSES, type PairClass } from '../../data/types';
import type { Snapshot } from '../../experiment/types';
import { charts } from '../../texts/charts';
import { formatSigned } from '../../texts/format';
import { words } from '../../texts/words';
import { placeValue } from '../bar/layout';
import { useSize } from '../map/hooks';
import { measureText } from '../map/measure';
import type { InstanceView } from '../state/instances';
import { type Shown, shownLabel } from '../state/seeds';
import { PALETTES, type Scheme } from '../theme/palette';
import { ErrorEnds } from './ErrorEnds';
import styles from './EvidenceCharts.module.css';
import { shownGap, stacked } from './gaps';
import { seedCount } from './panels';

interface GapByClassProps {
  readonly snapshot: Snapshot | undefined;
  readonly instances: readonly InstanceView[];
  readonly valueRange: number;
  /** Which of several seeds. */
  readonly shown: Shown;
  readonly scheme: Scheme;
}

const BAR = 13;
/** Height of a learner: its bar, and the words under it. */
const GROUP = 38;
const AXIS = 18;
const KEY = 18;
/** Room for the number beside a bar that leaves the scale. */
const SIDE = 54;
const SMALL = 10.5;

/** How a part of the bar is filled: as the maps do, what was never seen is hatched. */
function Fill({
  name,
  hatch,
  ...box
}: {
  readonly name: PairClass;
  readonly hatch: string;
  readonly fill: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}) {
  return (
    <>
      <rect {...box} opacity={name === 'unseenState' ? 0.45 : 1} />
      {name !== 'data' && <rect {...box} fill={`url(#${hatch})`} />}
    </>
  );
}

/** Places keys of some widths one after the other, on as many rows as they need. */
function rowsOfKeys<K extends { readonly width: number }>(keys: readonly K[], room: number) {
  let x = 0;
  let row = 0;
  return keys.map((key) => {
    if (x > 0 && x + key.width > room) {
      x = 0;
      row += 1;
    }
    const placed = { ...key, x, row };
    x += key.width;
    return placed;
  });
}

/**
 * Believed minus true return of each learner, cut up by the class of the pairs that it sits in, on a scale
 * of ± the value range, with how few of them carry it.
 */
export function GapByClass({ snapshot, instances, valueRange, shown, scheme }: GapByClassProps) {
  const t = charts().gap;
  const { pairs } = words();
  const [frame, size] = useSize<HTMLDivElement>();
  const hatch = useId();
  const palette = PALETTES[scheme];
  const seeds = seedCount(snapshot);
  const rows = instances.flatMap((instance) => {
    const own = snapshot?.learners[instance.id]?.seeds ?? [];
    // Who has no values believes nothing.
    if (own.every(({ q }) => q === null)) return [];
    const { believesIn = 'pairs' } = instance.method;
    return [{ instance, gap: shownGap(own, shown), ofPairs: believesIn === 'pairs' }];
  });
  const width = size?.width ?? 0;
  const names = Math.max(
    0,
    ...rows.map(({ instance }) => Math.ceil(measureText(instance.short, 11.5, 650))),
  );
  const left = names + SIDE;
  const right = Math.max(left + 1, width - SIDE);
  const zero = (left + right) / 2;
  const domain = [-valueRange, valueRange] as const;
  const axis = rows.length * GROUP + AXIS;
  const keys = rowsOfKeys(
    PAIR_CLASSES.map((name) => ({ name, width: 26 + measureText(pairs[name], SMALL) })),
    width,
  );
  const which = shownLabel(shown, seeds);
  return (
    <div ref={frame} style={{ width: '100%' }}>
      <p className={styles.note} style={{ color: palette.muted }}>
        {which ? t.noteOf(which) : t.note}
      </p>
      <svg
        translate="no"
        width={width}
        height={axis + KEY * (1 + (keys[keys.length - 1]?.row ?? 0))}
        aria-hidden="true"
        style={{ display: 'block', fontVariantNumeric: 'tabular-nums' }}
      >
        <defs>
          <pattern id={hatch} width="4" height="4" patternUnits="userSpaceOnUse">
            <path d="M-1 5L5 -1M-2 2L2 -2M2 6L6 2" stroke={palette.card} strokeWidth="1.3" />
          </pattern>
        </defs>
        {rows.map(({ instance, gap, ofPairs }, row) => {
          const color = instance.color[scheme];
          const spot = gap && placeValue(gap.total, domain, left, right);
          const parts = gap ? stacked(gap) : [];
          const ends = parts.map(({ to }) => placeValue(to, domain, left, right));
          const below = gap !== null && gap.total < 0;
          const far = below
            ? Math.min(zero, ...ends.map(({ x }) => x))
            : Math.max(zero, ...ends.map(({ x }) => x));
          return (
            <g key={instance.id} transform={`translate(0 ${row * GROUP})`}>
              <text x={0} y={BAR} fontSize={11.5} fontWeight={650} fill={color}>
                {instance.short}
              </text>
              {parts.map(({ name, from }, i) => {
                const start = placeValue(from, domain, left, right).x;
                return (
                  <Fill
                    key={name}
                    name={name}
                    hatch={hatch}
                    fill={color}
                    x={Math.min(start, ends[i].x)}
                    y={3}
                    width={Math.abs(ends[i].x - start)}
                    height={BAR}
                  />
                );
              })}
              {ends.map(({ x, off }, i) =>
                off ? (
                  <path
                    key={parts[i].name}
                    d={`M${x} 3l${off === 'below' ? -5 : 5} ${BAR / 2}l${off === 'below' ? 5 : -5} ${BAR / 2}z`}
                    fill={color}
                  />
                ) : null,
              )}
              {spot && gap && (
                <>
                  <path d={`M${spot.x} 0v${BAR + 6}`} stroke={palette.ink} strokeWidth={2} />
                  <text
                    x={far + (below ? -8 : 8)}
                    y={BAR}
                    fontSize={11}
                    fontWeight={650}
                    textAnchor={below ? 'end' : 'start'}
                    fill={color}
                  >
                    {formatSigned(gap.total)}
                  </text>
                </>
              )}
              <text x={0} y={BAR + 16} fontSize={SMALL} fill={palette.muted}>
                {gap ? t.carriedBy(gap.pairs, ofPairs) : t.notFinite}
              </text>
            </g>
          );
        })}
        <line x1={zero} x2={zero} y1={0} y2={axis - 12} stroke={palette.ink} strokeWidth={1.2} />
        <ErrorEnds
          left={left}
          zero={zero}
          right={right}
          y={axis - 2}
          end={valueRange}
          fill={palette.muted}
        />
        {keys.map(({ name, x, row }) => (
          <g key={name} transform={`translate(${x} ${axis + 5 + KEY * row})`}>
            <Fill
              name={name}
              hatch={hatch}
              fill={palette.muted}
              x={0}
              y={0}
              width={11}
              height={11}
            />
            <text x={15} y={9.5} fontSize={SMALL} fill={palette.muted}>
              {pairs[name]}
            </text>
          </g>
        ))}
      </svg>
      {/* A table is as wide as its words, whatever it is told. */}
      <div className="visually-hidden">
        <table>
          <caption>{which ? t.captionOf(which) : t.caption}</caption>
          <tbody>
            {rows.map(({ instance, gap, ofPairs }) => (
              <tr key={instance.id}>
                <th scope="row" translate="no">
                  {instance.label}
                </th>
                {gap === null ? (
                  <td>{t.notFinite}</td>
                ) : (
                  <>
                    <td>{t.total(gap.total)}</td>
                    {PAIR_CLASSES.map((name) => (
                      <td key={name}>{charts().byClass.value(pairs[name], gap[name])}</td>
                    ))}
                    <td>{t.carriedBy(gap.pairs, ofPairs)}</td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
