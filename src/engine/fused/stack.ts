import * as tf from '@tensorflow/tfjs-core';
import type { Placed } from '../members';
import {
  checkSaved,
  joinNetworks,
  type SavedLearner,
  type SavedStack,
  splitNetworks,
  sumsInParts,
} from '../saved';
import type { Minibatch, NetworkParameters, NetworkStack, StackSpec } from '../types';
import { FINITE_STRETCH } from './backward';
import { BatchTexels, stateTexels } from './batch';
import { type ForwardPrograms, PLANE_COUNT, PLANES } from './forward';
import { type BoundHead, truthTexels } from './head-program';
import { FusedHyper } from './hyper';
import { readNetwork, writeNetwork } from './layout';
import { type FusedPlan, passTexels, planFused } from './plan';
import { registerKernels, run } from './program';
import { fromMatrix, toMatrix } from './texels';

type ByLearner<T> = Record<string, Record<string, T>>;

/** What a pass leaves for the backward pass. */
interface Passed {
  readonly hidden1: tf.Tensor2D;
  readonly hidden2: tf.Tensor2D;
  readonly outputs: tf.Tensor2D;
}

/** Everything that a step replaces. */
type State = {
  /** Online networks, both moments, targets: `PLANE_COUNT` planes of a network a member. */
  readonly state: tf.Tensor2D;
  /** What the heads wrote last, which holds the sums of their terms; none before the first step. */
  readonly heads: tf.Tensor2D[];
};

/**
 * The network stack in WebGL programs of our own, run through tfjs. A joint step is eight launches
 * and one a learner, whatever the number of networks and seeds, besides the upload of the minibatch:
 * three layers forward, the heads, their gradients joined, two layers back, all weight gradients, and
 * Adam with Polyak. The last two are launches of their own, since a fragment writes one texel and Adam
 * has three to write: together they would compute every gradient three times.
 */
class FusedStack implements NetworkStack {
  readonly backend = 'webgl';
  readonly implementation = 'fused';
  readonly #spec: StackSpec;
  readonly #plan: FusedPlan;
  readonly #batch: BatchTexels;
  readonly #hyper: FusedHyper;
  /** Learners with a minibatch of their own, in the order of the last upload. */
  #own: readonly string[] = [];
  #passes: tf.Tensor2D;
  /** The encodings where they are not one-hot. */
  readonly #table: tf.Tensor2D | null;
  /** By learner, of those whose loss takes them. */
  readonly #truth: ReadonlyMap<string, tf.Tensor2D>;
  #state: State;
  /** Outputs on stretches of states that were read since the last step, by the number of the stretch. */
  readonly #seen = new Map<number, Float32Array>();
  #steps = 0;
  #summed = 0;

