import { useEffect } from 'react';
import { useStore } from 'zustand';
import { offline } from '../../texts/offline';
import { usePlayground } from '../basics/context';
import { type Keeping, keepForOffline, keeping, weigh } from '../state/keeping';
import styles from './more.module.css';

function sentenceOf(now: Keeping): string | null {
  const t = offline();
  if (now.state === 'refused') return t.refused;
  if (now.state !== 'told') return null;
  if (!now.done) return t.coming(now.kept, now.all);
  if (now.full) return t.full(now.kept, now.all);
  return now.kept < now.all ? t.partly(now.kept, now.all) : t.works(now.kept);
}

/** What can still be done; null where nothing can. */
function wayOf(now: Keeping): string | null {
  const t = offline();
  if (now.state === 'unasked') return now.all === null ? t.keep : t.keepSize(now.all);
  const lacking = now.state === 'refused' || (now.state === 'told' && now.done);
  return lacking && !(now.state === 'told' && now.kept >= now.all) ? t.again : null;
}

/** One quiet line: whether the page works without a network, and what that takes. */
export function Offline() {
  const playground = usePlayground();
  const now = useStore(keeping);
  useEffect(() => void weigh(), []);
  const sentence = sentenceOf(now);
  const way = wayOf(now);
  if (sentence === null && way === null) return null;
  return (
    <>
      <hr className={styles.rule} />
      <p className={styles.offline} role="status">
        {sentence}{' '}
        {way && (
          <button type="button" onClick={() => keepForOffline(playground)}>
            {way}
          </button>
        )}
      </p>
    </>
  );
}
