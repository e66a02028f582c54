import { writtenLearner } from '../definition';
import program from './program.loss?raw';
import { bcRestsAt } from './rest';

/** Behavioural cloning. It has no values, and takes neither reward nor discount. */
export const bc = writtenLearner({
  program,
  names: { networks: { π: 'policy' } },
  workings: () => ({ policy: 'π(·|s)' }),
  dimensions: { policy: 0, imitation: 0, total: 0 },
  restsAt: bcRestsAt,
});
