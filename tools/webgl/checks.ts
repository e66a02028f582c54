import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { type Disagreement, disagreement } from '../../src/engine/agreement';
import { startBackend } from '../../src/engine/backend';
import { createStack } from '../../src/engine/composed';
import { checkFused } from '../../src/engine/fused/check';
import { createFusedStack } from '../../src/engine/fused/stack';
import { settle } from '../../src/engine/settle';
import { startStacks } from '../../src/engine/stack';
import type { NetworkStack, StackSpec } from '../../src/engine/types';
import { browserWasmPaths } from '../../src/engine/wasm-files';
import { sampleStack } from '../../src/experiment/sample';
import { resolveSettings } from '../../src/experiment/settings/parse';
import type { Settings, SettingValues } from '../../src/experiment/types';
import { draw, type Recipe, recipes, specOf } from '../../src/learners/testing/recipes';
import { resumed } from '../../src/learners/testing/resuming';

const OPTIONS = { wasmPaths: browserWasmPaths };
/** Numbers smaller than this are measured against it. */
const FLOOR = 1e-2;

/** Random stacks to compare, and how far. */
export interface Comparison {
  /** 0: terms and gradients of a minibatch; else everything after so many steps. */
  readonly steps: number;
  /** Largest width and batch. */
  readonly largest: number;
  readonly mostLearners: number;
  readonly runs: number;
  readonly seed: number;
  /** Truth stands in the place of half of what targets say. */
  readonly withTruth?: boolean;
}

/** The widest disagreement found, and the stack that it was found on. */
export interface Widest extends Disagreement {
  readonly recipe: Recipe | null;
}

async function readOut(stack: NetworkStack, recipe: Recipe, spec: StackSpec, steps: number) {
  try {
    if (steps === 0) return await stack.gradients(draw(recipe, spec, 0));
    for (let step = 0; step < steps; step++) stack.step(draw(recipe, spec, step));
    const last = [spec.seeds - 1, steps % spec.table.states] as const;
    return {
      at: Object.fromEntries(spec.learners.map(({ id }) => [id, stack.outputsAt(id, ...last)])),
      outputs: await stack.outputs(),
      terms: await stack.terms(),
      parameters: await stack.parameters(),
    };
  } finally {
    stack.dispose();
  }
}

/** Holds the fused programs to composed operations on the processor, on random stacks. */
async function compare({
  steps,
  largest,
  mostLearners,
  runs,
  seed,
  withTruth,
}: Comparison): Promise<Widest> {
  let widest: Widest = { error: 0, where: '', recipe: null };
  const sample = fc.sample(recipes(largest, mostLearners), { numRuns: runs, seed });
  for (const recipe of sample) {
    const spec = specOf(recipe, withTruth);
    await startBackend('cpu', OPTIONS);
    const reference = await readOut(createStack(spec), recipe, spec, steps);
    await startBackend('webgl', OPTIONS);
    const actual = await readOut(createFusedStack(spec), recipe, spec, steps);
    const found = disagreement(actual, reference, FLOOR);
    if (found.error > widest.error) widest = { ...found, recipe };
  }
  return widest;
}

/** Whether random fused stacks go on bit by bit where they were saved; else on which they do not. */
async function resumes(runs: number, seed: number): Promise<Recipe | null> {
  await startBackend('webgl', OPTIONS);
  const tensors = tf.memory().numTensors;
  for (const recipe of fc.sample(recipes(12, 4), { numRuns: runs, seed })) {
    const at = { before: 4, after: 3, readAt: 2 + (seed % 4), changedAt: 3 };
    const found = await resumed(createFusedStack, recipe, specOf(recipe, true), at);
    if (printed(found.resumed) !== printed(found.unbroken)) return recipe;
  }
  const left = tf.memory().numTensors - tensors;
  if (left !== 0) throw new Error(`${left} tensors were left behind.`);
  return null;
}

/** Numbers to the last bit, those that are none among them. */
function printed(value: unknown): string {
  return JSON.stringify(value, (_, one) =>
    typeof one === 'number' && !Number.isFinite(one) ? String(one) : one,
  );
}

