import { hooksOf } from '../stored';
import { deskOf } from './desk';

/** The desk of this page’s playground, and a part of it. */
export const [useDesk, useDeskState] = hooksOf(deskOf);
