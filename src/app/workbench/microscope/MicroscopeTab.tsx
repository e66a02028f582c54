import { Button, SegmentedControl } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { worstRow } from '../../../experiment/worst-row';
import { microscope as texts } from '../../../texts/microscope';
import { startExaminer } from '../../../worker/microscope/client';
import { type Scene, useInstances, useModel, usePlayground, useScene } from '../../basics/context';
import type { InstanceView } from '../../state/instances';
import type { Model } from '../../state/model';
import { shownLearner, shownOf } from '../../state/seeds';
import { lookAsked } from '../opened';
import { Microscope } from './microscope';
import styles from './microscope.module.css';
import { RowMap } from './RowMap';
import { RowPicker } from './RowPicker';
import { SlowMotion } from './SlowMotion';
import type { Stage } from './stages/types';

/** The row on which the first learner with values errs the most; the first where nothing is learned yet. */
function firstRow({ settings, frame, problem, snapshot }: Model): number {
  if (problem === null || !snapshot?.step) return 0;
  const shown = shownOf(settings);
  const tables = Object.values(frame?.learners ?? {}).map((seeds) =>
    shownLearner(seeds, shown === 'mean' ? 0 : shown),
  );
  const q = tables.find((table) => table?.q)?.q ?? null;
  const { transitions, world, optimalQ, counts } = problem;
  return q === null ? 0 : worstRow(transitions, world.gamma, q, optimalQ, counts);
}

/** The microscope of this page while its tab is on show. */
function useMicroscope(): Microscope | null {
  const playground = usePlayground();
  const [microscope, setMicroscope] = useState<Microscope | null>(null);
  useEffect(() => {
    const made = new Microscope(
      playground,
      startExaminer,
      lookAsked()?.row ?? firstRow(playground.model),
    );
    setMicroscope(made);
    return () => made.dispose();
  }, [playground]);
  return microscope;
}

/** One backup in slow motion: a row of the dataset, and what every learner's loss makes of it. */
export default function MicroscopeTab() {
  const playground = usePlayground();
  const scene = useScene();
  const instances = useInstances();
  const microscope = useMicroscope();
  if (scene === null || microscope === null)
    return <p className={styles.loading}>{texts().loading}</p>;
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
  const t = texts();
  const { row, found, fault } = useStore(microscope.store);
  const frame = useModel((model) => model.frame);
  const running = useModel((model) => model.status === 'running');
  const shown = useModel((model) => shownOf(model.settings));
  const playground = usePlayground();
  const [wanted, setWanted] = useState(lookAsked()?.instance ?? instances[0]?.id ?? '');
  const instance = instances.find(({ id }) => id === wanted) ?? instances[0];
  const [stage, setStage] = useState<Stage | null>(null);
  const { problem } = scene;
  const rows = problem.transitions.size;
  const update =
    found?.datasetHash === problem.datasetHash && found.row < rows
      ? found.updates.find(({ id }) => id === instance?.id)
      : undefined;
  if (!instance) return <p className={styles.loading}>{t.noLearner}</p>;
  const values = shownLearner(frame?.learners[instance.id], shown === 'mean' ? 0 : shown);
  const worst = () =>
    microscope.choose(
      worstRow(
        problem.transitions,
        problem.world.gamma,
        values?.q ?? null,
        problem.optimalQ,
        problem.counts,
      ),
    );
  return (
    <div className={styles.tab}>
      <div className={styles.head}>
        <SegmentedControl
          size="xs"
          aria-label={t.learner}
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
          {found ? t.atStep(found.step) : t.waiting}
          <Button
            variant="subtle"
            size="compact-xs"
            onClick={() => (running ? playground.pause() : playground.run())}
          >
            {running ? t.pauseTraining : t.trainOn}
          </Button>
        </span>
      </div>
      {fault && (
        <p className={styles.fault} role="alert">
          {fault}{' '}
          <button type="button" onClick={() => microscope.look()}>
            {t.lookAgain}
          </button>
        </p>
      )}
      <div className={styles.body}>
        <RowMap
          scene={scene}
          instance={instance}
          row={found?.row ?? row}
          carried={stage?.carried ?? null}
          onChoose={(next) => microscope.choose(next)}
        />
        {update && found ? (
          <SlowMotion
            key={instance.id}
            scene={scene}
            instance={instance}
            update={update}
            row={found.row}
            onStage={setStage}
          />
        ) : (
          <p className={styles.loading}>{t.looking}</p>
        )}
      </div>
    </div>
  );
}
