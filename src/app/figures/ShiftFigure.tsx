import { SegmentedControl } from '@mantine/core';
import { memo, useId, useMemo, useState } from 'react';
import { figures } from '../../texts/figures';
import { formatShare, formatValue } from '../../texts/format';
import { type Scene, useScheme } from '../basics/context';
import { fill } from '../basics/fill';
import { describePlace } from '../map/describe';
import { Download } from '../pictures/Download';
import type { Grid } from '../state/grid';
import styles from './figures.module.css';
import { useLearners } from './hooks';
import { Shell } from './Shell';
import { actingDistribution, dataDistribution, shareOutside, totalVariation } from './shift';

/** Visits below this share are no journey but the last digits of the occupancy. */
const NOTICED = 0.0005;
const LISTED = 5;

type View = 'difference' | 'common';

interface MapProps {
  readonly grid: Grid;
  readonly policy: Float64Array;
  readonly data: Float64Array;
  readonly view: View;
  readonly color: string;
}

/** Cells by who is there more, or by what both have in common. */
const ShiftMap = memo(function ShiftMap({ grid, policy, data, view, color }: MapProps) {
  const hatch = useId();
  const value = (s: number) =>
    view === 'common' ? Math.min(policy[s], data[s]) : policy[s] - data[s];
  let top = 1e-9;
  // One scale for both views, so that they can be compared.
  for (let s = 0; s < grid.states; s++) {
    if (!grid.mdp.terminal[s]) top = Math.max(top, policy[s], data[s]);
  }
  return (
    <svg
      translate="no"
      className={styles.cells}
      viewBox={`-0.05 -0.05 ${grid.columns + 0.1} ${grid.rows + 0.1}`}
      aria-hidden="true"
    >
      <defs>
        <pattern
          id={hatch}
          width="0.22"
          height="0.22"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="0.06" height="0.22" className={styles.net} />
        </pattern>
      </defs>
      {grid.kinds.map((kind, cell) => {
        const x = cell % grid.columns;
        const y = Math.floor(cell / grid.columns);
        const s = grid.stateOfCell[cell];
        const key = `${x} ${y}`;
        if (s < 0)
          return <rect key={key} x={x} y={y} width={1} height={1} className={styles.wall} />;
        const share = value(s);
        const fill = view === 'common' || share < 0 ? 'var(--ink)' : color;
        const outside = data[s] === 0 && policy[s] > NOTICED;
        return (
          <g key={key}>
            <rect x={x} y={y} width={1} height={1} className={styles.floor} />
            <rect
              x={x}
              y={y}
              width={1}
              height={1}
              fill={fill}
              opacity={
                (share < 0 || view === 'common' ? 0.6 : 1) * Math.sqrt(Math.abs(share) / top)
              }
            />
            {outside && (
              <rect
                x={x + 0.05}
                y={y + 0.05}
                width={0.9}
                height={0.9}
                fill={`url(#${hatch})`}
                className={styles.outside}
              />
            )}
            {kind !== 'floor' && (
              <text x={x + 0.5} y={y + 0.69} className={styles.sign}>
                {kind[0].toUpperCase()}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
});

function Picture({ scene }: { readonly scene: Scene }) {
  const scheme = useScheme();
  const learners = useLearners();
  const [wanted, setWanted] = useState('');
  const [view, setView] = useState<View>('difference');
  const { grid, problem } = scene;
  const learner = learners.find(({ instance }) => instance.id === wanted) ?? learners[0];
  const data = useMemo(
    () => dataDistribution(problem.transitions, grid.states, problem.world.gamma),
    [problem, grid],
  );
  const occupancy = learner?.values?.occupancy;
  const policy = useMemo(
    () =>
      occupancy?.length === grid.states ? actingDistribution(occupancy, grid.mdp.terminal) : null,
    [occupancy, grid],
  );
  const t = figures().shift;
  if (!learner || policy === null) {
    return (
      <p className={styles.nothing} style={{ height: 400 }}>
        {t.nothing}
      </p>
    );
  }
  const { short } = learner.instance;
  const color = learner.instance.color[scheme];
  const difference = Array.from(policy, (share, s) => share - data[s]);
  const largest = difference
    .map((_, s) => s)
    .sort((one, other) => Math.abs(difference[other]) - Math.abs(difference[one]))
    .slice(0, LISTED);
  return (
    <>
      <div className={styles.choices}>
        <SegmentedControl
          size="xs"
          aria-label={t.learner}
          value={learner.instance.id}
          onChange={setWanted}
          data={learners.map(({ instance }) => ({ value: instance.id, label: instance.short }))}
        />
        <SegmentedControl
          size="xs"
          aria-label={t.shown}
          value={view}
          onChange={(next) => setView(next === 'common' ? 'common' : 'difference')}
          data={[
            { value: 'difference', label: t.difference },
            { value: 'common', label: t.common },
          ]}
        />
      </div>
      <ShiftMap grid={grid} policy={policy} data={data} view={view} color={color} />
      <p className={styles.about}>
        {fill(view === 'difference' ? t.aboutDifference(short) : t.aboutCommon(short), {
          more: <span className={styles.key} style={{ background: color }} />,
          data: <span className={`${styles.key} ${styles.keyData}`} />,
        })}
      </p>
      <p className={styles.result} data-figure-result>
        {fill(t.result, {
          distance: <b>{formatValue(totalVariation(policy, data), 2)}</b>,
          share: <b>{formatShare(shareOutside(policy, data))}</b>,
          learner: short,
        })}
      </p>
      <ul className="visually-hidden" aria-label={t.largest}>
        {largest.map((s) => (
          <li key={s}>{t.cell(describePlace(grid, s), short, policy[s], data[s])}</li>
        ))}
      </ul>
      <Download
        of={`shift-${learner.instance.id}`}
        name={`${t.name}: ${short}`}
        table={() => ({
          columns: ['state', 'row', 'col', 'policy', 'data', 'difference'],
          rows: difference.map((share, s) => [
            ...[s, Math.floor(grid.cells[s] / grid.columns), grid.cells[s] % grid.columns],
            ...[policy[s], data[s], share],
          ]),
        })}
        corner
      />
    </>
  );
}

/** Where a learned policy goes, against where the data was collected. */
export default function ShiftFigure() {
  return (
    <Shell title={figures().shift.title} height={440}>
      {(scene) => <Picture scene={scene} />}
    </Shell>
  );
}
