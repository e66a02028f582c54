import { useMemo } from 'react';
import { microscope } from '../../../texts/microscope';
import { pictures } from '../../../texts/pictures';
import { type Scene, useModel, useScheme } from '../../basics/context';
import { HeatMap } from '../../map/HeatMap';
import { Download } from '../../pictures/Download';
import { learnerTable } from '../../pictures/map-tables';
import type { InstanceView } from '../../state/instances';
import { shownLearner, shownOf } from '../../state/seeds';
import styles from './microscope.module.css';
import { Travel } from './Travel';

/** The world as a learner sees it, with the two cells of a row; choosing a cell chooses one of its rows. */
export function RowMap({
  scene,
  instance,
  row,
  carried,
  onChoose,
}: {
  readonly scene: Scene;
  readonly instance: InstanceView;
  readonly row: number;
  /** What travels from s′ to the pair; null where nothing does. */
  readonly carried: string | null;
  readonly onChoose: (row: number) => void;
}) {
  const scheme = useScheme();
  const frame = useModel((model) => model.frame);
  const shown = useModel((model) => shownOf(model.settings));
  const first = useModel((model) => model.settings['train.seed']);
  const place = shown === 'mean' ? 0 : shown;
  const values = useMemo(
    () => shownLearner(frame?.learners[instance.id], place),
    [frame, instance.id, place],
  );
  const layer = instance.method.hasValues ? 'q' : 'counts';
  const { state, nextState } = scene.problem.transitions;
  return (
    <div className={styles.map} data-picture>
      <div className={styles.mapped}>
        <HeatMap
          grid={scene.grid}
          layer={layer}
          values={values}
          counts={scene.problem.counts}
          ranges={scene.ranges}
          label={microscope().mapLabel(instance.label)}
          color={instance.color[scheme]}
          scheme={scheme}
          selected={state[row]}
          hovered={nextState[row]}
          onHover={() => undefined}
          onSelect={(chosen) => {
            const of = chosen ?? state[row];
            // Again on the same cell: the next of its rows.
            const later = state.indexOf(of, of === state[row] ? row + 1 : 0);
            const found = later >= 0 ? later : state.indexOf(of);
            if (found >= 0) onChoose(found);
          }}
        />
        {carried !== null && (
          <Travel scene={scene} row={row} text={carried} color={instance.color[scheme]} />
        )}
      </div>
      <p className={styles.hint}>
        {microscope().mapHint}
        <Download
          of={`row-${instance.id}`}
          name={pictures().row(instance.short)}
          table={() =>
            learnerTable(scene.grid, scene.problem.counts, [
              { id: instance.id, seed: first + place, values },
            ])
          }
          legend={{ layer, ranges: scene.ranges }}
        />
      </p>
    </div>
  );
}
