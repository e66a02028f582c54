import { Check, X } from 'lucide-react';
import { usePlayground } from '../context';
import type { Answer } from './answers';
import { CurvePad, levelCurve } from './CurvePad';
import { numberOf } from './expression';
import { isRight, type Truth } from './judge';
import styles from './lessons.module.css';
import { ScaleLine, type ScaleMark } from './ScaleLine';
import { evidenceOf } from './session';
import type { Ask, ScaleAsk } from './types';

function scaleMarks(
  ask: ScaleAsk,
  answer: Answer | null,
  truth: number,
  tickAt: (ask: ScaleAsk) => readonly ScaleMark[],
): readonly ScaleMark[] {
  return [
    ...tickAt(ask),
    ...(answer?.kind === 'scale'
      ? [{ label: 'You said', value: answer.value, kind: 'own' as const }]
      : []),
    { label: 'It is', value: truth, kind: 'truth' },
  ];
}

/** What was predicted beside how it turned out. */
export function Comparison({
  ask,
  answer,
  truth,
  steps,
}: {
  readonly ask: Ask;
  readonly answer: Answer | null;
  readonly truth: Truth;
  readonly steps: number;
}) {
  const playground = usePlayground();
  if (ask.kind === 'choose' && truth.kind === 'choose') {
    const chosen = answer?.kind === 'choose' ? answer.chosen : [];
    return (
      <ul className={styles.outcomes}>
        {ask.options.map(({ id, text }) => {
          const right = truth.right.includes(id);
          const said = chosen.includes(id);
          return (
            <li key={id} data-right={right || undefined}>
              {right ? <Check size={15} aria-label="Yes:" /> : <X size={15} aria-label="No:" />}
              <span>{text}</span>
              {said && <em>you said so</em>}
            </li>
          );
        })}
      </ul>
    );
  }
  if (ask.kind === 'scale' && truth.kind === 'scale') {
    const { facts } = evidenceOf(playground.model);
    const ticks = (of: ScaleAsk) =>
      of.ticks
        .map(({ label, at }) => ({ label, value: numberOf(at, facts), kind: 'tick' as const }))
        .filter(({ value }) => Number.isFinite(value));
    return <ScaleLine ask={ask} marks={scaleMarks(ask, answer, truth.value, ticks)} />;
  }
  if (ask.kind === 'cell' && truth.kind === 'cell') {
    return (
      <p>
        {answer?.kind === 'cell' &&
          `You marked row ${answer.row + 1}, column ${answer.column + 1}. `}
        It spends most of its time in{' '}
        <strong>
          row {truth.row + 1}, column {truth.column + 1}
        </strong>
        .
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
        />
        <p className={styles.hint}>
          {answer?.kind === 'curve' ? 'Thin: your curve. Thick: what happened.' : 'What happened.'}
        </p>
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
  return (
    <section className={styles.reveal} aria-label="How it turned out" aria-live="polite">
      <p className={styles.verdict} data-right={right || undefined}>
        {answer === null ? 'What happened' : right ? 'You were right' : 'Not quite'}
      </p>
      <Comparison ask={ask} answer={answer} truth={truth} steps={steps} />
      {/* Made of the lesson's own file at build time, where raw HTML is not let through. */}
      <div
        className={styles.text}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: see above
        dangerouslySetInnerHTML={{ __html: right ? texts.right : texts.wrong }}
      />
    </section>
  );
}
