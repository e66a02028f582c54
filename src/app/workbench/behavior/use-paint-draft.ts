import { hooksOf } from '../stored';
import { paintDraftOf } from './paint-draft';

/** The behaviour being made on this page, and a part of it. */
export const [usePaintDraft, usePaintState] = hooksOf(paintDraftOf);
