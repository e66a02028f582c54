import { PAIR_CLASSES } from '../../data/types';
import { readerOf } from '../../experiment/measures';
import type { Snapshot } from '../../experiment/types';
import { charts } from '../../texts/charts';
import { formatSigned } from '../../texts/format';
import { words } from '../../texts/words';
import { placeValue } from '../bar/layout';
import { useSize } from '../map/hooks';
import { measureText } from '../map/measure';
import type { InstanceView } from '../state/instances';
import { PALETTES, type Scheme } from '../theme/palette';
import { ErrorEnds } from './ErrorEnds';
import styles from './EvidenceCharts.module.css';
import { type Latest, latest, seedCount } from './panels';

interface ErrorByClassProps {
  readonly snapshot: Snapshot | undefined;
  readonly instances: readonly InstanceView[];
  readonly valueRange: number;
  readonly scheme: Scheme;
}

/** Room for the names of the classes, at least. */
const NAME = 92;
const NAME_SIZE = 11.5;
const SIDE = 66;
/** What the bars want beside the names of their classes; those stand above them where that is not there. */
const BARS = 90;
const NAME_HEIGHT = 15;

/** The error of one class in words. */
function said(pairs: string, found: Latest | null): string {
  const t = charts().byClass;
  if (found === null) return t.none(pairs);
  const { iqm, low, high, seeds } = found;
  return seeds.length > 0 ? t.valueInRange(pairs, iqm, low, high) : t.value(pairs, iqm);
}

/** Mean of Q̂ − Q^π̂ by class of pair at the last measured step, floored at ± the value range. */
export function ErrorByClass({ snapshot, instances, valueRange, scheme }: ErrorByClassProps) {
  const t = charts();
  const { pairs } = words();
  const [frame, size] = useSize<HTMLDivElement>();
  const palette = PALETTES[scheme];
  const seeds = seedCount(snapshot);
  const shown = instances.filter(({ method }) => method.hasValues);
  const bar = Math.max(6, Math.min(12, Math.floor(126 / (3 * Math.max(1, shown.length))) - 1));
  const width = size?.width ?? 0;
  const name = Math.max(
    NAME,
    ...Object.values(pairs).map((text) => Math.ceil(measureText(text, NAME_SIZE, 650)) + 6),
  );
  const above = width < name + SIDE + BARS + SIDE;
  const top = above ? NAME_HEIGHT : 0;
  const group = top + shown.length * (bar + 1) + 12;
  const height = 3 * group + 16;
  const left = (above ? 0 : name) + SIDE;
  const right = Math.max(left + 1, width - SIDE - 4);
  const domain = [-valueRange, valueRange] as const;
  const zero = (left + right) / 2;
  return (
    <div ref={frame} style={{ width: '100%' }}>
      <p className={styles.note} style={{ color: palette.muted }}>
        {seeds > 1 ? t.byClass.noteOfSeeds(seeds) : t.byClass.note}
      </p>
      <svg
        translate="no"
        width={width}
        height={height}
        aria-hidden="true"
        style={{ display: 'block', fontVariantNumeric: 'tabular-nums' }}
      >
        <line x1={zero} x2={zero} y1={0} y2={height - 14} stroke={palette.ink} strokeWidth={1.2} />
        <ErrorEnds
          left={left}
          zero={zero}
          right={right}
          y={height - 2}
          end={valueRange}
          fill={palette.muted}
        />
        {PAIR_CLASSES.map((name, row) => (
          <g key={name} transform={`translate(0 ${row * group + 4})`}>
            <text
              x={0}
              y={above ? NAME_HEIGHT - 5 : (group - 12) / 2 + 4}
              fontSize={NAME_SIZE}
              fontWeight={name === 'unseenAction' ? 650 : 500}
              fill={palette.ink}
            >
              {pairs[name]}
            </text>
            {shown.map((instance, i) => {
              const found = latest(snapshot, instance.id, readerOf(`overestimation.${name}`));
              const color = instance.color[scheme];
              const y = top + i * (bar + 1);
              if (found === null) return null;
              const error = found.iqm;
              const spots = found.seeds.map((value) => placeValue(value, domain, left, right).x);
              const spot = placeValue(error, domain, left, right);
              const below = error < 0;
              const end = below ? Math.min(spot.x, ...spots) : Math.max(spot.x, ...spots);
              const gap = (below ? -1 : 1) * (spot.off ? 8 : 4);
              return (
                <g key={instance.id}>
                  <rect
                    x={Math.min(zero, spot.x)}
                    y={y}
                    width={Math.max(1, Math.abs(spot.x - zero))}
                    height={bar}
                    fill={color}
                  />
                  {spots.length > 0 && (
                    <path
                      d={spots.map((x) => `M${x} ${y}v${bar}`).join('')}
                      stroke={palette.ink}
                      strokeWidth={1}
                      opacity={Math.min(0.6, 2 / spots.length)}
                    />
                  )}
                  {spot.off && (
                    <path
                      d={`M${spot.x} ${y}l${below ? -5 : 5} ${bar / 2}l${below ? 5 : -5} ${bar / 2}z`}
                      fill={color}
                    />
                  )}
                  <text
                    x={end + gap}
                    y={y + bar - 1}
                    fontSize={10.5}
                    textAnchor={below ? 'end' : 'start'}
                    fill={color}
                    fontWeight={600}
                  >
                    {`${instance.short} ${formatSigned(error)}`}
                  </text>
                </g>
              );
            })}
          </g>
        ))}
      </svg>
      {/* A table is as wide as its words, whatever it is told. */}
      <div className="visually-hidden">
        <table>
          <caption>{seeds > 1 ? t.byClass.captionOfSeeds(seeds) : t.byClass.caption}</caption>
          <tbody>
            {shown.map((instance) => (
              <tr key={instance.id}>
                <th scope="row" translate="no">
                  {instance.label}
                </th>
                {PAIR_CLASSES.map((name) => {
                  const found = latest(snapshot, instance.id, readerOf(`overestimation.${name}`));
                  return <td key={name}>{said(pairs[name], found)}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
