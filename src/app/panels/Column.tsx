import type { ReactNode } from 'react';
import styles from './panels.module.css';

interface ColumnProps {
  readonly number: number;
  readonly title: string;
  /** Words or controls at the right end of the heading. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** One of the three columns of the story, with its number and heading. */
export function Column({ number, title, aside, children }: ColumnProps) {
  return (
    <section className={styles.column} aria-labelledby={`column-${number}`}>
      <div className={styles.heading}>
        <h2 id={`column-${number}`}>
          <span className={styles.number}>{number}</span> {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
