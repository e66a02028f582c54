import { lazy, Suspense } from 'react';
import { useInstances, useModel, usePlayground, useScene, useScheme } from '../context';
import { Inspector } from '../inspector/Inspector';
import { useSize } from '../map/hooks';
import { useStage } from '../stage';
import { Column } from './Column';
import styles from './panels.module.css';

const EvidenceCharts = lazy(() => import('../charts/EvidenceCharts'));

function MarkedCell() {
  const scene = useScene();
  const instances = useInstances();
  const scheme = useScheme();
  const frame = useModel((model) => model.frame);
  const hovered = useModel((model) => model.hovered);
  const pinned = useModel((model) => model.pinned);
  if (scene === null) return null;
  const { problem, grid, ranges } = scene;
  return (
    <Inspector
      problem={problem}
      grid={grid}
      ranges={ranges}
      frame={frame}
      instances={instances}
      state={hovered ?? pinned}
      pinned={hovered === null && pinned !== null}
      scheme={scheme}
    />
  );
}

/** Height of everything in the column but its two charts, in CSS pixels. */
const AROUND_CHARTS = 412;
const LOWEST_CHART = 112;
/** Height of a chart where the page scrolls. */
const SCROLLING_CHART = 190;

/** Why: errors, returns and losses over training, against the exact truth. */
export function Evidence() {
  const playground = usePlayground();
  const scene = useScene();
  const instances = useInstances();
  const scheme = useScheme();
  const series = useModel((model) => model.series);
  const flips = useModel((model) => model.flips);
  const steps = Number(useModel((model) => model.settings.steps));
  const step = useModel((model) => model.step);
  const [column, size] = useSize<HTMLDivElement>();
  const stage = useStage();
  const room = stage ? ((size?.height ?? 0) - AROUND_CHARTS) / 2 : SCROLLING_CHART;
  return (
    <Column number={3} title="Evidence">
      <div ref={column} className={styles.evidence}>
        <Suspense fallback={<p className={styles.loading}>Loading the charts …</p>}>
          {scene && (
            <EvidenceCharts
              snapshots={series.snapshots}
              version={series.version}
              instances={instances}
              truth={scene.problem.truth}
              // A run that goes on past its verdict widens the axis by whole runs.
              steps={Math.max(1, Math.ceil(step / steps)) * steps}
              valueRange={scene.ranges.range}
              scheme={scheme}
              chartHeight={Math.floor(Math.max(LOWEST_CHART, room))}
              flips={flips}
              onSelectState={(state) => playground.pin(state)}
              markedCell={<MarkedCell />}
            />
          )}
        </Suspense>
      </div>
    </Column>
  );
}
