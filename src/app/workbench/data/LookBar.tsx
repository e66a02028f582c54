import { SegmentedControl } from '@mantine/core';
import { memo, useMemo } from 'react';
import { visitsOf } from '../../../data/episodes';
import { data } from '../../../texts/data';
import { formatCount } from '../../../texts/format';
import type { Scene } from '../../basics/context';
import { useScheme } from '../../basics/context';
import { fill as fillText } from '../../basics/fill';
import { legendScale } from '../../map/legend';
import styles from './data.module.css';
import { type Arrows, type Fill, type Look, mostVisits } from './layers';

/** What is drawn of the data. */
export const LookBar = memo(function LookBar({
  look,
  onChange,
}: {
  readonly look: Look;
  readonly onChange: (look: Look) => void;
}) {
  const t = data();
  return (
    <div className={styles.looks}>
      <span className={styles.look}>
        {t.colour}
        <SegmentedControl
          size="xs"
          withItemsBorders={false}
          aria-label={t.colourOfCells}
          value={look.fill}
          onChange={(fill) => onChange({ ...look, fill: fill as Fill })}
          data={[
            { value: 'pairs', label: 'N(s, a)' },
            { value: 'visits', label: 'N(s)' },
          ]}
        />
      </span>
      <span className={styles.look}>
        {t.arrows}
        <SegmentedControl
          size="xs"
          withItemsBorders={false}
          aria-label={t.arrowsOnCells}
          value={look.arrows}
          onChange={(arrows) => onChange({ ...look, arrows: arrows as Arrows })}
          data={[
            { value: 'none', label: t.arrowsOf.none },
            { value: 'behavior', label: t.arrowsOf.behavior },
            { value: 'data', label: t.arrowsOf.data },
          ]}
        />
      </span>
    </div>
  );
});

/** What the colours of the map mean. */
export const LookLegend = memo(function LookLegend({
  scene,
  fill,
}: {
  readonly scene: Scene;
  readonly fill: Fill;
}) {
  const scheme = useScheme();
  const most = useMemo(
    () => (fill === 'pairs' ? scene.ranges.maxCount : mostVisits(visitsOf(scene.problem.counts))),
    [scene, fill],
  );
  const layer = fill === 'pairs' ? 'counts' : 'occupancy';
  const { stops } = legendScale(layer, scene.ranges, scheme, String);
  return (
    <p className={styles.legend} data-legend>
      {fillText(data().legend, {
        layer: <strong>{fill === 'pairs' ? 'N(s, a)' : 'N(s)'}</strong>,
        scale: (
          <span
            className={styles.scale}
            style={{ background: `linear-gradient(to right, ${stops.join(', ')})` }}
          />
        ),
        most: formatCount(most),
      })}
    </p>
  );
});