function settingsOf(given: SettingValues): Settings {
  return resolveSettings({ scenario: 'extrapolation', ...given }).settings;
}

/** A fused stack of the learners of some settings on the small random problem. */
async function fusedSample(given: SettingValues) {
  const { spec, minibatch } = sampleStack(settingsOf(given));
  await startBackend('webgl', OPTIONS);
  return { stack: createFusedStack(spec), minibatch };
}

type Patched = 'drawElements' | 'drawArrays' | 'readPixels' | 'getBufferSubData' | 'shaderSource';

/** Calls of functions of every WebGL context while `work` runs, by name. */
async function countCalls(
  names: readonly Patched[],
  work: () => Promise<void>,
): Promise<Record<string, number>> {
  const prototype = WebGL2RenderingContext.prototype as unknown as Record<
    string,
    (...given: unknown[]) => unknown
  >;
  const originals = names.map((name) => prototype[name]);
  const counts: Record<string, number> = {};
  names.forEach((name, i) => {
    counts[name] = 0;
    prototype[name] = function (...given) {
      counts[name] += 1;
      return originals[i].apply(this, given);
    };
  });
  try {
    await work();
  } finally {
    names.forEach((name, i) => {
      prototype[name] = originals[i];
    });
  }
  return counts;
}

/** What a joint step of the learners of some settings, waited for, asks of the graphics processor. */
async function callsOfStep(given: SettingValues) {
  const { stack, minibatch } = await fusedSample(given);
  try {
    for (let step = 0; step < 3; step++) stack.step(minibatch(step));
    await settle();
    return await countCalls(
      ['drawElements', 'drawArrays', 'readPixels', 'getBufferSubData', 'shaderSource'],
      async () => {
        stack.step(minibatch(3));
        await settle();
      },
    );
  } finally {
    stack.dispose();
  }
}

/**
 * What is held after some numbers of steps. Everything is read at each of them, as a run does when it
 * measures, and once before: from then on nothing should be new.
 */
async function heldAfter(given: SettingValues, steps: readonly number[]) {
  const { stack, minibatch } = await fusedSample(given);
  const minibatches = Array.from({ length: 16 }, (_, step) => minibatch(step));
  const held = [];
  let step = 0;
  await settle();
  await stack.outputs();
  for (const until of steps) {
    for (; step < until; step++) {
      stack.step(minibatches[step % minibatches.length]);
      // Without this wait a queue would grow on the graphics processor.
      if (step % 50 === 49) await settle();
    }
    await stack.outputs();
    await stack.terms();
    const textures = (tf.backend() as MathBackendWebGL).getTextureManager();
    const { numTensors, numDataBuffers } = tf.memory();
    held.push({
      numTensors,
      numDataBuffers,
      textures: textures.getNumUsedTextures() + textures.getNumFreeTextures(),
    });
  }
  stack.dispose();
  return held;
}

/** Starts WebGL for the default learners while every program has `find` replaced in its source. */
async function startWithDriverThat(find: string, replace: string) {
  const { prototype } = WebGL2RenderingContext;
  const { shaderSource } = prototype;
  prototype.shaderSource = function (shader, source) {
    // Only our own programs, so that the driver seems to be at fault with them alone.
    const ours = source.includes('vec4 compute(int i)');
    shaderSource.call(this, shader, ours ? source.replaceAll(find, replace) : source);
  };
  try {
    const { implementation, caveat, trusted } = await startStacks(
      'webgl',
      OPTIONS,
      sampleStack(settingsOf({})),
    );
    return { implementation, caveat, trusted };
  } finally {
    prototype.shaderSource = shaderSource;
  }
}

/** What `checkFused` says of this driver for the learners of some settings. */
function faultOf(given: SettingValues): Promise<string | null> {
  return checkFused(sampleStack(settingsOf(given)), OPTIONS);
}

/** Checks that run where the engine does. */
export const CHECKS = {
  resumes,
  compare,
  callsOfStep,
  heldAfter,
  startWithDriverThat,
  faultOf,
};
export type Checks = typeof CHECKS;
