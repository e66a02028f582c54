import { useDeferredValue, useMemo } from 'react';
import { describe, settingOf } from '../../experiment/settings/describe';
import { embed } from '../../texts/embed';
import { formatValue } from '../../texts/format';
import { panels } from '../../texts/panels';
import { returns } from '../../texts/returns';
import { words } from '../../texts/words';
import { type Scene, useInstances, useModel, useScene, useScheme } from '../basics/context';
import { SettingControl } from '../controls/SettingControl';
import { settingText } from '../controls/setting-text';
import { cellsOf } from '../map/geometry';
import { useSize } from '../map/hooks';
import type { Layer } from '../map/layer';
import { LearnerMap } from '../panels/LearnerCard';
import { useLayer } from '../panels/Learners';
import { DataMap } from '../panels/WorldPanel';
import { part } from '../part/part';
import type { EmbedOptions } from '../state/embed-options';
import { toleranceIn } from '../state/grid';
import type { InstanceView } from '../state/instances';
import { verdictsOf } from '../state/verdict';
import styles from './embed.module.css';
import { fitColumns } from './fit';

const EnlargedChart = part(() => import('../charts/EnlargedChart'));

/** Pixels of a card that are not its map. */
const AROUND = 88;
/** What its knob takes, and what it takes where it is only read. */
const KNOB = 30;
const READING = 16;
/** Least height of a chart. */
const CHART = 150;

/** A learner's knob, or what it is set to where it is not to be moved. */
function Knob({ instance, open }: { readonly instance: InstanceView; readonly open: boolean }) {
  const scheme = useScheme();
  const settings = useModel((model) => model.settings);
  const { knob, reading } = instance.method;
  const key = `${instance.id}.${knob ?? reading}`;
  const value = settingOf(settings, key);
  if (value === undefined) return null;
  if (open)
    return (
      <SettingControl
        settingKey={key}
        color={instance.color[scheme]}
        owner={instance.label}
        compact
      />
    );
  const { label, symbol, type } = describe(key, settings);
  const text = settingText(key, settings);
  return (
    <span className={styles.knob} title={label}>
      {/* An option says by itself what it is one of. */}
      {type === 'choice' ? text : `${symbol ? `${symbol} =` : label} ${text}`}
    </span>
  );
}

function useVerdict(instance: InstanceView, scene: Scene) {
  const snapshot = useModel((model) => (model.snapshot?.step ? model.snapshot : null));
  return useMemo(() => {
    if (snapshot === null) return null;
    const tolerance = toleranceIn(scene.problem);
    return verdictsOf(snapshot, [instance], tolerance)[0] ?? null;
  }, [snapshot, instance, scene]);
}

function Learner({
  instance,
  scene,
  layer,
  options,
}: {
  readonly instance: InstanceView;
  readonly scene: Scene;
  readonly layer: Layer;
  readonly options: EmbedOptions;
}) {
  const scheme = useScheme();
  const [box, size] = useSize<HTMLDivElement>();
  const verdict = useVerdict(instance, scene);
  const open = options.controls.includes('knobs');
  return (
    <article className={styles.card} aria-label={instance.label}>
      <header className={styles.name}>
        <h2 translate="no" style={{ color: instance.color[scheme] }}>
          {instance.label}
        </h2>
        {!open && <Knob instance={instance} open={false} />}
      </header>
      {open && <Knob instance={instance} open />}
      <div ref={box} className={styles.map}>
        {size && (
          <div>
            <LearnerMap instance={instance} scene={scene} layer={layer} maxHeight={size.height} />
          </div>
        )}
      </div>
      <p className={styles.said}>
        {verdict ? (
          <>
            <strong>
              {verdict.arrival}
              {verdict.pace ? `, ${verdict.pace}` : ''}
            </strong>
            <br />
            {verdict.account}
          </>
        ) : (
          returns().fares.untrained
        )}
      </p>
    </article>
  );
}

function World({ scene }: { readonly scene: Scene }) {
  const [box, size] = useSize<HTMLDivElement>();
  const { transitions, episodes, truth } = scene.problem;
  const t = panels();
  return (
    <article className={styles.card} aria-label={t.dataset}>
      <header className={styles.name}>
        <h2>{t.dataset}</h2>
      </header>
      <div ref={box} className={styles.map}>
        {size && (
          <div>
            <DataMap scene={scene} maxHeight={size.height} />
          </div>
        )}
      </div>
      <p className={styles.said}>
        <strong>{t.collected(transitions.size, episodes)}</strong>
        <br />
        {embed().returns(formatValue(truth.behavior), formatValue(truth.inSupport))}
      </p>
    </article>
  );
}

function Evidence({ scene, height }: { readonly scene: Scene; readonly height: number }) {
  const instances = useInstances();
  const series = useDeferredValue(useModel((model) => model.series));
  const kinds = height >= 2 * CHART ? (['error', 'returns'] as const) : (['error'] as const);
  return (
    <div className={styles.charts}>
      {kinds.map((kind) => (
        <section key={kind} className={styles.chart}>
          <h2>{words().charts[kind]}</h2>
          <div>
            <EnlargedChart
              name={kind}
              instances={instances}
              series={series}
              scene={scene}
              zoom={1}
            />
          </div>
        </section>
      ))}
    </div>
  );
}

/** The panels that an embed was asked to show, as large as its frame allows. */
export function EmbedPanels({ options }: { readonly options: EmbedOptions }) {
  const scene = useScene();
  const instances = useInstances();
  const layer = useLayer();
  const [box, size] = useSize<HTMLDivElement>();
  const [area, room] = useSize<HTMLDivElement>();
  const { panels } = options;
  const learners = panels.includes('learners') ? instances : [];
  const maps = learners.length + Number(panels.includes('world'));
  const aspect = useMemo(() => {
    if (scene === null) return 1;
    const { kinds, rows, columns } = scene.grid;
    const { across, along } = cellsOf(kinds, rows, columns);
    return across / along;
  }, [scene]);
  const around = AROUND + (options.controls.includes('knobs') ? KNOB : READING);
  const columns = room ? fitColumns(Math.max(1, maps), room, aspect, around) : 1;
  const wide = size !== null && size.width >= 1.25 * size.height;
  return (
    <div ref={box} className={styles.panels} data-wide={wide || undefined}>
      {maps > 0 && (
        <div
          ref={area}
          className={styles.maps}
          style={{
            gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
            ['--aspect' as string]: aspect,
          }}
        >
          {scene && panels.includes('world') && <World scene={scene} />}
          {scene &&
            learners.map((instance) => (
              <Learner
                key={instance.id}
                instance={instance}
                scene={scene}
                layer={layer}
                options={options}
              />
            ))}
        </div>
      )}
      {scene && size && panels.includes('evidence') && (
        <Evidence scene={scene} height={maps > 0 && !wide ? size.height / 2 : size.height} />
      )}
    </div>
  );
}
