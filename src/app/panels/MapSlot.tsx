import type { ReactNode } from 'react';
import { useSize } from '../map/hooks';
import { useStage } from '../stage';
import styles from './panels.module.css';

/** Height a map takes at most where the page scrolls, in CSS pixels. */
const SCROLLING_HEIGHT = 420;

/**
 * Room for a map: on the stage it takes the height that is left and tells the map how much that is;
 * where the page scrolls the map is as wide as its card.
 */
export function MapSlot({
  place,
  children,
}: {
  /** Name by which the lesson finds it. */
  readonly place: string;
  readonly children: (maxHeight: number) => ReactNode;
}) {
  const [ref, size] = useSize<HTMLDivElement>();
  const stage = useStage();
  const maxHeight = stage ? (size?.height ?? 0) : SCROLLING_HEIGHT;
  return (
    <div ref={ref} className={styles.slot} data-place={place}>
      <div className={stage ? styles.fitted : undefined}>
        {maxHeight > 0 && children(maxHeight)}
      </div>
    </div>
  );
}
