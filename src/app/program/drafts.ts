import { perPlayground } from '../state/per-playground';
import type { Playground } from '../state/playground';
import { Unfinished } from '../state/unfinished';

/** What somebody has begun to write, by the learner that it was opened from. */
export const draftsOf = perPlayground(
  ({ memory }: Pick<Playground, 'memory'>) => new Unfinished(memory, 'programs'),
);
