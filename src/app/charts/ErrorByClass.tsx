import { PAIR_CLASSES, type PairClass } from '../../data/types';
import type { Snapshot } from '../../experiment/types';
import { formatSigned } from '../../texts/format';
import { placeValue } from '../bar/layout';
import type { InstanceView } from '../instances';
import { useSize } from '../map/hooks';
import { PALETTES, type Scheme } from '../map/palette';
import styles from './EvidenceCharts.module.css';
import { latest, seedCount } from './panels';

const NAMES: Readonly<Record<PairClass, string>> = {
  data: 'seen actions',
  unseenAction: 'unseen actions',
  unseenState: 'unseen states',
};

interface ErrorByClassProps {
  readonly snapshot: Snapshot | undefined;
  readonly instances: readonly InstanceView[];
  readonly valueRange: number;
  readonly scheme: Scheme;
}

const NAME = 92;
const SIDE = 66;

/** Mean of Q̂ − Q^π̂ by class of pair at the last measured step, floored at ± the value range. */
export function ErrorByClass({ snapshot, instances, valueRange, scheme }: ErrorByClassProps) {
  const [frame, size] = useSize<HTMLDivElement>();
  const palette = PALETTES[scheme];
  const seeds = seedCount(snapshot);
  const shown = instances.filter((instance) => instance.kind !== 'bc');
  const bar = Math.max(6, Math.min(12, Math.floor(126 / (3 * Math.max(1, shown.length))) - 1));
  const group = shown.length * (bar + 1) + 12;
  const height = 3 * group + 16;
  const width = size?.width ?? 0;
  const left = NAME + SIDE;
  const right = Math.max(left + 1, width - SIDE - 4);
  const domain = [-valueRange, valueRange] as const;
  const zero = (left + right) / 2;
  return (
    <div ref={frame} style={{ width: '100%' }}>
      <p className={styles.note} style={{ color: palette.muted }}>
        {seeds > 1
          ? `Mean of Q̂ minus truth. Interquartile mean of ${seeds} seeds; marks: each.`
          : 'Mean of Q̂ minus the truth of the learner’s own policy. BC has no values.'}
      </p>
      <svg
        width={width}
        height={height}
        aria-hidden="true"
        style={{ display: 'block', fontVariantNumeric: 'tabular-nums' }}
      >
        <line x1={zero} x2={zero} y1={0} y2={height - 14} stroke={palette.ink} strokeWidth={1.2} />
        <text x={zero} y={height - 2} fontSize={10} textAnchor="middle" fill={palette.muted}>
          truth
        </text>
        <text x={left} y={height - 2} fontSize={10} textAnchor="middle" fill={palette.muted}>
          {formatSigned(-valueRange)}
        </text>
        <text x={right} y={height - 2} fontSize={10} textAnchor="middle" fill={palette.muted}>
          {formatSigned(valueRange)}
        </text>
        {PAIR_CLASSES.map((name, row) => (
          <g key={name} transform={`translate(0 ${row * group + 4})`}>
            <text
              x={0}
              y={(group - 12) / 2 + 4}
              fontSize={11.5}
              fontWeight={name === 'unseenAction' ? 650 : 500}
              fill={palette.ink}
            >
              {NAMES[name]}
            </text>
            {shown.map((instance, i) => {
              const found = latest(snapshot, instance.id, (seed) => seed.overestimation?.[name]);
              const color = instance.color[scheme];
              const y = i * (bar + 1);
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
      <table className={styles.hidden}>
        <caption>
          Mean of Q̂ minus the truth, by class of state-action pair
          {seeds > 1 ? `; interquartile mean and range of ${seeds} seeds` : ''}
        </caption>
        <tbody>
          {shown.map((instance) => (
            <tr key={instance.id}>
              <th scope="row">{instance.label}</th>
              {PAIR_CLASSES.map((name) => {
                const found = latest(snapshot, instance.id, (seed) => seed.overestimation?.[name]);
                const range =
                  found && found.seeds.length > 0
                    ? ` (${formatSigned(found.low)} to ${formatSigned(found.high)})`
                    : '';
                return (
                  <td key={name}>
                    {NAMES[name]}: {found === null ? 'none' : formatSigned(found.iqm)}
                    {range}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
