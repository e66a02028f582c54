import { writtenLearner } from '../definition';
import type { LearnerSettings } from '../types';
import program from './program.loss?raw';
import { awacRestsAt } from './rest';

const isBinary = ({ weight }: LearnerSettings) => weight === 'binary';

/**
 * AWAC: the values of its own policy, and a policy that imitates the data, the better the more. With binary
 * weights it is CRR, which imitates what is better than its policy and nothing else.
 */
export const awac = writtenLearner({
  program,
  names: { networks: { Q: 'q', π: 'policy' }, knobs: { β: 'beta', c: 'weightClip' } },
  variant: (settings) => ({ weight: isBinary(settings) ? 'binary' : 'exp' }),
  workings: (settings) => ({
    q: 'Q(s,·)',
    next: 'Q̄(s′,·)',
    backup: 'next',
    target: 'y',
    policy: 'π(·|s)',
    advantage: 'u',
    // What is told of a weight is told of an exponential one.
    ...(isBinary(settings) ? {} : { weight: 'w' }),
  }),
  // A sum of squares of values and of a likelihood has no unit but the learner's own.
  dimensions: { weight: 0, policy: 0, beta: -1, total: 0 },
  restsAt: awacRestsAt,
});
