import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { instance, minibatch, type Problem, stackSpec } from '../../learners/testing/problem';
import type { LearnerSettings } from '../../learners/types';
import { startBackend } from '../backend';
import { createStack } from '../composed';
import type { Minibatch, StackSpec } from '../types';
import { createSimdStack } from './stack';
import { worstError } from './testing/numbers';

const VARIANTS: readonly (readonly ['dqn' | 'cql' | 'iql' | 'bc', LearnerSettings])[] = [
  ['dqn', {}],
  ['dqn', { double: true }],
  ['cql', {}],
  ['cql', { double: true }],
  ['cql', { backup: 'softmax' }],
  ['cql', { penalty: 'sampled-sketch' }],
  ['cql', { backup: 'softmax', penalty: 'sampled-sketch' }],
  ['iql', {}],
  ['iql', { weightClip: 1.1 }],
  ['bc', {}],
];

interface Recipe {
  readonly problem: Problem;
  /** Places in `VARIANTS`. */
  readonly variants: readonly number[];
  /** Values of the hyper-parameters of the learners that have them. */
  readonly hyper: Readonly<Record<string, number>>;
}

function recipes(largest: number, mostLearners: number): fc.Arbitrary<Recipe> {
  return fc
    .record({
      states: fc.integer({ min: 2, max: 30 }),
      features: fc.integer({ min: 1, max: 15 }),
      oneHot: fc.boolean(),
      width: fc.integer({ min: 1, max: largest }),
      batch: fc.integer({ min: 1, max: largest }),
      seeds: fc.integer({ min: 1, max: 3 }),
      variants: fc.subarray([...VARIANTS.keys()], { minLength: 1, maxLength: mostLearners }),
      hyper: fc.record({
        alpha: fc.double({ min: 0.02, max: 2, noNaN: true }),
        expectile: fc.double({ min: 0.5, max: 0.95, noNaN: true }),
        beta: fc.double({ min: 0.1, max: 8, noNaN: true }),
      }),
    })
    .map(({ states, features, oneHot, width, batch, seeds, variants, hyper }) => ({
      problem: {
        states,
        features: oneHot ? states : features,
        oneHot,
        width,
        batch,
        seeds: Array.from({ length: seeds }, (_, i) => i),
      },
      variants,
      hyper,
    }));
}

function specOf({ problem, variants, hyper }: Recipe): StackSpec {
  const learners = variants.map((v) => {
    const [kind, settings] = VARIANTS[v];
    const learner = instance(problem, `${kind}-${v}`, kind, settings);
    const own = Object.entries(learner.hyper).map(([name, values]) => {
      const value = hyper[name];
      // Seeds differ, so that a value taken from the wrong one shows.
      return [name, value === undefined ? values : values.map((_, s) => value / (1 + s / 8))];
    });
    return { ...learner, hyper: Object.fromEntries(own) };
  });
  return stackSpec(problem, learners);
}

function draw({ problem }: Recipe, spec: StackSpec, step: number): Minibatch {
  const sketches = spec.learners.filter((l) => l.randomActions).map(({ id }) => id);
  return minibatch(problem, step, sketches);
}

describe('the SIMD stack and the composed one', () => {
  beforeAll(() => startBackend('cpu', { wasmPaths: '' }));

  it('give the same terms and gradients of any stack', async () => {
    await fc.assert(
      fc.asyncProperty(recipes(40, 5), async (recipe) => {
        const spec = specOf(recipe);
        const batch = draw(recipe, spec, 0);
        const composed = createStack(spec);
        const reference = await composed.gradients(batch);
        composed.dispose();
        const actual = await createSimdStack(spec).gradients(batch);
        for (const kind of ['terms', 'gradients'] as const) {
          for (const { id } of spec.learners) {
            const [error, path] = worstError(actual[kind][id], reference[kind][id], 1e-2);
            expect(error, `${kind}.${id}${path}`).toBeLessThan(1e-5);
          }
        }
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  // Adam makes a whole step even of a gradient that is rounding noise, so that one stack in many drifts
  // apart: the sample is a fixed one.
  it.each([
    [5, 40, 1e-4, 30],
    [200, 16, 1e-3, 12],
  ])('stay together over %i steps', async (steps, largest, tolerance, numRuns) => {
    await fc.assert(
      fc.asyncProperty(recipes(largest, 3), async (recipe) => {
        const spec = specOf(recipe);
        const composed = createStack(spec);
        const simd = createSimdStack(spec);
        for (let step = 0; step < steps; step++) {
          const batch = draw(recipe, spec, step);
          composed.step(batch);
          simd.step(batch);
        }
        for (const read of ['outputs', 'terms', 'parameters'] as const) {
          const [error, path] = worstError(await simd[read](), await composed[read](), 1e-2);
          expect(error, `${read}${path}`).toBeLessThan(tolerance);
        }
        composed.dispose();
      }),
      { seed: 7, numRuns, endOnFailure: true },
    );
  });
});
