import { describe, expect, it } from 'vitest';
import type { Gap } from '../../experiment/types';
import { instancesOf } from '../instances';
import { defaultSettings, snapshotOf } from '../state/testing';
import { lieOf } from './because';

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
    expect(said({ dqn: gap(1, 0.4, 0.3) })).toMatch(/60 % of it sits where there are no data/);
  });

  it('is not told of a belief that is true, too small, or of no belief', () => {
    expect(said({ dqn: gap(0.01, 0, 0.01), bc: null })).toBe('');
    expect(said({ cql: gap(-0.2, -0.2, 0) })).toBe('');
    expect(said({})).toBe('');
  });
});
