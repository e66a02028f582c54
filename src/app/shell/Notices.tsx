import { CloseButton } from '@mantine/core';
import { shell } from '../../texts/shell';
import { useModel, usePlayground } from '../context';
import styles from './Notices.module.css';

/** Sentences about what was put right; they stay until they are dismissed. */
export function Notices() {
  const t = shell();
  const playground = usePlayground();
  const notices = useModel((model) => model.notices);
  return (
    <section className={`no-print ${styles.notices}`} aria-label={t.notices} aria-live="polite">
      {notices.map(({ id, message }) => (
        <div key={id} className={styles.notice}>
          <p>{message}</p>
          <CloseButton
            size="sm"
            aria-label={t.dismiss(message.slice(0, 60))}
            onClick={() => playground.dismiss(id)}
          />
        </div>
      ))}
    </section>
  );
}
