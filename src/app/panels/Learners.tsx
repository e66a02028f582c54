import { describe } from '../../experiment/settings/describe';
import { CATALOG } from '../../learners/catalog';
import { useInstances, useModel, usePlayground, useScene, useScheme } from '../context';
import { ChoiceControl } from '../controls/SettingControl';
import { MapLegend } from '../map/MapLegend';
import { LAYERS, type Layer } from '../map/types';
import { Column } from './Column';
import { LearnerCard } from './LearnerCard';
import styles from './panels.module.css';

function useLayer(): Layer {
  const layer = useModel((model) => model.settings.layer);
  return LAYERS.find((known) => known === layer) ?? 'error';
}

function LayerSwitch() {
  const playground = usePlayground();
  const layer = useLayer();
  const description = describe('layer', playground.model.settings);
  if (description.type !== 'choice') return null;
  return (
    <ChoiceControl
      name="Maps show"
      description={description}
      value={layer}
      onChange={(next) => playground.change({ layer: next })}
    />
  );
}

/** Effect: what each learner makes of the same data, on one scale. */
export function Learners() {
  const instances = useInstances();
  const scene = useScene();
  const scheme = useScheme();
  const layer = useLayer();
  const dims = instances.some(({ kind }) => CATALOG[kind].consults === 'data');
  return (
    <Column number={2} title="Learners" aside={<LayerSwitch />}>
      <div className={styles.learners} data-count={instances.length}>
        {instances.map((instance) => (
          <LearnerCard key={instance.id} instance={instance} scene={scene} layer={layer} />
        ))}
      </div>
      <div className={styles.legend}>
        {scene && <MapLegend layer={layer} ranges={scene.ranges} scheme={scheme} dims={dims} />}
      </div>
    </Column>
  );
}
