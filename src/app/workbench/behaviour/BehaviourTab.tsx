import { greedyPolicy } from '../../../mdp/policies';
import { pictures } from '../../../texts/pictures';
import { useModel, usePlayground, useScene } from '../../context';
import { BEHAVIOR_SETTINGS } from '../../controls/behavior-settings';
import { SettingControl } from '../../controls/SettingControl';
import { Bench, Group } from '../Bench';
import editing from '../editing.module.css';
import { History } from '../History';
import styles from './behaviour.module.css';
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
    <History back={back} forth={forth} onUndo={() => draft.undo()} onRedo={() => draft.redo()} />
  );
}

/** Who collects the data now, in a sentence beside the map. */
function Standing() {
  const count = usePaintState(({ painting, map }) => paintedCount(painting, map));
  const switched = usePaintState((state) => state.switched);
  const painted = useModel(({ settings }) => usesPainting(settings));
  const given = useModel(({ settings }) => settings['data.source'] === 'file');
  const cells = `${count} ${count === 1 ? 'cell' : 'cells'} painted`;
  const others = 'elsewhere every action is as likely.';
  return (
    <p role="status" aria-label="The behaviour" className={styles.standing}>
      {switched && (
        <strong>The behaviour is now “Painted”. Undo brings the former one back. </strong>
      )}
      {painted
        ? `${cells}; ${others}`
        : `${cells}; another behaviour collects, drawn faintly. Painting replaces it.`}
      {given && ' The data on show come from a file, so that nothing is collected.'}
    </p>
  );
}

/** The behaviour: chosen, painted on the map, or mixed. */
export default function BehaviourTab() {
  const draft = usePaintDraft();
  const playground = usePlayground();
  const said = usePaintState((state) => state.said);
  const behavior = useModel(({ settings }) => String(settings.behavior));
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
              Drag to paint, with Shift a rectangle. <kbd>U</kbd> <kbd>R</kbd> <kbd>D</kbd>{' '}
              <kbd>L</kbd> paint; Shift and an arrow key weigh.
            </p>
          </div>
        }
        download={{
          of: 'behaviour',
          name: pictures().behaviour,
          table: () => {
            const { map, painting } = draft.state;
            const painted = usesPainting(playground.model.settings);
            return paintingTable(map, painting, painted ? null : ready);
          },
        }}
        toolsLabel="Tools of the behaviour"
      >
        <Group title="Behaviour">
          <SettingControl settingKey="behavior" />
          {(BEHAVIOR_SETTINGS[behavior] ?? []).map((key) => (
            <SettingControl key={key} settingKey={key} />
          ))}
        </Group>
        {behavior === 'mixture' && <MixturePanel />}
        <MarkedCell />
        <StartFrom
          onCurrent={
            ready && !given
              ? () => start(ready.problem.behaviorPolicy, 'painted from the behaviour')
              : null
          }
          onOptimal={
            ready
              ? () => start(greedyPolicy(ready.problem.optimalQ), 'painted from the optimum')
              : null
          }
        />
      </Bench>
      <div className="visually-hidden" role="status" aria-label="What was done">
        {said}
      </div>
    </>
  );
}
