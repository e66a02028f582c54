import { writtenLearner } from '../definition';
import program from './program.loss?raw';
import { iqlRestsAt } from './rest';

/**
 * IQL with twin critics: V by expectile regression, both Q towards V(s′), π by advantage-weighted
 * regression. No action outside the data is ever evaluated.
 */
export const iql = writtenLearner({
  program,
  names: {
    networks: { Q: 'q', V: 'v', π: 'policy' },
    knobs: { τ: 'expectile', β: 'beta', c: 'weightClip' },
  },
  workings: () => ({
    q1: 'Q_1(s,·)',
    q2: 'Q_2(s,·)',
    q1Target: 'Q̄_1(s,·)',
    q2Target: 'Q̄_2(s,·)',
    inSample: 'held',
    v: 'V(s)',
    advantage: 'u',
    side: 'side',
    backup: 'V(s′)',
    target: 'y',
    weight: 'w',
    policy: 'π(·|s)',
  }),
  // The sum of squares of values and a likelihood has no unit but the learner's own.
  dimensions: { side: 0, weight: 0, policy: 0, beta: -1, total: 0 },
  restsAt: iqlRestsAt,
});
