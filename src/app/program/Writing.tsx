import { Button, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { instanceSettings, MAX_INSTANCES } from '../../experiment/settings/instances';
import { parseProgram } from '../../learners/language/parse';
import { typeset } from '../../learners/language/typeset';
import { oracleOf } from '../../learners/oracle';
import { inside as texts } from '../../texts/inside';
import { useInstances, useModel, usePlayground } from '../basics/context';
import type { InstanceView } from '../state/instances';
import { KIND, mostCharacters, PROGRAM, readingOf } from './contents';
import { draftsOf } from './drafts';
import { Editor } from './Editor';
import { Findings } from './Findings';
import { MathText } from './MathText';
import styles from './program.module.css';
import { RowKind } from './RowKind';
import { findingsOf } from './remarks';
import { rememberWritten } from './written';

const SUFFIX = /^[a-z0-9]{1,16}$/;

/** The first number that no learner of one's own has yet. */
function freeSuffix(ids: readonly string[]): string {
  let number = 1;
  while (ids.includes(`${KIND}-${number}`)) number += 1;
  return String(number);
}

/** The formulas of what is being written, as far as it can be read. */
function Preview({ text }: { readonly text: string }) {
  const rows = useMemo(() => {
    try {
      return typeset(parseProgram(text));
    } catch {
      return null;
    }
  }, [text]);
  if (rows === null) return null;
  return (
    <dl className={styles.rows}>
      {rows.map((row, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a program do not move.
        <div key={i} className={styles.row} data-kind={row.kind}>
          <dt>
            <RowKind row={row} before={rows[i - 1]} />
          </dt>
          <dd>
            <MathText math={row.math} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Writing a program: for a learner of one's own, or for a new one beside the learner it is taken from. */
export function Writing({
  instance,
  from,
  onDone,
}: {
  readonly instance: InstanceView;
  /** The program to begin with. */
  readonly from: string;
  readonly onDone: () => void;
}) {
  const t = texts();
  const playground = usePlayground();
  const drafts = draftsOf(playground);
  const ids = useInstances().map(({ id }) => id);
  const settings = useModel((model) => model.settings);
  const isOwn = instance.method.programIn !== undefined;
  const [text, setText] = useState(() => drafts.get(instance.id) ?? from);
  const [name, setName] = useState(() => freeSuffix(ids));
  const id = isOwn ? instance.id : `${KIND}-${name}`;
  const most = mostCharacters(settings);
  const wrongName = isOwn
    ? null
    : !SUFFIX.test(name)
      ? t.nameWrong
      : ids.includes(id)
        ? t.nameTaken
        : null;
  const isFull = !isOwn && ids.length >= MAX_INSTANCES;
  const isLong = text.length > most;
  const found = useMemo(() => findingsOf(text), [text]);
  const sound = found.every(({ weight }) => weight !== 'fault');
  const ready = sound && wrongName === null && !isFull && !isLong;
  const write = (next: string) => {
    drafts.set(instance.id, next);
    setText(next);
  };
  const train = () => {
    if (!ready) return;
    rememberWritten(playground.memory, text);
    drafts.delete(instance.id);
    playground.change({
      [`${id}.${PROGRAM}`]: text,
      ...(isOwn
        ? {}
        : {
            learners: [...ids, id],
            [`${id}.readout`]: readingOf(instance, settings),
            [`${id}.oracle`]: oracleOf(instanceSettings(settings, instance.id)),
          }),
    });
    playground.run();
    onDone();
  };
  return (
    <div className={styles.writing}>
      <Editor
        label={t.editorLabel(isOwn ? instance.label : id)}
        text={text}
        onChange={write}
        onDone={train}
        findings={findingsOf}
      />
      <p className={styles.help}>{t.keys}</p>
      <div className={styles.findings} aria-live="polite">
        {sound && <p className={styles.sound}>{t.sound}</p>}
        <Findings found={found} />
      </div>
      <div className={styles.actions}>
        {!isOwn && (
          <TextInput
            label={t.name}
            description={t.nameHelp}
            size="xs"
            leftSection={<span className={styles.prefix}>{`${KIND}-`}</span>}
            leftSectionWidth={44}
            value={name}
            error={wrongName}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
        <Button color="var(--ink)" size="sm" disabled={!ready} onClick={train}>
          {t.train}
        </Button>
        {text !== from && (
          <Button
            variant="subtle"
            color="gray"
            size="sm"
            onClick={() => {
              drafts.delete(instance.id);
              setText(from);
            }}
          >
            {t.back}
          </Button>
        )}
        <p className={styles.help} role="status">
          {isFull ? t.full(MAX_INSTANCES) : isLong ? t.tooLong(text.length, most) : t.kept}
        </p>
      </div>
      <Preview text={text} />
    </div>
  );
}
