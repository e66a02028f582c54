import { useEffect, useState } from 'react';
import { parts } from '../../texts/parts';
import { useModel, usePlayground } from '../basics/context';
import { reloadNewest } from '../state/reload';
import { PartMissing } from './arriving';
import styles from './part.module.css';
import { newVersion } from './version';

function useNewVersion(): boolean {
  const [found, setFound] = useState(false);
  useEffect(() => {
    let gone = false;
    void newVersion().then((is) => !gone && setFound(is));
    return () => {
      gone = true;
    };
  }, []);
  return found;
}

/** Loads the page anew; the run goes on where it is. */
export function ReloadButton() {
  const playground = usePlayground();
  const step = useModel((model) => model.step);
  return (
    <button type="button" onClick={() => void reloadNewest(playground)}>
      {parts().reload(step)}
    </button>
  );
}

/** Said beside a failure that another version may be the cause of; nothing where there is none. */
export function NewVersion() {
  if (!useNewVersion()) return null;
  return (
    <>
      {' '}
      {parts().newVersion} <ReloadButton />
    </>
  );
}

/** In the place of a part that did not come or has failed: what happened, and what can be done. */
export function Fault({
  error,
  again,
  onGone,
  over = false,
  before = false,
}: {
  readonly error: unknown;
  readonly again: () => void;
  /** Takes the part away; absent where it has a place of its own. */
  readonly onGone?: (() => void) | undefined;
  /** Whether the part would lie over the page. */
  readonly over?: boolean;
  /** Whether it was asked for again before: where that did not help, a reload may. */
  readonly before?: boolean;
}) {
  const t = parts();
  const message = error instanceof Error ? error.message : String(error);
  const missing = error instanceof PartMissing;
  const published = useNewVersion();
  return (
    <div className={over ? styles.over : styles.fault} role="alert">
      <p>
        {missing ? t.missing : t.broken(message)}
        {missing && published && ` ${t.newVersion}`}
        {missing && before && !published && ` ${t.stillMissing}`}
      </p>
      <div className={styles.ways}>
        {(!missing || before || published) && <ReloadButton />}
        {!(missing && published) && (
          <button type="button" onClick={again}>
            {t.again}
          </button>
        )}
        {onGone && (
          <button type="button" onClick={onGone}>
            {t.close}
          </button>
        )}
      </div>
    </div>
  );
}
