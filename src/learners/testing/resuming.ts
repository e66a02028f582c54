import type { SavedStack } from '../../engine/saved';
import type { NetworkStack, StackSpec } from '../../engine/types';
import { draw, type Recipe } from './recipes';

/** When things happen to a stack that is saved on its way, in steps. */
export interface Interruption {
  readonly before: number;
  readonly after: number;
  /** Step at which terms are read, where it is passed. */
  readonly readAt: number;
  /** Step from which a member no longer learns, and a knob stands elsewhere. */
  readonly changedAt: number;
}

async function advance(
  stack: NetworkStack,
  recipe: Recipe,
  spec: StackSpec,
  { readAt, changedAt }: Interruption,
  [from, to]: readonly [number, number],
): Promise<void> {
  const [{ id }] = spec.learners;
  for (let step = from; step < to; step++) {
    if (step === readAt) await stack.terms();
    if (step === changedAt) {
      stack.freeze(id, spec.seeds - 1);
      stack.setHyper(id, 'learningRate', new Float32Array(spec.seeds).fill(0.003));
    }
    stack.step(draw(recipe, spec, step));
  }
}

async function readOut(stack: NetworkStack) {
  const saved = await stack.save();
  const { outputs, terms } = { outputs: await stack.outputs(), terms: await stack.terms() };
  stack.dispose();
  return { saved, outputs, terms };
}

/** What a stack comes to that is trained at one go, and what one comes to that takes it up half-way. */
export async function resumed(
  create: (spec: StackSpec) => NetworkStack,
  recipe: Recipe,
  spec: StackSpec,
  at: Interruption,
): Promise<{ readonly unbroken: unknown; readonly resumed: unknown; readonly saved: SavedStack }> {
  const { before, after } = at;
  const whole = create(spec);
  await advance(whole, recipe, spec, at, [0, before]);
  await advance(whole, recipe, spec, at, [before, before + after]);
  const unbroken = await readOut(whole);
  const first = create(spec);
  await advance(first, recipe, spec, at, [0, before]);
  const saved = structuredClone(await first.save());
  first.dispose();
  const second = create(spec);
  // It has a past of its own, of which nothing is to be left.
  await advance(second, recipe, spec, { ...at, readAt: -1, changedAt: 0 }, [0, 2]);
  second.restore(saved);
  await advance(second, recipe, spec, at, [before, before + after]);
  return { unbroken, resumed: await readOut(second), saved };
}
