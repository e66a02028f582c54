import type { Snapshot } from '../../experiment/types';
import { charts } from '../../texts/charts';
import { hinted } from '../floats/hint';
import type { InstanceView } from '../state/instances';
import { PALETTES, type Scheme } from '../theme/palette';
import styles from './EvidenceCharts.module.css';
import type { MoreReturns } from './panels';

interface MoreLinesProps {
  readonly snapshot: Snapshot | undefined;
  readonly instances: readonly InstanceView[];
  readonly more: MoreReturns;
  readonly onChange: (more: MoreReturns) => void;
  readonly scheme: Scheme;
}

/** What the chart of returns can show besides, and why some learner has no line of rest. */
export function MoreLines({ snapshot, instances, more, onChange, scheme }: MoreLinesProps) {
  const t = charts().returns;
  const palette = PALETTES[scheme];
  const learners = instances.flatMap((instance) => {
    const measured = snapshot?.learners[instance.id];
    return measured ? [{ instance, measured }] : [];
  });
  if (learners.length === 0) return null;
  const read = learners.some(({ measured }) => measured.seeds.some(({ readings }) => readings));
  const switches = [
    ...(read
      ? [{ key: 'readings', label: t.showReadings, help: t.showReadingsHelp } as const]
      : []),
    { key: 'rests', label: t.showRests, help: t.showRestsHelp } as const,
  ];
  return (
    <div className={styles.more} style={{ color: palette.muted }}>
      {switches.map(({ key, label, help }) => (
        <button
          key={key}
          {...hinted(help)}
          type="button"
          className={styles.tab}
          aria-pressed={more[key] ?? false}
          style={
            more[key] ? { background: palette.line, color: palette.ink } : { color: palette.muted }
          }
          onClick={() => onChange({ ...more, [key]: !more[key] })}
        >
          {label}
        </button>
      ))}
      {more.rests &&
        learners.map(({ instance, measured }) =>
          measured.restless ? (
            <span key={instance.id}>{t.nowhere[measured.restless](instance.short)}</span>
          ) : null,
        )}
    </div>
  );
}
