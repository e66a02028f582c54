import { describe } from '../../experiment/settings/describe';
import { instanceSettings } from '../../experiment/settings/instances';
import { putsTruthIn } from '../../learners/oracle';
import { download } from '../../texts/download';
import { panels } from '../../texts/panels';
import { useInstances, useModel, usePlayground, useScheme } from '../basics/context';
import { HelpLabel } from '../controls/HelpLabel';
import { ChoiceControl } from '../controls/SettingControl';
import type { Layer } from '../map/layer';
import { part } from '../part/part';
import { Download } from '../pictures/Download';
import { onlineSince } from '../state/online';
import { shownOf } from '../state/seeds';
import { Column } from './Column';
import { LearnerCard } from './LearnerCard';
import { READABLE_CELL, useCells } from './MapSlot';
import styles from './panels.module.css';
import { usePinned } from './pinned';
import { useLaterScene, useMapRanges } from './ranges';

const Comparison = part(() => import('./Comparison'), { waiting: () => null });
const MapLegend = part(() => import('../map/MapLegend'), { waiting: () => null });

/** What the maps show. */
export function useLayer(): Layer {
  return useModel((model) => model.settings.layer);
}

/** Chooses what the maps show. */
export function LayerSwitch() {
  const playground = usePlayground();
  const layer = useLayer();
  const seeds = useModel((model) => model.settings.seeds);
  const description = describe('layer', playground.model.settings);
  if (description.type !== 'choice') return null;
  return (
    <ChoiceControl
      name={panels().mapsShow}
      description={description}
      value={layer}
      roomy={seeds < 2}
      onChange={(next) => playground.change({ layer: next })}
    />
  );
}

/** Up to this many seeds stand side by side; more open as a list. */
const SIDE_BY_SIDE = 6;

/** Which of several seeds the maps show; nothing where there is only one. */
function SeedSwitch() {
  const t = panels();
  const playground = usePlayground();
  const seeds = useModel((model) => model.settings.seeds);
  const shown = useModel(({ settings }) => shownOf(settings));
  const description = describe('shownSeed', playground.model.settings);
  if (seeds < 2) return null;
  const listed = seeds > SIDE_BY_SIDE;
  const choice = {
    type: 'choice' as const,
    label: description.label,
    help: description.help,
    scope: description.scope,
    default: '1',
    options: [
      ...Array.from({ length: seeds }, (_, i) => ({
        value: String(i + 1),
        label: listed ? t.seedAt(i + 1) : String(i + 1),
      })),
      { value: '0', label: t.meanOfSeeds },
    ],
  };
  return (
    <div className={styles.seeds} data-listed={listed || undefined}>
      {!listed && <HelpLabel description={{ ...choice, label: t.seed }} />}
      <ChoiceControl
        name={t.shownSeed}
        description={choice}
        value={shown === 'mean' ? '0' : String(shown + 1)}
        onChange={(next) => playground.change({ shownSeed: Number(next) })}
      />
    </div>
  );
}

/** Width of a card beside its map, in CSS pixels. */
const AROUND_MAP = 28;
/** Width of the least map whose knob and bar still have room under and over it. */
const LEAST_MAP = 196;

/** Effect: what each learner makes of the same data, on one scale. */
export function Learners() {
  const instances = useInstances();
  const scene = useLaterScene();
  const scheme = useScheme();
  const layer = useLayer();
  const readable = AROUND_MAP + Math.max(LEAST_MAP, useCells().across * READABLE_CELL);
  const pinned = usePinned();
  const ranges = useMapRanges(scene, layer);
  const tries = useModel((model) => onlineSince(model) !== null);
  const dims = instances.some(({ method }) => method.consults === 'data');
  const truths = useModel(({ settings }) =>
    settings.learners.some((id) => putsTruthIn(instanceSettings(settings, id))),
  );
  return (
    <Column
      number={2}
      title={panels().learners}
      aside={
        <div className={`no-print ${styles.switches}`}>
          <SeedSwitch />
          <LayerSwitch />
          <Download
            of="maps"
            name={download().allLearners}
            {...(ranges ? { legend: { layer, ranges } } : {})}
          />
        </div>
      }
    >
      {pinned && <Comparison />}
      <div
        className={styles.learners}
        data-count={instances.length}
        data-swiped
        style={{ ['--readable' as string]: `${readable}px` }}
      >
        {instances.map((instance) => (
          <LearnerCard
            key={instance.id}
            instance={instance}
            scene={scene}
            layer={layer}
            ranges={ranges}
          />
        ))}
      </div>
      <div className={styles.legend} data-part="legend">
        {ranges && (
          <MapLegend
            layer={layer}
            ranges={ranges}
            scheme={scheme}
            dims={dims}
            tries={tries}
            truths={truths}
          />
        )}
      </div>
    </Column>
  );
}
