import { use, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { currentLanguage } from '../../texts/current';
import { lessons } from '../../texts/lessons';
import { usePlayground } from '../basics/context';
import { Dialog } from '../dialog/Dialog';
import type { Memory } from '../state/rungs';
import { lessonsIn } from './catalogue';
import { LessonPanel } from './LessonPanel';
import styles from './lessons.module.css';
import { LessonSession } from './session';
import type { Lesson } from './types';

/** The guided lessons: the list to choose from, and the panel of the one under way. */
export default function Lessons({
  memory,
  choosing,
  onChoosing,
}: {
  readonly memory: Memory;
  readonly choosing: boolean;
  readonly onChoosing: (choosing: boolean) => void;
}) {
  const playground = usePlayground();
  // The page is drawn anew when the language changes.
  const list = use(lessonsIn(currentLanguage()));
  const [session, setSession] = useState<LessonSession | null>(null);
  useEffect(() => {
    const made = new LessonSession(playground, memory, list);
    setSession(made);
    return () => made.dispose();
  }, [playground, memory, list]);
  if (session === null) return null;
  const t = lessons();
  return (
    <>
      <Dialog
        opened={choosing}
        onClose={() => onChoosing(false)}
        title={t.heading}
        close={t.close}
        size={640}
        ground="card"
      >
        <p className={styles.intro}>{t.intro}</p>
        <ol className={styles.list}>
          {list.map((lesson) => (
            <li key={lesson.id} lang={lesson.language}>
              <button
                type="button"
                onClick={() => {
                  session.start(lesson);
                  onChoosing(false);
                }}
              >
                <strong>{lesson.title}</strong>
                <small>{t.minutes(lesson.minutes)}</small>
                <span>{lesson.summary}</span>
              </button>
            </li>
          ))}
        </ol>
      </Dialog>
      <Current session={session} lessons={list} onMore={() => onChoosing(true)} />
    </>
  );
}

function Current({
  session,
  lessons: list,
  onMore,
}: {
  readonly session: LessonSession;
  readonly lessons: readonly Lesson[];
  readonly onMore: () => void;
}) {
  const running = useStore(session.store, ({ lesson }) => lesson !== null);
  return running ? <LessonPanel session={session} lessons={list} onMore={onMore} /> : null;
}
