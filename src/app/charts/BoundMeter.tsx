import type { SeedSnapshot, Snapshot } from '../../experiment/types';
import { formatShare } from '../../texts/format';
import type { InstanceView } from '../instances';
import { PALETTES, type Scheme } from '../map/palette';
import styles from './EvidenceCharts.module.css';
import { latest, seedCount } from './panels';

const READINGS: readonly {
  readonly name: string;
  readonly promise: string;
  readonly read: (seed: SeedSnapshot) => number | null | undefined;
}[] = [
  {
    name: 'in expectation',
    promise: 'the theorem’s',
    read: (seed) => seed.bound?.theory,
  },
  { name: 'best action', promise: 'not guaranteed', read: (seed) => seed.bound?.practice },
  {
    name: 'seen action',
    promise: 'not guaranteed',
    read: (seed) => seed.bound?.pointwise.data,
  },
  {
    name: 'unseen action',
    promise: 'not guaranteed',
    read: (seed) => seed.bound?.pointwise.unseenAction,
  },
];

interface BoundMeterProps {
  readonly snapshot: Snapshot | undefined;
  readonly instances: readonly InstanceView[];
  readonly scheme: Scheme;
}

/** The shares of seen states and of pairs in which the estimate is a lower bound (DESIGN 4). */
export function BoundMeter({ snapshot, instances, scheme }: BoundMeterProps) {
  const palette = PALETTES[scheme];
  const seeds = seedCount(snapshot);
  return (
    <>
      <p className={styles.note} style={{ color: palette.muted }}>
        Estimate at or below the truth: share of seen states, then of pairs.
        {seeds > 1 && ` Interquartile mean of ${seeds} seeds; marks: each seed.`}
      </p>
      <table className={styles.table} style={{ color: palette.ink }}>
        <thead>
          <tr>
            <td style={{ width: 54 }} />
            {READINGS.map((reading) => (
              <th key={reading.name} scope="col">
                {reading.name}
                <br />
                <span style={{ color: palette.muted, fontSize: 10.5 }}>{reading.promise}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {instances.map((instance) => (
            <tr key={instance.id}>
              <th scope="row" style={{ color: instance.color[scheme], fontWeight: 650 }}>
                {instance.short}
              </th>
              {instance.kind === 'bc' ? (
                <td colSpan={READINGS.length} style={{ color: palette.muted }}>
                  has no values, so there is nothing to bound
                </td>
              ) : (
                READINGS.map((reading) => {
                  const found = latest(snapshot, instance.id, reading.read);
                  return (
                    <td key={reading.name}>
                      {found === null ? (
                        <span style={{ color: palette.muted }}>–</span>
                      ) : (
                        <span className={styles.meter}>
                          <span className={styles.track} style={{ background: palette.line }}>
                            <span
                              className={styles.fill}
                              style={{
                                width: `${100 * found.iqm}%`,
                                background: instance.color[scheme],
                              }}
                            />
                            {found.seeds.length > 0 && (
                              <svg
                                className={styles.marks}
                                viewBox="0 0 100 7"
                                preserveAspectRatio="none"
                                aria-hidden="true"
                              >
                                <path
                                  d={found.seeds.map((share) => `M${1 + 98 * share} 0v7`).join('')}
                                  stroke={palette.ink}
                                  opacity={Math.min(0.6, 2 / found.seeds.length)}
                                  vectorEffect="non-scaling-stroke"
                                />
                              </svg>
                            )}
                          </span>
                          <span>
                            {formatShare(found.iqm)}
                            {found.seeds.length > 0 && (
                              <span className={styles.hidden}>
                                {` (${formatShare(found.low)} to ${formatShare(found.high)})`}
                              </span>
                            )}
                          </span>
                        </span>
                      )}
                    </td>
                  );
                })
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