  constructor(spec: StackSpec) {
    const plan = planFused(spec);
    registerKernels();
    this.#spec = spec;
    this.#plan = plan;
    const { grid } = plan;
    this.#batch = new BatchTexels(spec, grid, plan.training.rowPairs, plan.sampling, plan.asksSeen);
    this.#hyper = new FusedHyper(spec, grid, plan.placed);
    this.#passes = this.#passMatrix();
    this.#table = spec.table.oneHot ? null : toMatrix(grid, this.#encodings());
    this.#truth = new Map(
      spec.learners.flatMap(({ id, truth }) =>
        truth === undefined ? [] : [[id, toMatrix(grid, truthTexels(truth))]],
      ),
    );
    this.#state = { state: toMatrix(grid, this.#initialState()), heads: [] };
  }

  step(minibatch: Minibatch): void {
    const { beta1, beta2, epsilon } = this.#spec.adam;
    const previous = this.#state;
    this.#state = tf.tidy(() => {
      const { heads, gradient } = this.#differentiate(minibatch, this.#summed > 0);
      this.#steps++;
      const first = (1 - beta1) / (1 - beta1 ** this.#steps);
      const second = Math.sqrt((1 - beta2) / (1 - beta2 ** this.#steps));
      const inputs = { state: previous.state, gradient, hyper: tf.keep(this.#hyper.members) };
      const state = run(this.#plan.backward.update, inputs, [
        beta1,
        beta2,
        first / second,
        epsilon / second,
      ]);
      return { state, heads };
    });
    tf.dispose(previous);
    this.#seen.clear();
    this.#summed++;
  }

  async outputs(): Promise<ByLearner<Float32Array>> {
    const { table, seeds } = this.#spec;
    const { grid, sizes, everyState, evaluate, finite } = this.#plan;
    const rows = 2 * everyState.rowPairs;
    const chunks = tf.tidy(() => {
      const read = [run(finite, { state: this.#state.state })];
      for (let first = 0; first < table.states; first += rows) {
        const states = Array.from({ length: rows }, (_, i) =>
          Math.min(first + i, table.states - 1),
        );
        read.push(this.#forward(evaluate, stateTexels(grid, states, sizes.columns)).outputs);
      }
      return read;
    });
    const [marks, ...values] = (await Promise.all(chunks.map((c) => c.data()))) as Float32Array[];
    tf.dispose(chunks);
    const stretches = Math.ceil(sizes.layout.count / FINITE_STRETCH);
    const sound = fromMatrix(grid, marks, sizes.members * stretches);
    const texels = values.map((chunk) => fromMatrix(grid, chunk, sizes.members * rows));
    return this.#byNetwork(({ online, outputs }) => {
      const own = new Float32Array(seeds * table.states * outputs).fill(Number.NaN);
      for (let s = 0; s < seeds; s++) {
        const member = online * seeds + s;
        const from = member * stretches;
        // A rectifier may turn NaN into 0, and a diverged network would look healthy from outside.
        if (!isSound(sound.subarray(from * 4, (from + stretches) * 4))) continue;
        for (let state = 0; state < table.states; state++) {
          const texel = member * rows + (state % rows);
          const values = texels[Math.floor(state / rows)].subarray(texel * 4, texel * 4 + outputs);
          own.set(values, (s * table.states + state) * outputs);
        }
      }
      return own;
    });
  }

  outputsAt(learner: string, seed: number, state: number): Record<string, Float32Array> {
    const { grid, sizes, everyState, evaluate } = this.#plan;
    const { table, seeds } = this.#spec;
    const networks = this.#plan.placed.filter((placed) => placed.learner.id === learner);
    if (networks.length === 0) throw new RangeError(`There is no learner ${learner}.`);
    const rows = 2 * everyState.rowPairs;
    const chunk = Math.floor(state / rows);
    let texels = this.#seen.get(chunk);
    if (texels === undefined) {
      const outputs = tf.tidy(() => {
        const first = chunk * rows;
        const states = Array.from({ length: rows }, (_, i) =>
          Math.min(first + i, table.states - 1),
        );
        return this.#forward(evaluate, stateTexels(grid, states, sizes.columns)).outputs;
      });
      texels = fromMatrix(grid, outputs.dataSync<'float32'>(), sizes.members * rows);
      outputs.dispose();
      this.#seen.set(chunk, texels);
    }
    const found = texels;
    return Object.fromEntries(
      networks.map(({ name, online, outputs }) => {
        const from = ((online * seeds + seed) * rows + (state % rows)) * 4;
        return [name, found.slice(from, from + outputs)];
      }),
    );
  }

  async terms(): Promise<ByLearner<Float32Array>> {
    const { heads } = this.#state;
    const steps = this.#summed;
    this.#summed = 0;
    // The next step replaces what is being read.
    const held = heads.map((head) => head.clone());
    const sums = await this.#readTerms(held);
    tf.dispose(held);
    return mapTerms(sums, (sum) => (steps === 0 ? Number.NaN : sum / steps));
  }

  async parameters(): ReturnType<NetworkStack['parameters']> {
    const { sizes } = this.#plan;
    const held = this.#state.state.clone();
    const texels = await this.#read(held, PLANE_COUNT * sizes.members * sizes.layout.count);
    held.dispose();
    return Object.fromEntries(
      this.#spec.learners.map((learner) => {
        const named = (of: 'online' | 'target') =>
          Object.fromEntries(
            this.#plan.placed
              .filter((placed) => placed.learner === learner && placed[of] >= 0)
              .map(({ name, online, outputs }) => {
                const plane = PLANES[of] * sizes.members;
                return [name, this.#networksAt(texels, plane, online, outputs)];
              }),
          );
        return [learner.id, { online: named('online'), target: named('target') }];
      }),
    );
  }

  async gradients(minibatch: Minibatch): ReturnType<NetworkStack['gradients']> {
    const { sizes } = this.#plan;
    const { heads, gradient } = tf.tidy(() => this.#differentiate(minibatch, false));
    const texels = await this.#read(gradient, sizes.members * sizes.layout.count);
    const terms = await this.#readTerms(heads);
    tf.dispose([heads, gradient]);
    const gradients = this.#byNetwork(({ online, outputs }) =>
      this.#networksAt(texels, 0, online, outputs),
    );
    return { terms: mapTerms(terms, (sum) => sum), gradients };
  }

  setHyper(learner: string, name: string, values: Float32Array): void {
    this.#hyper.set(learner, name, values);
  }

  freeze(learner: string, seed: number): void {
    this.#hyper.freeze(learner, seed);
  }

  async save(): Promise<SavedStack> {
    const { learners, seeds } = this.#spec;
    const { sizes, placed, heads } = this.#plan;
    const hyper = this.#hyper.save();
    const [steps, summed] = [this.#steps, this.#summed];
    // The next step replaces what is being read.
    const held = this.#state.state.clone();
    const heldHeads = summed > 0 ? this.#state.heads.map((head) => head.clone()) : [];
    const texels = await this.#read(held, PLANE_COUNT * sizes.members * sizes.layout.count);
    const sums = await Promise.all(heads.map((head, h) => this.#saveSums(head, heldHeads[h])));
    tf.dispose([held, heldHeads]);
    const saved = learners.map((learner, l): [string, SavedLearner] => {
      const networks = placed
        .filter((network) => network.learner === learner)
        .map(({ name, online, target, outputs }) => {
          const of = (plane: keyof typeof PLANES) =>
            joinNetworks(this.#networksAt(texels, PLANES[plane] * sizes.members, online, outputs));
          const first = of('first');
          const second = of('second');
          return [
            name,
            { online: of('online'), target: target < 0 ? null : of('target'), first, second },
          ] as const;
        });
      const own = { networks: Object.fromEntries(networks), ...hyper[learner.id], sums: sums[l] };
      return [learner.id, own];
    });
    return { seeds, steps, summed, learners: Object.fromEntries(saved) };
  }

  restore(saved: SavedStack): void {
    checkSaved(saved, this.#spec);
    const { grid, sizes, heads } = this.#plan;
    const { layout } = sizes;
    const state = this.#texelsOf((plane, { learner, name, outputs }) => {
      const values = saved.learners[learner.id].networks[name][plane];
      return values === null ? [] : splitNetworks(values, { ...layout, outputs });
    });
    tf.dispose(this.#state);
    this.#state = {
      state: toMatrix(grid, state),
      heads:
        saved.summed === 0
          ? []
          : heads.map((head) => this.#headOf(head, saved.learners[head.learner.id].sums)),
    };
    this.#hyper.restore(saved.learners);
    this.#seen.clear();
    this.#steps = saved.steps;
    this.#summed = saved.summed;
  }

  dispose(): void {
    tf.dispose([this.#state, this.#passes]);
    this.#table?.dispose();
    for (const truth of this.#truth.values()) truth.dispose();
    this.#hyper.dispose();
  }

  #forward({ first, second, outputs }: ForwardPrograms, batch: tf.Tensor2D): Passed {
    const { state } = this.#state;
    const passes = this.#passes;
    const inputs = { state, passes, batch };
    const hidden1 = run(first, this.#table === null ? inputs : { ...inputs, table: this.#table });
    const hidden2 = run(second, { state, passes, hidden: hidden1 });
    return { hidden1, hidden2, outputs: run(outputs, { state, passes, hidden: hidden2 }) };
  }

  /** What the heads write on a minibatch, and the gradient of every member. */
  #differentiate(
    minibatch: Minibatch,
    carry: boolean,
  ): { heads: tf.Tensor2D[]; gradient: tf.Tensor2D } {
    const { forward, heads, join, backward } = this.#plan;
    const { state, heads: before } = this.#state;
    this.#take(minibatch);
    const batch = this.#batch.upload(minibatch, this.#own);
    const { hidden1, hidden2, outputs } = this.#forward(forward, batch);
    const written = heads.map((head, h) => {
      const hyper = tf.keep(this.#hyper.ofHead(head));
      const previous = carry ? before[h] : outputs;
      const plane = this.#batchOf(head.learner.id);
      const truth = this.#truth.get(head.learner.id);
      const inputs = { outputs, batch, hyper, previous, ...(truth && { truth: tf.keep(truth) }) };
      return run(head.program, inputs, [Number(carry), plane]);
    });
    const outputGradient = run(
      join,
      Object.fromEntries(written.map((head, h) => [`head${h}`, head])),
    );
    const gradient2 = run(backward.throughOutputs, { state, outputGradient, hidden: hidden2 });
    const gradient1 = run(backward.throughHidden, { state, gradient2, hidden: hidden1 });
    const passes = this.#passes;
    const inputs = { batch, passes, hidden1, hidden2, outputGradient, gradient1, gradient2 };
    const table = this.#table === null ? {} : { table: this.#table };
    return { heads: written, gradient: run(backward.weights, { ...inputs, ...table }) };
  }

  /** Which of the uploaded minibatches a learner takes. */
  #batchOf(learner: string): number {
    return this.#own.indexOf(learner) + 1;
  }

  #passMatrix(): tf.Tensor2D {
    const { grid, passes } = this.#plan;
    return toMatrix(
      grid,
      passTexels(passes, (learner) => this.#batchOf(learner)),
    );
  }

  /** Makes ready for a minibatch: which learners have their own seldom changes. */
  #take({ own = {} }: Minibatch): void {
    const ids = this.#spec.learners.map(({ id }) => id).filter((id) => Object.hasOwn(own, id));
    if (ids.join() === this.#own.join()) return;
    this.#own = ids;
    this.#passes.dispose();
    this.#passes = tf.keep(this.#passMatrix());
  }

  async #read(matrix: tf.Tensor2D, count: number): Promise<Float32Array> {
    return fromMatrix(this.#plan.grid, (await matrix.data()) as Float32Array, count);
  }

  /** Means over the minibatch of what the heads summed, by learner, by term, `[seeds]`. */
  async #readTerms(heads: readonly tf.Tensor2D[]): Promise<ByLearner<Float64Array>> {
    const { seeds, batch } = this.#spec;
    const none = (): ByLearner<Float64Array> => ({});
    const sums = none();
    const sum = async (head: BoundHead, matrix: tf.Tensor2D | undefined) => {
      const { learner } = head;
      const texels = matrix === undefined ? null : await this.#read(matrix, this.#headTexels(head));
      const mean = (term: number, s: number) => {
        if (texels === null) return Number.NaN;
        let total = 0;
        for (let r = 0; r < batch; r++) total += texels[this.#sumPlace(head, term, s, r)];
        return total / batch;
      };
      sums[learner.id] = Object.fromEntries(
        learner.loss.names.map((term, t) => [
          term,
          Float64Array.from({ length: seeds }, (_, s) => mean(t, s)),
        ]),
      );
    };
    await Promise.all(this.#plan.heads.map((head, h) => sum(head, heads[h])));
    return sums;
  }

  /** The networks of all seeds from texels, of which `plane` members come before. */
  #networksAt(
    texels: Float32Array,
    plane: number,
    online: number,
    outputs: number,
  ): NetworkParameters[] {
    const { layout } = this.#plan.sizes;
    return Array.from({ length: this.#spec.seeds }, (_, s) => {
      const member = plane + online * this.#spec.seeds + s;
      const own = texels.subarray(member * layout.count * 4, (member + 1) * layout.count * 4);
      return readNetwork(own, layout, outputs);
    });
  }

  #initialState(): Float32Array {
    return this.#texelsOf((plane, { learner, name }) => {
      const network = learner.networks.find((one) => one.name === name);
      if (plane === 'online') return network?.initial ?? [];
      return plane === 'target' ? (network?.target ?? []) : [];
    });
  }

  /** All planes in texels; where a network has nothing on one, zeros. */
  #texelsOf(
    seedsOf: (plane: keyof typeof PLANES, network: Placed) => readonly NetworkParameters[],
  ): Float32Array {
    const { sizes, placed } = this.#plan;
    const { layout, members, seeds } = sizes;
    const texels = new Float32Array(PLANE_COUNT * members * layout.count * 4);
    for (const plane of ['online', 'first', 'second', 'target'] as const)
      for (const network of placed)
        seedsOf(plane, network).forEach((parameters, s) => {
          const member = PLANES[plane] * members + network.online * seeds + s;
          const start = member * layout.count * 4;
          writeNetwork(texels.subarray(start, start + layout.count * 4), layout, parameters);
        });
    return texels;
  }

  /** Where the sum of a term at a row of a seed lies among what a head wrote, in numbers. */
  #sumPlace({ gradientTexels }: BoundHead, term: number, s: number, row: number): number {
    const rows = 2 * this.#plan.training.rowPairs;
    const plane = this.#spec.seeds * rows;
    return (gradientTexels + (term >> 2) * plane + s * rows + row) * 4 + (term & 3);
  }

  /** Texels that a head writes. */
  #headTexels({ gradientTexels, termTexels }: BoundHead): number {
    return gradientTexels + termTexels * this.#spec.seeds * 2 * this.#plan.training.rowPairs;
  }

  /** The sums of a head, a part a row; zeros where it has written nothing. */
  async #saveSums(
    head: BoundHead,
    matrix: tf.Tensor2D | undefined,
  ): Promise<Record<string, Float64Array>> {
    const { seeds, batch } = this.#spec;
    const texels = matrix && (await this.#read(matrix, this.#headTexels(head)));
    return Object.fromEntries(
      head.learner.loss.names.map((name, term) => [
        name,
        Float64Array.from({ length: seeds * batch }, (_, i) =>
          texels ? texels[this.#sumPlace(head, term, Math.floor(i / batch), i % batch)] : 0,
        ),
      ]),
    );
  }

  /** What a head would have written that has come to some sums. */
  #headOf(head: BoundHead, sums: SavedLearner['sums']): tf.Tensor2D {
    const { seeds, batch } = this.#spec;
    const texels = new Float32Array(this.#headTexels(head) * 4);
    head.learner.loss.names.forEach((name, term) => {
      sumsInParts(sums[name], seeds, batch).forEach((sum, i) => {
        texels[this.#sumPlace(head, term, Math.floor(i / batch), i % batch)] = sum;
      });
    });
    return toMatrix(this.#plan.grid, texels);
  }

  /** Encodings with rows of whole texels. */
  #encodings(): Float32Array {
    const { states, features, values } = this.#spec.table;
    const row = this.#plan.sizes.layout.inputPairs * 2;
    const texels = new Float32Array(states * row);
    for (let s = 0; s < states; s++) {
      texels.set(values.subarray(s * features, (s + 1) * features), s * row);
    }
    return texels;
  }

  #byNetwork<T>(value: (network: FusedPlan['placed'][number]) => T): ByLearner<T> {
    const result: ByLearner<T> = {};
    for (const network of this.#plan.placed) {
      result[network.learner.id] ??= {};
      result[network.learner.id][network.name] = value(network);
    }
    return result;
  }
}

/** True where every stretch of a member is marked as finite. */
function isSound(marks: Float32Array): boolean {
  for (let i = 0; i < marks.length; i += 4) if (marks[i] !== 1) return false;
  return true;
}

function mapTerms(
  sums: ByLearner<Float64Array>,
  value: (sum: number) => number,
): ByLearner<Float32Array> {
  return Object.fromEntries(
    Object.entries(sums).map(([id, terms]) => [
      id,
      Object.fromEntries(
        Object.entries(terms).map(([term, own]) => [term, Float32Array.from(own, value)]),
      ),
    ]),
  );
}

/**
 * Makes a stack of fused programs on tfjs's WebGL backend, which must be the current one. Throws
 * RangeError with a sentence where the spec does not fit together, or graphics memory would be too small.
 */
export function createFusedStack(spec: StackSpec): NetworkStack {
  return new FusedStack(spec);
}
