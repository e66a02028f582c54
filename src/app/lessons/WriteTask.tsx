import { Button, Textarea } from '@mantine/core';
import { Check } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { NodeValue } from '../../engine/loss/numbers';
import { gapOf, type Judgement, judge } from '../../learners/language/exercise';
import { exercises } from '../../texts/exercises';
import { formatValue } from '../../texts/format';
import { words } from '../../texts/words';
import { Html } from './Html';
import styles from './lessons.module.css';
import type { Task } from './types';

type Writing = Extract<Task, { readonly kind: 'write' }>;
type Difference = Extract<Judgement, { readonly kind: 'differs' }>;

const said = (value: NodeValue): string =>
  typeof value === 'number'
    ? formatValue(value)
    : `(${value.map((one) => formatValue(one)).join('; ')})`;

/** A row on which what was written is not what was meant, with all that one needs to follow it by hand. */
function Differing({ found }: { readonly found: Difference }) {
  const t = exercises();
  const { row, of, expected, found: got, network } = found;
  const actions = words().actions;
  const shown: readonly (readonly [string, string])[] = [
    ['a', actions[row.action]],
    ['r', formatValue(row.reward)],
    ['d', String(row.terminal)],
    ...row.outputs.map(({ name, value }) => [name, said(value)] as const),
  ];
  return (
    <div>
      <p>{t.differs[of](network ?? '')}</p>
      <table className={styles.row}>
        <tbody>
          {shown.map(([name, value]) => (
            <tr key={name}>
              <th scope="row" translate="no">
                {name}
              </th>
              <td>{value}</td>
            </tr>
          ))}
          {(
            [
              [t.yours, got],
              [t.meant, expected],
            ] as const
          ).map(([name, value]) => (
            <tr key={name} className={styles.compared}>
              <th scope="row">{name}</th>
              <td>{said(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.hint}>{t.order(actions.join('; '))}</p>
    </div>
  );
}

function Outcome({ judged }: { readonly judged: Judgement }) {
  const t = exercises();
  switch (judged.kind) {
    case 'right':
      return (
        <p className={styles.isRight}>
          <Check size={15} /> {t.right}
        </p>
      );
    case 'fault':
      return <p>{t.fault(judged.sentence)}</p>;
    case 'remark':
      return <p>{t.remark(judged.sentence)}</p>;
    case 'differs':
      return <Differing found={judged} />;
  }
}

/** A program with a gap to write into; any form that computes the same fills it. */
export function WriteTask({
  task: { exercise, hint },
  written,
  done,
  onWritten,
}: {
  readonly task: Writing;
  readonly written: string;
  readonly done: boolean;
  readonly onWritten: (text: string, right: boolean) => void;
}) {
  const t = exercises();
  const { before, answer, after } = gapOf(exercise);
  const [text, setText] = useState(written);
  const [judged, setJudged] = useState<Judgement | null>(null);
  const [tries, setTries] = useState(0);
  const [hinted, setHinted] = useState(false);
  const label = useId();
  const outcome = useRef<HTMLDivElement>(null);
  // Beside a low page the panel is low too, and what came of it lies below.
  useEffect(() => {
    if (judged) outcome.current?.scrollIntoView({ block: 'nearest' });
  }, [judged]);
  const check = () => {
    const found = judge(exercise, text);
    setJudged(found);
    setTries(tries + 1);
    onWritten(text, found.kind === 'right');
  };
  return (
    <section className={styles.ask} aria-label={t.task}>
      <pre className={styles.program} translate="no">
        {before.trimEnd()}
      </pre>
      <Textarea
        aria-label={t.gap(exercise.name)}
        aria-describedby={label}
        classNames={{ input: styles.gap }}
        autosize
        minRows={1}
        maxRows={4}
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setJudged(null);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey) return;
          event.preventDefault();
          check();
        }}
      />
      <pre className={styles.program} translate="no">
        {after.replace(/^\n/, '')}
      </pre>
      <p id={label} className={styles.hint}>
        {t.spelling}
      </p>
      <div className={styles.checks}>
        <Button size="xs" disabled={text.trim() === ''} onClick={check}>
          {t.check}
        </Button>
        {!hinted && (
          <Button size="xs" variant="default" onClick={() => setHinted(true)}>
            {t.hint}
          </Button>
        )}
        {tries > 1 && !done && (
          <Button size="xs" variant="subtle" color="gray" onClick={() => setText(answer)}>
            {t.show}
          </Button>
        )}
      </div>
      {hinted && <Html className={styles.text} html={hint} />}
      <div role="status" ref={outcome}>
        {judged ? <Outcome judged={judged} /> : done && <Outcome judged={{ kind: 'right' }} />}
      </div>
    </section>
  );
}
