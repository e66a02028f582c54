import { Button, CloseButton } from '@mantine/core';
import { shell } from '../../texts/shell';
import { useModel, usePlayground } from '../basics/context';
import styles from './Notices.module.css';

/** Sentences about what was put right; they stay until they are dismissed. */
export function Notices() {
  const t = shell();
  const playground = usePlayground();
  const notices = useModel((model) => model.notices);
  return (
    <section className={`no-print ${styles.notices}`} aria-label={t.notices} aria-live="polite">
      {notices.map((notice) => (
        <div key={notice.id} className={styles.notice}>
          <p>{notice.message}</p>
          {notice.offer && (
            <Button size="compact-sm" variant="default" onClick={() => playground.accept(notice)}>
              {'resume' in notice.offer ? notice.offer.resume : t.trainThere}
            </Button>
          )}
          <CloseButton
            size="sm"
            aria-label={t.dismiss(notice.message.slice(0, 60))}
            onClick={() => playground.dismiss(notice.id)}
          />
        </div>
      ))}
    </section>
  );
}
