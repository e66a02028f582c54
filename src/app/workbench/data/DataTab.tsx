import { SegmentedControl } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { memo, useCallback, useEffect, useMemo, useState } from 'react';
import type { Region } from '../../../data/edits';
import { episodesOf } from '../../../data/episodes';
import type { ActionName } from '../../../mdp/types';
import { data } from '../../../texts/data';
import { pictures } from '../../../texts/pictures';
import { type Scene, useModel, useScene } from '../../basics/context';
import { countTable } from '../../pictures/map-tables';
import { Bench, Group, WhatWasDone } from '../Bench';
import { HistoryButtons } from '../HistoryButtons';
import type { Way } from '../replay/draw-episode';
import { usePlayer } from '../replay/player';
import { ReplayControls } from '../replay/ReplayControls';
import { AddEdits } from './AddEdits';
import { DataMap } from './DataMap';
import styles from './data.module.css';
import { EditsPanel } from './EditsPanel';
import { EpisodeRows } from './EpisodeRows';
import { EpisodesPanel } from './EpisodesPanel';
import { LookBar, LookLegend } from './LookBar';
import { type Look, valuesOf } from './layers';
import { MarkedPanel } from './MarkedPanel';
import { markedRegion, UNMARKED } from './marking';
import { ReturnsChart } from './ReturnsChart';
import { useEditList, useEditListState } from './use-edit-list';
import { WorthTable } from './WorthTable';

const Undo = memo(function Undo() {
  const list = useEditList();
  const back = useEditListState(({ past }) => past.at(-1)?.name);
  const forth = useEditListState(({ future }) => future.at(-1)?.name);
  return (
    <HistoryButtons
      back={back}
      forth={forth}
      onUndo={() => list.undo()}
      onRedo={() => list.redo()}
    />
  );
});

/** The states and actions of an episode, for its replay. */
function wayOf({ problem }: Scene, first: number, end: number): Way {
  const { state, nextState, action } = problem.transitions;
  const path = new Int32Array(end - first + 1);
  path.set(state.subarray(first, end));
  path[end - first] = nextState[end - 1];
  return { path, actions: action.subarray(first, end) };
}

/** The dataset: what is in it, and what is done to it on purpose. */
export default function DataTab() {
  const scene = useScene();
  if (scene === null) return <p className={styles.loading}>{data().collecting}</p>;
  return <DataBench scene={scene} />;
}

function DataBench({ scene }: { readonly scene: Scene }) {
  const t = data();
  const list = useEditList();
  const done = useEditListState((state) => state.said);
  const current = useModel((model) => model.problem?.runId === model.runId);
  const [side, setSide] = useState('surgery');
  const [look, setLook] = useState<Look>({ fill: 'pairs', arrows: 'none' });
  const [marking, setMarking] = useState(UNMARKED);
  const [pointed, setPointed] = useState<Region | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const { problem, grid } = scene;
  const { rows, columns } = grid;

  // A mark of another map would lie beside it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the size is what it hangs on
  useEffect(() => setMarking(UNMARKED), [rows, columns]);
  useEffect(() => setSaid(done), [done]);

  const episodes = useMemo(
    () => episodesOf(grid.mdp, problem.transitions),
    [grid, problem.transitions],
  );
  const { corners } = marking;
  const region = useMemo(() => markedRegion({ corners }, columns), [corners, columns]);
  const episode = chosen !== null && chosen < episodes.count ? chosen : null;
  const first = episode === null ? 0 : episodes.starts[episode];
  const length = episode === null ? 0 : episodes.lengths[episode];
  const way = useMemo(
    () => (length === 0 ? null : wayOf(scene, first, first + length)),
    [scene, first, length],
  );
  const player = usePlayer(`${problem.datasetHash} ${episode}`, length);

  const erase = useCallback(
    (action?: ActionName) => {
      if (region) list.add(action ? { kind: 'erase', region, action } : { kind: 'erase', region });
    },
    [list, region],
  );

  return (
    <div className={styles.tab} data-stale={!current || undefined}>
      <Bench
        toolbar={
          <div className={styles.toolbar}>
            <LookBar look={look} onChange={setLook} />
            <Undo />
          </div>
        }
        map={(room) => (
          <DataMap
            scene={scene}
            room={room}
            look={look}
            marking={marking}
            onMark={setMarking}
            pointed={pointed}
            way={side === 'episodes' ? way : null}
            player={player}
            onErase={erase}
            onSay={setSaid}
          />
        )}
        foot={
          <div className={styles.foot}>
            <LookLegend scene={scene} fill={look.fill} />
            <p className={styles.keys}>{t.keys} </p>
          </div>
        }
        download={{
          of: 'data',
          name: pictures().dataOnMap,
          table: () => countTable(grid, problem.counts, valuesOf(scene, look).policy),
        }}
        toolsLabel={t.tools}
      >
        <SegmentedControl
          size="xs"
          fullWidth
          className={styles.sides}
          aria-label={t.sides}
          value={side}
          onChange={setSide}
          data={[
            { value: 'surgery', label: t.surgery },
            { value: 'episodes', label: t.episodes },
          ]}
        />
        {side === 'surgery' ? (
          <>
            <WorthTable scene={scene} />
            {problem.warnings.map((warning) => (
              <p key={warning} className={styles.warning}>
                <TriangleAlert size={15} aria-hidden="true" /> {warning}
              </p>
            ))}
            <MarkedPanel scene={scene} region={region} onErase={erase} />
            <EditsPanel reports={problem.surgery.reports} marked={region} onPoint={setPointed} />
            <AddEdits returns={episodes.returns} />
          </>
        ) : (
          <>
            <Group title={t.returns}>
              <ReturnsChart returns={episodes.returns} behavior={problem.truth.behavior} />
            </Group>
            <EpisodesPanel
              scene={scene}
              episodes={episodes}
              region={region}
              chosen={episode}
              onChoose={setChosen}
            />
            {episode !== null && (
              <Group title={t.episode(episode + 1)}>
                <ReplayControls player={player} />
                <EpisodeRows scene={scene} first={first} length={length} player={player} />
              </Group>
            )}
          </>
        )}
      </Bench>
      <WhatWasDone said={said} />
    </div>
  );
}
