import { useCallback, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { settingOf } from '../../experiment/settings/describe';
import { formatCount } from '../../texts/format';
import { presenter } from '../../texts/presenter';
import { useModel, usePlayground } from '../basics/context';
import { fill } from '../basics/fill';
import { byKey } from '../basics/keys';
import { Steps } from '../shell/Steps';
import { ActStageView } from './ActStage';
import { type Act, LECTURE, wordsOf } from './acts';
import { Notes, useNotesWindow } from './Notes';
import styles from './presenter.module.css';

/** What a key does in the lecture; clickers send the page keys. */
const KEYS: Readonly<Record<string, 'next' | 'back' | 'run' | 'reset' | 'notes' | 'leave'>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'back',
  ArrowUp: 'back',
  PageUp: 'back',
  r: 'run',
  Enter: 'run',
  x: 'reset',
  n: 'notes',
  Escape: 'leave',
};

/** Place of the act that a link names; the first where it names none. */
function placeOf(id: string): number {
  return Math.max(
    0,
    LECTURE.findIndex((act) => act.id === id),
  );
}

function Progress({ act }: { readonly act: Act }) {
  const step = useModel((model) => model.step);
  const status = useModel((model) => model.status);
  const t = presenter();
  const words =
    status === 'running' ? t.training(formatCount(step)) : step === 0 ? t.notTrained : <Steps />;
  return (
    <p className={styles.progress}>
      <span>{t.actOf(LECTURE.indexOf(act) + 1, LECTURE.length)}</span>
      <span role="status">{words}</span>
      <span className={styles.keys}>
        {fill(t.keys, {
          back: <kbd translate="no">←</kbd>,
          next: <kbd translate="no">→</kbd>,
          run: <kbd translate="no">R</kbd>,
          reset: <kbd translate="no">X</kbd>,
          notes: <kbd translate="no">N</kbd>,
          leave: <kbd translate="no">Esc</kbd>,
        })}
      </span>
    </p>
  );
}

/** The lecture over the whole screen: one act at a time, by keys or a clicker alone. */
export default function Presenter() {
  const playground = usePlayground();
  const act = LECTURE[placeOf(useModel(({ settings }) => settings.present))];
  const screen = useRef<HTMLElement>(null);
  const [refused, setRefused] = useState(false);
  const notes = useNotesWindow();

  const go = useCallback(
    (to: number) => {
      const next = LECTURE[to];
      if (next) playground.change({ ...next.set, present: next.id });
    },
    [playground],
  );

  const onKey = useCallback(
    (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const does = byKey(event, (name) => KEYS[name]);
      if (does === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      const { status, settings } = playground.model;
      const here = placeOf(settings.present);
      if (does === 'next') go(here + 1);
      else if (does === 'back') go(here - 1);
      else if (does === 'run') status === 'running' ? playground.pause() : playground.run();
      else if (does === 'reset') playground.reset();
      else if (does === 'notes') setRefused(!notes.open());
      else playground.change({ present: undefined });
    },
    [playground, go, notes.open],
  );

  useEffect(() => {
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [onKey]);
  useEffect(() => {
    const given = document.activeElement;
    const page = document.getElementById('root');
    // Nothing behind the screen takes the focus, or is read out.
    if (page) page.inert = true;
    screen.current?.focus();
    return () => {
      if (page) page.inert = false;
      if (given instanceof HTMLElement) given.focus();
    };
  }, []);
  // What the first act needs, also where a link opens the lecture in its midst.
  useEffect(() => {
    const missing = Object.entries(act.set ?? {}).some(
      ([key, value]) => String(settingOf(playground.model.settings, key)) !== String(value),
    );
    if (missing) playground.change({ ...act.set });
  }, [act, playground]);

  const t = presenter();
  const { title, line } = wordsOf(act);
  return createPortal(
    <section
      ref={screen}
      className={styles.screen}
      aria-label={t.lecture(LECTURE.indexOf(act) + 1, LECTURE.length, title)}
      tabIndex={-1}
      data-words={act.stage.kind === 'words' || undefined}
    >
      <header className={styles.head}>
        <h2>{title}</h2>
        <p className={styles.line}>{line}</p>
      </header>
      <ActStageView stage={act.stage} />
      <Progress act={act} />
      {refused && (
        <p className={styles.refused} role="alert">
          {t.windowRefused}
        </p>
      )}
      {notes.body && (
        <Notes
          body={notes.body}
          act={act}
          next={LECTURE[LECTURE.indexOf(act) + 1] ?? null}
          onKey={onKey}
        />
      )}
    </section>,
    document.body,
  );
}
