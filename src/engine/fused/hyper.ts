import type * as tf from '@tensorflow/tfjs-core';
import type { Placed } from '../members';
import { frozenOf, type SavedStack, saveHyper } from '../saved';
import type { StackSpec } from '../types';
import { type BoundHead, hyperTexelsOf } from './head-program';
import { type TexelGrid, toMatrix } from './texels';

/** The hyper-parameters of a stack as texels; a matrix is made anew only when one of its values changes. */
export class FusedHyper {
  readonly #spec: StackSpec;
  readonly #grid: TexelGrid;
  readonly #placed: readonly Placed[];
  readonly #values: Readonly<Record<string, Record<string, Float32Array>>>;
  readonly #frozen = new Set<string>();
  #heads = new Map<string, tf.Tensor2D>();
  #members: tf.Tensor2D | null = null;

  constructor(spec: StackSpec, grid: TexelGrid, placed: readonly Placed[]) {
    this.#spec = spec;
    this.#grid = grid;
    this.#placed = placed;
    this.#values = Object.fromEntries(spec.learners.map(({ id, hyper }) => [id, { ...hyper }]));
  }

  /** What a head reads: the same number of texels a seed. */
  ofHead({ learner }: BoundHead): tf.Tensor2D {
    const known = this.#heads.get(learner.id);
    if (known !== undefined) return known;
    const { hyper } = learner.loss;
    const each = hyperTexelsOf(hyper.length) * 4;
    const texels = new Float32Array(this.#spec.seeds * each);
    hyper.forEach((name, place) => {
      this.#values[learner.id][name].forEach((value, s) => {
        texels[s * each + place] = value;
      });
    });
    const matrix = toMatrix(this.#grid, texels);
    this.#heads.set(learner.id, matrix);
    return matrix;
  }

  /** What the update reads: learning rate, Polyak rate and whether it learns, a texel a member. */
  get members(): tf.Tensor2D {
    if (this.#members !== null) return this.#members;
    const { seeds } = this.#spec;
    const texels = new Float32Array(this.#placed.length * seeds * 4);
    for (const { learner, online, target } of this.#placed) {
      const { learningRate, polyak } = this.#values[learner.id];
      for (let s = 0; s < seeds; s++) {
        const place = (online * seeds + s) * 4;
        texels[place] = learningRate[s];
        texels[place + 1] = target < 0 ? 0 : polyak[s];
        texels[place + 2] = Number(!this.#frozen.has(`${learner.id} ${s}`));
      }
    }
    this.#members = toMatrix(this.#grid, texels);
    return this.#members;
  }

  /** Throws RangeError on an unknown learner or name, or on another count of values than seeds. */
  set(learner: string, name: string, values: Float32Array): void {
    const { seeds } = this.#spec;
    if (this.#values[learner]?.[name] === undefined) {
      throw new RangeError(`There is no hyper-parameter ${name} of a learner ${learner}.`);
    }
    if (values.length !== seeds) {
      throw new RangeError(`${learner}.${name}: ${values.length} values for ${seeds} seeds.`);
    }
    this.#values[learner][name] = values.slice();
    this.#forget(learner);
  }

  /** Throws RangeError on an unknown learner or seed. */
  freeze(learner: string, seed: number): void {
    if (this.#values[learner] === undefined || seed < 0 || seed >= this.#spec.seeds) {
      throw new RangeError(`There is no seed ${seed} of a learner ${learner} to freeze.`);
    }
    this.#frozen.add(`${learner} ${seed}`);
    this.#forget(learner);
  }

  /** Live values and who no longer learns, by learner, copied. */
  save(): ReturnType<typeof saveHyper> {
    return saveHyper(this.#spec, this.#values, this.#frozen);
  }

  /** Takes up what fits: see `checkSaved`. */
  restore(learners: SavedStack['learners']): void {
    for (const [id, { hyper }] of Object.entries(learners))
      for (const [name, values] of Object.entries(hyper)) this.set(id, name, values);
    this.#frozen.clear();
    for (const one of frozenOf(learners)) this.#frozen.add(one);
  }

  dispose(): void {
    for (const learner of [...this.#heads.keys()]) this.#forget(learner);
    this.#members?.dispose();
    this.#members = null;
  }

  #forget(learner: string): void {
    this.#heads.get(learner)?.dispose();
    this.#heads.delete(learner);
    this.#members?.dispose();
    this.#members = null;
  }
}
