import { expect, it } from 'vitest';
import { findMeasure, isOfLearner, isOfTruth, MEASURES, measureOf, readerOf } from './measures';
import type { SeedSnapshot, Truth } from './types';

const truth: Truth = {
  optimal: 0.38,
  behavior: 0.24,
  bcTarget: 0.23,
  inSupport: 0.37,
  inSupportHalting: 0.36,
  plannedFromData: 0.35,
  random: 0.02,
};
const seed = (trueReturn: number): SeedSnapshot => ({
  status: 'ok',
  believedReturn: null,
  trueReturn,
  goalRate: 1,
  goalSteps: 7,
  q: null,
  truePolicyQ: null,
  optimalQ: null,
  overestimation: null,
  gap: null,
  readings: null,
  bound: null,
  losses: { imitation: 0.5, mine: 3 },
  online: null,
});
const learners = {
  bc: {
    kind: 'bc' as const,
    status: 'ok' as const,
    restsAt: { believedReturn: null, trueReturn: 0.1 },
    seeds: [seed(1), seed(2), seed(6)],
  },
};
const of = (name: string, id = 'bc') => {
  const measure = findMeasure(name);
  return measure && measureOf({ learners, truth }, id, measure);
};

it('calls no two measures alike', () => {
  const names = MEASURES.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

it('reads the seeds as their interquartile mean, and all else as it is', () => {
  expect(of('trueReturn')).toBe(3);
  expect(of('goalSteps')).toBe(7);
  expect(of('restsAt.trueReturn')).toBe(0.1);
  expect(of('inSupport')).toBe(0.37);
  expect(readerOf('losses.imitation')(learners.bc.seeds[0])).toBe(0.5);
});

it('has null where there is nothing to read', () => {
  for (const name of ['believedReturn', 'gap.total', 'bound.pointwise.data', 'losses.bellman'])
    expect(of(name), name).toBeNull();
  expect(of('restsAt.believedReturn')).toBeNull();
  expect(of('trueReturn', 'dqn')).toBeNull();
});

it('knows any term of a loss, and no other name that is not in the list', () => {
  expect(of('losses.mine')).toBe(3);
  for (const name of ['', 'losses', 'losses.', 'losses.a.b', 'gap', 'constructor', 'trueReturn.x'])
    expect(findMeasure(name), name).toBeUndefined();
});

it('has the truth of the world and of its data, whoever learns', () => {
  const names = MEASURES.filter(isOfTruth).map(({ name }) => name);
  expect([...names].sort()).toEqual(Object.keys(truth).sort());
  expect(MEASURES.filter(isOfLearner).length + names.length).toBe(MEASURES.length);
});
