import { hooksOf } from '../stored';
import { draftOf } from './draft';

/** The draft of this page’s playground, and a part of it. */
export const [useDraft, useDraftState] = hooksOf(draftOf);
