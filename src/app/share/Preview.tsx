import { useDebouncedValue } from '@mantine/hooks';
import { formatCount, formatShare } from '../../texts/format';
import { share } from '../../texts/share';
import { useSize } from '../map/hooks';
import { LEAST_SIZE } from '../state/embed-options';
import type { FrameSize } from './iframe';
import styles from './share.module.css';

/** Milliseconds without a change before the preview is loaded anew: each time it starts a worker. */
const SETTLED_AFTER = 600;
/** Most pixels that it takes of the dialog's height. */
const MOST_HEIGHT = 440;

/** The embed itself, at the size it will have, drawn smaller to fit. */
export function Preview({ address, size }: { readonly address: string; readonly size: FrameSize }) {
  const t = share();
  const [settled] = useDebouncedValue(address, SETTLED_AFTER);
  const [box, room] = useSize<HTMLDivElement>();
  const width = size.width ?? Math.max(LEAST_SIZE.width, Math.floor(room?.width ?? 0));
  const { height } = size;
  const scale = room ? Math.min(1, room.width / width, MOST_HEIGHT / height) : 0;
  return (
    <section className={styles.preview} aria-label={t.preview}>
      <p className={styles.caption}>
        <strong>{t.preview}</strong>
        <span>
          {t.shown(
            size.width === null ? null : formatCount(width),
            formatCount(height),
            scale < 1 ? formatShare(scale) : null,
          )}
        </span>
      </p>
      <div ref={box}>
        {scale > 0 && (
          <div
            className={styles.sheet}
            data-stale={settled !== address || undefined}
            style={{ width: width * scale, height: height * scale }}
          >
            {/* Another address is another frame: a change of the hash alone would not begin anew, and
                every navigation would be one more step back for the reader. */}
            <iframe
              key={settled}
              title={t.frame}
              src={settled}
              width={width}
              height={height}
              style={{ transform: `scale(${scale})` }}
            />
          </div>
        )}
      </div>
    </section>
  );
}
