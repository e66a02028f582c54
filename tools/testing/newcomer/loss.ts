import { writtenLearner } from '../../../src/learners/definition';
import { fixedPoint, type StateRest } from '../../../src/learners/rest/fixed-point';
import { actingOnValues } from '../../../src/learners/rest/policies';
import { ACTION_COUNT, type EmpiricalTable } from '../../../src/learners/rest/table';

/** V(s) is the mean of Q(s,·) under the behaviour. */
const meanOf =
  ({ behavior }: EmpiricalTable): StateRest =>
  (row, targets, q, weights) => {
    let mean = 0;
    for (let pair = row; pair < row + ACTION_COUNT; pair++) {
      weights[pair] = behavior[pair];
      if (behavior[pair] === 0) continue;
      q[pair] = targets[pair];
      mean += behavior[pair] * targets[pair];
    }
    return mean;
  };

/**
 * One step of policy improvement on the behaviour's own values (Brandfonbrener et al., 2021): Q towards
 * r + γ(1−d)V(s′), V towards Q̄(s,a), and the largest Q̂ is done.
 */
export const newcomer = writtenLearner({
  program: `network Q(s,a), target Q̄
network V(s)
knob weight
y = r + γ (1 − d) V(s′)
bellman = mean (Q(s,a) − sg[y])²
value   = mean (V(s) − Q̄(s,a))²
minimise bellman + weight value
act     argmax Q(s,·)
believe V(s)
`,
  names: { networks: { Q: 'q', V: 'v' }, terms: { value: 'mean' } },
  workings: () => ({ q: 'Q(s,·)', v: 'V(s)', backup: 'V(s′)', target: 'y' }),
  restsAt: (table) => {
    const point = fixedPoint(table, meanOf(table));
    return 'nowhere' in point ? point : { ...actingOnValues(table, point, {}), v: point.v };
  },
});
