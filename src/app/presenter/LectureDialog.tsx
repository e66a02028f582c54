import { Button, TextInput } from '@mantine/core';
import { Download, FolderOpen, Link, Pencil, Play, Plus, Undo2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import { currentLanguage } from '../../texts/current';
import { lecture as texts } from '../../texts/lecture';
import { usePlayground } from '../basics/context';
import { saveFile } from '../basics/save-file';
import { Dialog } from '../dialog/Dialog';
import { ActList } from './ActList';
import styles from './dialog.module.css';
import { actOf } from './enter';
import { printLecture } from './lecture';
import { lecturesOf } from './lectures';
import { linkOf, MOST_OF_LINK } from './link';
import { readLecture } from './read';
import { momentTitle } from './titles';
import { useLecture } from './use-lecture';

/** Characters of a title that make the name of its file. */
const fileNameOf = (title: string) =>
  `${title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)}.lecture.json`;

/** What was wrong with what was opened last. */
function Faults({ open }: { readonly open: boolean }) {
  const faults = useStore(lecturesOf(usePlayground()).store, (view) => view.faults);
  const t = texts();
  if (faults.length === 0) return null;
  return (
    <div className={styles.faults} role="alert">
      <p>{open ? t.faulty(faults.length) : t.refused}</p>
      <ul>
        {faults.map((fault, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two faults may read the same
          <li key={i}>{fault}</li>
        ))}
      </ul>
    </div>
  );
}

function Body({ onClose }: { readonly onClose: () => void }) {
  const t = texts();
  const playground = usePlayground();
  const lectures = lecturesOf(playground);
  const { own, before, kept, undo } = useStore(lectures.store);
  const lecture = useLecture();
  const [said, setSaid] = useState('');
  const [link, setLink] = useState('');
  const [refused, setRefused] = useState(false);
  const [editing, setEditing] = useState<number | null>(null);
  const file = useRef<HTMLInputElement>(null);

  const present = (place: number) => {
    onClose();
    playground.change({ present: String(place + 1) });
  };
  const add = () => {
    const title = momentTitle(playground.model);
    lectures.add(
      { title, line: '', notes: [], ...actOf(playground.model) },
      t.ownTitle,
      currentLanguage(),
    );
    const { acts } = lectures.store.getState().own ?? lecture;
    setEditing(lectures.store.getState().own?.acts.at(-1)?.key ?? null);
    setSaid(t.added(title, acts.length));
  };
  const open = async (given: File | undefined) => {
    if (given === undefined) return;
    const read = readLecture(await given.text());
    setRefused(read.lecture === null);
    if (read.lecture) lectures.take(read.lecture, read.faults, t.opened(read.lecture.title));
    else lectures.refuse(read.faults);
    setSaid(read.lecture ? t.opened(read.lecture.title) : '');
  };
  const share = async () => {
    const made = linkOf(lecture, location.href);
    setLink('');
    if (made.link === null) {
      setSaid(t.tooLong(made.length, MOST_OF_LINK));
      return;
    }
    try {
      await navigator.clipboard.writeText(made.link);
      setSaid(t.copied(made.length));
    } catch {
      setSaid(t.copyRefused);
      setLink(made.link);
    }
  };
  const bringBack = () => {
    if (before) lectures.take(before, [], t.opened(before.title));
    setSaid(before ? t.opened(before.title) : '');
  };

  return (
    <>
      <p className={styles.intro}>{own ? t.ownIntro : t.shippedIntro}</p>
      <div className={styles.row}>
        <Button
          size="sm"
          color="var(--ink)"
          className={styles.first}
          leftSection={<Play size={14} fill="currentColor" strokeWidth={0} />}
          data-autofocus
          onClick={() => present(0)}
        >
          {t.present}
        </Button>
        <Button size="sm" variant="default" leftSection={<Plus size={15} />} onClick={add}>
          {own ? t.add : t.beginOwn}
        </Button>
        {own === null && (
          <Button
            size="sm"
            variant="default"
            leftSection={<Pencil size={14} />}
            onClick={() => lectures.take(lecture, [], t.opened(lecture.title))}
          >
            {t.change}
          </Button>
        )}
      </div>
      {!kept && (
        <p className={styles.warning} role="alert">
          {t.notKept}
        </p>
      )}
      <Faults open={!refused} />
      {own ? (
        <TextInput
          size="sm"
          className={styles.name}
          label={t.title}
          maxLength={200}
          value={own.title}
          onChange={(event) => lectures.rename(event.currentTarget.value)}
        />
      ) : (
        <h3 className={styles.name} lang={lecture.language}>
          {lecture.title} <small>{t.acts(lecture.acts.length)}</small>
        </h3>
      )}
      <ActList
        lecture={lecture}
        own={own}
        editing={editing}
        onEdit={setEditing}
        onPresent={present}
        onSaid={setSaid}
      />
      <div className={styles.said}>
        <span role="status">{said}</span>
        {undo && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<Undo2 size={14} />}
            onClick={() => {
              lectures.undo();
              setSaid('');
            }}
          >
            {t.undo}
          </Button>
        )}
      </div>
      {link !== '' && (
        <TextInput
          aria-label={t.share}
          readOnly
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
      <div className={styles.row}>
        <Button
          size="xs"
          variant="default"
          leftSection={<Download size={14} />}
          onClick={() =>
            saveFile(printLecture(lecture), fileNameOf(lecture.title), 'application/json')
          }
        >
          {t.download}
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={<FolderOpen size={14} />}
          onClick={() => file.current?.click()}
        >
          {t.open}
        </Button>
        <input
          ref={file}
          type="file"
          accept=".json,application/json"
          hidden
          onChange={(event) => {
            void open(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
        <Button size="xs" variant="default" leftSection={<Link size={14} />} onClick={share}>
          {t.share}
        </Button>
        {own && (
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              lectures.leave(t.left);
              setSaid(t.left);
            }}
          >
            {t.shipped}
          </Button>
        )}
        {before && (
          <Button size="xs" variant="default" onClick={bringBack}>
            {t.before(before.title, before.acts.length)}
          </Button>
        )}
      </div>
    </>
  );
}

/** The lecture: to be given, collected of moments of the page, and taken along as a file or a link. */
export default function LectureDialog({
  opened,
  onClose,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const t = texts();
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={t.heading}
      close={t.close}
      size={760}
      ground="card"
    >
      <Body onClose={onClose} />
    </Dialog>
  );
}
