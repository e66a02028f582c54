import { useMemo } from 'react';
import { toleranceOf, valueRange } from '../../experiment/impossible';
import { verdict as texts } from '../../texts/verdict';
import { useInstances, useModel, usePlayground, useScene, useScheme } from '../basics/context';
import { NewVersion } from '../part/Fault';
import { showsVerdict } from '../state/ending';
import type { InstanceView } from '../state/instances';
import { answerOf, type LearnerVerdict, outcomeOf, settlingOf, verdictsOf } from '../state/verdict';
import styles from './Verdict.module.css';

function Name({ instance, short }: { readonly instance: InstanceView; readonly short: boolean }) {
  const scheme = useScheme();
  return (
    <strong
      className={styles.name}
      translate="no"
      style={{ ['--hue' as string]: instance.color[scheme] }}
    >
      {short ? instance.short : instance.label}
    </strong>
  );
}

/** The one question before the first run; pressing ▶ without an answer just runs. */
function Question({ instances }: { readonly instances: readonly InstanceView[] }) {
  const t = texts();
  const playground = usePlayground();
  const scheme = useScheme();
  const { stage, chosen } = useModel((model) => model.prediction);
  const asks = stage === 'asking';
  return (
    <div className={styles.question}>
      <p className={styles.ask}>{asks ? t.ask(instances.length) : t.asked}</p>
      {asks && (
        <div className={styles.choices}>
          {instances.map((instance) => {
            const on = chosen.includes(instance.id);
            const color = instance.color[scheme];
            return (
              <button
                key={instance.id}
                type="button"
                className={styles.choice}
                aria-pressed={on}
                style={
                  on
                    ? { background: color, borderColor: color, color: 'var(--ink-on-ink)' }
                    : { borderColor: color, color }
                }
                onClick={() => playground.predict(instance.id)}
              >
                {on ? '✓ ' : ''}
                <span translate="no">{instance.label}</span>
              </button>
            );
          })}
          <button type="button" className={styles.skip} onClick={() => playground.closeQuestion()}>
            {t.surprise}
          </button>
        </div>
      )}
      <p className={styles.hint}>{chosen.length > 0 ? t.guessed : t.guess}</p>
    </div>
  );
}

/** The verdicts at the last measurement; null before there is one. */
function useVerdicts(): readonly LearnerVerdict[] | null {
  const instances = useInstances();
  const scene = useScene();
  const snapshot = useModel((model) => model.snapshot);
  return useMemo(() => {
    if (scene === null || snapshot === null) return null;
    const tolerance = toleranceOf(valueRange(scene.grid.mdp, scene.problem.optimalQ));
    return verdictsOf(snapshot, instances, tolerance);
  }, [instances, scene, snapshot]);
}

/** What became of it, a sentence a learner. */
function Sentences() {
  const verdicts = useVerdicts();
  return (
    <div
      className={styles.sentences}
      data-many={(verdicts?.length ?? 0) > 4 || undefined}
      data-seeds={verdicts?.some(({ seeds }) => seeds > 1) || undefined}
    >
      {verdicts?.map(({ instance, arrival, pace, account, seeds }) => (
        <p key={instance.id} className={styles.sentence}>
          <span>
            {/* Counting seeds takes the room of the long name. */}
            <Name instance={instance} short={seeds > 1} /> {arrival}
            {pace && <span className="visually-hidden">, </span>}
          </span>
          <small>{pace ? `${pace}; ${account}` : account}</small>
        </p>
      ))}
    </div>
  );
}

/** Who arrives, in one sentence, and how that compares with what was predicted. */
export function Outcome() {
  const verdicts = useVerdicts();
  const over = useModel(showsVerdict);
  const ending = useModel((model) => model.ending);
  const prediction = useModel((model) => model.prediction);
  return (
    <p className={styles.outcome} aria-live="polite" data-printed>
      {over && verdicts !== null && (
        <>
          <strong>{outcomeOf(verdicts)}</strong> {answerOf(prediction, verdicts)}{' '}
          {ending !== null && (
            // The steps beside it show where a run has settled; who hears the page hears it here.
            <span className={ending.reason === 'settled' ? 'visually-hidden' : undefined}>
              {settlingOf(ending)}
            </span>
          )}
        </>
      )}
    </p>
  );
}

/** The verdict in large type; before the first run the question it will answer. */
export function Verdict() {
  const instances = useInstances();
  const failure = useModel((model) => model.failure);
  const untouched = useModel((model) => model.status === 'idle' && model.step === 0);
  return (
    <section className={styles.verdict} aria-label={texts().title} data-part="verdict">
      {failure !== null ? (
        <p role="alert" className={styles.failure}>
          {failure}
          <NewVersion />
        </p>
      ) : untouched ? (
        <Question instances={instances} />
      ) : (
        <Sentences />
      )}
    </section>
  );
}
