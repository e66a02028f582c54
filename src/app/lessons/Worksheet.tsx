import { createPortal } from 'react-dom';
import { type Exercise, gapOf } from '../../learners/language/exercise';
import { exercises } from '../../texts/exercises';
import { lessons } from '../../texts/lessons';
import { useModel, usePlayground } from '../basics/context';
import { originOf, originText } from '../state/origin';
import type { Answer, Answers } from './answers';
import { CurvePad } from './CurvePad';
import type { SheetChoice } from './Ending';
import { Html } from './Html';
import type { Truth } from './judge';
import styles from './lessons.module.css';
import { PaperLines, PaperMap, PaperScale } from './Paper';
import { Comparison, ticksOf } from './Revealing';
import { askOf, evidenceOf } from './session';
import type { Ask, Lesson, LessonStep } from './types';

/** Width of a drawing on paper, in CSS pixels: hidden until it is printed, it has none to measure. */
const PAPER_WIDTH = 560;

/** Whether a step tells how something turned out, or comes after one that does and asks nothing. */
function isTold(lesson: Lesson, step: LessonStep): boolean {
  if (step.reveal !== null) return true;
  const first = lesson.steps.findIndex(({ reveal }) => reveal !== null);
  return first >= 0 && lesson.steps.indexOf(step) >= first && step.ask === null;
}

/** An exercise: its program with the gap, or with what was meant. */
function Gap({ exercise, filled }: { readonly exercise: Exercise; readonly filled: boolean }) {
  const { before, answer, after } = gapOf(exercise);
  return (
    <pre className={styles.program} translate="no">
      {before}
      {filled ? <strong>{answer}</strong> : exercises().blank}
      {after}
    </pre>
  );
}

/** A question with what was predicted, or with the room to do it by hand. */
function Question({
  lesson,
  ask,
  answer,
  steps,
}: {
  readonly lesson: Lesson;
  readonly ask: Ask;
  readonly answer: Answer | null;
  readonly steps: number;
}) {
  const playground = usePlayground();
  // What is known of a scale is known once the world has been solved.
  useModel((model) => model.problem);
  const t = lessons();
  const own =
    answer?.kind === 'scale'
      ? { label: t.youSay, value: answer.value, kind: 'own' as const }
      : null;
  return (
    <>
      <Html as="p" className={styles.question} html={ask.question} />
      {ask.kind === 'choose' && (
        <ul className={styles.boxes}>
          {ask.options.map(({ id, text }) => (
            <li key={id}>
              {answer?.kind === 'choose' && answer.chosen.includes(id) ? '☒' : '☐'} {text}
            </li>
          ))}
        </ul>
      )}
      {ask.kind === 'scale' && (
        <PaperScale ask={ask} known={ticksOf(ask, evidenceOf(playground.model).facts)} said={own} />
      )}
      {ask.kind === 'cell' && (
        <>
          <PaperMap lesson={lesson} />
          <p>
            {answer?.kind === 'cell' ? t.youSayCell(answer.row + 1, answer.column + 1) : t.cellLine}
          </p>
        </>
      )}
      {ask.kind === 'curve' && (
        <CurvePad
          ask={ask}
          heights={answer?.kind === 'curve' ? answer.heights : []}
          steps={steps}
          width={PAPER_WIDTH}
        />
      )}
      <PaperLines />
    </>
  );
}

/**
 * The lesson on paper, in print only: the world it begins in, the questions with what was predicted or room
 * for it, and, unless it is left out, what came out on a page of its own.
 */
export function Worksheet({
  lesson,
  answers,
  truths,
  steps,
  shows,
}: {
  readonly lesson: Lesson;
  readonly answers: Answers;
  readonly truths: Readonly<Record<string, Truth>>;
  readonly steps: number;
  readonly shows: SheetChoice;
}) {
  const t = lessons();
  const origin = useModel((model) => originText(originOf(model.snapshot)));
  const said = shows.mine ? answers : {};
  return createPortal(
    <article className={styles.worksheet} lang={lesson.language} aria-hidden="true">
      <h1>{lesson.title}</h1>
      <p>{lesson.summary}</p>
      <p className={styles.name}>{t.nameAndDate}</p>
      <PaperMap lesson={lesson} />
      {lesson.steps.map((step) => (
        <section key={step.id}>
          {(step.ask !== null || !isTold(lesson, step)) && <Html html={step.html} />}
          {step.task?.kind === 'write' && <Gap exercise={step.task.exercise} filled={false} />}
          {step.ask && (
            <Question
              lesson={lesson}
              ask={step.ask}
              answer={said[step.ask.id] ?? null}
              steps={steps}
            />
          )}
        </section>
      ))}
      {shows.answers && (
        <div className={styles.answers}>
          <h2>{t.answers}</h2>
          {lesson.steps.map(
            ({ id, task }) =>
              task?.kind === 'write' && <Gap key={id} exercise={task.exercise} filled={true} />,
          )}
          {lesson.steps
            .filter((step) => isTold(lesson, step))
            .map((step) => {
              const asked = step.reveal && askOf(lesson, step.reveal.ask);
              const truth = asked && truths[asked.id];
              return (
                <section key={step.id}>
                  {asked && <Html as="p" className={styles.question} html={asked.question} />}
                  {step.ask === null && <Html html={step.html} />}
                  {asked && truth && (
                    <Comparison
                      ask={asked}
                      answer={said[asked.id] ?? null}
                      truth={truth}
                      steps={steps}
                      width={PAPER_WIDTH}
                    />
                  )}
                  {step.reveal && <Html html={step.reveal.wrong} />}
                </section>
              );
            })}
          <p>{origin}</p>
        </div>
      )}
    </article>,
    document.body,
  );
}
