import { useMemo } from 'react';
import { verdict as texts } from '../../texts/verdict';
import { useInstances, useModel, usePlayground, useScene, useScheme } from '../basics/context';
import { NewVersion } from '../part/Fault';
import { showsVerdict } from '../state/ending';
import type { FirstLie as Lie } from '../state/first-lie';
import { toleranceIn } from '../state/grid';
import type { InstanceView } from '../state/instances';
import {
  answerOf,
  headlineOf,
  type LearnerVerdict,
  settlingOf,
  verdictsOf,
} from '../state/verdict';
import { KeepSwitch, Stale } from './Stale';
import { TryIt } from './TryIt';
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
    const tolerance = toleranceIn(scene.problem);
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

/** A sentence with the short names of learners in it, each in its hue. */
function Named({
  sentence,
  instances,
}: {
  readonly sentence: string;
  readonly instances: readonly InstanceView[];
}) {
  const names = instances
    .map(({ short }) => short.replace(/[^\w\s]/g, '\\$&'))
    .sort((one, other) => other.length - one.length);
  if (names.length === 0) return sentence;
  const pieces = sentence.split(new RegExp(`(?<![\\w-])(${names.join('|')})(?![\\w-])`));
  return pieces.map((piece, i) => {
    const instance = instances.find(({ short }) => short === piece);
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence never change their order.
    return instance ? <Name key={i} instance={instance} short /> : piece;
  });
}

/** Training waits: the first time that anybody believes in more than is possible. */
function FirstLie({
  lie: { instance, believed, optimal },
  instances,
}: {
  readonly lie: Lie;
  readonly instances: readonly InstanceView[];
}) {
  const t = texts();
  const playground = usePlayground();
  const name = instances.find(({ id }) => id === instance)?.short ?? instance;
  return (
    <p className={styles.headline} role="status">
      <Named sentence={t.firstLie(name, believed, optimal)} instances={instances} />{' '}
      <button type="button" className={styles.choice} onClick={() => playground.run()}>
        {t.goOn}
      </button>
    </p>
  );
}

/** What the stage shows in one sentence, and at the verdict how that compares with what was predicted. */
export function Headline() {
  const instances = useInstances();
  const verdicts = useVerdicts();
  const over = useModel(showsVerdict);
  const ending = useModel((model) => model.ending);
  const truth = useModel((model) => model.snapshot?.truth ?? null);
  const prediction = useModel((model) => model.prediction);
  const waiting = useModel(({ firstLie, status }) => (status === 'running' ? null : firstLie));
  if (waiting !== null) return <FirstLie lie={waiting} instances={instances} />;
  return (
    <>
      <p className={styles.headline} data-printed aria-hidden="true">
        {verdicts !== null && truth !== null && (
          <Named sentence={headlineOf(verdicts, truth, over)} instances={instances} />
        )}{' '}
        {over && verdicts !== null && (
          <span className={styles.answer}>{answerOf(prediction, verdicts)}</span>
        )}
      </p>
      {/* Said once, where it stands; what changes with every measurement is not read out. */}
      <p className="visually-hidden" aria-live="polite">
        {over && verdicts !== null && truth !== null && ending !== null
          ? [headlineOf(verdicts, truth, over), answerOf(prediction, verdicts), settlingOf(ending)]
              .filter(Boolean)
              .join(' ')
          : ''}
      </p>
    </>
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
        <>
          <div className={styles.top}>
            <Headline />
            <span className={styles.offers}>
              <Stale />
              <TryIt />
              <KeepSwitch />
            </span>
          </div>
          <Sentences />
        </>
      )}
    </section>
  );
}
