import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Checkbox.css';
import { ActionIcon, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { ArrowDown, ArrowUp, Pencil, Play, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { decodeLink } from '../../experiment/settings/link';
import { currentLanguage } from '../../texts/current';
import { lecture as texts } from '../../texts/lecture';
import { usePlayground } from '../basics/context';
import { LINE_CHARTS, type LineChartName } from '../charts/line-charts';
import { instancesOf } from '../state/instances';
import styles from './dialog.module.css';
import { isTrained, stepOf } from './enter';
import type { Act, Lecture, Shows } from './lecture';
import { lecturesOf, type OwnAct, type OwnLecture } from './lectures';
import { linesOf } from './read';

/** What can be chosen to be shown: a chart by its own name. */
type Choice = keyof ReturnType<typeof texts>['shows'];

const CHOICES: readonly Choice[] = [
  'words',
  'guess',
  'world',
  'maps',
  'error',
  'returns',
  'take-home',
];

const choiceOf = (shows: Shows): Choice => (shows.kind === 'chart' ? shows.chart : shows.kind);
const learnersOf = (shows: Shows) => ('learners' in shows ? shows.learners : undefined);
const isChart = (choice: Choice): choice is LineChartName => choice in LINE_CHARTS;

function showing(choice: Choice, learners: readonly string[] | undefined): Shows {
  const only = learners ? { learners } : {};
  if (isChart(choice)) return { kind: 'chart', chart: choice, ...only };
  return choice === 'maps' ? { kind: 'maps', ...only } : { kind: choice };
}

function Form({ act }: { readonly act: OwnAct }) {
  const t = texts();
  const lectures = lecturesOf(usePlayground());
  const edit = (change: Partial<Act>) => lectures.edit(act.key, change);
  // As it is written: an empty line on the way to the next is no note yet.
  const [notes, setNotes] = useState(() => act.notes.join('\n'));
  const choice = choiceOf(act.shows);
  const { settings } = decodeLink(act.link);
  const on = instancesOf(settings);
  const chosen = learnersOf(act.shows) ?? on.map(({ id }) => id);
  return (
    <div className={styles.form}>
      <TextInput
        size="xs"
        label={t.actTitle}
        maxLength={200}
        value={act.title}
        onChange={(event) => edit({ title: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        label={t.actLine}
        maxLength={400}
        value={act.line}
        onChange={(event) => edit({ line: event.currentTarget.value })}
      />
      <Textarea
        size="xs"
        label={t.actNotes}
        rows={3}
        maxLength={4000}
        value={notes}
        onChange={(event) => {
          setNotes(event.currentTarget.value);
          edit({ notes: linesOf(event.currentTarget.value) });
        }}
      />
      <NativeSelect
        size="xs"
        label={t.actShows}
        data={CHOICES.map((value) => ({ value, label: t.shows[value] }))}
        value={choice}
        onChange={(event) => {
          const next = CHOICES.find((one) => one === event.currentTarget.value) ?? 'maps';
          edit({ shows: showing(next, learnersOf(act.shows)) });
        }}
      />
      {isTrained(act.shows) && on.length > 1 && (
        <Checkbox.Group
          size="xs"
          label={t.learners}
          value={[...chosen]}
          onChange={(ids) => {
            const some = on.map(({ id }) => id).filter((id) => ids.includes(id));
            // Of none there would be nothing to see.
            if (some.length === 0) return;
            edit({ shows: showing(choice, some.length < on.length ? some : undefined) });
          }}
        >
          <div className={styles.learners}>
            {on.map(({ id, label }) => (
              <Checkbox
                key={id}
                size="xs"
                color="var(--ink)"
                iconColor="var(--ink-on-ink)"
                value={id}
                label={label}
              />
            ))}
          </div>
        </Checkbox.Group>
      )}
      {settings['data.source'] === 'file' && <p className={styles.warning}>{t.keptData}</p>}
    </div>
  );
}

/** When an act is: the step of its link, the end of its run, or before anything is trained. */
function whenOf(act: Act): string {
  const t = texts();
  if (!isTrained(act.shows)) return t.untrained;
  const step = stepOf(act);
  return step === null ? t.atEnd : t.atStep(step);
}

const LOOK = { variant: 'subtle', color: 'gray', size: 28 } as const;

function OwnTools({
  act,
  acts,
  place,
  editing,
  onEdit,
  onMoved,
  onSaid,
}: {
  readonly act: OwnAct;
  readonly acts: number;
  readonly place: number;
  readonly editing: boolean;
  readonly onEdit: (key: number | null) => void;
  readonly onMoved: (key: number, way: 'up' | 'down') => void;
  readonly onSaid: (said: string) => void;
}) {
  const t = texts();
  const lectures = lecturesOf(usePlayground());
  const move = (way: 'up' | 'down') => {
    const to = lectures.move(act.key, way === 'up' ? -1 : 1);
    if (to === null) return;
    onSaid(t.moved(act.title, to + 1, acts));
    onMoved(act.key, way);
  };
  return (
    <>
      <ActionIcon
        {...LOOK}
        data-way="up"
        aria-label={t.up(act.title)}
        aria-disabled={place === 0}
        onClick={() => move('up')}
      >
        <ArrowUp size={16} />
      </ActionIcon>
      <ActionIcon
        {...LOOK}
        data-way="down"
        aria-label={t.down(act.title)}
        aria-disabled={place === acts - 1}
        onClick={() => move('down')}
      >
        <ArrowDown size={16} />
      </ActionIcon>
      <ActionIcon
        {...LOOK}
        aria-label={t.edit(act.title)}
        aria-expanded={editing}
        onClick={() => onEdit(editing ? null : act.key)}
      >
        <Pencil size={15} />
      </ActionIcon>
      <ActionIcon
        {...LOOK}
        aria-label={t.remove(act.title)}
        onClick={() => {
          lectures.remove(act.key, t.removed(act.title));
          onSaid(t.removed(act.title));
        }}
      >
        <Trash2 size={15} />
      </ActionIcon>
    </>
  );
}

/** The acts in their order; those of one's own can be moved, changed and taken away. */
export function ActList({
  lecture,
  own,
  editing,
  onEdit,
  onPresent,
  onSaid,
}: {
  readonly lecture: Lecture;
  readonly own: OwnLecture | null;
  /** Key of the act that is being changed. */
  readonly editing: number | null;
  readonly onEdit: (key: number | null) => void;
  readonly onPresent: (place: number) => void;
  readonly onSaid: (said: string) => void;
}) {
  const t = texts();
  const list = useRef<HTMLOListElement>(null);
  const [moved, setMoved] = useState<{ readonly key: number; readonly way: string } | null>(null);
  // What is moved in the document loses the focus.
  useEffect(() => {
    if (moved === null) return;
    const item = list.current?.querySelector(`[data-key="${moved.key}"]`);
    item?.querySelector<HTMLElement>(`[data-way="${moved.way}"]`)?.focus();
  }, [moved]);
  return (
    <ol ref={list} className={styles.acts} aria-label={t.list}>
      {lecture.acts.map((act, place) => {
        const mine = own?.acts[place];
        return (
          <li key={mine?.key ?? `${place} ${act.title}`} data-key={mine?.key}>
            <div className={styles.act}>
              <span className={styles.number}>{place + 1}</span>
              <div className={styles.words} lang={lecture.language}>
                <strong>{act.title}</strong>
                {act.line && <span>{act.line}</span>}
                <small lang={currentLanguage()}>
                  {t.about(t.shows[choiceOf(act.shows)], whenOf(act))}
                </small>
              </div>
              <div className={styles.tools}>
                {mine && (
                  <OwnTools
                    act={mine}
                    acts={lecture.acts.length}
                    place={place}
                    editing={editing === mine.key}
                    onEdit={onEdit}
                    onMoved={(key, way) => setMoved({ key, way })}
                    onSaid={onSaid}
                  />
                )}
                <ActionIcon
                  {...LOOK}
                  aria-label={t.from(act.title)}
                  onClick={() => onPresent(place)}
                >
                  <Play size={14} fill="currentColor" strokeWidth={0} />
                </ActionIcon>
              </div>
            </div>
            {mine && editing === mine.key && <Form act={mine} />}
          </li>
        );
      })}
    </ol>
  );
}
