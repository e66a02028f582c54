import { Check, X } from 'lucide-react';
import { lessons } from '../../texts/lessons';
import { usePlayground } from '../basics/context';
import { fill } from '../basics/fill';
import type { Answer } from './answers';
import { CurvePad, levelCurve } from './CurvePad';
import { type Facts, numberOf } from './expression';
import { Html } from './Html';
import { isRight, type Truth } from './judge';
import styles from './lessons.module.css';
import { ScaleLine, type ScaleMark } from './ScaleLine';
import { evidenceOf } from './session';
import type { Ask, ScaleAsk } from './types';

/** What is known on a scale. */
export function ticksOf({ ticks }: ScaleAsk, facts: Facts): readonly ScaleMark[] {
  return ticks
    .map(({ label, at }) => ({ label, value: numberOf(at, facts), kind: 'tick' as const }))
    .filter(({ value }) => Number.isFinite(value));
}

function scaleMarks(
  ticks: readonly ScaleMark[],
  answer: Answer | null,
  truth: number,
): readonly ScaleMark[] {
  return [
    ...ticks,
    ...(answer?.kind === 'scale'
      ? [{ label: lessons().youSaid, value: answer.value, kind: 'own' as const }]
      : []),
    { label: lessons().itIs, value: truth, kind: 'truth' },
  ];
}

/** What was predicted beside how it turned out. */
export function Comparison({
  ask,
  answer,
  truth,
  steps,
  ...paper
}: {
  readonly ask: Ask;
  readonly answer: Answer | null;
  readonly truth: Truth;
  readonly steps: number;
  /** Width of a drawing in CSS pixels; that of its container by default. */
  readonly width?: number;
}) {
  const playground = usePlayground();
  const t = lessons();
  if (ask.kind === 'choose' && truth.kind === 'choose') {
    const chosen = answer?.kind === 'choose' ? answer.chosen : [];
    return (
      <ul className={styles.outcomes}>
        {ask.options.map(({ id, text }) => {
          const right = truth.right.includes(id);
          const said = chosen.includes(id);
          return (
            <li key={id} data-right={right || undefined}>
              {right ? <Check size={15} aria-label={t.yes} /> : <X size={15} aria-label={t.no} />}
              <span>{text}</span>
              {said && <em>{t.youSaidSo}</em>}
            </li>
          );
        })}
      </ul>
    );
  }
  if (ask.kind === 'scale' && truth.kind === 'scale') {
    const { facts } = evidenceOf(playground.model);
    return <ScaleLine ask={ask} marks={scaleMarks(ticksOf(ask, facts), answer, truth.value)} />;
  }
  if (ask.kind === 'cell' && truth.kind === 'cell') {
    return (
      <p>
        {answer?.kind === 'cell' && `${t.youMarked(answer.row + 1, answer.column + 1)} `}
        {fill(t.mostVisited, {
          cell: <strong>{t.cell(truth.row + 1, truth.column + 1)}</strong>,
        })}
      </p>
    );
  }
  if (ask.kind === 'curve' && truth.kind === 'curve') {
    return (
      <div>
        <CurvePad
          ask={ask}
          heights={answer?.kind === 'curve' ? answer.heights : levelCurve(ask)}
          steps={Math.max(steps, truth.points[truth.points.length - 1].step)}
          truth={truth.points}
          {...paper}
        />
        <p className={styles.hint}>{answer?.kind === 'curve' ? t.twoCurves : t.oneCurve}</p>
      </div>
    );
  }
  return null;
}

/** How a prediction turned out, and why. */
export function Revealing({
  ask,
  answer,
  truth,
  texts,
  steps,
}: {
  readonly ask: Ask;
  readonly answer: Answer | null;
  readonly truth: Truth;
  readonly texts: { readonly right: string; readonly wrong: string };
  readonly steps: number;
}) {
  const right = answer !== null && isRight(ask, answer, truth);
  const t = lessons();
  return (
    <section className={styles.reveal} aria-label={t.revealed} aria-live="polite">
      <p className={styles.verdict} data-right={right || undefined}>
        {answer === null ? t.happened : right ? t.right : t.wrong}
      </p>
      <Comparison ask={ask} answer={answer} truth={truth} steps={steps} />
      <Html className={styles.text} html={right ? texts.right : texts.wrong} />
    </section>
  );
}
