import { ActionIcon, Button } from '@mantine/core';
import { ChevronLeft, ChevronRight, Play, RotateCcw, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { namedSteps } from '../../experiment/ending';
import { formatCount } from '../../texts/format';
import { lessons } from '../../texts/lessons';
import { untranslated } from '../../texts/untranslated';
import { useModel, usePlayground } from '../basics/context';
import { Untranslated } from '../basics/Untranslated';
import { hinted } from '../floats/hint';
import { Asking } from './Asking';
import { Ending, type SheetChoice } from './Ending';
import { Html } from './Html';
import styles from './lessons.module.css';
import { Revealing } from './Revealing';
import { askOf, type LessonSession, stepsDrawn } from './session';
import type { Lesson, LessonStep, Place } from './types';
import { Worksheet } from './Worksheet';
import { WriteTask } from './WriteTask';

/** What stays visible above a part that was scrolled to, in CSS pixels: its outline. */
const SHOWN_ABOVE = 8;

/** How long a part is kept in view while the page around it settles, in milliseconds. */
const SETTLED_AFTER = 2_500;
/** What the reader does to look elsewhere. */
const MOVES = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;

const SELECTORS: Readonly<Record<Place, string>> = {
  transport: '[data-part="transport"]',
  verdict: '[data-part="verdict"]',
  world: 'section[aria-labelledby="column-1"]',
  learners: 'section[aria-labelledby="column-2"]',
  evidence: 'section[aria-labelledby="column-3"]',
};

/**
 * Tells the page that a lesson stands beside it and of which part a step speaks, outlines that part and
 * brings it into view.
 */
function usePointer(step: LessonStep | null): void {
  const place = step?.place ?? null;
  const id = step?.id;
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset.lesson = place ?? '';
    return () => {
      delete dataset.lesson;
    };
  }, [place]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every step shows its part anew
  useEffect(() => {
    const element = place && document.querySelector<HTMLElement>(SELECTORS[place]);
    if (!element) return;
    element.dataset.pointed = '';
    // The page makes room for it, and parts of it are still arriving: until the reader moves it.
    const watcher = new ResizeObserver(() => show(element));
    watcher.observe(document.body);
    const leave = () => watcher.disconnect();
    const patience = setTimeout(leave, SETTLED_AFTER);
    for (const kind of MOVES) window.addEventListener(kind, leave, { passive: true });
    return () => {
      leave();
      clearTimeout(patience);
      for (const kind of MOVES) window.removeEventListener(kind, leave);
      delete element.dataset.pointed;
    };
  }, [place, id]);
}

/** Scrolls as little as it takes: to the beginning of what is higher than the room that there is. */
function show(element: HTMLElement): void {
  const { top, bottom, height } = element.getBoundingClientRect();
  const style = getComputedStyle(document.documentElement);
  const room =
    window.innerHeight - (Number.parseFloat(style.scrollPaddingBottom) || 0) - SHOWN_ABOVE;
  if (top >= SHOWN_ABOVE && bottom <= room) return;
  const block = height <= room - SHOWN_ABOVE ? 'nearest' : 'start';
  element.scrollIntoView({ block, inline: 'nearest' });
}

function TaskLine({ step, done }: { readonly step: LessonStep; readonly done: boolean }) {
  const playground = usePlayground();
  const running = useModel((model) => model.status === 'running');
  const named = useModel(({ settings }) => namedSteps(settings));
  if (step.task === null || step.task.kind === 'write') return null;
  if (step.task.kind === 'until') {
    return (
      <p className={styles.task} data-done={done || undefined}>
        <Html as="span" html={step.task.text} /> {done && '✓'}
      </p>
    );
  }
  const wanted = step.task.steps ?? named;
  const t = lessons();
  return (
    <div className={styles.task} data-done={done || undefined}>
      {done ? (
        <span>{wanted === null ? t.trainedOut : t.trained(formatCount(wanted))} ✓</span>
      ) : (
        <Button
          size="xs"
          leftSection={<Play size={13} fill="currentColor" strokeWidth={0} />}
          loading={running}
          onClick={() => playground.run(wanted ?? undefined)}
        >
          {wanted === null ? t.runOut : t.runTo(formatCount(wanted))}
        </Button>
      )}
    </div>
  );
}

