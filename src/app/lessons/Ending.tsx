import { Button, Checkbox } from '@mantine/core';
import { ChevronRight, FileText, Image, Link, Printer } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import { changeSettings } from '../../experiment/settings/change';
import { lessons } from '../../texts/lessons';
import { usePlayground } from '../basics/context';
import { saveFile } from '../basics/save-file';
import { originOf, originText } from '../state/origin';
import { shareUrl } from '../state/url-sync';
import { printAnswers } from './answers';
import styles from './lessons.module.css';
import { cardText, type Outcome, outcomesOf, scoreOf } from './outcomes';
import type { LessonSession } from './session';
import type { Lesson } from './types';

/** What stands on the printed worksheet besides the questions. */
export interface SheetChoice {
  readonly mine: boolean;
  readonly answers: boolean;
}

/** The predictions beside how they turned out, to take home. */
function Card({
  lesson,
  outcomes,
  link,
  onSaid,
}: {
  readonly lesson: Lesson;
  readonly outcomes: readonly Outcome[];
  readonly link: string;
  readonly onSaid: (said: string) => void;
}) {
  const t = lessons();
  const playground = usePlayground();
  const origin = () => originText(originOf(playground.model.snapshot));
  const name = `offgrid-${lesson.id}`;
  const picture = async () => {
    try {
      const { cardPicture } = await import('./card-picture');
      saveFile(await cardPicture(lesson.title, outcomes, origin()), `${name}.png`, 'image/png');
    } catch (error) {
      onSaid(t.notSaved(error instanceof Error ? error.message : String(error)));
    }
  };
  return (
    <section className={styles.card} aria-label={t.card}>
      <h3>{t.card}</h3>
      <ol>
        {outcomes.map(({ id, question, said, truth, right }) => (
          <li key={id} data-right={right ?? undefined}>
            <p>{question}</p>
            <p>
              {t.saidThat(said)} {right !== null && <b>{right ? '✓' : '✗'}</b>}
            </p>
            <p>{t.turnedOut(truth)}</p>
          </li>
        ))}
      </ol>
      <p>{scoreOf(outcomes)}</p>
      <div className={styles.ending}>
        <Button
          size="xs"
          variant="default"
          leftSection={<FileText size={14} />}
          onClick={() =>
            saveFile(cardText(lesson.title, outcomes, link, origin()), `${name}.txt`, 'text/plain')
          }
        >
          {t.saveText}
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={<Image size={14} />}
          onClick={() => void picture()}
        >
          {t.savePicture}
        </Button>
      </div>
    </section>
  );
}

/** What there is to do after a lesson: take it home, print it, or go on to the next. */
export function Ending({
  session,
  lesson,
  next,
  sheet,
  onSheet,
  onMore,
}: {
  readonly session: LessonSession;
  readonly lesson: Lesson;
  /** Null after the last lesson. */
  readonly next: Lesson | null;
  readonly sheet: SheetChoice;
  readonly onSheet: (choice: SheetChoice) => void;
  readonly onMore: () => void;
}) {
  const playground = usePlayground();
  const t = lessons();
  const { answers, truths } = useStore(session.store);
  const [said, setSaid] = useState('');
  const linkWith = (printed: string) => {
    const { model } = playground;
    const base = changeSettings(model.base, { 'lesson.answers': printed }).settings;
    return shareUrl({ ...model, base }, location.href);
  };
  const copy = async () => {
    const link = linkWith(printAnswers(answers));
    try {
      await navigator.clipboard.writeText(link);
      setSaid(t.linkCopied);
    } catch {
      history.replaceState(null, '', link);
      setSaid(t.linkInBar);
    }
  };
  const outcomes = outcomesOf(lesson, answers, truths);
  const look = { size: 'xs', color: 'var(--ink)', iconColor: 'var(--ink-on-ink)' } as const;
  return (
    <>
      {outcomes.length > 0 && (
        <Card
          lesson={lesson}
          outcomes={outcomes}
          link={linkWith(printAnswers(answers))}
          onSaid={setSaid}
        />
      )}
      <div className={styles.ending}>
        {next ? (
          <Button
            size="xs"
            rightSection={<ChevronRight size={15} />}
            lang={next.language}
            onClick={() => session.start(next)}
          >
            {t.nextLesson(next.title)}
          </Button>
        ) : (
          <p>{t.allDone}</p>
        )}
        <Button size="xs" variant="default" onClick={onMore}>
          {t.others(lesson.title)}
        </Button>
        <Button size="xs" variant="default" leftSection={<Link size={14} />} onClick={copy}>
          {t.copyLink}
        </Button>
        <span role="status">{said}</span>
      </div>
      <fieldset className={styles.sheet}>
        <legend>{t.sheet}</legend>
        <Checkbox
          {...look}
          label={t.withMine}
          checked={sheet.mine}
          onChange={(event) => onSheet({ ...sheet, mine: event.currentTarget.checked })}
        />
        <Checkbox
          {...look}
          label={t.withAnswers}
          checked={sheet.answers}
          onChange={(event) => onSheet({ ...sheet, answers: event.currentTarget.checked })}
        />
        <Button
          size="xs"
          variant="default"
          leftSection={<Printer size={14} />}
          onClick={() => print()}
        >
          {t.print}
        </Button>
      </fieldset>
    </>
  );
}
