import { Fragment } from 'react';
import { greedyPolicy } from '../../../mdp/policies';
import { behavior } from '../../../texts/behavior';
import { pictures } from '../../../texts/pictures';
import { useModel, usePlayground, useScene } from '../../basics/context';
import { fill } from '../../basics/fill';
import { BEHAVIOR_SETTINGS } from '../../controls/behavior-settings';
import { SettingControl } from '../../controls/SettingControl';
import { Bench, Group, WhatWasDone } from '../Bench';
import editing from '../editing.module.css';
import { HistoryButtons } from '../HistoryButtons';
import styles from './behavior.module.css';
import { MarkedCell, StartFrom } from './MarkedCell';
import { MixturePanel } from './MixturePanel';
import { PaintBrushes } from './PaintBrushes';
import { PaintMap } from './PaintMap';
import { usesPainting } from './paint-draft';
import { paintedCount, paintingOfPolicy } from './painting';
import { paintingTable } from './painting-table';
import { usePaintDraft, usePaintState } from './use-paint-draft';

function PaintHistory() {
  const draft = usePaintDraft();
  const back = usePaintState(({ past }) => past.at(-1)?.name);
  const forth = usePaintState(({ future }) => future.at(-1)?.name);
  return (
    <HistoryButtons
      back={back}
      forth={forth}
      onUndo={() => draft.undo()}
      onRedo={() => draft.redo()}
    />
  );
}

/** Who collects the data now, in a sentence beside the map. */
function Standing() {
  const t = behavior();
  const count = usePaintState(({ drawn: painting, map }) => paintedCount(painting, map));
  const switched = usePaintState((state) => state.switched);
  const painted = useModel(({ settings }) => usesPainting(settings));
  const given = useModel(({ settings }) => settings['data.source'] === 'file');
  return (
    <p role="status" aria-label={t.standing} className={styles.standing}>
      {switched && <strong>{t.switched} </strong>}
      {painted ? t.painted(count) : t.notInUse(count)}
      {given && ` ${t.fromFile}`}
    </p>
  );
}

/** The behaviour: chosen, painted on the map, or mixed. */
export default function BehaviorTab() {
  const t = behavior();
  const draft = usePaintDraft();
  const playground = usePlayground();
  const said = usePaintState((state) => state.said);
  const kind = useModel(({ settings }) => settings.behavior);
  const runId = useModel((model) => model.runId);
  const given = useModel(({ settings }) => settings['data.source'] === 'file');
  const scene = useScene();
  const ready = scene?.problem.runId === runId ? scene : null;
  const start = (policy: Float64Array, name: string) =>
    ready && draft.paint(paintingOfPolicy(ready.grid.mdp, policy), name);
  return (
    <>
      <Bench
        toolbar={
          <div className={editing.toolbar}>
            <PaintBrushes />
            <PaintHistory />
          </div>
        }
        map={(room) => <PaintMap room={room} />}
        foot={
          <div className={editing.foot}>
            <Standing />
            <p className={editing.keys}>
              {fill(t.keys, {
                keys: ['U', 'R', 'D', 'L'].map((key, index) => (
                  <Fragment key={key}>
                    {index > 0 && ' '}
                    <kbd translate="no">{key}</kbd>
                  </Fragment>
                )),
              })}
            </p>
          </div>
        }
        download={{
          of: 'behavior',
          name: pictures().behavior,
          table: () => {
            const { map, drawn } = draft.state;
            const painted = usesPainting(playground.model.settings);
            return paintingTable(map, drawn, painted ? null : ready);
          },
        }}
        toolsLabel={t.tools}
      >
        <Group title={t.title}>
          <SettingControl settingKey="behavior" />
          {(BEHAVIOR_SETTINGS[kind] ?? []).map((key) => (
            <SettingControl key={key} settingKey={key} />
          ))}
        </Group>
        {kind === 'mixture' && <MixturePanel />}
        <MarkedCell />
        <StartFrom
          onCurrent={
            ready && !given ? () => start(ready.problem.behaviorPolicy, t.steps.fromCurrent) : null
          }
          onOptimal={
            ready ? () => start(greedyPolicy(ready.problem.optimalQ), t.steps.fromOptimal) : null
          }
        />
      </Bench>
      <WhatWasDone said={said} />
    </>
  );
}
