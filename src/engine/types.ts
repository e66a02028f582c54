import type { Tensor } from '@tensorflow/tfjs-core';
import type { OutputPlace, TruthPlace } from './loss/graph';
import type { StackLoss } from './loss/loss';
import type { SavedStack } from './saved';

/** Names of the rungs of the backend ladder (docs/contract.md#backends). */
export const BACKENDS = ['webgl', 'wasm', 'cpu'] as const;
export type BackendName = (typeof BACKENDS)[number];

/** Names for people. */
export const BACKEND_LABELS: Readonly<Record<BackendName, string>> = {
  webgl: 'WebGL',
  wasm: 'WASM',
  cpu: 'CPU',
};

/** Inputs of every state, `[states × features]`; the stack is fed state indices. */
export interface EncodingTable {
  readonly states: number;
  readonly features: number;
  readonly values: Float32Array;
  /** True where row s is the unit vector of s (features = states): a row look-up serves as the first product. */
  readonly oneHot: boolean;
}

/**
 * Parameters of one two-hidden-layer network, row-major:
 * y = relu(relu(x·w1 + b1)·w2 + b2)·w3 + b3.
 * `w1 [features × width]`, `w2 [width × width]`, `w3 [width × outputs]`.
 */
export interface NetworkParameters {
  readonly w1: Float32Array;
  readonly b1: Float32Array;
  readonly w2: Float32Array;
  readonly b2: Float32Array;
  readonly w3: Float32Array;
  readonly b3: Float32Array;
}

/** One online network of one learner instance, with one set of parameters a training seed. */
export interface NetworkSpec {
  readonly name: string;
  /** 4 for Q and policy networks, 1 for V. */
  readonly outputs: number;
  /** `[seeds]`. */
  readonly initial: readonly NetworkParameters[];
  /** `[seeds]` starting parameters of its target network; absent where it has none. */
  readonly target?: readonly NetworkParameters[];
}

/** What a loss is given as tensors. Leading axis of every one: training seed. */
export interface LossInputs {
  /** Online outputs at the batch's states, differentiable: `[S, B, outputs]`. */
  readonly output: (network: string) => Tensor;
  /** Anything among the loss's `reads`, already stopped: `[S, B, outputs]`. */
  readonly read: (place: OutputPlace) => Tensor;
  /** One-hot actions `[S, B, 4]`. */
  readonly action: Tensor;
  /** `[S, B]`. */
  readonly reward: Tensor;
  /** `[S, B]`, 1 where the next state ends the episode. */
  readonly terminal: Tensor;
  /** One-hot uniform actions `[S, B, 4]`; throws unless the loss asks for them. */
  readonly randomAction: () => Tensor;
  /** 1 for every action that the data contains at a state of the row, `[S, B, 4]`. */
  readonly seen: (at: OutputPlace['at']) => Tensor;
  /**
   * What is put in the place of target values at a state of the row: `[S, B, 4]` of actions, `[S, B]` of the
   * state; `NOT_PUT_IN` where nothing is.
   */
  readonly truth: (of: TruthPlace['of'], at: OutputPlace['at']) => Tensor;
  /** A hyper-parameter, `[S, 1]`, ready to broadcast over the batch. */
  readonly hyper: (name: string) => Tensor;
}

/** What is put in the place of a learner's target values, in its own units; `NOT_PUT_IN` where nothing is. */
export interface TruthTables {
  /** `[states × 4]`. */
  readonly actions: Float32Array;
  /** `[states]`, in the place of targets that have one value a state. */
  readonly state: Float32Array;
}

/** A learner instance as the stack sees it. */
export interface StackLearner {
  readonly id: string;
  readonly networks: readonly NetworkSpec[];
  readonly loss: StackLoss;
  /** Hyper-parameters by name, `[seeds]` each: `learningRate`, `polyak`, `gamma`, and the learner's own. */
  readonly hyper: Readonly<Record<string, Float32Array>>;
  /** Where the loss takes them (`truths`). */
  readonly truth?: TruthTables;
}

/** The columns that training reads, `[size]` each. */
export interface TrainingData {
  readonly state: Int32Array;
  readonly action: Uint8Array;
  readonly reward: Float32Array;
  readonly nextState: Int32Array;
  readonly terminal: Uint8Array;
}

