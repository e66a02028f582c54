import { use } from 'react';
import { useStore } from 'zustand';
import { usePlayground } from '../basics/context';
import type { Lecture } from './lecture';
import { lecturesOf } from './lectures';
import { shippedLecture } from './shipped';

/** The lecture at hand: one's own, else the one that comes with the page. */
export function useLecture(): Lecture {
  const own = useStore(lecturesOf(usePlayground()).store, (view) => view.own);
  const shipped = use(shippedLecture());
  return own ?? shipped;
}
