import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { presenter } from '../../texts/presenter';
import { useModel, usePlayground } from '../basics/context';
import { ActStageView } from './ActStage';
import { enter } from './enter';
import { Guess } from './Guess';
import { askedBy, type Deed } from './keys';
import { placeNamed } from './lecture';
import { lecturesOf } from './lectures';
import { Notes, useNotesWindow } from './Notes';
import { Progress } from './Progress';
import styles from './presenter.module.css';
import { takeLinked } from './take';
import { useLecture } from './use-lecture';
import { useScreen } from './use-screen';

/** Trains in acts at a speed of its own, and leaves that of the page as it was. */
function useSpeedOfPage(): void {
  const playground = usePlayground();
  const [speed] = useState(() => playground.model.settings.speed);
  useEffect(
    () => () => {
      if (playground.model.settings.speed !== speed) playground.change({ speed });
    },
    [playground, speed],
  );
}

/** The lecture over the whole screen: one act at a time, by keys or a clicker alone. */
function Acts() {
  const playground = usePlayground();
  const lecture = useLecture();
  const { acts } = lecture;
  const named = useModel(({ settings }) => settings.present);
  const place = placeNamed(lecture, named) ?? 0;
  const act = acts[place];
  const screen = useRef<HTMLElement>(null);
  const [refused, setRefused] = useState(false);
  const [black, setBlack] = useState(false);
  const [startedAt] = useState(() => Date.now());
  const notes = useNotesWindow();
  useScreen(screen);
  useSpeedOfPage();

  const onDeed = useCallback(
    (does: Deed | number) => {
      const go = (to: number) => {
        if (acts[to] === undefined) return;
        setBlack(false);
        playground.change({ present: String(to + 1) });
      };
      const { status } = playground.model;
      if (typeof does === 'number') go(does - 1);
      else if (does === 'next') go(place + 1);
      else if (does === 'back') go(place - 1);
      else if (does === 'first') go(0);
      else if (does === 'last') go(acts.length - 1);
      else if (does === 'run') status === 'running' ? playground.pause() : playground.run();
      else if (does === 'reset') playground.reset();
      else if (does === 'black') setBlack((was) => !was);
      else if (does === 'notes') setRefused(!notes.open());
      else playground.change({ present: undefined });
    },
    [playground, acts, place, notes.open],
  );

  const onKey = useCallback(
    (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const does = askedBy(event);
      if (does === undefined) return;
      // Whoever has gone to a button by keyboard presses it.
      const onButton = (event.target as Element | null)?.closest?.('button') ?? null;
      if (onButton !== null && (event.key === 'Enter' || event.key === ' ')) return;
      event.preventDefault();
      event.stopPropagation();
      onDeed(does);
    },
    [onDeed],
  );

  useEffect(() => {
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [onKey]);
  // Before anything of the act is seen, so that it is not seen of the run before.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a name that is none is said once
  useLayoutEffect(() => {
    if (placeNamed(lecture, named) === null)
      playground.tell([{ key: 'present', message: presenter().noAct(named) }]);
    enter(playground, act, place + 1);
  }, [playground, act, place]);

  const t = presenter();
  return createPortal(
    <section
      ref={screen}
      className={styles.screen}
      aria-label={t.lecture(place + 1, acts.length, act.title)}
      tabIndex={-1}
      data-words={act.shows.kind === 'words' || undefined}
    >
      <header className={styles.head} lang={lecture.language}>
        <h2>{act.title}</h2>
        <p className={styles.line}>{act.line}</p>
      </header>
      <ActStageView act={act} />
      <Progress act={act} number={place + 1} acts={acts.length} onDeed={onDeed} />
      {black && <div className={styles.black} role="alert" aria-label={t.black} />}
      {refused && (
        <p className={styles.refused} role="alert">
          {t.windowRefused}
        </p>
      )}
      {notes.body && (
        <Notes
          body={notes.body}
          act={act}
          next={acts[place + 1] ?? null}
          language={lecture.language}
          startedAt={startedAt}
          black={black}
          onKey={onKey}
        />
      )}
    </section>,
    document.body,
  );
}

/** What fills the screen: an act of the lecture, or a guess for a show of hands. */
export default function Presenter() {
  const playground = usePlayground();
  const linked = useModel(({ settings }) => settings.lecture);
  const guessing = useModel(({ settings }) => settings.present === 'guess');
  useLayoutEffect(() => {
    if (linked !== '') takeLinked(playground, lecturesOf(playground), linked);
  }, [playground, linked]);
  if (linked !== '') return null;
  return guessing ? <Guess /> : <Acts />;
}
