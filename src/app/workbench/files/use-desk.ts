import { useStore } from 'zustand';
import { usePlayground } from '../../context';
import { type Desk, type DeskState, deskOf } from './desk';

/** The desk of this page's playground. */
export function useDesk(): Desk {
  return deskOf(usePlayground());
}

/** A part of what is on the desk; the component is drawn again when that part is another. */
export function useDeskState<T>(select: (state: DeskState) => T): T {
  return useStore(useDesk().store, select);
}
