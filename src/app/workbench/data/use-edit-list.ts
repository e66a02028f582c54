import { hooksOf } from '../stored';
import { editListOf } from './edit-list';

/** The list of edits of this page’s playground, and a part of it. */
export const [useEditList, useEditListState] = hooksOf(editListOf);
