import type { BackendName, Minibatch, StackSpec } from '../../src/engine/types';
import type { Difference } from './workload';

/** What is trained, in numbers. */
export interface WorkloadNumbers {
  /** Ids of the learner instances. */
  readonly learners: readonly string[];
  readonly seeds: number;
  /** Rows a minibatch. */
  readonly batch: number;
  readonly width: number;
  readonly encoding: string;
  /** States of the world. */
  readonly world: number;
  /** Rows of the dataset. */
  readonly rows: number;
  /** Mean number of distinct states in a minibatch: the SIMD stack passes each of them on once. */
  readonly distinctStates: number;
}

/** A stack to train and the minibatches to train it on, in turn. */
export interface Workload {
  readonly spec: StackSpec;
  readonly minibatches: readonly Minibatch[];
  readonly about: WorkloadNumbers;
}

/** Where a case runs: Node, or a module worker of a page in Chromium. */
export const PLACES = ['node', 'browser'] as const;
export type Place = (typeof PLACES)[number];

/**
 * Ways to train: the engine's stacks, and as peers the CQL step written with the union package of
 * tfjs (one network) and with jax-js `jit` (one network, or all networks of the workload stacked).
 */
export const WAYS = ['simd', 'fused', 'composed', 'textbook', 'jax-js', 'jax-js-stack'] as const;
export type Way = (typeof WAYS)[number];

/** A way to train on a backend: `wasm/simd`. */
export interface Entrant {
  readonly backend: BackendName;
  readonly way: Way;
}

/** One or several workloads and all that is measured on each, taking turns. */
export interface Group {
  /** What the group shows: `head`, `seeds` … */
  readonly name: string;
  readonly where: Place;
  /** A workload each; where there are several, the growth of the cost over them is shown. */
  readonly differences: readonly Difference[];
  readonly entrants: readonly Entrant[];
}

/** Something that trains, ready to be timed. */
export interface Contender {
  /** Networks that one step trains. */
  readonly networks: number;
  /** Makes it the one at work (tfjs has one current backend). */
  readonly enter: () => Promise<void>;
  /** One joint step. */
  readonly step: () => void;
  /** Resolves when all that was asked for is done. */
  readonly settle: () => Promise<void>;
  /** Q of the first network on every state, `[states × 4]`. */
  readonly values: () => Promise<Float32Array>;
  /** Kernel launches of one step, which it takes; null where they are not counted. */
  readonly countLaunches: () => Promise<number | null>;
  readonly dispose: () => void;
}

/** How thoroughly to measure. */
export interface Effort {
  /** Timed repetitions of every case, at least 1; very slow ones get fewer. */
  readonly repetitions: number;
  /** Wanted length of a repetition, in milliseconds. */
  readonly milliseconds: number;
}

/** What a case line says. Times are in milliseconds. */
export interface CaseLine extends Omit<WorkloadNumbers, 'learners'> {
  readonly group: string;
  readonly where: Place;
  readonly backend: BackendName;
  readonly implementation: Way;
  readonly learners: readonly string[];
  /** Networks that one step trains. */
  readonly networks: number;
  /** Median over the repetitions. */
  readonly msPerJointStep: number;
  /** Of the best repetition. */
  readonly bestMsPerJointStep: number;
  /** From the median. */
  readonly msPerNetworkStep: number;
  /** From the median. */
  readonly networkStepsPerSecond: number;
  /** On WebGL programs run, elsewhere on tfjs kernels called; null where they are not counted. */
  readonly kernelLaunchesPerStep: number | null;
  readonly repetitions: number;
}

/** What came of a group. */
export interface Measured {
  readonly lines: readonly CaseLine[];
  /** A sentence for every case that could not be measured. */
  readonly faults: readonly string[];
}
