import { useStore } from 'zustand';
import { usePlayground } from '../../context';
import { type PaintDraft, type PaintState, paintDraftOf } from './paint-draft';

/** The behaviour being made on this page. */
export function usePaintDraft(): PaintDraft {
  return paintDraftOf(usePlayground());
}

/** A part of it; the component is drawn again when that part is another. */
export function usePaintState<T>(select: (state: PaintState) => T): T {
  return useStore(usePaintDraft().store, select);
}
