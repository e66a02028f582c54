import { Button, SegmentedControl } from '@mantine/core';
import { ChevronLeft, ChevronRight, Pause, Play, StepForward } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { RowUpdate } from '../../../experiment/microscope';
import { worstRow } from '../../../experiment/worst-row';
import {
  type Scene,
  useInstances,
  useModel,
  usePlayground,
  useScene,
  useScheme,
} from '../../context';
import type { InstanceView } from '../../instances';
import { describePlace } from '../../map/describe';
import { formatCount } from '../../map/format';
import { HeatMap } from '../../map/HeatMap';
import { useStillness } from '../../map/hooks';
import { shownLearner, shownOf } from '../../seeds';
import { ActionBars } from './ActionBars';
import { Microscope } from './microscope';
import styles from './microscope.module.css';
import { RowPicker } from './RowPicker';
import { stagesOf } from './stages/stages';
import type { RowContext, Stage } from './stages/types';

/** Milliseconds a stage stands while it plays: time to read two sentences. */
const STAGE = 4500;

/** The microscope of this page while its tab is on show. */
function useMicroscope(): Microscope | null {
  const playground = usePlayground();
  const [microscope, setMicroscope] = useState<Microscope | null>(null);
  useEffect(() => {
    const made = new Microscope(
      playground,
      () =>
        new Worker(new URL('../../../worker/microscope-entry.ts', import.meta.url), {
          type: 'module',
        }),
    );
    setMicroscope(made);
    return () => made.dispose();
  }, [playground]);
  return microscope;
}

function contextOf({ problem, grid }: Scene, row: number): RowContext {
  const { state, action, reward, nextState, terminal, truncated } = problem.transitions;
  return {
    state: state[row],
    action: action[row],
    reward: reward[row],
    nextState: nextState[row],
    terminal: terminal[row] === 1,
    truncated: truncated[row] === 1,
    counts: problem.counts,
    optimalQ: problem.optimalQ,
    gamma: problem.world.gamma,
    place: (of) => describePlace(grid, of),
  };
}

/** Plays, steps and goes back through the stages; holds the stage when the numbers change. */
function usePlayback(length: number) {
  const [at, setAt] = useState(0);
  const [playing, setPlaying] = useState(false);
  const here = Math.min(at, Math.max(0, length - 1));
  const last = here >= length - 1;
  useEffect(() => {
    if (!playing || length === 0) return;
    const timer = setTimeout(() => {
      if (last) setPlaying(false);
      else setAt(here + 1);
    }, STAGE);
    return () => clearTimeout(timer);
  }, [playing, here, last, length]);
  return {
    at: here,
    playing,
    go(to: number) {
      setPlaying(false);
      setAt(Math.max(0, Math.min(length - 1, to)));
    },
    toggle() {
      if (!playing && last) setAt(0);
      setPlaying(!playing);
    },
  };
}

function StageCard({
  stage,
  scene,
  color,
}: {
  readonly stage: Stage;
  readonly scene: Scene;
  readonly color: string;
}) {
  return (
    <section className={styles.card} aria-label="What happens now" aria-live="polite">
      <h3>{stage.title}</h3>
      <p>{stage.text}</p>
      {stage.formula && <p className={styles.formula}>{stage.formula}</p>}
      {stage.bars.map((bars) => (
        <ActionBars key={bars.title} bars={bars} range={scene.ranges} color={color} />
      ))}
    </section>
  );
}

function SlowMotion({
  scene,
  instance,
  update,
  row,
}: {
  readonly scene: Scene;
  readonly instance: InstanceView;
  readonly update: RowUpdate;
  readonly row: number;
}) {
  const scheme = useScheme();
  const still = useStillness();
  const softmax = useModel(({ settings }) => settings[`${instance.id}.backup`] === 'softmax');
  const stages = useMemo(
    () => stagesOf(contextOf(scene, row), update, softmax),
    [scene, row, update, softmax],
  );
  const playback = usePlayback(stages.length);
  const stage = stages[playback.at];
  return (
    <div className={styles.motion} data-still={still || undefined}>
      <div className={styles.transport}>
        <Button
          variant="default"
          size="xs"
          leftSection={<ChevronLeft size={15} />}
          disabled={playback.at === 0}
          onClick={() => playback.go(playback.at - 1)}
        >
          Back
        </Button>
        <Button
          variant="default"
          size="xs"
          leftSection={playback.playing ? <Pause size={14} /> : <Play size={14} />}
          onClick={playback.toggle}
        >
          {playback.playing ? 'Pause' : 'Play'}
        </Button>
        <Button
          variant="default"
          size="xs"
          leftSection={<StepForward size={14} />}
          disabled={playback.at === stages.length - 1}
          onClick={() => playback.go(playback.at + 1)}
        >
          Step
        </Button>
        <span className={styles.count}>
          {playback.at + 1} of {stages.length}
        </span>
      </div>
      <ol className={styles.stages} aria-label="Stages of the update">
        {stages.map(({ id, title }, i) => (
          <li key={id}>
            <button
              type="button"
              aria-current={i === playback.at ? 'step' : undefined}
              data-past={i < playback.at || undefined}
              onClick={() => playback.go(i)}
            >
              <ChevronRight size={13} aria-hidden="true" /> {title}
            </button>
          </li>
        ))}
      </ol>
      <StageCard stage={stage} scene={scene} color={instance.color[scheme]} />
    </div>
  );
}

