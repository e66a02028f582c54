import { createPortal } from 'react-dom';
import type { Answers } from './answers';
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
    <article className={styles.worksheet} aria-hidden="true">
      <h1>{lesson.title}</h1>
      <p>{lesson.summary}</p>
      <p className={styles.name}>Name: ______________________ Date: ______________</p>
      {lesson.steps.map(({ id, html, reveal, ask }) => {
        const asked = reveal && askOf(lesson, reveal.ask);
        const truth = asked && truths[asked.id];
        return (
          <section key={id}>
            {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the lesson's own file, made at build time */}
            <div dangerouslySetInnerHTML={{ __html: html }} />
            {ask && (
              // biome-ignore lint/security/noDangerouslySetInnerHtml: the lesson's own file, made at build time
              <p className={styles.question} dangerouslySetInnerHTML={{ __html: ask.question }} />
            )}
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
            {reveal && (
              // biome-ignore lint/security/noDangerouslySetInnerHtml: the lesson's own file, made at build time
              <div dangerouslySetInnerHTML={{ __html: reveal.wrong }} />
            )}
          </section>
        );
      })}
    </article>,
    document.body,
  );
}
