import { describe, expect, it } from 'vitest';
import { readerOf } from '../../experiment/measures';
import type { Frame, SeedSnapshot } from '../../experiment/types';
import { flipsBetween } from '../state/flips';
import { niceTicks, returnDomain } from './axis';
import {
  decadesOf,
  errorLines,
  latest,
  lossLines,
  lossTerms,
  returnJumps,
  returnLines,
  returnReferences,
  seedCount,
  summarize,
} from './panels';
import { jumpsOf, nearestPoint, seedSeriesOf, seriesOf, spreadAt } from './series';
import { instanceOf, seedWith, snapshotAt, TRUTH } from './testing';

const errors = (unseenAction: number | null) => ({
  overestimation: { data: 0, unseenAction, unseenState: null },
});

describe('series', () => {
  it('are interquartile means over the training seeds, and gaps where there is nothing', () => {
    const snapshots = [
      snapshotAt(0, { dqn: [seedWith({ trueReturn: 0.2 }), seedWith({ trueReturn: 0.4 })] }),
      snapshotAt(50, {}),
    ];
    const points = seriesOf(snapshots, 'dqn', (seed) => seed.trueReturn);
    expect(points[0].x).toBe(0);
    expect(points[0].y).toBeCloseTo(0.3, 12);
    expect(points[1]).toEqual({ x: 50, y: null });
    const [wild] = seriesOf(
      [snapshotAt(0, { dqn: [0, 1, 2, 90].map((trueReturn) => seedWith({ trueReturn })) })],
      'dqn',
      (seed) => seed.trueReturn,
    );
    expect(wild.y).toBe(1.5);
  });

  it('keep the seeds apart where there are several', () => {
    const believes = (...values: readonly (number | null)[]) => ({
      dqn: values.map((believedReturn) => seedWith({ believedReturn })),
    });
    const read = (seed: SeedSnapshot) => seed.believedReturn;
    expect(seedSeriesOf([snapshotAt(0, believes(1))], 'dqn', read)).toEqual([]);
    expect(seedSeriesOf([], 'dqn', read)).toEqual([]);
    const snapshots = [
      snapshotAt(0, believes(1, 2)),
      snapshotAt(50, believes(Number.POSITIVE_INFINITY, 4)),
    ];
    expect(seedSeriesOf(snapshots, 'dqn', read)).toEqual([
      [
        { x: 0, y: 1 },
        { x: 50, y: null },
      ],
      [
        { x: 0, y: 2 },
        { x: 50, y: 4 },
      ],
    ]);
  });

  it('are found by the nearest step', () => {
    const points = [0, 50, 100].map((x) => ({ x, y: x }));
    expect([-9, 24, 26, 60, 999].map((step) => nearestPoint(points, step)?.x)).toEqual([
      0, 0, 50, 50, 100,
    ]);
    expect(nearestPoint([], 3)).toBeNull();
  });

  it('divide axes by ones, twos and fives', () => {
    expect(niceTicks(0, 2500, 5)).toEqual([0, 500, 1000, 1500, 2000, 2500]);
    expect(niceTicks(-0.1, 0.7, 4)).toEqual([0, 0.2, 0.4, 0.6]);
    expect(niceTicks(-113, -13, 4)).toEqual([-100, -50]);
    expect(niceTicks(1, 1, 4)).toEqual([1]);
  });
});

describe('jumps', () => {
  it('are falls and recoveries, not the first rise', () => {
    const points = [0, 0.38, 0.37, 0, 0, 0.38].map((y, i) => ({ x: 50 * i, y }));
    expect(jumpsOf(points, 'cql', 0.38)).toEqual([
      { instance: 'cql', step: 150, from: 0.37, to: 0 },
      { instance: 'cql', step: 250, from: 0, to: 0.38 },
    ]);
  });

  it('lead to the most visited cell whose arrow turned', () => {
    const learner = (actions: readonly number[], occupancy: readonly number[]) => ({
      q: null,
      trueQ: new Float32Array(12),
      policy: Float32Array.from(actions.flatMap((a) => [0, 1, 2, 3].map((b) => Number(a === b)))),
      occupancy: Float32Array.from(occupancy),
      delta: null,
      share: null,
      tried: null,
    });
    const frame = (step: number, actions: readonly number[], runId = 'run'): Frame => ({
      runId,
      step,
      learners: { cql: [learner(actions, [0.5, 0.3, 0.2])] },
      rests: {},
    });
    const twice = (step: number, ...seeds: readonly (readonly number[])[]): Frame => ({
      runId: 'run',
      step,
      learners: { cql: seeds.map((actions) => learner(actions, [0.5, 0.3, 0.2])) },
      rests: {},
    });
    expect(flipsBetween(twice(0, [1, 1, 1], [1, 1, 1]), twice(50, [1, 1, 1], [2, 1, 1]))).toEqual([
      { step: 50, instance: 'cql', seed: 1, state: 0 },
    ]);
    expect(flipsBetween(frame(0, [1, 1, 1]), frame(50, [1, 2, 2]))).toEqual([
      { step: 50, instance: 'cql', seed: 0, state: 1 },
    ]);
    expect(flipsBetween(frame(0, [1, 1, 1]), frame(50, [1, 1, 1]))).toEqual([]);
    expect(flipsBetween(frame(0, [1, 1, 1], 'older'), frame(50, [2, 2, 2]))).toEqual([]);
  });
});

