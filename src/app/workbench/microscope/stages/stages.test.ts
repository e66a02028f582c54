import { describe, expect, it } from 'vitest';
import type { RowUpdate } from '../../../../experiment/microscope';
import { stagesOf } from './stages';
import type { RowContext } from './types';

/** From state 0 to state 1 by «right»; in state 1 only «up» was tried. */
const context: RowContext = {
  state: 0,
  action: 1,
  reward: 0,
  nextState: 1,
  terminal: false,
  truncated: false,
  counts: [0, 3, 0, 1, 2, 0, 0, 0],
  optimalQ: [0.4, 0.5, 0.4, 0.4, 0.55, 0.5, 0.5, 0.5],
  gamma: 0.9,
  oracle: null,
  place: (state) => `cell ${state}`,
};

const zeros = [0, 0, 0, 0];

function update(kind: RowUpdate['kind'], rest: Partial<RowUpdate>): RowUpdate {
  return {
    id: kind,
    kind,
    values: {},
    terms: {},
    gradients: {},
    hyper: {},
    drawnAction: null,
    scale: 1,
    ...rest,
  };
}

const dqn = update('dqn', {
  values: { q: [0.1, 0.6, 0.2, 0.2], next: [0.5, 0.9, 0.3, 0.2], backup: [0.9], target: [0.81] },
  gradients: { bellman: { q: [0, -0.42, 0, 0] } },
});
const cql = update('cql', {
  values: { ...dqn.values, gap: [1.1] },
  gradients: {
    ...dqn.gradients,
    penalty: { q: [0.2, -0.7, 0.25, 0.25] },
    total: { q: [0.1, -0.77, 0.125, 0.125] },
  },
  hyper: { alpha: 0.5, temperature: 1 },
});
const iql = update('iql', {
  values: {
    q1: [0.1, 0.6, 0.2, 0.2],
    q2: zeros,
    q1Target: [0, 0.7, 0, 0],
    q2Target: [0, 0.6, 0, 0],
    inSample: [0.6],
    v: [0.5],
    advantage: [0.1],
    side: [0.7],
    backup: [0.55],
    target: [0.495],
    weight: [2],
    policy: [0.1, 0.6, 0.2, 0.1],
  },
  gradients: {
    expectile: { v: [-0.14] },
    bellman: { q1: [0, 0.21, 0, 0] },
    policy: { policy: [0.2, -0.8, 0.4, 0.2] },
  },
  hyper: { expectile: 0.7, beta: 7 },
});
const bc = update('bc', {
  values: { policy: [0.1, 0.6, 0.2, 0.1] },
  gradients: { imitation: { policy: [0.1, -0.4, 0.2, 0.1] } },
});

const byId = (of: RowUpdate, row = context, softmax = false) =>
  Object.fromEntries(stagesOf(row, of, softmax).map((stage) => [stage.id, stage]));

