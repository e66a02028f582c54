import { stacks } from '../../texts/stacks';
import { type Disagreement, disagreement } from '../agreement';
import { type BackendOptions, startBackend } from '../backend';
import { createStack } from '../composed';
import { keyOf } from '../loss/loss';
import type { NetworkStack, SampleStack, StackSpec } from '../types';
import { createFusedStack } from './stack';

/** Steps that are compared after the gradients of the first minibatch. */
const STEPS = 3;
/** Error at which a driver is not trusted: well above what 32-bit floats explain, below any real fault. */
const BOUND = 0.01;
/** Gradients and parameters smaller than this are measured against it. */
const FLOOR = 1e-2;

/** Everything that a few steps on a sample give. */
async function trial(make: (spec: StackSpec) => NetworkStack, { spec, minibatch }: SampleStack) {
  const stack = make(spec);
  try {
    const gradients = await stack.gradients(minibatch(0));
    for (let step = 0; step < STEPS; step++) stack.step(minibatch(step));
    return {
      gradients,
      terms: await stack.terms(),
      outputs: await stack.outputs(),
      parameters: await stack.parameters(),
    };
  } finally {
    stack.dispose();
  }
}

/**
 * Trains a sample with two implementations and compares whatever can be read of them.
 * `enter` makes the backend of each the current one.
 */
export async function compareStacks(
  sample: SampleStack,
  reference: { enter: () => Promise<void>; make: (spec: StackSpec) => NetworkStack },
  candidate: { enter: () => Promise<void>; make: (spec: StackSpec) => NetworkStack },
): Promise<Disagreement> {
  await reference.enter();
  const expected = await trial(reference.make, sample);
  await candidate.enter();
  return disagreement(await trial(candidate.make, sample), expected, FLOOR);
}

/** In a few words what is wrong with an implementation that disagrees so; null where it can be trusted. */
export function faultOf({ error, where }: Disagreement): string | null {
  return error > BOUND
    ? stacks().offBy(where.slice(1), Math.min(999, Math.round(error * 100)))
    : null;
}

/** What was found before, by losses and encoding: the driver does not change while the page is open. */
const found = new Map<string, string | null>();

/**
 * Holds the fused programs of a sample's learners to composed operations on the processor. Leaves
 * WebGL the current backend. Returns null where they agree, else what is wrong, in a few words.
 */
export async function checkFused(
  sample: SampleStack,
  options: BackendOptions,
): Promise<string | null> {
  const { learners, table } = sample.spec;
  const key = JSON.stringify([table.oneHot, learners.map(({ loss }) => keyOf(loss))]);
  const known = found.get(key);
  if (known !== undefined) return known;
  let fault: string | null = null;
  try {
    fault = faultOf(
      await compareStacks(
        sample,
        { enter: () => startBackend('cpu', options), make: (spec) => createStack(spec) },
        { enter: () => startBackend('webgl', options), make: createFusedStack },
      ),
    );
  } catch (error) {
    // A program that does not compile is as good a reason not to use it.
    fault = (error instanceof Error ? error.message : String(error)).split('\n')[0];
    await startBackend('webgl', options);
  }
  found.set(key, fault);
  return fault;
}