function Body({
  session,
  lesson,
  step,
}: {
  readonly session: LessonSession;
  readonly lesson: Lesson;
  readonly step: LessonStep;
}) {
  const { answers, done, truths } = useStore(session.store);
  const steps = useModel(stepsDrawn);
  const revealed = step.reveal ? askOf(lesson, step.reveal.ask) : undefined;
  const truth = revealed && truths[revealed.id];
  return (
    <>
      <Html className={styles.text} html={step.html} />
      {step.ask && (
        <Asking
          key={step.ask.id}
          ask={step.ask}
          answer={answers[step.ask.id] ?? null}
          onAnswer={(answer) => step.ask && session.answer(step.ask.id, answer)}
        />
      )}
      <TaskLine step={step} done={done.includes(step.id)} />
      {step.task?.kind === 'write' && (
        <WriteTask
          key={step.id}
          task={step.task}
          written={session.written(step.id)}
          done={done.includes(step.id)}
          onWritten={(text, right) => session.write(step.id, text, right)}
        />
      )}
      {step.reveal && revealed && !truth && <p className={styles.task}>{lessons().notRevealed}</p>}
      {step.reveal && revealed && truth && (
        <Revealing
          ask={revealed}
          answer={answers[revealed.id] ?? null}
          truth={truth}
          texts={step.reveal}
          steps={steps}
        />
      )}
    </>
  );
}

/** The lesson beside the page: one step at a time, on when the student is. */
export function LessonPanel({
  session,
  lessons: list,
  onMore,
}: {
  readonly session: LessonSession;
  /** All of them, in their order. */
  readonly lessons: readonly Lesson[];
  readonly onMore: () => void;
}) {
  const { lesson, at, done, answers, truths } = useStore(session.store);
  const steps = useModel(stepsDrawn);
  const [sheet, setSheet] = useState<SheetChoice>({ mine: true, answers: true });
  const heading = useRef<HTMLHeadingElement>(null);
  const step = lesson?.steps[at] ?? null;
  usePointer(step);
  // A new step is read from its beginning, also by those who listen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the step is what it depends on
  useEffect(() => heading.current?.focus({ preventScroll: true }), [step?.id]);
  if (!lesson || !step) return null;
  const t = lessons();
  const last = at === lesson.steps.length - 1;
  const open = !done.includes(step.id) || (step.ask !== null && !answers[step.ask.id]);
  return (
    <aside className={styles.panel} aria-label={t.lesson}>
      <div className={styles.head}>
        <h2 ref={heading} tabIndex={-1} lang={lesson.language}>
          {lesson.title}
        </h2>
        <ActionIcon
          {...hinted(t.restore)}
          variant="subtle"
          color="gray"
          size={28}
          aria-label={t.restore}
          onClick={() => session.restore()}
        >
          <RotateCcw size={15} />
        </ActionIcon>
        <ActionIcon
          {...hinted(t.leave)}
          variant="subtle"
          color="gray"
          size={28}
          aria-label={t.leave}
          onClick={() => session.close()}
        >
          <X size={16} />
        </ActionIcon>
      </div>
      <div className={styles.scroll} key={step.id} lang={lesson.language}>
        <Untranslated
          language={lesson.language}
          says={untranslated().lesson}
          className={styles.hint}
        />
        <Body session={session} lesson={lesson} step={step} />
        {last && (
          <Ending
            session={session}
            lesson={lesson}
            next={list[list.findIndex(({ id }) => id === lesson.id) + 1] ?? null}
            sheet={sheet}
            onSheet={setSheet}
            onMore={onMore}
          />
        )}
      </div>
      <div className={styles.foot}>
        <Button
          variant="default"
          size="xs"
          leftSection={<ChevronLeft size={15} />}
          disabled={at === 0}
          onClick={() => session.go(at - 1)}
        >
          {t.back}
        </Button>
        <span>{t.stepOf(at + 1, lesson.steps.length)}</span>
        {last ? (
          <Button size="xs" onClick={() => session.close()}>
            {t.finish}
          </Button>
        ) : (
          <Button
            size="xs"
            variant={open ? 'default' : 'filled'}
            rightSection={<ChevronRight size={15} />}
            onClick={() => session.go(at + 1)}
          >
            {open ? t.skip : t.next}
          </Button>
        )}
      </div>
      <Worksheet lesson={lesson} answers={answers} truths={truths} steps={steps} shows={sheet} />
    </aside>
  );
}
