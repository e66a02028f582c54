import { beforeAll, describe, expect, it } from 'vitest';
import { type Problem, programInstance, SMALL, stackSpec } from '../../learners/testing/problem';
import { startBackend } from '../backend';
import { createStack } from '../composed';
import { createSimdStack } from '../simd/stack';
import type { StackLearner, StackSpec } from '../types';

/** One row of all-equal outputs, so that whatever is compared is equal. */
const ONE: Problem = { ...SMALL, batch: 1 };

const text = (expression: string) => `network Q(s,a)
network V(s)
minimise mean[${expression}]
act argmax Q(s,·)
believe V(s)
`;

/** All weights 0: every output of every network is 0. */
function level({ networks, ...learner }: StackLearner): StackLearner {
  return {
    ...learner,
    networks: networks.map(({ initial, target, ...network }) => ({
      ...network,
      initial: initial.map((own) =>
        Object.fromEntries(
          Object.entries(own).map(([name, values]) => [name, new Float32Array(values.length)]),
        ),
      ) as unknown as typeof initial,
    })),
  };
}

function specOf(expression: string): StackSpec {
  const spec = stackSpec(ONE, [level(programInstance(ONE, 'own-1', text(expression)))]);
  return { ...spec, data: { ...spec.data, action: spec.data.action.map(() => 1) } };
}

const BATCH = { rows: Int32Array.from([0]), randomActions: {} };
const numbers = (values: ArrayLike<number>) => Array.from(values, (x) => x + 0);

beforeAll(() => startBackend('cpu', { wasmPaths: '' }));

describe('where two are equal', () => {
  it.each([
    // By its gradient in Q (four actions) and V: in the SIMD stack, and by tfjs' autodiff.
    ['abs(Q(s,a))', [0, 1, 0, 0, 0], [0, -1, 0, 0, 0]],
    ['min(Q(s,a), V(s))', [0, 1, 0, 0, 0], [0, 1, 0, 0, 0]],
    ['min(V(s), Q(s,a))', [0, 0, 0, 0, 1], [0, 0, 0, 0, 1]],
    ['max(Q(s,a), V(s))', [0, 1, 0, 0, 0], [0, 1, 0, 0, 0]],
    ['max(V(s), Q(s,a))', [0, 0, 0, 0, 1], [0, 0, 0, 0, 1]],
    ['max Q(s,·)', [1, 0, 0, 0, 0], [1, 1, 1, 1, 0]],
    ['min Q(s,·)', [1, 0, 0, 0, 0], [1, 1, 1, 1, 0]],
  ])('%s has the gradient that is written down', async (expression, simd, autodiff) => {
    const spec = specOf(expression);
    const composed = createStack(spec);
    const [own, reference] = await Promise.all(
      [createSimdStack(spec), composed].map(async (stack) => {
        const { Q, V } = (await stack.gradients(BATCH)).gradients['own-1'];
        return numbers([...(Q?.[0].b3 ?? [0, 0, 0, 0]), ...(V?.[0].b3 ?? [0])]);
      }),
    );
    composed.dispose();
    expect(own).toEqual(simd);
    expect(reference).toEqual(autodiff);
  });
});
