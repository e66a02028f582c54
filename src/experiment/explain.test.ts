import { describe, expect, it } from 'vitest';
import type { DataFacts } from './circumstances';
import { explain } from './explain';
import { resolveSettings } from './settings/parse';
import { FACTS } from './testing/facts';
import type { LearnerSnapshot, SeedSnapshot, Snapshot, Truth } from './types';

const TRUTH: Truth = {
  ...{ optimal: 1, inSupport: 1, inSupportHalting: 1, plannedFromData: 1 },
  ...{ behavior: 0.1, bcTarget: 0.1, random: 0 },
};
const none = { data: null, unseenAction: null, unseenState: null };

function seed(believedReturn: number | null, trueReturn: number, unseenAction = 0): SeedSnapshot {
  const fare = { trueReturn, goalRate: 1, goalSteps: 20 };
  return {
    ...{ ...fare, status: 'ok', believedReturn, q: none, truePolicyQ: none, optimalQ: none },
    overestimation: { ...none, unseenAction },
    ...{
      gap: null,
      readings: { distribution: fare, mostLikely: fare },
      bound: null,
      losses: null,
      online: null,
    },
  };
}

const learner = (
  kind: LearnerSnapshot['kind'],
  seeds: readonly SeedSnapshot[],
  rest: LearnerSnapshot['restsAt'] = { believedReturn: 0.8, trueReturn: 1 },
): LearnerSnapshot => ({ kind, status: 'ok', restsAt: rest, seeds });

const DREAMS = [seed(2, 0, 1)];
const PICTURE = {
  dqn: learner('dqn', DREAMS),
  cql: learner('cql', [seed(0.8, 1, -0.1)]),
  iql: learner('iql', [seed(0.9, 1)]),
  bc: learner('bc', [seed(null, 0.1)]),
};

function under(
  learners: Snapshot['learners'],
  given: Record<string, unknown> = {},
  facts: Partial<DataFacts> = {},
) {
  const { settings } = resolveSettings({ learners: Object.keys(learners).join(), ...given });
  const snapshot = { step: 3000, truth: TRUTH, learners } as Snapshot;
  const ground = { facts: { ...FACTS, ...facts }, automaticScale: 33 };
  const { broken, because, unexplained } = explain(snapshot, ground, settings);
  return {
    broken: broken.map(({ id }) => id),
    because: because.map(({ code }) => code),
    unexplained: unexplained.map(({ id }) => id),
  };
}

describe('explain', () => {
  it('has nothing to say where the picture holds, whatever the circumstances', () => {
    const nothing = { broken: [], because: [], unexplained: [] };
    expect(under(PICTURE)).toEqual(nothing);
    expect(under(PICTURE, { 'cql.backup': 'max', encoding: 'xy' })).toEqual(nothing);
  });

  it('names what broke, and the reason that there is', () => {
    const cql = learner('cql', [seed(1.5, 0, 0.4)]);
    expect(under({ ...PICTURE, cql }, { 'cql.alpha': 0.01 })).toEqual({
      broken: ['cql-underestimates', 'cql-stays-sober', 'cql-earns'],
      because: ['penaltyWeak'],
      unexplained: [],
    });
  });

  it('says so where there is no reason', () => {
    const cql = learner('cql', [seed(1.5, 1, -0.1)]);
    expect(under({ ...PICTURE, cql })).toEqual({
      broken: ['cql-stays-sober'],
      because: [],
      unexplained: ['cql-stays-sober'],
    });
  });

  it('excuses no more than the reason says', () => {
    const cql = learner('cql', [seed(1.5, 0, 0.4)]);
    const learners = { ...PICTURE, cql };
    // Weak is not off, and a drowned reward is no reason to dream.
    expect(under(learners, { 'cql.alpha': 0.3 }).unexplained).toEqual([
      'cql-stays-sober',
      'cql-earns',
    ]);
    expect(under(learners, { 'cql.alpha': 30 }).unexplained).toEqual([
      'cql-underestimates',
      'cql-stays-sober',
    ]);
    expect(under(learners, { 'cql.backup': 'max' }).unexplained).toEqual(['cql-earns']);
    const dqn = learner('dqn', [seed(0.5, 0, 0.1)]);
    expect(under({ dqn }, {}, { planEarns: 0.5 }).unexplained).toEqual([
      'dqn-believes-too-much',
      'dqn-overestimates',
    ]);
  });

  it('goes by where training comes to rest', () => {
    const cql = learner('cql', [seed(0.2, 0, -0.1)], { believedReturn: 0.3, trueReturn: 0.5 });
    expect(under({ ...PICTURE, cql })).toEqual({
      broken: ['cql-believes-in-something', 'cql-earns'],
      because: ['restsPoor', 'restsMeek'],
      unexplained: [],
    });
  });

  it('excuses those who have tried the world, and nobody else', () => {
    const record = { steps: 9, episodes: 0, goals: 0, pairs: 3, newPairs: 1, lastReturn: null };
    const dqn = learner('dqn', [{ ...seed(1, 1, 0), online: record }]);
    const cql = learner('cql', [seed(1.5, 1, -0.1)]);
    expect(under({ ...PICTURE, dqn, cql })).toEqual({
      broken: ['dqn-believes-too-much', 'dqn-earns-little', 'dqn-overestimates', 'cql-stays-sober'],
      because: ['online'],
      unexplained: ['cql-stays-sober'],
    });
  });

  it('goes by most of the seeds', () => {
    const seeds = (sober: number) =>
      learner('dqn', [...Array(sober).fill(seed(0.9, 0, 1)), ...Array(4 - sober).fill(DREAMS[0])]);
    expect(under({ dqn: seeds(2) }).broken).toEqual([]);
    expect(under({ dqn: seeds(3) }).broken).toEqual(['dqn-believes-too-much']);
  });

  it('asks nothing of learners that are off', () => {
    const { bc } = PICTURE;
    expect(under({ bc }, {}, { rewarded: false }).broken).toEqual([]);
  });

  it('says that truth was put in even where the picture is that of the first scenario', () => {
    expect(under(PICTURE, { 'dqn.oracle': 'unseenActions' }).because).toEqual(['oracle']);
    expect(under(PICTURE, { 'iql.oracle': 'unseenActions' }).because).toEqual([]);
  });
});