export interface StackSpec {
  readonly table: EncodingTable;
  readonly width: number;
  /** Rows a minibatch. */
  readonly batch: number;
  /** Training seeds. */
  readonly seeds: number;
  readonly data: TrainingData;
  readonly learners: readonly StackLearner[];
  readonly adam: { readonly beta1: number; readonly beta2: number; readonly epsilon: number };
}

/** A minibatch that one learner takes in the place of that of all. */
export interface OwnBatch {
  /** `[seeds × batch]` row numbers: of the data below its size; from there on of `fresh`. */
  readonly rows: Int32Array;
  /** Rows that are not in the data. Losses that ask what the data contains do not see them. */
  readonly fresh: TrainingData;
}

/** One minibatch: row numbers of the data, `[seeds × batch]`. */
export interface Minibatch {
  readonly rows: Int32Array;
  /** By learner id, for learners that are trained on other rows than all. */
  readonly own?: Readonly<Record<string, OwnBatch>>;
  /** Uniform actions `[seeds × batch]` by learner id, for the learners that ask for them. */
  readonly randomActions: Readonly<Record<string, Uint8Array>>;
}

/** A small stack and the minibatches to try it with. */
export interface SampleStack {
  readonly spec: StackSpec;
  /** The minibatch of a training step, from 0; always the same for the same step. */
  readonly minibatch: (step: number) => Minibatch;
}

/** A joint step in parts, for those who have to listen in between. */
export interface StepParts {
  /** How many make a step. */
  readonly count: number;
  /**
   * Takes part `part`, in turn from 0 and all with the same minibatch; the last one completes the step.
   * Nothing else may be asked of the stack before. Throws RangeError out of turn.
   */
  take(minibatch: Minibatch, part: number): void;
}

/**
 * All networks of all learner instances and training seeds, trained together.
 * Implementations are interchangeable and are held to each other by conformance.
 */
export interface NetworkStack {
  readonly backend: BackendName;
  /** Name of the implementation, for reports: `composed`, `fused`, `simd`. */
  readonly implementation: string;
  /** One joint step: every loss, one Adam step a network, then Polyak for every target. */
  step(minibatch: Minibatch): void;
  /** The same step in parts, with the same numbers; absent where it can only be taken whole. */
  readonly parts?: StepParts;
  /**
   * Outputs of every online network on every state: by learner, by network, `[seeds × states × outputs]`;
   * NaN throughout where a network and seed has a parameter that is not finite.
   */
  outputs(): Promise<Record<string, Record<string, Float32Array>>>;
  /**
   * Outputs of one learner's online networks of one seed at one state, by network, `[outputs]`: at once, for
   * those who act by them. Not in the middle of a step. Throws RangeError where there is no such learner.
   */
  outputsAt(learner: string, seed: number, state: number): Record<string, Float32Array>;
  /** Means of every term since the last call, by learner, by term, `[seeds]`; NaN where no step was taken. */
  terms(): Promise<Record<string, Record<string, Float32Array>>>;
  /** Current parameters, online and target, `[seeds]` each. */
  parameters(): Promise<
    Record<string, Record<'online' | 'target', Record<string, NetworkParameters[]>>>
  >;
  /** Gradients of `total` for one minibatch without stepping (conformance, microscope), by learner, by network. */
  gradients(minibatch: Minibatch): Promise<{
    terms: Record<string, Record<string, Float32Array>>;
    gradients: Record<string, Record<string, NetworkParameters[]>>;
  }>;
  /** Changes a hyper-parameter of a running learner, `[seeds]`. Throws RangeError on an unknown name. */
  setHyper(learner: string, name: string, values: Float32Array): void;
  /** Freezes one learner's seed (diverged): its parameters no longer change. */
  freeze(learner: string, seed: number): void;
  /** Everything that training goes on from, copied. Not in the middle of a step. */
  save(): Promise<SavedStack>;
  /**
   * Takes up what a stack of the same spec has saved, whatever its implementation, in place of all that it
   * holds: the same implementation goes on with the same numbers bit by bit. Throws RangeError with a
   * sentence, and changes nothing, where it does not fit.
   */
  restore(saved: SavedStack): void;
  dispose(): void;
}
