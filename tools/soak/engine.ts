import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as tf from '@tensorflow/tfjs-core';
import { appendMoment, noMoments } from '../../src/app/state/moments';
import { appendPoint, emptySeries } from '../../src/app/state/series';
import { buildProblem } from '../../src/experiment/problem';
import { type CreateStack, createRun } from '../../src/experiment/run';
import { Settling, settlingUnit } from '../../src/experiment/settling';
import type { Settings } from '../../src/experiment/types';
import { bytes, count, MB, type Watched } from './report';

/** What a process holds after so many steps, in bytes unless said otherwise. */
export interface Held {
  readonly step: number;
  readonly heap: number;
  /** Arrays and WebAssembly, outside the heap. */
  readonly arrays: number;
  /** How many tensors tfjs knows. */
  readonly tensors: number;
  /** Measured points that the page's charts would keep. */
  readonly points: number;
  /** Measured points that the page's maps would keep, and bytes of their tables. */
  readonly moments: number;
  readonly tables: number;
}

/** What is trained, on what, how far, and how often one looks. */
export interface Journey {
  readonly settings: Settings;
  readonly createStack: CreateStack;
  readonly steps: number;
  readonly looks: number;
  /** Bytes that kept points may take, and kept moments; 0 where nothing measured is to be kept at all. */
  readonly budget: number;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Collects garbage until hardly any more goes, and says what is held. */
function heldAt(step: number, kept: { points: number; moments: number; tables: number }): Held {
  for (let time = 0; time < 2; time++) collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  // Without a backend there is nothing to count; the SIMD module needs none.
  const tensors = tf.engine().state.numTensors;
  return { step, heap: heapUsed, arrays: external, tensors, ...kept };
}

/**
 * Trains a run as the page's worker does, measured on its grid and watched for its end, and keeps of it what
 * the page keeps: the points of its charts, and the tables behind its maps.
 */
export async function train(journey: Journey): Promise<Held[]> {
  const { settings, createStack, steps, looks, budget } = journey;
  const problem = buildProblem(settings);
  const run = createRun(problem, settings, createStack, 'soak');
  const settling = new Settling(settings.measureEvery, settlingUnit(problem));
  const held: Held[] = [];
  let series = emptySeries('soak');
  let moments = noMoments('soak');
  try {
    for (;;) {
      const { snapshot, frame } = await run.measure();
      settling.edited(run.edits);
      settling.observe(snapshot);
      if (budget > 0) {
        series = appendPoint(series, snapshot, budget);
        moments = appendMoment(moments, { step: run.step, snapshot, frame }, 0, budget);
      }
      if (run.step >= (held.length * steps) / looks) {
        const { length: points } = series.snapshots;
        const { kept, bytes: tables } = moments;
        held.push(heldAt(run.step, { points, moments: kept.length, tables }));
      }
      if (run.step >= steps) return held;
      run.train(run.nextMeasuredStep() - run.step);
    }
  } finally {
    run.dispose();
  }
}

/** What is watched of a journey. Half a megabyte over a million steps is half a byte a step: less than one number kept of each. */
export const WATCHED: readonly Watched<Held>[] = [
  {
    name: 'the heap',
    of: ({ heap }) => heap,
    allowed: { absolute: MB / 2, share: 0.01 },
    write: bytes,
  },
  {
    name: 'arrays and WebAssembly',
    of: ({ arrays }) => arrays,
    allowed: { absolute: MB / 2, share: 0.01 },
    write: bytes,
  },
  {
    name: 'tensors',
    of: ({ tensors }) => tensors,
    allowed: { absolute: 0, share: 0 },
    write: count,
  },
];
