import { inside as texts } from '../../texts/inside';
import styles from './program.module.css';
import type { Finding } from './remarks';

/** What is wrong with a program, and what a teacher would say of it, each at its place. */
export function Findings({ found }: { readonly found: readonly Finding[] }) {
  const t = texts();
  return (['fault', 'remark'] as const).map((weight) => {
    const own = found.filter((one) => one.weight === weight);
    if (own.length === 0) return null;
    return (
      <section key={weight} className={styles.found} data-weight={weight}>
        <h4>{weight === 'fault' ? t.faults : t.remarks}</h4>
        <ul>
          {own.map(({ start, line, column, words, sentence }) => (
            <li key={`${start} ${sentence}`}>
              {weight === 'fault' ? (
                <span className={styles.where}>{t.fault(line, column)}</span>
              ) : (
                <code className={styles.words} translate="no">
                  {words}
                </code>
              )}{' '}
              {sentence}
            </li>
          ))}
        </ul>
      </section>
    );
  });
}
