import { createPortal } from 'react-dom';
import { lessons } from '../../texts/lessons';
import type { Answers } from './answers';
import { Html } from './Html';
import type { Truth } from './judge';
import styles from './lessons.module.css';
import { Comparison } from './Revealing';
import { askOf } from './session';
import type { Lesson } from './types';

/** The lesson on paper: every question, what was predicted and how it turned out. Seen in print only. */
export function Worksheet({
  lesson,
  answers,
  truths,
  steps,
}: {
  readonly lesson: Lesson;
  readonly answers: Answers;
  readonly truths: Readonly<Record<string, Truth>>;
  readonly steps: number;
}) {
  return createPortal(
    <article className={styles.worksheet} lang={lesson.language} aria-hidden="true">
      <h1>{lesson.title}</h1>
      <p>{lesson.summary}</p>
      <p className={styles.name}>{lessons().nameAndDate}</p>
      {lesson.steps.map(({ id, html, reveal, ask }) => {
        const asked = reveal && askOf(lesson, reveal.ask);
        const truth = asked && truths[asked.id];
        return (
          <section key={id}>
            <Html html={html} />
            {ask && <Html as="p" className={styles.question} html={ask.question} />}
            {ask?.kind === 'choose' && (
              <ul className={styles.boxes}>
                {ask.options.map((option) => {
                  const answer = answers[ask.id];
                  const said = answer?.kind === 'choose' && answer.chosen.includes(option.id);
                  return (
                    <li key={option.id}>
                      {said ? '☒' : '☐'} {option.text}
                    </li>
                  );
                })}
              </ul>
            )}
            {asked && truth && (
              <Comparison
                ask={asked}
                answer={answers[asked.id] ?? null}
                truth={truth}
                steps={steps}
              />
            )}
            {reveal && <Html html={reveal.wrong} />}
          </section>
        );
      })}
    </article>,
    document.body,
  );
}
