import { describe, expect, it } from 'vitest';
import { buildProblem, problemView } from '../../experiment/problem';
import { resolveSettings } from '../../experiment/settings/parse';
import { gridOf, rangesOf } from '../state/grid';
import { chainAt } from './chain';

const { settings } = resolveSettings({
  'world.map': 'S###/.###/...G',
  behavior: 'epsilon-greedy',
  'data.size': 200,
});
const problem = problemView(buildProblem(settings), 'a');
const scene = {
  problem,
  grid: gridOf(problem.world),
  ranges: rangesOf(problem.optimalQ, problem.counts),
};
const pairs = problem.counts.length;
/** The best policy, and its values. */
const q = Float32Array.from(problem.optimalQ);
const policy = Float32Array.from({ length: pairs }, (_, pair) => {
  const row = [...q.subarray(pair - (pair % 4), pair - (pair % 4) + 4)];
  return row.indexOf(Math.max(...row)) === pair % 4 ? 1 : 0;
});
const best = { q, trueQ: null, policy, occupancy: null };
const goal = scene.grid.states - 1;

describe('the chain behind an arrow', () => {
  it('follows the arrow of the state to the goal, where the values are those of the best', () => {
    const chain = chainAt(scene, best, 'everything', 0);
    expect(chain?.source).toBe('ends');
    expect(chain?.backups[0].action).toBe(policy.indexOf(1));
    expect(chain?.backups).toHaveLength(5);
  });

  it('is there for none that has no arrow, no values, or values of another world', () => {
    expect(chainAt(scene, best, 'everything', goal)).toBeNull();
    expect(chainAt(scene, best, 'everything', 99)).toBeNull();
    expect(chainAt(scene, { ...best, q: null }, 'everything', 0)).toBeNull();
    expect(chainAt(scene, { ...best, q: q.subarray(4) }, 'everything', 0)).toBeNull();
  });
});
