import { Button } from '@mantine/core';
import { ChevronLeft, ChevronRight, Pause, Play, StepForward } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { RowUpdate } from '../../../experiment/microscope';
import { settingOf } from '../../../experiment/settings/describe';
import { microscope } from '../../../texts/microscope';
import { type Scene, useModel, useScheme } from '../../basics/context';
import { describePlace } from '../../map/describe';
import type { InstanceView } from '../../state/instances';
import { putInOf } from '../../state/put-in';
import { ActionBars } from './ActionBars';
import styles from './microscope.module.css';
import { stagesOf } from './stages/stages';
import type { RowContext, Stage } from './stages/types';

/** Milliseconds a stage stands while it plays: time to read two sentences. */
const STAGE = 4500;

/** Where truth is put into the targets of an instance; null where none can be. */
function useOracle(scene: Scene, instance: InstanceView): RowContext['oracle'] {
  const settings = useModel((model) => model.settings);
  return useMemo(() => putInOf(scene, settings, instance), [scene, settings, instance]);
}

function contextOf(
  { problem, grid }: Scene,
  row: number,
  oracle: RowContext['oracle'],
): RowContext {
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
    oracle,
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
    <section className={styles.card} aria-label={microscope().now} aria-live="polite">
      <h3>{stage.title}</h3>
      <p>{stage.text}</p>
      {stage.formula && <p className={styles.formula}>{stage.formula}</p>}
      {stage.bars.map((bars) => (
        <ActionBars key={bars.title} bars={bars} range={scene.ranges} color={color} />
      ))}
    </section>
  );
}

/** The stages of one learner's update, one after the other: played, stepped, or chosen. */
export function SlowMotion({
  scene,
  instance,
  update,
  row,
  onStage,
}: {
  readonly scene: Scene;
  readonly instance: InstanceView;
  readonly update: RowUpdate;
  readonly row: number;
  /** Told of the stage that stands, and of none at the end. */
  readonly onStage: (stage: Stage | null) => void;
}) {
  const t = microscope();
  const scheme = useScheme();
  const softmax = useModel(
    ({ settings }) => settingOf(settings, `${instance.id}.backup`) === 'softmax',
  );
  const oracle = useOracle(scene, instance);
  const stages = useMemo(
    () => stagesOf(contextOf(scene, row, oracle), update, softmax),
    [scene, row, oracle, update, softmax],
  );
  const playback = usePlayback(stages.length);
  const stage = stages[playback.at];
  useEffect(() => {
    onStage(stage);
    return () => onStage(null);
  }, [stage, onStage]);
  return (
    <div className={styles.motion}>
      <div className={styles.transport}>
        <Button
          variant="default"
          size="xs"
          leftSection={<ChevronLeft size={15} />}
          disabled={playback.at === 0}
          onClick={() => playback.go(playback.at - 1)}
        >
          {t.back}
        </Button>
        <Button
          variant="default"
          size="xs"
          leftSection={playback.playing ? <Pause size={14} /> : <Play size={14} />}
          onClick={playback.toggle}
        >
          {playback.playing ? t.pause : t.play}
        </Button>
        <Button
          variant="default"
          size="xs"
          leftSection={<StepForward size={14} />}
          disabled={playback.at === stages.length - 1}
          onClick={() => playback.go(playback.at + 1)}
        >
          {t.step}
        </Button>
        <span className={styles.count}>{t.stageOf(playback.at + 1, stages.length)} </span>
      </div>
      <ol className={styles.stages} aria-label={t.stages}>
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
