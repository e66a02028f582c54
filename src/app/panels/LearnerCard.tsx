import { memo, useDeferredValue, useMemo } from 'react';
import { otherReading } from '../../experiment/readings';
import { instanceSettings } from '../../experiment/settings/instances';
import { putsTruthIn } from '../../learners/oracle';
import { panels } from '../../texts/panels';
import { words } from '../../texts/words';
import { ReturnBar } from '../bar/ReturnBar';
import { type Scene, useModel, usePlayground, useScheme } from '../basics/context';
import { returnDomain } from '../charts/axis';
import { SettingControl } from '../controls/SettingControl';
import { HeatMap } from '../map/HeatMap';
import type { Layer } from '../map/layer';
import type { MapRoom } from '../map/types';
import { Download } from '../pictures/Download';
import { OpenInside } from '../program/OpenInside';
import { describeGoals } from '../state/arrivals';
import type { MapRanges } from '../state/grid';
import type { InstanceView } from '../state/instances';
import { putInOf } from '../state/put-in';
import { shownLabel, shownLearner, shownOf } from '../state/seeds';
import { Beside } from './Beside';
import { chainAt } from './chain';
import { MapSlot, PLAYGROUND_ROOM } from './MapSlot';
import styles from './panels.module.css';
import { useShownRun } from './pinned';
import { useMapRanges, useShownFrame } from './ranges';
import { choose } from './sheet';
import { TryOne } from './TryOne';

interface CardProps {
  readonly instance: InstanceView;
  readonly scene: Scene | null;
  readonly layer: Layer;
}

/** A learner's map with its walker. */
export function LearnerMap({
  instance,
  scene,
  layer,
  ...room
}: CardProps & { readonly scene: Scene } & MapRoom) {
  const playground = usePlayground();
  const scheme = useScheme();
  const other = useShownRun();
  const frame = useShownFrame();
  const ranges = useMapRanges(scene, layer) ?? scene.ranges;
  // At the verdict all set out from the start together: nobody is caught in a loop of a former policy.
  const finish = useModel((model) => (model.status === 'done' ? model.step : 0));
  const hovered = useModel((model) => model.hovered);
  const pinned = useModel((model) => model.pinned);
  const asked = useModel(({ settings }) => shownOf(settings));
  // Of a run that is compared with, what was shown at its verdict is all there is.
  const shown = other ? 0 : asked;
  const seeds = frame?.learners[instance.id];
  const own = useMemo(() => shownLearner(seeds, shown), [seeds, shown]);
  const which = shownLabel(shown, seeds?.length ?? 1);
  // A frame of the world before has other states; it goes with the next measurement.
  const fits = own !== null && own.policy.length === scene.problem.counts.length;
  // Networks at random have no view of the world that would be worth a look.
  const values = fits && (frame?.step ?? 0) > 0 ? own : null;
  const { consults = 'everything' } = instance.method;
  const chain = useMemo(
    () => (values && pinned !== null ? chainAt(scene, values, consults, pinned) : null),
    [scene, values, consults, pinned],
  );
  const settings = useModel((model) => model.settings);
  const putIn = useMemo(() => putInOf(scene, settings, instance), [scene, settings, instance]);
  return (
    <HeatMap
      grid={scene.grid}
      layer={layer}
      values={values}
      counts={scene.problem.counts}
      ranges={ranges}
      label={which ? panels().named(instance.label, which) : instance.label}
      color={instance.color[scheme]}
      scheme={scheme}
      consults={consults}
      chain={chain}
      putIn={putIn?.reached ? putIn.pairs : null}
      selected={pinned}
      hovered={hovered}
      onHover={(state) => playground.hover(state)}
      onSelect={(state) => choose(playground, state)}
      walker={{ seed: finish }}
      {...room}
    />
  );
}

/** What an instance believes and earns, on one line. */
export function CardBar({
  instance,
  scene,
}: {
  readonly instance: InstanceView;
  readonly scene: Scene;
}) {
  const scheme = useScheme();
  // Step 0 is measured too, but says nothing about the learner: its networks are still random.
  const measured = useDeferredValue(
    useModel((model) => (model.snapshot?.step ? model.snapshot.learners[instance.id] : undefined)),
  );
  const seeds = measured?.seeds;
  const { truth } = scene.problem;
  const { references } = words();
  return (
    <ReturnBar
      believed={seeds?.map(({ believedReturn }) => believedReturn) ?? []}
      trueReturn={seeds?.map(({ trueReturn }) => trueReturn) ?? []}
      other={seeds && otherReading(seeds)}
      rests={measured?.restsAt?.believedReturn}
      goal={describeGoals(seeds ?? [])}
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
  );
}

function Trouble({ instance }: { readonly instance: InstanceView }) {
  const seeds = useModel((model) => model.snapshot?.learners[instance.id]?.seeds);
  const diverged = seeds?.filter(({ status }) => status === 'diverged').length ?? 0;
  if (seeds === undefined || diverged === 0) return null;
  return (
    <p className={styles.trouble} role="status">
      {panels().diverged(diverged, seeds.length)}
    </p>
  );
}

/** One learner: its name, its knob, what it has come to think and do, and what that earns. */
export const LearnerCard = memo(function LearnerCard({
  instance,
  scene,
  layer,
  ranges,
}: CardProps & { readonly ranges: MapRanges | null }) {
  const scheme = useScheme();
  const color = instance.color[scheme];
  const { knob, reading } = instance.method;
  const isOperated = useModel(({ settings }) =>
    putsTruthIn(instanceSettings(settings, instance.id)),
  );
  return (
    <article className={`${styles.card} ${styles.learner}`} aria-label={instance.label}>
      <header className={styles.title}>
        <span
          className={`hue ${styles.chip}`}
          style={instance.variant > 0 ? { border: `3px dashed ${color}` } : { background: color }}
        />
        <h3 translate="no">{instance.label}</h3>
        <span className={`whole-or-not ${styles.tagline}`}>
          <span>{instance.tagline}</span>
        </span>
        <span className={styles.tools}>
          <TryOne instance={instance} />
          <OpenInside instance={instance} />
          <Download
            of={`map:${instance.id}`}
            name={instance.label}
            {...(ranges ? { legend: { layer, ranges } } : {})}
          />
        </span>
      </header>
      <div className={styles.knob}>
        {knob && (
          <SettingControl
            settingKey={`${instance.id}.${knob}`}
            color={color}
            owner={instance.label}
            compact
          />
        )}
      </div>
      <MapSlot place={`map:${instance.id}`}>
        {scene && (
          <LearnerMap instance={instance} scene={scene} layer={layer} {...PLAYGROUND_ROOM} />
        )}
      </MapSlot>
      <Trouble instance={instance} />
      <div className={styles.bar} data-place={`bar:${instance.id}`}>
        {scene && <CardBar instance={instance} scene={scene} />}
      </div>
      <Beside instance={instance} />
      {reading && (
        <SettingControl settingKey={`${instance.id}.${reading}`} owner={instance.label} compact />
      )}
      {isOperated && <SettingControl settingKey={`${instance.id}.oracle`} owner={instance.label} />}
    </article>
  );
});