function RowMap({
  scene,
  instance,
  row,
  onChoose,
}: {
  readonly scene: Scene;
  readonly instance: InstanceView;
  readonly row: number;
  readonly onChoose: (row: number) => void;
}) {
  const scheme = useScheme();
  const frame = useModel((model) => model.frame);
  const shown = useModel((model) => shownOf(model.settings));
  const values = useMemo(
    () => shownLearner(frame?.learners[instance.id], shown === 'mean' ? 0 : shown),
    [frame, instance.id, shown],
  );
  const { state, nextState } = scene.problem.transitions;
  return (
    <div className={styles.map}>
      <HeatMap
        grid={scene.grid}
        layer={instance.kind === 'bc' ? 'counts' : 'q'}
        values={values}
        counts={scene.problem.counts}
        ranges={scene.ranges}
        label={`${instance.label}, the row under the microscope`}
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
      <p className={styles.hint}>
        Outlined: s, and s′ where the row led. Choose a cell to look at its rows, one after the
        other.
      </p>
    </div>
  );
}

/** One backup in slow motion: a row of the dataset, and what every learner's loss makes of it. */
export default function MicroscopeTab() {
  const playground = usePlayground();
  const scene = useScene();
  const instances = useInstances();
  const microscope = useMicroscope();
  if (scene === null || microscope === null) return <p className={styles.loading}>Loading …</p>;
  return (
    <Stand
      microscope={microscope}
      scene={scene}
      instances={instances}
      key={playground.model.runId}
    />
  );
}

function Stand({
  microscope,
  scene,
  instances,
}: {
  readonly microscope: Microscope;
  readonly scene: Scene;
  readonly instances: readonly InstanceView[];
}) {
  const { row, found, fault } = useStore(microscope.store);
  const frame = useModel((model) => model.frame);
  const running = useModel((model) => model.status === 'running');
  const shown = useModel((model) => shownOf(model.settings));
  const playground = usePlayground();
  const [wanted, setWanted] = useState(instances[0]?.id ?? '');
  const instance = instances.find(({ id }) => id === wanted) ?? instances[0];
  const { problem } = scene;
  const rows = problem.transitions.size;
  const update =
    found?.datasetHash === problem.datasetHash && found.row < rows
      ? found.updates.find(({ id }) => id === instance?.id)
      : undefined;
  if (!instance) return <p className={styles.loading}>No learner is switched on.</p>;
  const values = shownLearner(frame?.learners[instance.id], shown === 'mean' ? 0 : shown);
  const worst = () =>
    microscope.choose(
      worstRow(problem.transitions, problem.world.gamma, values?.q ?? null, problem.optimalQ),
    );
  return (
    <div className={styles.tab}>
      <div className={styles.head}>
        <SegmentedControl
          size="xs"
          aria-label="Learner"
          value={instance.id}
          onChange={setWanted}
          data={instances.map(({ id, short }) => ({ value: id, label: short }))}
        />
        <RowPicker
          row={Math.min(row, rows - 1)}
          rows={rows}
          learner={instance.short}
          onChange={(next) => microscope.choose(next)}
          onWorst={values === null ? null : worst}
        />
        <span className={styles.when}>
          {found ? `networks at step ${formatCount(found.step)}` : 'waiting for the networks …'}
          <Button
            variant="subtle"
            size="compact-xs"
            onClick={() => (running ? playground.pause() : playground.run())}
          >
            {running ? 'Pause training' : 'Train on'}
          </Button>
        </span>
      </div>
      {fault && (
        <p className={styles.fault} role="alert">
          {fault}{' '}
          <button type="button" onClick={() => microscope.look()}>
            Look again
          </button>
        </p>
      )}
      <div className={styles.body}>
        <RowMap
          scene={scene}
          instance={instance}
          row={found?.row ?? row}
          onChoose={(next) => microscope.choose(next)}
        />
        {update && found ? (
          <SlowMotion
            key={instance.id}
            scene={scene}
            instance={instance}
            update={update}
            row={found.row}
          />
        ) : (
          <p className={styles.loading}>Looking …</p>
        )}
      </div>
    </div>
  );
}
