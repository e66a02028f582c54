import { useMemo } from 'react';
import { charts } from '../../texts/charts';
import { formatDecade } from '../../texts/format';
import { PALETTES } from '../theme/palette';
import type { TabChartProps } from './chart';
import styles from './EvidenceCharts.module.css';
import { LiveChart } from './LiveChart';
import { decadesOf, lossLines, lossName, lossTerms, seedCount, summarize } from './panels';

const NONE = [] as const;

/** One term of the losses over training steps, logarithmic, and the choice between the terms. */
export function LossLines(props: TabChartProps) {
  const { snapshots, version, snapshot, instances, scheme, look, detail, onDetail } = props;
  const t = charts();
  const palette = PALETTES[scheme];
  // The array may grow in place: what is derived from it hangs on its version as well.
  const data = useMemo(() => ({ snapshots, version }), [snapshots, version]);
  const lines = useMemo(
    () => lossLines(data.snapshots, instances, detail, scheme),
    [data, instances, detail, scheme],
  );
  const [floor, ceiling] = decadesOf(lines);
  const ticks = useMemo(
    () => Array.from({ length: ceiling - floor + 1 }, (_, i) => floor + i),
    [floor, ceiling],
  );
  return (
    <>
      <fieldset className={styles.terms}>
        <legend className="visually-hidden">{t.lossTerm}</legend>
        {lossTerms(snapshots).map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={name === detail}
            className={styles.tab}
            style={{ color: name === detail ? palette.ink : palette.muted }}
            onClick={() => onDetail(name)}
          >
            {lossName(name)}
          </button>
        ))}
      </fieldset>
      <LiveChart
        {...look}
        name={t.lossName(lossName(detail))}
        lines={lines}
        jumps={NONE}
        low={floor}
        high={ceiling}
        ticks={ticks}
        tickText={formatDecade}
        references={NONE}
      />
      <p className="visually-hidden">
        {t.at(snapshot?.step ?? 0, seedCount(snapshot), summarize(lines))}
      </p>
    </>
  );
}
