import { memo, useCallback, useDeferredValue, useMemo } from 'react';
import type { Snapshot } from '../../experiment/types';
import type { StateIndex } from '../../mdp/types';
import { panels } from '../../texts/panels';
import { axisEnd } from '../charts/axis';
import { useInstances, useModel, usePlayground, useScene, useScheme } from '../context';
import { Inspector } from '../inspector/Inspector';
import { useSize } from '../map/hooks';
import { part } from '../part/part';
import { shownFrame, shownLabel, shownOf } from '../seeds';
import { useStage } from '../stage';
import { Column } from './Column';
import styles from './panels.module.css';

// Kept from rendering with the panel around it: its points come later than the numbers.
const EvidenceCharts = memo(
  part(() => import('../charts/EvidenceCharts'), {
    waiting: () => <p className={styles.loading}>{panels().loadingCharts}</p>,
  }),
);

function MarkedCell() {
  const scene = useScene();
  const instances = useInstances();
  const scheme = useScheme();
  const frame = useDeferredValue(useModel((model) => model.frame));
  const shown = useModel(({ settings }) => shownOf(settings));
  const seeds = Number(useModel((model) => model.settings.seeds));
  const reduced = useMemo(() => frame && shownFrame(frame, shown), [frame, shown]);
  const hovered = useModel((model) => model.hovered);
  const pinned = useModel((model) => model.pinned);
  if (scene === null) return null;
  const { problem, grid, ranges } = scene;
  return (
    <Inspector
      problem={problem}
      grid={grid}
      ranges={ranges}
      frame={reduced}
      instances={instances}
      state={hovered ?? pinned}
      pinned={hovered === null && pinned !== null}
      scheme={scheme}
      shown={shownLabel(shown, seeds)}
    />
  );
}

/** Networks at random have nothing to show yet. */
const NOTHING_YET: readonly Snapshot[] = [];

const MARKED_CELL = <MarkedCell />;

/** Height of everything in the column but its two charts, in CSS pixels. */
const AROUND_CHARTS = 424;
const LOWEST_CHART = 112;
/** Height of a chart where the page scrolls. */
const SCROLLING_CHART = 190;

/** Why: errors, returns and losses over training, against the exact truth. */
export function Evidence() {
  const playground = usePlayground();
  const scene = useScene();
  const instances = useInstances();
  const scheme = useScheme();
  const series = useDeferredValue(useModel((model) => model.series));
  const flips = useDeferredValue(useModel((model) => model.flips));
  const steps = useModel(({ settings, step }) => axisEnd(step, Number(settings.steps)));
  const shown = useModel(({ settings }) => shownOf(settings));
  const measureEvery = Number(useModel((model) => model.settings.measureEvery));
  const select = useCallback((state: StateIndex) => playground.pin(state), [playground]);
  const [column, size] = useSize<HTMLDivElement>();
  const stage = useStage();
  const room = stage ? ((size?.height ?? 0) - AROUND_CHARTS) / 2 : SCROLLING_CHART;
  return (
    <Column number={3} title={panels().evidence}>
      <div ref={column} className={styles.evidence}>
        {scene && (
          <EvidenceCharts
            snapshots={series.snapshots.length > 1 ? series.snapshots : NOTHING_YET}
            version={series.version}
            instances={instances}
            truth={scene.problem.truth}
            steps={steps}
            valueRange={scene.ranges.range}
            scheme={scheme}
            spacing={measureEvery}
            chartHeight={Math.floor(Math.max(LOWEST_CHART, room))}
            flips={flips}
            shown={shown}
            onSelectState={select}
            markedCell={MARKED_CELL}
          />
        )}
      </div>
    </Column>
  );
}
