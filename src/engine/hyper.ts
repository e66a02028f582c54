import * as tf from '@tensorflow/tfjs-core';
import type { Placed } from './members';
import { blockSizes, mapBlocks, type Stacked, type StackShape } from './parameters';
import { frozenOf, type SavedStack, saveHyper } from './saved';
import type { StackSpec } from './types';

/** The hyper-parameters of a stack on the device: for the losses, the optimizer and the targets. */
export class HyperParameters {
  /** `[members, 1]`. */
  learningRate: tf.Tensor;
  /** `[members with target, 1]`. */
  polyak: tf.Tensor;
  /** True where a member still learns, for online and target blocks; absent while all do. */
  learning: { readonly online: Stacked; readonly target: Stacked } | undefined;
  private readonly values: Record<string, Record<string, Float32Array>> = {};
  private readonly tensors: Record<string, Record<string, tf.Tensor>> = {};
  private readonly frozen = new Set<string>();
  private readonly targets: readonly Placed[];

  constructor(
    private readonly spec: StackSpec,
    private readonly placed: readonly Placed[],
    private readonly shape: StackShape,
  ) {
    this.targets = placed.filter(({ target }) => target >= 0);
    for (const { id, hyper } of spec.learners) {
      this.values[id] = { ...hyper };
      this.tensors[id] = {};
      for (const [name, values] of Object.entries(hyper)) {
        this.tensors[id][name] = tf.tensor2d(values, [spec.seeds, 1]);
      }
    }
    this.learningRate = this.column(this.placed, 'learningRate');
    this.polyak = this.column(this.targets, 'polyak');
  }

  /** What a learner's loss takes, `[seeds, 1]` each. */
  of(learner: string): Readonly<Record<string, tf.Tensor>> {
    return this.tensors[learner];
  }

  /** Throws RangeError on an unknown learner or name, or on another count of values than seeds. */
  set(learner: string, name: string, values: Float32Array): void {
    const { seeds } = this.spec;
    const known = this.values[learner]?.[name];
    if (known === undefined) {
      throw new RangeError(`There is no hyper-parameter ${name} of a learner ${learner}.`);
    }
    if (values.length !== seeds) {
      throw new RangeError(`${learner}.${name}: ${values.length} values for ${seeds} seeds.`);
    }
    this.values[learner][name] = values.slice();
    this.tensors[learner][name].dispose();
    this.tensors[learner][name] = tf.tensor2d(this.values[learner][name], [seeds, 1]);
    if (name === 'learningRate') {
      this.learningRate.dispose();
      this.learningRate = this.column(this.placed, name);
    }
    if (name === 'polyak') {
      this.polyak.dispose();
      this.polyak = this.column(this.targets, name);
    }
  }

  /** Throws RangeError on an unknown learner or seed. */
  freeze(learner: string, seed: number): void {
    if (this.values[learner] === undefined || seed < 0 || seed >= this.spec.seeds) {
      throw new RangeError(`There is no seed ${seed} of a learner ${learner} to freeze.`);
    }
    this.frozen.add(`${learner} ${seed}`);
    this.remask();
  }

  /** Live values and who no longer learns, by learner, copied. */
  save(): ReturnType<typeof saveHyper> {
    return saveHyper(this.spec, this.values, this.frozen);
  }

  /** Takes up what fits: see `checkSaved`. */
  restore(learners: SavedStack['learners']): void {
    for (const [id, { hyper }] of Object.entries(learners))
      for (const [name, values] of Object.entries(hyper)) this.set(id, name, values);
    this.frozen.clear();
    for (const one of frozenOf(learners)) this.frozen.add(one);
    this.remask();
  }

  dispose(): void {
    tf.dispose([this.learningRate, this.polyak, this.tensors]);
    tf.dispose(this.learning);
  }

  private remask(): void {
    tf.dispose(this.learning);
    this.learning =
      this.frozen.size === 0
        ? undefined
        : { online: this.mask(this.placed), target: this.mask(this.targets) };
  }

  private column(networks: readonly Placed[], name: string): tf.Tensor {
    const values = networks.flatMap(({ learner }) => [...this.values[learner.id][name]]);
    return tf.tensor2d(values, [values.length, 1]);
  }

  /** Whole blocks rather than a column: a mask that must be tiled at every step is slow. */
  private mask(networks: readonly Placed[]): Stacked {
    const sizes = blockSizes(this.shape);
    const learns = networks.flatMap(({ learner }) =>
      Array.from({ length: this.spec.seeds }, (_, s) => !this.frozen.has(`${learner.id} ${s}`)),
    );
    return mapBlocks((block) => {
      const mask = new Uint8Array(learns.length * sizes[block]);
      learns.forEach((active, m) => {
        if (active) mask.fill(1, m * sizes[block], (m + 1) * sizes[block]);
      });
      return tf.tensor2d(mask, [learns.length, sizes[block]], 'bool');
    });
  }
}
