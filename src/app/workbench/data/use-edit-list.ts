import { useStore } from 'zustand';
import { usePlayground } from '../../context';
import { type EditList, type EditListState, editListOf } from './edit-list';

/** The list of edits of this page's playground. */
export function useEditList(): EditList {
  return editListOf(usePlayground());
}

/** A part of that list; the component is drawn again when that part is another. */
export function useEditListState<T>(select: (state: EditListState) => T): T {
  return useStore(useEditList().store, select);
}
