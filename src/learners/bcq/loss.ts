import { writtenLearner } from '../definition';
import { bellmanWorkings } from '../dqn/loss';
import program from './program.loss?raw';
import { bcqRestsAt } from './rest';

/**
 * Discrete BCQ: double DQN that may choose, in the target and when it acts, only what a model of the
 * behaviour holds to be likely; or, as an oracle, only what the data really contains.
 */
export const bcq = writtenLearner({
  program,
  names: { networks: { Q: 'q', G: 'behavior' }, knobs: { τ: 'threshold' } },
  variant: ({ support }) => ({ support: support === 'seen' ? 'seen' : 'model' }),
  workings: () => ({ ...bellmanWorkings(true), allowed: '1[likely(s′)]' }),
  // A sum of squares of values and of a likelihood has no unit but the learner's own.
  dimensions: { behavior: 0, allowed: 0, imitation: 0, total: 0 },
  restsAt: bcqRestsAt,
});
