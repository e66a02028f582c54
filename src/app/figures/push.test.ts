import fc from 'fast-check';
import { expect, it } from 'vitest';
import vectors from '../../learners/testdata/unit-vectors.json';
import { pushesOf, softmaxOf, stationaryPoint, targetsOf } from './push';

const values = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), {
  minLength: 4,
  maxLength: 4,
});
const counts = fc
  .array(fc.integer({ min: 0, max: 90 }), { minLength: 4, maxLength: 4 })
  .filter((found) => found.some((count) => count > 0));
const alpha = fc.double({ min: 0, max: 10, noNaN: true });
const total = (numbers: readonly number[]) => numbers.reduce((sum, value) => sum + value, 0);

it('is the gradient of the penalty, by the reference vectors', () => {
  const { q, a, grad_of_mean } = vectors.cql_penalty;
  q.forEach((row, i) => {
    const taken = row.map((_, action) => (action === a[i] ? 1 : 0));
    pushesOf(row, taken, 1).forEach(({ down, up }, action) => {
      expect((down - up) / q.length).toBeCloseTo(grad_of_mean[i][action], 6);
    });
  });
});

it('pushes down as much as up, α in all', () => {
  fc.assert(
    fc.property(values, counts, alpha, (q, n, weight) => {
      const pushes = pushesOf(q, n, weight);
      expect(total(pushes.map(({ down }) => down))).toBeCloseTo(weight, 8);
      expect(total(pushes.map(({ up }) => up))).toBeCloseTo(weight, 8);
    }),
  );
});

it('shares stay finite for values of any size', () => {
  expect(softmaxOf([1000, 0, -1000, 1000])).toEqual([0.5, 0, 0, 0.5]);
});

it('rests where the loss of a table has no slope', () => {
  const beta = [0.1, 0.2, 0.3, 0.4];
  fc.assert(
    fc.property(values, alpha, (q, weight) => {
      const mu = softmaxOf(q);
      // The target for which q itself is the resting point; there the gradient must vanish.
      q.forEach((value, a) => {
        const rest = stationaryPoint(0, weight, mu[a], beta[a]) ?? Number.NaN;
        const y = value - rest;
        const slope = 2 * beta[a] * (value - y) + weight * (mu[a] - beta[a]);
        expect(slope).toBeCloseTo(0, 8);
      });
    }),
  );
});

it('has no resting point for an action that was never taken', () => {
  expect(stationaryPoint(0.5, 0.1, 0.25, 0)).toBeNull();
  expect(stationaryPoint(0.5, 0, 0.25, 0.5)).toBe(0.5);
});

it('averages the targets of the rows of a state, and bootstraps none that end', () => {
  const rows = {
    size: 4,
    state: Int32Array.of(0, 0, 0, 1),
    action: Uint8Array.of(1, 1, 2, 1),
    reward: Float64Array.of(0, 1, 5, 9),
    nextState: Int32Array.of(1, 1, 1, 0),
    terminal: Uint8Array.of(0, 0, 1, 0),
    truncated: new Uint8Array(4),
    episode: new Int32Array(4),
    step: new Int32Array(4),
    behaviorProbability: new Float64Array(4),
  };
  const q = [0, 0, 0, 0, 1, 2, 4, 3];
  expect(targetsOf(rows, 0.5, q, 0)).toEqual([null, 2.5, 5, null]);
});

it('says of values in the world’s units what the learner does to its own, scaled ones', () => {
  const scales = fc.double({ min: 0.1, max: 60, noNaN: true });
  fc.assert(
    fc.property(values, counts, alpha, scales, (q, n, weight, scale) => {
      const learned = q.map((value) => scale * value);
      const own = pushesOf(learned, n, weight);
      pushesOf(q, n, weight, scale).forEach(({ down, up }, a) => {
        expect(down).toBeCloseTo(own[a].down, 8);
        expect(up).toBe(own[a].up);
      });
      const mu = softmaxOf(learned);
      const rows = total(n);
      q.forEach((value, a) => {
        const rest = stationaryPoint(learned[a], weight, mu[a], n[a] / rows);
        const shown = stationaryPoint(value, weight / scale, softmaxOf(q, scale)[a], n[a] / rows);
        if (rest === null) expect(shown).toBeNull();
        else expect((shown ?? Number.NaN) * scale).toBeCloseTo(rest, 6);
      });
    }),
  );
});
