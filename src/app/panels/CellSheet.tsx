import { useMediaQuery } from '@mantine/hooks';
import { useStore } from 'zustand';
import { part } from '../part/part';
import { sheet } from './sheet';

const OpenedSheet = part(() => import('./OpenedSheet'), { waiting: () => null });

/** Narrower pages have the evidence far below the maps. */
const NARROW = '(max-width: 820px)';

/** On a narrow page what is known of a tapped cell, from below. */
export function CellSheet() {
  const narrow = useMediaQuery(NARROW, undefined, { getInitialValueInEffect: false });
  const opened = useStore(sheet, (view) => view.opened);
  return narrow && opened ? <OpenedSheet /> : null;
}
