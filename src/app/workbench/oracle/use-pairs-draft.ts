import { hooksOf } from '../stored';
import { pairsDraftOf } from './pairs-draft';

/** Where truth is put in on this page, and a part of it. */
export const [usePairsDraft, usePairsState] = hooksOf(pairsDraftOf);
