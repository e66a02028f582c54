import { TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import type { ProblemView } from '../../experiment/types';
import { ACTION_COUNT } from '../../mdp/types';
import { download } from '../../texts/download';
import { formatValue } from '../../texts/format';
import { panels } from '../../texts/panels';
import { type Scene, useModel, usePlayground, useScheme } from '../basics/context';
import { fill } from '../basics/fill';
import { BEHAVIOR_SETTINGS } from '../controls/behavior-settings';
import { SettingControl } from '../controls/SettingControl';
import { HeatMap } from '../map/HeatMap';
import type { MapRoom, MapValues } from '../map/types';
import { part } from '../part/part';
import { Download } from '../pictures/Download';
import { PALETTES } from '../theme/palette';
import { Openers } from '../workbench/Openers';
import { Column } from './Column';
import { Figure } from './Figure';
import { MapSlot, PLAYGROUND_ROOM } from './MapSlot';
import styles from './panels.module.css';
import { useLaterScene } from './ranges';
import { choose } from './sheet';

const Ceilings = part(() => import('./Ceilings'), { waiting: () => null });
const SourceNote = part(() => import('./SourceNote'));

/** Pairs in the data out of all that can be taken. */
function seenPairs({ problem, grid }: Scene): { readonly seen: number; readonly all: number } {
  const { reachable, terminal, states } = grid.mdp;
  let seen = 0;
  let all = 0;
  for (let pair = 0; pair < states * ACTION_COUNT; pair++) {
    const state = Math.floor(pair / ACTION_COUNT);
    if (!reachable[state] || terminal[state]) continue;
    all += 1;
    if (problem.counts[pair] > 0) seen += 1;
  }
  return { seen, all };
}

/** The dataset on the map. */
export function DataMap({
  scene,
  ...room
}: {
  readonly scene: Scene;
} & MapRoom) {
  const playground = usePlayground();
  const scheme = useScheme();
  const hovered = useModel((model) => model.hovered);
  const pinned = useModel((model) => model.pinned);
  const values = useMemo<MapValues>(
    () => ({ q: null, trueQ: null, policy: scene.problem.behaviorPolicy, occupancy: null }),
    [scene],
  );
  return (
    <HeatMap
      grid={scene.grid}
      layer="counts"
      values={values}
      counts={scene.problem.counts}
      ranges={scene.ranges}
      label={panels().dataset}
      color={PALETTES[scheme].ink}
      scheme={scheme}
      selected={pinned}
      hovered={hovered}
      onHover={(state) => playground.hover(state)}
      onSelect={(state) => choose(playground, state)}
      arrows={false}
      {...room}
    />
  );
}

function Figures({ scene }: { readonly scene: Scene | null }) {
  const t = panels();
  const pairs = useMemo(() => scene && seenPairs(scene), [scene]);
  const truth = scene?.problem.truth;
  const number = (value: number | undefined) => (value === undefined ? '–' : formatValue(value));
  return (
    <div className={styles.figures}>
      <Figure
        place="truth:pairs"
        value={pairs ? t.pairs.value(pairs.seen, pairs.all) : '–'}
        words={t.pairs.words}
        help={t.pairs.help}
      />
      <Figure place="truth:behavior" value={number(truth?.behavior)} {...t.behavior} />
      <Figure place="truth:inSupport" value={number(truth?.inSupport)} {...t.inSupport} />
      <Figure place="truth:optimal" value={number(truth?.optimal)} {...t.optimal} />
      <Ceilings truth={truth} />
    </div>
  );
}

/** Says that the map on show is none of the shipped ones, and offers the way back. */
function OwnMap() {
  const t = panels();
  const playground = usePlayground();
  const map = useModel((model) => model.settings['world.map']);
  if (map === '') return null;
  return (
    <p className={styles.caption}>
      {t.ownMap}{' '}
      <button
        type="button"
        className={styles.back}
        onClick={() => playground.change({ 'world.map': '' })}
      >
        {t.backToMap}
      </button>
    </p>
  );
}

/** Warnings of a problem, without that of its source, which the note on it says with what to do. */
function warningsBeside({ source, warnings }: ProblemView): readonly string[] {
  return source.kind === 'missing' || source.kind === 'misfit' ? warnings.slice(1) : warnings;
}

/** Cause: the world, who walked it, and the frozen data that came of it. */
export function WorldPanel() {
  const t = panels();
  const scene = useLaterScene();
  const behavior = useModel((model) => model.settings.behavior);
  const problem = scene?.problem;
  return (
    <Column
      number={1}
      title={t.world}
      aside={
        <span key={problem?.datasetHash} className={styles.dataset}>
          {problem ? t.collected(problem.transitions.size, problem.episodes) : t.collecting}
        </span>
      }
    >
      <div className={`${styles.card} ${styles.world}`} data-picture>
        <div className={styles.part}>
          <MapSlot place="map:data">
            {scene && <DataMap scene={scene} {...PLAYGROUND_ROOM} />}
          </MapSlot>
          <p className={styles.caption}>
            {fill(t.shades, { em: (words) => <em>{words}</em> })}
            <Download of="map:data" name={download().dataset} />
          </p>
          <OwnMap />
          <Openers />
        </div>
        <div className={styles.part}>
          {problem && problem.source.kind !== 'collected' && <SourceNote source={problem.source} />}
          {(problem ? warningsBeside(problem) : []).map((warning) => (
            <p key={warning} className={styles.warning}>
              <TriangleAlert size={15} aria-hidden="true" /> {warning}
            </p>
          ))}
          <div className={styles.controls}>
            <SettingControl settingKey="world" />
            <SettingControl settingKey="behavior" />
            {(BEHAVIOR_SETTINGS[behavior] ?? []).map((key) => (
              <SettingControl key={key} settingKey={key} />
            ))}
            <SettingControl settingKey="data.size" />
            <SettingControl settingKey="world.slip" />
            <SettingControl settingKey="data.seed" />
          </div>
          <Figures scene={scene} />
        </div>
      </div>
    </Column>
  );
}