describe('the axis of returns', () => {
  it('holds what can be earned and leaves room for too much belief', () => {
    const [low, high] = returnDomain(TRUTH);
    expect(low).toBeLessThan(0);
    expect(high).toBeGreaterThan(0.63);
  });

  it('is not empty where nothing can be earned, nor where all returns are negative', () => {
    const none = { ...TRUTH, optimal: 0, behavior: 0, bcTarget: 0, inSupport: 0 };
    const [low, high] = returnDomain(none);
    expect(high).toBeGreaterThan(low);
    const cliff = { ...TRUTH, optimal: -12, behavior: -60, bcTarget: -60, inSupport: -14 };
    expect(returnDomain(cliff)[0]).toBeLessThan(-60);
    expect(returnDomain(cliff)[1]).toBeGreaterThan(-12);
  });
});

describe('panels', () => {
  const instances = [instanceOf('dqn'), instanceOf('cql'), instanceOf('bc')];
  const snapshots = [
    snapshotAt(0, {
      dqn: [seedWith({ ...errors(0.1), believedReturn: 0.1 })],
      cql: [seedWith({ ...errors(-0.2), trueReturn: 0.38 })],
      bc: [seedWith({ believedReturn: null, trueReturn: 0.23 })],
    }),
    snapshotAt(50, {
      dqn: [
        seedWith({ ...errors(0.6), believedReturn: 0.63, losses: { bellman: 0.01, total: 1 } }),
      ],
      cql: [seedWith({ ...errors(-3.83), losses: { penalty: -1, bellman: 0.1, total: 1 } })],
      bc: [seedWith({ believedReturn: null, losses: { imitation: 0.5, total: 0.5 } })],
    }),
  ];

  it('give BC no line of errors and no belief', () => {
    expect(errorLines(snapshots, instances, 'light').map((line) => line.instance)).toEqual([
      'dqn',
      'cql',
    ]);
    expect(returnLines(snapshots, instances, 'light').map((line) => line.key)).toEqual([
      'dqn believed',
      'dqn earned',
      'cql believed',
      'cql earned',
      'bc earned',
    ]);
  });

  it('say their last values in words', () => {
    expect(summarize(errorLines(snapshots, instances, 'light'))).toBe('DQN +0.60; CQL −3.83.');
    expect(summarize([])).toBe('Nothing measured yet.');
  });

  it('mark the return that fell', () => {
    const jumps = returnJumps(returnLines(snapshots, instances, 'light'), TRUTH);
    expect(jumps.map((jump) => [jump.instance, jump.step])).toEqual([
      ['cql', 50],
      ['bc', 50],
    ]);
  });

  it('join references that are one', () => {
    expect(returnReferences(TRUTH)).toEqual([
      { value: 0.24, label: 'behaviour' },
      { value: 0.38, label: 'best in the data = best possible' },
    ]);
  });

  it('offer each loss apart, on decades', () => {
    expect(lossTerms(snapshots)).toEqual(['bellman', 'penalty', 'imitation']);
    const lines = lossLines(snapshots, instances, 'bellman', 'light');
    expect(lines.map((line) => line.points[1].y)).toEqual([-2, -1]);
    expect(lines.map((line) => line.text(-2))).toEqual(['0.01', '0.01']);
    expect(decadesOf(lines)).toEqual([-2, -1]);
    expect(lossLines(snapshots, instances, 'penalty', 'light')).toEqual([]);
    expect(decadesOf([])).toEqual([-3, 0]);
  });

  it('sum several seeds up, each still to be seen', () => {
    const several = [0, 0.1, 0.2, 0.9].map((error) => seedWith(errors(error)));
    const last = snapshotAt(50, { dqn: several, cql: [seedWith(errors(-1))] });
    const [line] = errorLines([last], instances, 'light');
    expect(line.seeds).toHaveLength(4);
    expect(spreadAt(line, 40)).toEqual([0, 0.9]);
    expect(summarize([line])).toBe('DQN +0.15 (0.00 to +0.90).');
    expect(seedCount(last)).toBe(4);
    expect(seedCount(undefined)).toBe(1);
    const read = readerOf('overestimation.unseenAction');
    expect(latest(last, 'dqn', read)).toMatchObject({
      low: 0,
      high: 0.9,
      seeds: [0, 0.1, 0.2, 0.9],
    });
    expect(latest(last, 'cql', read)).toEqual({ iqm: -1, low: -1, high: -1, seeds: [] });
    expect(latest(last, 'bc', read)).toBeNull();
  });

  it('mark the jumps of the seed shown, and none of a mean', () => {
    const earns = (...values: readonly number[]) => ({
      cql: values.map((trueReturn) => seedWith({ trueReturn })),
    });
    const fallen = [snapshotAt(0, earns(0.38, 0.38)), snapshotAt(50, earns(0.38, 0))];
    const lines = returnLines(fallen, instances, 'light').filter((line) => line.instance === 'cql');
    expect(returnJumps(lines, TRUTH, 0)).toEqual([]);
    expect(returnJumps(lines, TRUTH, 1).map(({ step, to }) => [step, to])).toEqual([[50, 0]]);
    expect(returnJumps(lines, TRUTH, 'mean')).toEqual([]);
  });

  it('break the line of a second instance of a kind', () => {
    const second = snapshotAt(0, { 'cql-1': [seedWith(errors(0.1))] });
    expect(errorLines([second], [instanceOf('cql', 1)], 'dark')[0].dash).not.toBe('');
  });
});
