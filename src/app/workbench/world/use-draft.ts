import { useStore } from 'zustand';
import { usePlayground } from '../../context';
import { type Draft, type DraftState, draftOf } from './draft';

/** The draft of this page's playground. */
export function useDraft(): Draft {
  return draftOf(usePlayground());
}

/** A part of the draft; the component is drawn again when that part is another. */
export function useDraftState<T>(select: (state: DraftState) => T): T {
  return useStore(useDraft().store, select);
}
