import { type BackendOptions, startBackend } from '../../engine/backend';
import { describeMilliseconds } from '../../engine/choice';
import { createStack as createComposed } from '../../engine/composed';
import { compareStacks, faultOf } from '../../engine/fused/check';
import { type WebglProbe, whyNotWebgl } from '../../engine/ladder';
import { type Candidate, type Contender, type Finding, timeRungs } from '../../engine/probe';
import { settle } from '../../engine/settle';
import { type StackMaker, startStacks } from '../../engine/stack';
import {
  BACKEND_LABELS,
  BACKENDS,
  type BackendName,
  type SampleStack,
  type StackSpec,
} from '../../engine/types';
import { assembleStack, drawMinibatch, trainingSeeds } from '../../experiment/assemble';
import { sampleStack } from '../../experiment/sample';
import type { Settings } from '../../experiment/types';
import { buildMdp } from '../../mdp/mdp';
import { stacks as texts } from '../../texts/stacks';
import type { ProbeRequest } from './protocol';

/** Plain JavaScript takes some 60 times as long as the SIMD stack: beside this many milliseconds, seconds. */
const CPU_WORTH_TIMING = 8;

/** What the device is like, injected: a test has no graphics processor. */
export interface ProbeSurroundings extends BackendOptions {
  readonly webgl: WebglProbe;
  readonly now: () => number;
}

function hopeless(backend: BackendName, webgl: WebglProbe): Candidate['hopeless'] {
  return (best) => {
    if (backend === 'webgl' && !webgl.hardware) return texts().notTimed(whyNotWebgl(webgl));
    if (backend !== 'cpu' || best === null || best <= CPU_WORTH_TIMING) return null;
    return texts().notTimedCpu(describeMilliseconds(best));
  };
}

/** Throws with a sentence where a rung does not compute what the reference does. */
async function hold(
  backend: BackendName,
  stacks: StackMaker,
  sample: SampleStack,
  enter: () => Promise<void>,
  options: BackendOptions,
): Promise<void> {
  if (!stacks.trusted) throw new Error(`${stacks.caveat}.`);
  // Fused programs were held to it when they started; composed ones on the processor are it.
  if (stacks.implementation === 'fused' || backend === 'cpu') return;
  const fault = faultOf(
    await compareStacks(
      sample,
      { enter: () => startBackend('cpu', options), make: (spec) => createComposed(spec) },
      { enter, make: stacks.createStack },
    ),
  );
  if (fault !== null) throw new Error(texts().wrong(BACKEND_LABELS[backend], fault));
}

async function contender(
  backend: BackendName,
  spec: StackSpec,
  settings: Settings,
  surroundings: ProbeSurroundings,
): Promise<Contender> {
  const sample = sampleStack(settings);
  const stacks = await startStacks(backend, surroundings, sample);
  const { implementation, createStack } = stacks;
  // tfjs has one current backend, and turns are taken; the SIMD stack does without tfjs.
  const enter = () =>
    implementation === 'simd' ? Promise.resolve() : startBackend(backend, surroundings);
  await hold(backend, stacks, sample, enter, surroundings);
  await enter();
  const stack = createStack(spec);
  const seeds = trainingSeeds(settings);
  const rows = spec.data.state.length;
  const sketched = spec.learners.flatMap(({ id, loss }) => (loss.drawsActions ? [id] : []));
  let step = 0;
  return {
    implementation,
    async run(steps) {
      await enter();
      for (const end = step + steps; step < end; step++)
        stack.step(drawMinibatch(rows, spec.batch, seeds, step, sketched));
      if (implementation !== 'simd') await settle();
    },
    dispose: () => stack.dispose(),
  };
}

/**
 * Times the rungs of this device with the stack of complete settings on the data of a problem, as
 * training would run it, and reports what is found. Trains a stack of its own, from step 0.
 */
export async function probeRungs(
  { settings, world, dataset, automaticScale, without }: ProbeRequest,
  surroundings: ProbeSurroundings,
  report: (finding: Finding) => void,
): Promise<void> {
  const spec = assembleStack({ mdp: buildMdp(world), dataset, automaticScale }, settings);
  const candidates = BACKENDS.filter((backend) => !without.includes(backend)).map(
    (backend): Candidate => ({
      backend,
      hopeless: hopeless(backend, surroundings.webgl),
      start: () => contender(backend, spec, settings, surroundings),
    }),
  );
  await timeRungs(candidates, surroundings.now, report);
}
