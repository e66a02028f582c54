import { useDeferredValue, useMemo } from 'react';
import { otherReading } from '../../experiment/readings';
import { formatValue } from '../../texts/format';
import { presenter } from '../../texts/presenter';
import { words } from '../../texts/words';
import { ReturnBar } from '../bar/ReturnBar';
import { type Scene, useInstances, useModel, useScene, useScheme } from '../basics/context';
import { returnDomain } from '../charts/axis';
import type { LineChartName } from '../charts/line-charts';
import { useSize } from '../map/hooks';
import type { Layer } from '../map/layer';
import { LearnerMap } from '../panels/LearnerCard';
import { DataMap } from '../panels/WorldPanel';
import { part } from '../part/part';
import { describeGoals } from '../state/arrivals';
import { toleranceIn } from '../state/grid';
import type { InstanceView } from '../state/instances';
import { verdictsOf } from '../state/verdict';
import { GuessAct, TakeHomeAct } from './Codes';
import type { Act } from './lecture';
import styles from './presenter.module.css';

const EnlargedChart = part(() => import('../charts/EnlargedChart'));

/** The learners that an act names, of those that are on; all where it names none. */
function useChosen(ids: readonly string[] | undefined): readonly InstanceView[] {
  const instances = useInstances();
  return ids === undefined ? instances : instances.filter(({ id }) => ids.includes(id));
}

function WorldAct({ scene }: { readonly scene: Scene }) {
  const [box, size] = useSize<HTMLDivElement>();
  const { truth } = scene.problem;
  const t = presenter();
  return (
    <div className={styles.world}>
      <div ref={box} className={styles.map}>
        {size && <DataMap scene={scene} maxHeight={size.height} />}
      </div>
      <dl className={styles.figures}>
        <dt>{t.walkerEarns}</dt>
        <dd>{formatValue(truth.behavior)}</dd>
        <dt>{t.bestInData}</dt>
        <dd>{formatValue(truth.inSupport)}</dd>
        <dt>{t.bestPossible}</dt>
        <dd>{formatValue(truth.optimal)}</dd>
      </dl>
    </div>
  );
}

function LearnerAct({
  instance,
  scene,
  layer,
  large,
}: {
  readonly instance: InstanceView;
  readonly scene: Scene;
  readonly layer: Layer;
  readonly large: boolean;
}) {
  const scheme = useScheme();
  const [box, size] = useSize<HTMLDivElement>();
  const snapshot = useModel((model) => (model.snapshot?.step ? model.snapshot : null));
  const verdict = useMemo(() => {
    if (snapshot === null) return null;
    const tolerance = toleranceIn(scene.problem);
    return verdictsOf(snapshot, [instance], tolerance)[0] ?? null;
  }, [snapshot, instance, scene]);
  const seeds = snapshot?.learners[instance.id]?.seeds ?? [];
  const { truth } = scene.problem;
  const { references } = words();
  return (
    <article className={styles.learner} data-large={large || undefined} aria-label={instance.label}>
      <h3 className={styles.hue} translate="no" style={{ color: instance.color[scheme] }}>
        {instance.label}
      </h3>
      <div ref={box} className={styles.map}>
        {size && (
          <LearnerMap instance={instance} scene={scene} layer={layer} maxHeight={size.height} />
        )}
      </div>
      <div className={styles.said}>
        <p className={styles.words}>
          {verdict ? `${verdict.arrival}${verdict.pace ? `, ${verdict.pace}` : ''}` : '…'}
        </p>
        <p className={`${styles.words} ${styles.account}`}>{verdict?.account ?? ''}</p>
        {large && (
          <div className={styles.bar}>
            <ReturnBar
              believed={seeds.map(({ believedReturn }) => believedReturn)}
              trueReturn={seeds.map(({ trueReturn }) => trueReturn)}
              other={otherReading(seeds)}
              rests={snapshot?.learners[instance.id]?.restsAt?.believedReturn}
              goal={describeGoals(seeds)}
              ticks={[
                { value: truth.behavior, label: references.behavior },
                { value: truth.inSupport, label: references.inSupport },
                { value: truth.optimal, label: references.optimal },
              ]}
              domain={returnDomain(truth)}
              color={instance.color[scheme]}
              label={instance.label}
              scheme={scheme}
            />
          </div>
        )}
      </div>
    </article>
  );
}

/** More maps than these would be too small beside each other. */
const MOST_IN_ROW = 4;

function MapsAct({
  learners,
  scene,
}: {
  readonly learners: readonly string[] | undefined;
  readonly scene: Scene;
}) {
  const layer = useModel(({ settings }) => settings.layer);
  const instances = useChosen(learners);
  return (
    <div
      className={styles.maps}
      data-count={instances.length}
      data-many={instances.length > MOST_IN_ROW || undefined}
      style={{ ['--columns' as string]: Math.ceil(instances.length / 2) }}
    >
      {instances.map((instance) => (
        <LearnerAct
          key={instance.id}
          instance={instance}
          scene={scene}
          layer={layer}
          large={instances.length === 1}
        />
      ))}
    </div>
  );
}

function ChartAct({
  chart,
  learners,
  scene,
}: {
  readonly chart: LineChartName;
  readonly learners: readonly string[] | undefined;
  readonly scene: Scene;
}) {
  const instances = useChosen(learners);
  const series = useDeferredValue(useModel((model) => model.series));
  return (
    <div className={styles.chart}>
      <EnlargedChart name={chart} instances={instances} series={series} scene={scene} />
    </div>
  );
}

/** What an act shows, as large as the screen allows. */
export function ActStageView({ act }: { readonly act: Act }) {
  const scene = useScene();
  const { shows } = act;
  if (shows.kind === 'take-home') return <TakeHomeAct act={act} />;
  if (shows.kind === 'guess') return <GuessAct act={act} />;
  if (shows.kind === 'words' || scene === null) return <div className={styles.empty} />;
  switch (shows.kind) {
    case 'world':
      return <WorldAct scene={scene} />;
    case 'maps':
      return <MapsAct learners={shows.learners} scene={scene} />;
    case 'chart':
      return <ChartAct chart={shows.chart} learners={shows.learners} scene={scene} />;
  }
}
