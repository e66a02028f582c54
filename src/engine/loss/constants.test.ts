import { beforeAll, describe, expect, it } from 'vitest';
import { programInstance, SMALL, stackSpec } from '../../learners/testing/problem';
import { draw, type Recipe } from '../../learners/testing/recipes';
import { startBackend } from '../backend';
import { createStack } from '../composed';
import { printHead } from '../fused/heads';
import { createSimdStack } from '../simd/stack';
import { LossGraph } from './graph';

/** Constants that 64-bit or 32-bit numbers do not hold, by how a program comes by them. */
const BEYOND = [
  '1/0 · r',
  '−1/0 · r',
  'log(0) · r',
  '(0/0) r',
  'min(1/0, r)',
  'max(log(0), r)',
  'exp(1000) (r + 2)',
  'r / (1/0)',
  '1000000000000000000000000000000 · 1000000000000000000000000000000 · r',
  '1/0 + log(0) + r',
];

const text = (expression: string) => `network Q(s,a)
y = ${expression}
minimise mean (Q(s,a) − y)²
act argmax Q(s,·)
believe max Q(s,·)
`;

/** Numbers as JSON keeps them, to four digits. */
function plain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, own) =>
      own instanceof Float32Array
        ? Array.from(own, (x) => (Number.isFinite(x) ? Number(x.toPrecision(4)) : String(x)))
        : own,
    ),
  );
}

beforeAll(() => startBackend('cpu', { wasmPaths: '' }));

it('tells constants apart that no JSON does', () => {
  const graph = new LossGraph();
  const numbers = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN];
  expect(new Set(numbers.map((value) => graph.constant(value))).size).toBe(4);
  expect(graph.constant(Number.NaN)).toBe(graph.constant(Number.NaN));
});

describe.each(BEYOND)('a program with %s', (expression) => {
  const learner = programInstance(SMALL, 'own-1', text(expression));
  const spec = stackSpec(SMALL, [learner]);
  const recipe: Recipe = { problem: SMALL, variants: [], programs: [], hyper: {} };

  it('gives the same terms and gradients on the SIMD stack as in tfjs', async () => {
    const batch = draw(recipe, spec, 0);
    const composed = createStack(spec);
    const reference = await composed.gradients(batch);
    composed.dispose();
    const { terms, gradients } = await createSimdStack(spec).gradients(batch);
    expect(plain(terms)).toEqual(plain(reference.terms));
    // Where the loss is infinite, 0 · ∞ comes of it in one stack and not in the other: it has diverged in both.
    const ends = reference.terms['own-1'].total.every(Number.isFinite);
    const [own, known] = [gradients, reference.gradients].map((of) => of['own-1'].Q[0].b3);
    if (ends) expect(plain(own)).toEqual(plain(known));
    else expect([own, known].map((of) => of.every(Number.isFinite))).toEqual([false, false]);
  });

  it('names no number in GLSL that is none there', () => {
    const { code, gradients, terms } = printHead(learner.loss, learner.networks, {
      outputs: () => 'o',
      hyper: () => 'h',
      sampled: () => '0',
      seen: () => '0.0',
      truth: () => 't',
    });
    const glsl = [code, ...gradients, ...terms].join('\n');
    expect(glsl).not.toMatch(/Infinity|NaN/);
    for (const numeral of glsl.match(/\d+(?:\.\d+)?e[+-]\d+/g) ?? [])
      expect(Math.fround(Number(numeral))).toBeLessThan(Number.POSITIVE_INFINITY);
  });
});
