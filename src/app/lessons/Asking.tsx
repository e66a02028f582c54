import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/Radio.css';
import '@mantine/core/styles/Slider.css';
import { Button, Checkbox, Radio, Slider, Stack } from '@mantine/core';
import { useState } from 'react';
import { formatValue } from '../../texts/format';
import { lessons } from '../../texts/lessons';
import { useModel, usePlayground, useScene } from '../basics/context';
import { describePlace } from '../map/describe';
import { placeOf } from '../state/grid';
import type { Answer } from './answers';
import { CurvePad, levelCurve } from './CurvePad';
import { Html } from './Html';
import styles from './lessons.module.css';
import { ticksOf } from './Revealing';
import { ScaleLine } from './ScaleLine';
import { evidenceOf, stepsDrawn } from './session';
import type { Ask, CellAsk, ChoiceAsk, CurveAsk, ScaleAsk } from './types';

interface AskProps<A, K extends Answer['kind']> {
  readonly ask: A;
  readonly draft: Extract<Answer, { kind: K }> | null;
  readonly onDraft: (answer: Answer) => void;
}

function Choose({ ask, draft, onDraft }: AskProps<ChoiceAsk, 'choose'>) {
  const chosen = draft?.chosen ?? [];
  if (!ask.several) {
    return (
      <Radio.Group
        aria-label={lessons().prediction}
        value={chosen[0] ?? ''}
        onChange={(id) => onDraft({ kind: 'choose', chosen: [id] })}
      >
        <Stack gap={8}>
          {ask.options.map(({ id, text }) => (
            <Radio key={id} size="sm" value={id} label={text} />
          ))}
        </Stack>
      </Radio.Group>
    );
  }
  return (
    <Checkbox.Group
      aria-label={lessons().prediction}
      value={[...chosen]}
      onChange={(ids) => onDraft({ kind: 'choose', chosen: ids })}
    >
      <Stack gap={8}>
        {ask.options.map(({ id, text }) => (
          <Checkbox key={id} size="sm" value={id} label={text} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

function Scale({ ask, draft, onDraft }: AskProps<ScaleAsk, 'scale'>) {
  const { low, high, label } = ask;
  const playground = usePlayground();
  useModel((model) => model.problem);
  const { facts } = evidenceOf(playground.model);
  const known = ticksOf(ask, facts);
  const value = draft?.value ?? (low + high) / 2;
  return (
    <div>
      <Slider
        className={styles.slider}
        size="sm"
        min={low}
        max={high}
        step={(high - low) / 100}
        value={value}
        thumbLabel={label}
        label={(at) => formatValue(at)}
        onChange={(next) => onDraft({ kind: 'scale', value: next })}
      />
      <ScaleLine ask={ask} marks={[...known, { label: lessons().youSay, value, kind: 'own' }]} />
    </div>
  );
}

function Cell({ draft, onDraft }: AskProps<CellAsk, 'cell'>) {
  const scene = useScene();
  const pinned = useModel((model) => model.pinned);
  const marked = scene && pinned !== null && pinned < scene.grid.states ? pinned : null;
  const t = lessons();
  const take = () => {
    if (scene === null || marked === null) return;
    const { row, column } = placeOf(scene.grid, marked);
    onDraft({ kind: 'cell', row: row - 1, column: column - 1 });
  };
  return (
    <div className={styles.cell}>
      <p>{scene && marked !== null ? t.marked(describePlace(scene.grid, marked)) : t.markCell}</p>
      <Button size="xs" variant="default" disabled={marked === null} onClick={take}>
        {t.takeCell}
      </Button>
      {draft && <p>{t.youSayCell(draft.row + 1, draft.column + 1)}</p>}
    </div>
  );
}

function Curve({ ask, draft, onDraft }: AskProps<CurveAsk, 'curve'>) {
  const steps = useModel(stepsDrawn);
  return (
    <div>
      <p className={styles.hint}>{lessons().drawCurve(ask.label)}</p>
      <CurvePad
        ask={ask}
        heights={draft?.heights ?? levelCurve(ask)}
        steps={steps}
        onChange={(heights) => onDraft({ kind: 'curve', heights })}
      />
    </div>
  );
}

function Control(props: {
  readonly ask: Ask;
  readonly draft: Answer | null;
  readonly onDraft: (answer: Answer) => void;
}) {
  const { ask, draft, onDraft } = props;
  switch (ask.kind) {
    case 'choose':
      return <Choose ask={ask} draft={draft?.kind === 'choose' ? draft : null} onDraft={onDraft} />;
    case 'scale':
      return <Scale ask={ask} draft={draft?.kind === 'scale' ? draft : null} onDraft={onDraft} />;
    case 'cell':
      return <Cell ask={ask} draft={draft?.kind === 'cell' ? draft : null} onDraft={onDraft} />;
    case 'curve':
      return <Curve ask={ask} draft={draft?.kind === 'curve' ? draft : null} onDraft={onDraft} />;
  }
}

/** One question, until the student commits to an answer; it can be changed until it is revealed. */
export function Asking({
  ask,
  answer,
  onAnswer,
}: {
  readonly ask: Ask;
  readonly answer: Answer | null;
  readonly onAnswer: (answer: Answer) => void;
}) {
  const [draft, setDraft] = useState<Answer | null>(answer);
  const t = lessons();
  const same = answer !== null && JSON.stringify(draft) === JSON.stringify(answer);
  return (
    <section className={styles.ask} aria-label={lessons().prediction}>
      <Html as="p" className={styles.question} html={ask.question} />
      <Control ask={ask} draft={draft} onDraft={setDraft} />
      <Button
        size="xs"
        variant={same ? 'default' : 'filled'}
        disabled={draft === null || same}
        onClick={() => draft && onAnswer(draft)}
      >
        {same ? t.noted : answer ? t.change : t.commit}
      </Button>
    </section>
  );
}
