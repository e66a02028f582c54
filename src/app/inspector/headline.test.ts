import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Frame, FrameLearner } from '../../experiment/types';
import { speak } from '../../texts/speak';
import { instanceOf } from '../charts/testing';
import { headlineOf, likeliest } from './headline';

const counts = [1, 25, 0, 0];
const learner = (
  policy: readonly number[],
  q: readonly number[] | null,
  trueQ: readonly number[] = [0.5, 0.5, 0, 0.4],
): FrameLearner => ({
  q: q ? Float32Array.from(q) : null,
  trueQ: Float32Array.from(trueQ),
  policy: Float32Array.from(policy),
  occupancy: Float32Array.of(1),
  delta: null,
  share: null,
  tried: null,
});
const frame = (learners: Readonly<Record<string, FrameLearner>>): Frame => ({
  runId: 'run',
  step: 50,
  learners: Object.fromEntries(Object.entries(learners).map(([id, one]) => [id, [one]])),
  rests: {},
});
const instances = [instanceOf('dqn'), instanceOf('cql'), instanceOf('bc')];
const right = [0, 1, 0, 0];
const down = [0, 0, 1, 0];

describe('headlineOf', () => {
  it('tells first of the one that is lured by what was never seen', () => {
    const said = headlineOf(
      frame({ dqn: learner(down, [0.5, 0.5, 0.6, 0.5]), cql: learner(right, [0, 0.4, -3, -3]) }),
      instances,
      counts,
      0,
      1,
    );
    expect(said).toBe('DQN goes down, never seen here: it believes 0.60, the truth is 0.00.');
  });

  it('tells of ways that part', () => {
    const said = headlineOf(
      frame({
        dqn: learner([1, 0, 0, 0], [0.6, 0.5, 0, 0]),
        cql: learner(right, [0, 0.4, -3, -3]),
        bc: learner([0, 0.9, 0.1, 0], null),
      }),
      instances,
      counts,
      0,
      1,
    );
    expect(said).toBe('DQN goes up, CQL and BC right.');
  });

  it('tells of agreement, and of who is in doubt', () => {
    const said = headlineOf(
      frame({ dqn: learner(right, [0, 0.5, 0, 0]), bc: learner([0.3, 0.4, 0.3, 0], null) }),
      instances,
      counts,
      0,
      1,
    );
    expect(said).toBe('All go right, seen 25 times here (BC only 40\u00a0% of the time).');
  });

  it('tells of the data before anything is trained', () => {
    expect(headlineOf(null, instances, counts, 0, 1)).toBe('The data came through here 26 times.');
    expect(headlineOf(null, instances, [0, 0, 0, 0], 0, 1)).toBe('The data never came here.');
  });
});

describe('headlineOf in German', () => {
  beforeEach(() => speak('de'));
  afterEach(() => speak('en'));

  const said = (learners: Readonly<Record<string, FrameLearner>>, of = counts) =>
    headlineOf(frame(learners), instances, of, 0, 1);

  it('tells of the one that is lured', () => {
    const lured = { dqn: learner(down, [0.5, 0.5, 0.6, 0.5]) };
    expect(said(lured)).toBe(
      'DQN geht nach unten, hier nie gesehen: Es glaubt an 0,60, die Wahrheit ist 0,00.',
    );
    expect(said(lured, [0, 0, 0, 0])).toBe(
      'DQN geht nach unten, in einer Zelle, die die Daten nie besuchen: Es glaubt an 0,60, die Wahrheit ist 0,00.',
    );
  });

  it('tells of ways that part, and of agreement', () => {
    const up = learner([1, 0, 0, 0], [0.6, 0.5, 0, 0]);
    const cql = learner(right, [0, 0.4, -3, -3]);
    const bc = learner([0.3, 0.4, 0.3, 0], null);
    expect(said({ dqn: up, cql, bc })).toBe('DQN geht nach oben, CQL und BC nach rechts.');
    expect(said({ cql, bc })).toBe(
      'Alle gehen nach rechts, hier 25-mal gesehen (BC nur in 40\u00a0% der Fälle).',
    );
    expect(said({ cql })).toBe('CQL geht nach rechts, hier 25-mal gesehen.');
  });

  it('tells of the data before anything is trained', () => {
    const data = (...of: readonly number[]) => headlineOf(null, instances, of, 0, 1);
    expect(data(1, 25, 0, 0)).toBe('Die Daten kamen hier 26-mal vorbei.');
    expect(data(1, 0, 0, 0)).toBe('Die Daten kamen hier einmal vorbei.');
    expect(data(0, 0, 0, 0)).toBe('Die Daten kamen nie hierher.');
  });
});

it('breaks ties towards the lowest action', () => {
  expect(likeliest([0.25, 0.25, 0.25, 0.25], 0)).toBe(0);
});
