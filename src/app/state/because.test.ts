import { describe, expect, it } from 'vitest';
import type { Gap } from '../../experiment/types';
import { lieOf } from './because';
import { instancesOf } from './instances';
import { defaultSettings, seedSnapshot, snapshotOf } from './testing';

const instances = instancesOf(defaultSettings());
const gap = (total: number, data: number, unseenAction: number, pairs = 4): Gap => ({
  ...{ total, data, unseenAction, unseenState: total - data - unseenAction, pairs },
});
const said = (gaps: Readonly<Record<string, Gap | null>>) =>
  lieOf(
    snapshotOf(
      'run-1',
      50,
      Object.fromEntries(Object.entries(gaps).map(([id, one]) => [id, { gap: one }])),
    ),
    instances,
    0,
  );

describe('where the lie sits', () => {
  it('is told of the learner that believes the most too much', () => {
    expect(said({ dqn: gap(0.93, 0.01, 0.92, 1), cql: gap(-0.2, -0.2, 0) })).toBe(
      'DQN believes 0.93 too much: almost all of it in 1 pair that nobody tried.',
    );
    expect(said({ dqn: gap(0.5, 0, 0.2), cql: gap(0.6, 0, 0.3) })).toMatch(/^CQL believes 0\.60/);
  });

  it('tells seen pairs, actions, states and mixtures of them apart', () => {
    expect(said({ dqn: gap(1, 0.94, 0.03) })).toBe(
      'DQN believes 1.00 too much: almost all of it sits in pairs that the data know, nearly all in 4 pairs.',
    );
    expect(said({ dqn: gap(1, 0.06, 0.94) })).toMatch(/in actions that nobody tried, nearly all/);
    expect(said({ dqn: gap(1, 0.06, 0) })).toMatch(/in states that nobody visited, nearly all/);
    expect(said({ dqn: gap(1, -0.3, 0.6) })).toMatch(/all of it, and more, sits where/);
    expect(said({ dqn: gap(1, 0.4, 0.3) })).toMatch(/60\u00a0% of it sits where there are no data/);
  });

  it('names the seed that it tells of, where there are several', () => {
    const seeds = [gap(0.5, 0, 0.5), gap(0.9, 0, 0.9)].map((one) => seedSnapshot({ gap: one }));
    const snapshot = snapshotOf('run-1', 50, { dqn: {} });
    const learners = { dqn: { ...snapshot.learners.dqn, seeds } };
    expect(lieOf({ ...snapshot, learners }, instances, 1)).toMatch(/^On seed 2 DQN believes 0\.90/);
    expect(lieOf({ ...snapshot, learners }, instances, 'mean')).toBe(
      'DQN believes 0.70 too much: almost all of it sits in actions that nobody tried.',
    );
  });

  it('measures beliefs beside what the best earns, where chance is ruinous', () => {
    const ruin = { ...snapshotOf('run-1', 50, { dqn: { gap: gap(92, 0, 92) } }) };
    const truth = { ...ruin.truth, optimal: -12, random: -1072 };
    expect(lieOf({ ...ruin, truth }, instances, 0)).toMatch(/^DQN believes 92/);
  });

  it('is not told of a belief that is true, too small, or of no belief', () => {
    expect(said({ dqn: gap(0.01, 0, 0.01), bc: null })).toBe('');
    expect(said({ cql: gap(-0.2, -0.2, 0) })).toBe('');
    expect(said({})).toBe('');
  });
});
