import { writtenLearner } from '../definition';
import { bellmanWorkings } from '../dqn/loss';
import program from './program.loss?raw';
import { oneStepRestsAt } from './rest';

/**
 * One-step RL: the values of the behaviour itself, and one step of improvement on them that stays near it.
 * Nothing that it chooses ever enters a target.
 */
export const onestep = writtenLearner({
  program,
  names: { networks: { Q: 'q', μ: 'behavior' }, knobs: { β: 'beta' } },
  workings: () => bellmanWorkings(false),
  // A sum of squares of values and of a likelihood has no unit but the learner's own.
  dimensions: { behavior: 0, imitation: 0, beta: -1, total: 0 },
  restsAt: oneStepRestsAt,
});
