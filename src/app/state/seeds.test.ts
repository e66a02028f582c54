import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FrameLearner } from '../../experiment/types';
import { shownFrame, shownLabel, shownLearner, shownOf } from './seeds';

const learner = (q: readonly number[] | null, policy: readonly number[]): FrameLearner => ({
  q: q && Float32Array.from(q),
  trueQ: Float32Array.of(0, 0.25, 0.5, 1),
  policy: Float32Array.from(policy),
  occupancy: Float32Array.of(1),
  delta: null,
  share: null,
  tried: null,
});

describe('what the maps show of several seeds', () => {
  it('is the seed asked for, the last one beyond it, or the mean', () => {
    expect(shownOf({ seeds: 1, shownSeed: 0 })).toBe(0);
    expect(shownOf({ seeds: 5, shownSeed: 1 })).toBe(0);
    expect(shownOf({ seeds: 5, shownSeed: 3 })).toBe(2);
    expect(shownOf({ seeds: 5, shownSeed: 9 })).toBe(4);
    expect(shownOf({ seeds: 5, shownSeed: 0 })).toBe('mean');
    expect([shownLabel(0, 1), shownLabel(2, 5), shownLabel('mean', 5)]).toEqual([
      '',
      'seed 3',
      'mean of 5 seeds',
    ]);
  });

  it('averages values, truths and policies', () => {
    const seeds = [learner([0, 1, 2, 3], [1, 0, 0, 0]), learner([1, 1, 4, 5], [0, 0, 1, 0])];
    const mean = shownLearner(seeds, 'mean');
    expect(mean?.q).toEqual(Float32Array.of(0.5, 1, 3, 4));
    expect(mean?.policy).toEqual(Float32Array.of(0.5, 0, 0.5, 0));
    expect(mean?.trueQ).toEqual(seeds[0].trueQ);
    expect(shownLearner(seeds, 1)).toBe(seeds[1]);
    expect(shownLearner(seeds, 2)).toBeNull();
    expect(shownLearner(undefined, 'mean')).toBeNull();
  });

  it('averages what was tried over the seeds that have tried', () => {
    const of = (tried: readonly number[] | null) => ({
      ...learner(null, [1, 0, 0, 0]),
      tried: tried && Float32Array.from(tried),
    });
    const mean = (...seeds: readonly FrameLearner[]) => shownLearner(seeds, 'mean')?.tried;
    expect(mean(of([4, 0, 0, 1]), of(null), of([0, 2, 0, 1]))).toEqual(Float32Array.of(2, 1, 0, 1));
    expect(mean(of(null), of(null))).toBeNull();
  });

  it('keeps a policy a policy', () => {
    const policy = fc
      .array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 })
      .map((weights) => weights.map((w) => w / weights.reduce((a, b) => a + b)));
    fc.assert(
      fc.property(fc.array(policy, { minLength: 1, maxLength: 16 }), (policies) => {
        const mean = shownLearner(
          policies.map((one) => learner(null, one)),
          'mean',
        );
        expect(mean?.q).toBeNull();
        expect(mean?.policy.reduce((a, b) => a + b)).toBeCloseTo(1, 5);
      }),
    );
  });

  it('leaves a diverged seed out of the mean, unless all have', () => {
    const broken = learner([Number.NaN, 0, 0, 0], [1, 0, 0, 0]);
    const sound = learner([0, 1, 2, 3], [0, 1, 0, 0]);
    expect(shownLearner([broken, sound], 'mean')?.q).toEqual(sound.q);
    expect(shownLearner([broken, broken], 'mean')?.q?.[0]).toBeNaN();
  });

  it('reduces a frame to one seed a learner', () => {
    const frame = {
      runId: 'run',
      step: 50,
      learners: { cql: [learner(null, [1, 0, 0, 0]), learner(null, [0, 1, 0, 0])], dqn: [] },
      rests: {},
    };
    const shown = shownFrame(frame, 1);
    expect(shown.learners.cql).toEqual([frame.learners.cql[1]]);
    expect(shown.learners.dqn).toEqual([]);
  });
});
