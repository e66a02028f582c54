import fc from 'fast-check';
import type { Minibatch, StackSpec } from '../../engine/types';
import { programs } from '../language/testing/programs';
import type { LearnerSettings } from '../types';
import { instance, minibatch, ownBatch, type Problem, programInstance, stackSpec } from './problem';

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

/** A random stack: a small problem, learners and their hyper-parameters. */
export interface Recipe {
  readonly problem: Problem;
  /** Places in `VARIANTS`. */
  readonly variants: readonly number[];
  /** Losses that nobody has written by hand. */
  readonly programs: readonly string[];
  /** Values of the hyper-parameters of the learners that have them. */
  readonly hyper: Readonly<Record<string, number>>;
}

/** Random stacks of up to `mostLearners` learners, width and batch up to `largest`. */
export function recipes(largest: number, mostLearners: number): fc.Arbitrary<Recipe> {
  return fc
    .record({
      states: fc.integer({ min: 2, max: 30 }),
      features: fc.integer({ min: 1, max: 15 }),
      oneHot: fc.boolean(),
      width: fc.integer({ min: 1, max: largest }),
      batch: fc.integer({ min: 1, max: largest }),
      seeds: fc.integer({ min: 1, max: 3 }),
      variants: fc.subarray([...VARIANTS.keys()], { minLength: 1, maxLength: mostLearners }),
      texts: fc.array(programs, { maxLength: 2 }),
      hyper: fc.record({
        alpha: fc.double({ min: 0.02, max: 2, noNaN: true }),
        temperature: fc.double({ min: 0.2, max: 5, noNaN: true }),
        expectile: fc.double({ min: 0.5, max: 0.95, noNaN: true }),
        beta: fc.double({ min: 0.1, max: 8, noNaN: true }),
      }),
    })
    .map(({ states, features, oneHot, width, batch, seeds, variants, texts, hyper }) => ({
      problem: {
        states,
        features: oneHot ? states : features,
        oneHot,
        width,
        batch,
        seeds: Array.from({ length: seeds }, (_, i) => i),
      },
      variants,
      programs: texts,
      hyper,
    }));
}

/** Everything that truth can be put in the place of: a target of a state, and of a pair that is asked for. */
const TARGETS = `network Q(s,a), target Q̄
network V(s), target V̄
y = r + γ (1 − d) (max Q̄(s′,·) + V̄(s′))
bellman = mean (Q(s,a) − sg[y])²
value = mean (V(s) − sg[Q̄(s,a) − Σ softmax(Q̄(s,·)) V̄(s)])²
minimise bellman + value
act argmax Q(s,·)
`;

/** @param withTruth truth stands in the place of half of what targets say. */
export function specOf(
  { problem, variants, programs: texts, hyper }: Recipe,
  withTruth = false,
): StackSpec {
  const oracle = withTruth ? { oracle: 'painted' } : {};
  const learners = variants.map((v) => {
    const [kind, settings] = VARIANTS[v];
    const learner = instance(problem, `${kind}-${v}`, kind, { ...settings, ...oracle });
    const own = Object.entries(learner.hyper).map(([name, values]) => {
      const value = hyper[name];
      // Seeds differ, so that a value taken from the wrong one shows.
      return [name, value === undefined ? values : values.map((_, s) => value / (1 + s / 8))];
    });
    return { ...learner, hyper: Object.fromEntries(own) };
  });
  const own = [...texts, ...(withTruth ? [TARGETS] : [])].map((text, i) =>
    programInstance(problem, `own-${i}`, text, withTruth),
  );
  return stackSpec(problem, [...learners, ...own]);
}

/** The minibatch of a step; one in three learners has its own, and not at every step. */
export function draw({ problem }: Recipe, spec: StackSpec, step: number): Minibatch {
  const sketches = spec.learners.filter((l) => l.loss.drawsActions).map(({ id }) => id);
  const apart = spec.learners.filter((_, i) => (problem.states + i) % 3 === 0 && step % 4 < 3);
  const own = apart.map(({ id }) => [id, ownBatch(problem, step, id)] as const);
  return { ...minibatch(problem, step, sketches), own: Object.fromEntries(own) };
}
