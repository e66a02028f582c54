import { writtenLearner } from '../definition';
import { bellmanWorkings } from '../dqn/loss';
import type { LearnerSettings } from '../types';
import program from './program.loss?raw';
import { cqlRestsAt } from './rest';

/** `double` concerns the max only: a softmax has no argmax to hand over. */
function backupOf({ backup, double }: LearnerSettings): 'softmax' | 'max' | 'double' {
  if (backup === 'softmax') return 'softmax';
  return double === true ? 'double' : 'max';
}

/**
 * CQL: the DQN loss + α · what all actions have beyond the one that was taken. The softmax backup is that
 * of the policy of Theorem 3.2; the sketch draws one action, and a logsumexp over one is the identity.
 */
export const cql = writtenLearner({
  program,
  names: { networks: { Q: 'q' }, knobs: { α: 'alpha', κ: 'temperature' } },
  variant: (settings) => ({
    backup: backupOf(settings),
    pushed: settings.penalty === 'sampled-sketch' ? 'sketch' : 'exact',
  }),
  workings: (settings) => ({
    ...bellmanWorkings(backupOf(settings) === 'double'),
    gap: 'down − Q(s,a)',
  }),
  dimensions: { alpha: 1, temperature: 1, penalty: 1 },
  restsAt: cqlRestsAt,
});