describe('the stages of one update', () => {
  it('tell the row first, in people’s words', () => {
    for (const learner of [dqn, cql, iql, bc]) {
      const [first] = stagesOf(context, learner);
      expect(first.text).toContain('In cell 0 the behaviour went right, was paid 0.00 and arrived');
    }
  });

  it('say when the max picks an action that was never tried, and what the target promises too much', () => {
    const { next, pick, target, pull } = byId(dqn);
    expect(next.text).toContain('The data never tried three of them');
    expect(pick.title).toBe('The max picks what nobody tried');
    expect(pick.text).toContain('The max picks right: 0.900');
    expect(pick.text).toContain(
      'The best action that was tried there is believed to be worth 0.500',
    );
    expect(target.title).toBe('The target inflates');
    expect(target.text).toContain('promises 0.310 too much');
    expect(target.formula).toBe('y = r + γ·max Q̄(s′, ·) = 0.00 + 0.9 × 0.900 = 0.810');
    expect(pull.bars[0].actions.map(({ push }) => push)).toEqual([-0, 0.42, -0, -0]);
    expect(pull.bars[0].actions.map(({ marked }) => marked)).toEqual([false, true, false, false]);
  });

  it('do not accuse a max that picks what was tried, nor a target below the truth', () => {
    const tame = {
      ...dqn,
      values: { ...dqn.values, next: [0.5, 0.1, 0.1, 0.1], backup: [0.5], target: [0.45] },
    };
    const { pick, target } = byId(tame);
    expect(pick.title).toBe('The max picks');
    expect(pick.text).toContain('an action that the data took 2 times');
    expect(target.title).toBe('The target');
    expect(target.text).toContain('lies 0.050 below');
  });

  it('back nothing up after an end', () => {
    const { next, pick, target } = byId(
      { ...dqn, values: { ...dqn.values, target: [1] } },
      { ...context, terminal: true, reward: 1 },
    );
    expect(next.title).toBe('Nothing comes after the end');
    expect(pick).toBeUndefined();
    expect(target.formula).toBe('y = r = 1.000');
  });

  it('let the online network choose for double DQN', () => {
    const double = { ...dqn, values: { ...dqn.values, chooser: [0.9, 0, 0, 0], backup: [0.5] } };
    expect(byId(double).pick.text).toContain('The online network chooses up: 0.500');
  });

  it('say what a max may not choose, and that it may choose all where none is allowed', () => {
    const chooser = [0.2, 0.9, 0.5, 0.1];
    const values = { ...dqn.values, next: [0.1, 0.9, 0.4, 0.3], chooser };
    const bound = { ...dqn, values: { ...values, allowed: [1, 0, 1, 0], backup: [0.4] } };
    expect(byId(bound).pick.text).toContain('chooses down (it may not choose right, left): 0.400');
    const free = { ...dqn, values: { ...values, allowed: [0, 0, 0, 0], backup: [0.9] } };
    expect(byId(free).pick.text).toContain('chooses right: 0.900');
  });

  it('show CQL’s push on every action, and add it up with the pull', () => {
    const { penalty, sum } = byId(cql);
    expect(penalty.bars[0].actions.map(({ push }) => push)).toEqual([-0.2, 0.7, -0.25, -0.25]);
    expect(penalty.text).toContain('Never tried here: up, down.');
    expect(sum.text).toContain('+0.420 and +0.350, together +0.770');
    expect(byId(cql, context, true).pick.title).toBe('The softmax averages');
  });

  it('say what the sketch draws', () => {
    const sketch = { ...cql, drawnAction: 2 };
    expect(byId(sketch).penalty.title).toContain('pushes one drawn action');
    expect(byId(sketch).penalty.text).toContain('it drew down');
    expect(byId({ ...cql, drawnAction: 1 }).penalty.text).toContain('cancel');
  });

  it('ask IQL about the taken action only, and weigh its imitation', () => {
    const { inSample, expectile, target, weight } = byId(iql);
    expect(inSample.bars[0].actions.map(({ dimmed }) => dimmed)).toEqual([true, false, true, true]);
    expect(expectile.text).toContain('0.100 above V(s) = 0.500');
    expect(expectile.formula).toContain('V moves by +0.140');
    expect(target.formula).toContain('γ·V(s′)');
    expect(weight.text).toContain('weight 2.00: more than BC would');
  });

  it('tell of any other learner what they know of it', () => {
    const stranger = update('dqn', { values: { policy: [1, 0, 0, 0], gap: [1], next: zeros } });
    expect(stagesOf(context, stranger).map(({ id }) => id)).toEqual(['row']);
    const { q: _, ...headless } = cql.values;
    const other = update('dqn', { ...cql, values: headless });
    expect(stagesOf(context, other).map(({ id }) => id)).toEqual(['row', 'next', 'pick', 'target']);
    const mean = update('dqn', { ...dqn, values: { ...dqn.values, backup: [0.475] } });
    expect(byId(mean).pick).toBeUndefined();
    expect(byId(mean).target.formula).toContain('γ·V(s′)');
    const ids = [dqn, cql, iql, bc].map((one) => stagesOf(context, one).map(({ id }) => id));
    expect(ids).toEqual([
      ['row', 'next', 'pick', 'target', 'pull'],
      ['row', 'next', 'pick', 'target', 'pull', 'penalty', 'sum'],
      ['row', 'inSample', 'expectile', 'next', 'target', 'pull', 'weight'],
      ['row', 'policy', 'imitate'],
    ]);
  });

  it('let BC imitate without looking at rewards', () => {
    const { policy, imitate } = byId(bc);
    expect(policy.formula).toContain('0.511');
    expect(imitate.bars[0].kind).toBe('probabilities');
    expect(imitate.bars[0].actions[1].push).toBe(0.4);
  });
});

describe('stages of a learner with truth in its targets', () => {
  const pairs = [1, 0, 0, 0, 0, 1, 1, 0];

  it('say where it was put in and mark it, in the bars of s′ and in what the max picks', () => {
    const operated = { ...context, oracle: { pairs, reached: true } };
    const [, next, pick] = stagesOf(operated, dqn);
    expect(next.text).toContain('right and down');
    expect(next.text).toContain('the truth was put in');
    expect(next.bars[0].actions.map(({ putIn }) => putIn)).toEqual([false, true, true, false]);
    expect(pick.title).toBe('The max picks the truth');
    expect(pick.text).toContain('no belief');
    expect(pick.bars[0].actions[1].putIn).toBe(true);
    expect(stagesOf(context, dqn)[1].text).not.toContain('truth was put in');
  });

  it('say so of targets whose values are not told one by one', () => {
    const operated = { ...context, oracle: { pairs, reached: true } };
    const [, told] = stagesOf(operated, iql);
    expect(told.id).toBe('oracle');
    expect(told.text).toContain('up in s and for right and down in s′');
  });

  it('say that nothing comes of it where no target is asked there, and nothing where none is put in', () => {
    const unread = { ...context, oracle: { pairs, reached: false } };
    expect(stagesOf(unread, iql)[1].text).toContain('nothing comes of it');
    const elsewhere = { ...context, oracle: { pairs: pairs.map(() => 0), reached: true } };
    expect(stagesOf(elsewhere, iql)).toEqual(stagesOf(context, iql));
    expect(stagesOf(elsewhere, dqn)).toEqual(stagesOf(context, dqn));
  });
});
