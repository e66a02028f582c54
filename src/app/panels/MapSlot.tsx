import { type ReactNode, useEffect, useRef } from 'react';
import { joinPan } from '../map/pan';
import styles from './panels.module.css';

/** Side in CSS pixels of the smallest cell on the playground: arrows and hatching can be told apart. */
export const READABLE_CELL = 16;

/** How a map on the playground takes its room: the width of its card, and no more height than its slot says. */
export const PLAYGROUND_ROOM = { minCell: READABLE_CELL, maxHeight: 'var(--map-height)' } as const;

/** Room for a map: as wide as its card; a map that is wider yet is drawn along, all together. */
export function MapSlot({
  place,
  children,
}: {
  /** Name by which the lesson finds it. */
  readonly place: string;
  readonly children: ReactNode;
}) {
  const slot = useRef<HTMLDivElement>(null);
  useEffect(() => (slot.current ? joinPan(slot.current) : undefined), []);
  return (
    <div ref={slot} className={styles.slot} data-place={place}>
      {children}
    </div>
  );
}
