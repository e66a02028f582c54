import { memo, useCallback, useDeferredValue, useMemo } from 'react';
import type { Snapshot } from '../../experiment/types';
import { panels } from '../../texts/panels';
import { useInstances, useModel, usePlayground, useScheme } from '../basics/context';
import { axisOf } from '../charts/axis';
import { part } from '../part/part';
import type { Flip } from '../state/flips';
import { instancesOf } from '../state/instances';
import { settingsOf } from '../state/runs';
import { shownOf } from '../state/seeds';
import { Column } from './Column';
import styles from './panels.module.css';
import { usePinned } from './pinned';
import { useLaterScene } from './ranges';

// Kept from rendering with the panel around it: its points come later than the numbers.
const EvidenceCharts = memo(
  part(() => import('../charts/EvidenceCharts'), {
    waiting: () => <p className={styles.loading}>{panels().loadingCharts}</p>,
  }),
);

const MarkedCell = part(() => import('../inspector/MarkedCell'));
const WhyArrow = part(() => import('./WhyArrow'), { waiting: () => null });

/** Networks at random have nothing to show yet. */
const NOTHING_YET: readonly Snapshot[] = [];

const MARKED_CELL = (
  <>
    <MarkedCell />
    <WhyArrow />
  </>
);

/** Height of a chart in CSS pixels: the first two stand beside the maps on the first screen. */
const CHART_HEIGHT = 168;

/** Why: errors, returns and losses over training, against the exact truth. */
export function Evidence() {
  const playground = usePlayground();
  const scene = useLaterScene();
  const instances = useInstances();
  const scheme = useScheme();
  const series = useDeferredValue(useModel((model) => model.series));
  const flips = useDeferredValue(useModel((model) => model.flips));
  const steps = useModel(({ settings, step }) => axisOf(settings, step));
  const shown = useModel(({ settings }) => shownOf(settings));
  const measureEvery = useModel((model) => model.settings.measureEvery);
  const pinned = usePinned();
  const compared = useMemo(
    () => pinned && { snapshots: pinned.snapshots, instances: instancesOf(settingsOf(pinned)) },
    [pinned],
  );
  const moment = useDeferredValue(useModel((model) => model.snapshot));
  const showFlip = useCallback(
    ({ state, step }: Flip) => {
      playground.pin(state);
      playground.seek(step);
    },
    [playground],
  );
  return (
    <Column number={3} title={panels().evidence}>
      <div className={styles.evidence}>
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
            chartHeight={CHART_HEIGHT}
            flips={flips}
            shown={shown}
            onShowFlip={showFlip}
            moment={moment}
            compared={compared}
            markedCell={MARKED_CELL}
          />
        )}
      </div>
    </Column>
  );
}
