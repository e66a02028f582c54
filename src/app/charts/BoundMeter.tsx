import { readerOf } from '../../experiment/measures';
import type { Snapshot } from '../../experiment/types';
import { charts } from '../../texts/charts';
import { formatShare } from '../../texts/format';
import type { InstanceView } from '../state/instances';
import { PALETTES, type Scheme } from '../theme/palette';
import styles from './EvidenceCharts.module.css';
import { latest, seedCount } from './panels';

const READINGS = {
  theory: readerOf('bound.theory'),
  practice: readerOf('bound.practice'),
  seen: readerOf('bound.pointwise.data'),
  unseen: readerOf('bound.pointwise.unseenAction'),
};

/** The ways in which an estimate can be a lower bound. */
const KINDS = ['theory', 'practice', 'seen', 'unseen'] as const;

interface BoundMeterProps {
  readonly snapshot: Snapshot | undefined;
  readonly instances: readonly InstanceView[];
  readonly scheme: Scheme;
}

/** Shares of seen states and of pairs where the estimate is a lower bound (docs/contract.md#bound-meter). */
export function BoundMeter({ snapshot, instances, scheme }: BoundMeterProps) {
  const t = charts().bound;
  const palette = PALETTES[scheme];
  const seeds = seedCount(snapshot);
  return (
    <>
      <p className={styles.note} style={{ color: palette.muted }}>
        {seeds > 1 ? t.noteOfSeeds(seeds) : t.note}
      </p>
      <table className={styles.table} style={{ color: palette.ink }}>
        <thead>
          <tr>
            <td style={{ width: 54 }} />
            {KINDS.map((kind) => (
              <th key={kind} scope="col">
                {t.readings[kind].name}
                <br />
                <span style={{ color: palette.muted, fontSize: 10.5 }}>
                  {t.readings[kind].promise}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {instances.map((instance) => (
            <tr key={instance.id}>
              <th
                scope="row"
                translate="no"
                style={{ color: instance.color[scheme], fontWeight: 650 }}
              >
                {instance.short}
              </th>
              {!instance.method.hasValues ? (
                <td colSpan={KINDS.length} style={{ color: palette.muted }}>
                  {t.noValues}
                </td>
              ) : (
                KINDS.map((kind) => {
                  const found = latest(snapshot, instance.id, READINGS[kind]);
                  return (
                    <td key={kind}>
                      {found === null ? (
                        <span style={{ color: palette.muted }}>–</span>
                      ) : (
                        <span className={styles.meter}>
                          <span className={styles.track} style={{ background: palette.line }}>
                            <span
                              className={`hue ${styles.fill}`}
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
                              <span className="visually-hidden">
                                {` ${t.range(found.low, found.high)}`}
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
