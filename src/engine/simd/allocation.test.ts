import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import {
  fourLearners,
  instance,
  minibatch,
  SMALL,
  stackSpec,
} from '../../learners/testing/problem';
import { createSimdStack } from './stack';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Bytes of the heap that a call takes, on average: the least of some measurements, others disturb. */
function bytesEach(call: (i: number) => void): number {
  const calls = 400;
  const measurements = Array.from({ length: 5 }, () => {
    collectGarbage();
    const before = process.memoryUsage().heapUsed;
    for (let i = 0; i < calls; i++) call(i);
    return (process.memoryUsage().heapUsed - before) / calls;
  });
  return Math.min(...measurements);
}

it('a step of the SIMD stack allocates nothing', () => {
  const problem = { ...SMALL, seeds: [0, 1, 2, 3] };
  const sketch = instance(problem, 'sketch', 'cql', { penalty: 'sampled-sketch' });
  const stack = createSimdStack(stackSpec(problem, [...fourLearners(problem), sketch]));
  const batches = Array.from({ length: 16 }, (_, step) => minibatch(problem, step, ['sketch']));
  const step = (i: number) => stack.step(batches[i % batches.length]);
  // Compiled by then, as in any run.
  for (let i = 0; i < 3000; i++) step(i);
  // A step has twenty parts. Numbers may be boxed here and there; one object a part would be seen.
  expect(bytesEach(step)).toBeLessThan(20 * 16);
  const kept: unknown[] = [];
  expect(bytesEach(() => kept.push(...Array.from({ length: 20 }, () => [0])))).toBeGreaterThan(
    20 * 16,
  );
});
