import { Button, CloseButton } from '@mantine/core';
import { shell } from '../../texts/shell';
import { useModel, usePlayground } from '../basics/context';
import type { PageNotice } from '../state/model';
import styles from './Notices.module.css';

function wordsOf(offer: NonNullable<PageNotice['offer']>): string {
  if ('resume' in offer) return offer.resume;
  return 'words' in offer ? offer.words : shell().trainThere;
}

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
              {wordsOf(notice.offer)}
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
