import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { createSimdStack } from '../engine/simd/stack';
import pins from './testdata/pins.json';
import { instance, minibatch, stackSpec } from './testing/problem';
import type { LearnerKind, LearnerSettings } from './types';

// What losses written by hand in WebAssembly gave, bit for bit, before they were compiled from programs.
it.each(pins.map((pin) => [JSON.stringify([pin.kind, pin.settings, pin.seeds]), pin] as const))(
  'trains %s as it was pinned',
  async (_, { kind, settings, seeds, hash: expected }) => {
    const problem =
      seeds === 1
        ? { states: 30, features: 30, oneHot: true, width: 64, batch: 128, seeds: [0] }
        : { states: 30, features: 7, oneHot: false, width: 16, batch: 32, seeds: [0, 1, 2] };
    const learner = instance(problem, 'pinned', kind as LearnerKind, settings as LearnerSettings);
    const stack = createSimdStack(stackSpec(problem, [learner]));
    for (let step = 0; step < 300; step++) {
      stack.step(minibatch(problem, step, learner.loss.drawsActions ? ['pinned'] : []));
    }
    const { pinned: outputs } = await stack.outputs();
    const { pinned: terms } = await stack.terms();
    const hash = createHash('sha256');
    for (const values of [...Object.values(outputs), ...Object.values(terms)]) {
      hash.update(new Uint8Array(values.buffer));
    }
    expect(hash.digest('hex').slice(0, 16)).toBe(expected);
  },
);
