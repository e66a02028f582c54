import { describe, expect, it } from 'vitest';
import { instancesOf } from '../instances';
import { snapshotOf } from '../state/testing';
import { answerOf, listed, outcomeOf, verdictsOf } from './verdict';

const instances = instancesOf({ learners: ['dqn', 'cql', 'iql', 'bc'] });
const arrives = { goalRate: 1, goalSteps: 20, trueReturn: 0.38 };
const snapshot = snapshotOf('run-1', 1050, {
  dqn: { believedReturn: 0.63, trueReturn: 0, goalRate: 0 },
  cql: { believedReturn: 0.3, ...arrives },
  iql: { believedReturn: 0.25, ...arrives },
  bc: { goalRate: 0.97, goalSteps: 38, trueReturn: 0.23 },
});
const verdicts = verdictsOf(snapshot, instances, 1e-3);

describe('the verdict', () => {
  it('says in words first who arrives, then what is believed and earned', () => {
    expect(verdicts.map(({ instance, arrival }) => `${instance.short} ${arrival}`)).toEqual([
      'DQN never reaches the goal',
      'CQL reaches the goal in 20 steps',
      'IQL reaches the goal in 20 steps',
      'BC arrives 97 % of the time',
    ]);
    expect(verdicts.map(({ account }) => account)).toEqual([
      'believes an impossible 0.63, earns 0.00',
      'believes 0.30, earns 0.38',
      'believes 0.25, earns 0.38',
      'earns 0.23; it has no values to believe in',
    ]);
  });

  it('calls a belief impossible only above what any policy can earn', () => {
    const account = (believedReturn: number) =>
      verdictsOf(snapshotOf('run-1', 10, { cql: { believedReturn } }), instances, 1e-3)[0].account;
    expect(account(0.3805)).not.toContain('impossible');
    expect(account(0.3815)).toContain('impossible');
  });

  it('says that a learner diverged', () => {
    const broken = snapshotOf('run-1', 300, { dqn: { status: 'diverged', trueReturn: 0 } });
    expect(verdictsOf(broken, instances, 1e-3)[0].arrival).toBe('diverged by step 300');
  });

  it('sums up who reaches the goal', () => {
    expect(outcomeOf(verdicts)).toBe('Three of four reach the goal: CQL, IQL and BC.');
    expect(outcomeOf(verdicts.slice(0, 2))).toBe('One of two reaches the goal: CQL.');
    expect(outcomeOf(verdicts.slice(1, 3))).toBe('Both reach the goal.');
    expect(outcomeOf(verdicts.slice(1))).toBe('All three reach the goal.');
    expect(outcomeOf(verdicts.slice(0, 1))).toBe('It does not reach the goal.');
  });

  it('comes back to what was predicted', () => {
    const said = (...chosen: readonly string[]) =>
      answerOf({ stage: 'answered', chosen }, verdicts);
    expect(said('cql', 'iql')).toBe('You said CQL and IQL.');
    expect(said('bc', 'cql', 'iql')).toBe('You said CQL, IQL and BC, and so it is.');
    expect(answerOf({ stage: 'skipped', chosen: [] }, verdicts)).toBe('');
  });

  it('lists names as people do', () => {
    expect([[], ['A'], ['A', 'B'], ['A', 'B', 'C']].map(listed)).toEqual([
      '',
      'A',
      'A and B',
      'A, B and C',
    ]);
  });
});
