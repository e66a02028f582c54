import { perPlayground } from '../state/per-playground';
import type { Playground } from '../state/playground';

/** What somebody has begun to write, by the learner that it was opened from. */
export const draftsOf = perPlayground<Playground, Map<string, string>>(() => new Map());
