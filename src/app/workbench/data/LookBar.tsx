import { SegmentedControl } from '@mantine/core';
import { useMemo } from 'react';
import { visitsOf } from '../../../data/episodes';
import { formatCount } from '../../../texts/format';
import type { Scene } from '../../context';
import { useScheme } from '../../context';
import { legendScale } from '../../map/scales';
import styles from './data.module.css';
import { type Arrows, type Fill, type Look, mostVisits } from './layers';

/** What is drawn of the data. */
export function LookBar({
  look,
  onChange,
}: {
  readonly look: Look;
  readonly onChange: (look: Look) => void;
}) {
  return (
    <div className={styles.looks}>
      <span className={styles.look}>
        Colour
        <SegmentedControl
          size="xs"
          withItemsBorders={false}
          aria-label="Colour of the cells"
          value={look.fill}
          onChange={(fill) => onChange({ ...look, fill: fill as Fill })}
          data={[
            { value: 'pairs', label: 'N(s, a)' },
            { value: 'visits', label: 'N(s)' },
          ]}
        />
      </span>
      <span className={styles.look}>
        Arrows
        <SegmentedControl
          size="xs"
          withItemsBorders={false}
          aria-label="Arrows on the cells"
          value={look.arrows}
          onChange={(arrows) => onChange({ ...look, arrows: arrows as Arrows })}
          data={[
            { value: 'none', label: 'None' },
            { value: 'behavior', label: 'Behaviour' },
            { value: 'data', label: 'Data' },
          ]}
        />
      </span>
    </div>
  );
}

/** What the colours of the map mean. */
export function LookLegend({ scene, fill }: { readonly scene: Scene; readonly fill: Fill }) {
  const scheme = useScheme();
  const most = useMemo(
    () => (fill === 'pairs' ? scene.ranges.maxCount : mostVisits(visitsOf(scene.problem.counts))),
    [scene, fill],
  );
  const layer = fill === 'pairs' ? 'counts' : 'occupancy';
  const { stops } = legendScale(layer, scene.ranges, scheme, String);
  return (
    <p className={styles.legend} data-legend>
      <strong>{fill === 'pairs' ? 'N(s, a)' : 'N(s)'}</strong> once
      <span
        className={styles.scale}
        style={{ background: `linear-gradient(to right, ${stops.join(', ')})` }}
      />
      {formatCount(most)} times; blank: never
    </p>
  );
}
