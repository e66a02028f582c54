import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { worldOf } from '../../experiment/settings/world';
import { useModel } from '../basics/context';
import { cellsOf, roomOf } from '../map/geometry';
import { joinPan } from '../map/pan';
import { kindsOf } from '../state/grid';
import styles from './panels.module.css';

/** Side in CSS pixels of the smallest cell on the playground: arrows and hatching can be told apart. */
export const READABLE_CELL = 16;

/** How a map on the playground takes its room: the width of its card, and no more height than its slot says. */
export const PLAYGROUND_ROOM = { minCell: READABLE_CELL, maxHeight: 'var(--map-height)' } as const;

/** Width and height in cells of the world that the settings name, known before it has been solved. */
export function useCells(): ReturnType<typeof cellsOf> {
  const map = useModel(({ settings }) => worldOf(settings).map.join('/'));
  return useMemo(() => {
    const rows = map.split('/');
    return cellsOf(kindsOf(rows), rows.length, rows[0].length);
  }, [map]);
}

/**
 * Room for a map, kept while it is to come: as wide as its card; a map that is wider yet is drawn along, all
 * together.
 */
export function MapSlot({
  place,
  children,
}: {
  /** Name by which the lesson finds it. */
  readonly place: string;
  /** The map; null while it is to come. */
  readonly children: ReactNode;
}) {
  const cells = useCells();
  const slot = useRef<HTMLDivElement>(null);
  useEffect(() => (slot.current ? joinPan(slot.current) : undefined), []);
  return (
    <div ref={slot} className={styles.slot} data-place={place}>
      {children ?? <div style={roomOf(cells, PLAYGROUND_ROOM)} />}
    </div>
  );
}
