import { formatValue } from '../../texts/format';
import { lessons } from '../../texts/lessons';
import styles from './lessons.module.css';
import type { ScaleAsk } from './types';

/** One place on a scale. */
export interface ScaleMark {
  readonly label: string;
  readonly value: number;
  readonly kind: 'tick' | 'own' | 'truth';
}

/** A scale with what was predicted, what is true, and what is known; also in words. */
export function ScaleLine({
  ask: { low, high, label },
  marks,
}: {
  readonly ask: ScaleAsk;
  readonly marks: readonly ScaleMark[];
}) {
  const left = (value: number) =>
    `${(100 * (Math.max(low, Math.min(high, value)) - low)) / (high - low)}%`;
  return (
    <figure className={styles.scale}>
      <figcaption>{label}</figcaption>
      <div className={styles.line} aria-hidden="true">
        {marks.map(({ label: name, value, kind }) => (
          <span key={name} className={styles.mark} data-kind={kind} style={{ left: left(value) }} />
        ))}
      </div>
      <ul className={styles.legend}>
        {marks.map(({ label: name, value, kind }) => (
          <li key={name} data-kind={kind}>
            {name} <strong>{formatValue(value)}</strong>
            {value < low || value > high ? ` ${lessons().offScale}` : ''}
          </li>
        ))}
      </ul>
    </figure>
  );
}
