import * as tf from '@tensorflow/tfjs-core';
import { type BatchColumns, batchColumns, oneHotActions, rowsOf } from './batch';
import { HyperParameters } from './hyper';
import { differentiateLoss, type LossContext, lossInputs, readKey } from './losses';
import { checkSpec, groupReads, type Placed, placeNetworks, type ReadGroup } from './members';
import { createNetworks, type Networks } from './network';
import { adamStep, type Moments, polyakStep, zeroMoments } from './optimizer';
import {
  BLOCKS,
  mapBlocks,
  readMembers,
  resizeRows,
  type Stacked,
  type StackShape,
  select,
  stackMembers,
} from './parameters';
import { type ProductsKind, productsFor } from './products';
import { checkSaved, joinNetworks, type SavedStack, splitNetworks, sumsInParts } from './saved';
import { seenActions } from './seen';
import type {
  BackendName,
  LossInputs,
  Minibatch,
  NetworkParameters,
  NetworkStack,
  StackSpec,
} from './types';

type ByLearner<T> = Record<string, Record<string, T>>;

/** Indices of the members that hold the given networks, all seeds of each. */
function membersOf(networks: readonly number[], seeds: number): number[] {
  return networks.flatMap((n) => Array.from({ length: seeds }, (_, s) => n * seeds + s));
}

/** Columns of equal length, one after the other: `[count × seeds × batch]`. */
function joined(columns: readonly Int32Array[]): Int32Array {
  const [{ length }] = columns;
  const out = new Int32Array(length * columns.length);
  columns.forEach((column, n) => {
    out.set(column, n * length);
  });
  return out;
}

/** What every learner is trained on. */
type ColumnsOf = (learner: string) => BatchColumns;

/**
 * `[members, 1, 1]`, NaN for a member with a parameter that is not finite, else 0. A rectifier may
 * turn NaN into 0 (wasm's does), and a diverged network would then look healthy from outside.
 */
function nanWhereNotFinite(parameters: Stacked): tf.Tensor {
  const marks = BLOCKS.map((block) => tf.sum(tf.mul(parameters[block], 0), 1));
  return tf.reshape(tf.addN(marks), [-1, 1, 1]);
}

/** Blocks that stay when those given are disposed of. */
function mapStacked<K extends string>(all: Record<K, Stacked | undefined>) {
  const held = Object.entries<Stacked | undefined>(all).map(([name, one]) => [
    name,
    one && mapBlocks((block) => one[block].clone()),
  ]);
  return Object.fromEntries(held) as Record<K, Stacked | undefined>;
}

/** Everything that a step replaces. */
type State = {
  readonly online: Stacked;
  readonly target: Stacked | undefined;
  readonly moments: Moments;
  /** Sums of all terms since they were last read, `[terms of all learners, seeds]`. */
  readonly sums: tf.Tensor2D;
};

/**
 * The network stack in composed tfjs operations, on whichever backend is current when it is made:
 * the reference for the faster ones. All networks take one forward and one hand-written backward
 * pass; only the losses, on outputs, go through autodiff.
 */
class ComposedStack implements NetworkStack {
  readonly backend: BackendName;
  readonly implementation = 'composed';
  private readonly shape: StackShape;
  private readonly placed: Placed[];
  private readonly targets: Placed[];
  private readonly groups: ReadGroup[];
  private readonly networks: Networks;
  /** Members that have a target, in the targets' order, `[members with target, 1]`. */
  private readonly targetRows: tf.Tensor2D;
  private readonly hyper: HyperParameters;
  private state: State;
  /** What the data contains, where a loss asks for it. */
  private readonly seen: Uint8Array | null;
  private steps = 0;
  private summed = 0;

  constructor(
    private readonly spec: StackSpec,
    products?: ProductsKind,
    private readonly watch?: (learner: string, inputs: LossInputs) => void,
  ) {
    checkSpec(spec);
    const { learners, seeds, table, width } = spec;
    this.backend = tf.getBackend() as BackendName;
    this.placed = placeNetworks(learners);
    this.targets = this.placed.filter(({ target }) => target >= 0);
    this.groups = groupReads(this.placed);
    const outputs = Math.max(...this.placed.map((network) => network.outputs));
    this.shape = { features: table.features, width, outputs };
    const asked = learners.some(({ loss }) => loss.asksSeen);
    this.seen = asked ? seenActions(table, spec.data, outputs) : null;
    this.networks = createNetworks(this.shape, table, products ?? productsFor(this.backend));
    const withTarget = membersOf(
      this.targets.map(({ online }) => online),
      seeds,
    );
    this.targetRows = tf.tensor2d(withTarget, [withTarget.length, 1], 'int32');
    this.hyper = new HyperParameters(spec, this.placed, this.shape);
    const specs = learners.flatMap(({ networks }) => networks);
    const online = stackMembers(
      specs.flatMap(({ initial }) => initial),
      this.shape,
    );
    this.state = {
      online,
      target:
        this.targets.length > 0
          ? stackMembers(
              specs.flatMap(({ target }) => target ?? []),
              this.shape,
            )
          : undefined,
      moments: zeroMoments(online),
      sums: this.zeroSums(),
    };
  }

  step(minibatch: Minibatch): void {
    const previous = this.state;
    this.state = tf.tidy(() => {
      const { gradient, terms } = this.differentiate(minibatch);
      const { learningRate, polyak, learning } = this.hyper;
      const t = this.steps + 1;
      const adam = adamStep(
        previous.online,
        gradient,
        previous.moments,
        t,
        learningRate,
        this.spec.adam,
      );
      const online = select(learning?.online, adam.parameters, previous.online);
      const target =
        previous.target &&
        select(
          learning?.target,
          polyakStep(previous.target, this.rowsWithTarget(online), polyak),
          previous.target,
        );
      const sums = tf.add<tf.Tensor2D>(previous.sums, terms);
      return { online, target, moments: adam.moments, sums };
    });
    tf.dispose(previous);
    this.steps++;
    this.summed++;
  }

  async outputs(): Promise<ByLearner<Float32Array>> {
    const { seeds, table } = this.spec;
    const each = Int32Array.from({ length: seeds * table.states }, (_, i) => i % table.states);
    const output = tf.tidy(() => {
      const { online } = this.state;
      const pass = this.networks.forward(online, joined(this.placed.map(() => each)));
      return tf.add(pass.output, nanWhereNotFinite(online));
    });
    const values = (await output.data()) as Float32Array;
    output.dispose();
    const rows = seeds * table.states;
    const columns = this.shape.outputs;
    return this.byLearner(({ online, outputs }) => {
      const own = values.subarray(online * rows * columns, (online + 1) * rows * columns);
      return resizeRows(own, columns, outputs).slice();
    });
  }

  outputsAt(learner: string, seed: number, state: number): Record<string, Float32Array> {
    const own = this.placed.filter((network) => network.learner.id === learner);
    if (own.length === 0) throw new RangeError(`There is no learner ${learner}.`);
    const output = tf.tidy(() => {
      const members = own.map(({ online }) => online * this.spec.seeds + seed);
      const states = Int32Array.from(own, () => state);
      return this.networks.forward(this.state.online, states, members).output;
    });
    const values = output.dataSync<'float32'>();
    output.dispose();
    const columns = this.shape.outputs;
    return Object.fromEntries(
      own.map(({ name, outputs }, n) => [name, values.slice(n * columns, n * columns + outputs)]),
    );
  }

  async terms(): Promise<ByLearner<Float32Array>> {
    const { sums } = this.state;
    const steps = this.summed;
    this.state = { ...this.state, sums: this.zeroSums() };
    this.summed = 0;
    const values = (await sums.data()) as Float32Array;
    sums.dispose();
    return this.termsByLearner(values.map((sum) => sum / steps));
  }

  async parameters(): ReturnType<NetworkStack['parameters']> {
    const { online, target } = this.state;
    const onlineMembers = await this.readByNetwork(online, this.placed);
    const targetMembers = target ? await this.readByNetwork(target, this.targets) : [];
    return Object.fromEntries(
      this.spec.learners.map(({ id }) => {
        const named = (placed: readonly Placed[], members: readonly NetworkParameters[][]) =>
          Object.fromEntries(
            placed.flatMap(({ learner, name }, i) =>
              learner.id === id ? [[name, members[i]]] : [],
            ),
          );
        return [
          id,
          { online: named(this.placed, onlineMembers), target: named(this.targets, targetMembers) },
        ];
      }),
    );
  }

  async gradients(minibatch: Minibatch): ReturnType<NetworkStack['gradients']> {
    const { gradient, terms } = tf.tidy(() => this.differentiate(minibatch));
    const members = await this.readByNetwork(gradient, this.placed);
    const values = (await terms.data()) as Float32Array;
    tf.dispose([gradient, terms]);
    return {
      terms: this.termsByLearner(values),
      gradients: this.byLearner(({ online }) => members[online]),
    };
  }

  setHyper(learner: string, name: string, values: Float32Array): void {
    this.hyper.set(learner, name, values);
  }

  freeze(learner: string, seed: number): void {
    this.hyper.freeze(learner, seed);
  }

  async save(): Promise<SavedStack> {
    const { seeds, learners } = this.spec;
    const { online, target, moments, sums } = this.state;
    const { steps, summed } = this;
    const hyper = this.hyper.save();
    const reading = { online, target, ...moments };
    // A step taken meanwhile replaces what is being read.
    const held = tf.tidy(() => mapStacked(reading));
    const heldSums = sums.clone();
    const read = async (stacked: Stacked | undefined, networks: readonly Placed[]) =>
      stacked === undefined
        ? []
        : (await this.readByNetwork(stacked, networks)).map((members) => joinNetworks(members));
    const [onlines, targets, firsts, seconds] = await Promise.all([
      read(held.online, this.placed),
      read(held.target, this.targets),
      read(held.first, this.placed),
      read(held.second, this.placed),
    ]);
    const values = await heldSums.data<'float32'>();
    tf.dispose([held, heldSums]);
    const networks = this.byLearner(({ online, target }) => ({
      online: onlines[online],
      target: target < 0 ? null : targets[target],
      first: firsts[online],
      second: seconds[online],
    }));
    const terms = this.termsByLearner(values);
    return {
      seeds,
      steps,
      summed,
      learners: Object.fromEntries(
        learners.map(({ id }) => [
          id,
          {
            networks: networks[id],
            ...hyper[id],
            sums: Object.fromEntries(
              Object.entries(terms[id]).map(([name, own]) => [name, Float64Array.from(own)]),
            ),
          },
        ]),
      ),
    };
  }

  restore(saved: SavedStack): void {
    checkSaved(saved, this.spec);
    const { seeds, learners } = this.spec;
    const stacked = (networks: readonly Placed[], of: 'online' | 'target' | 'first' | 'second') =>
      stackMembers(
        networks.flatMap(({ learner, name, outputs }) =>
          splitNetworks(saved.learners[learner.id].networks[name][of] ?? new Float32Array(0), {
            ...this.shape,
            outputs,
          }),
        ),
        this.shape,
      );
    const sums = learners.flatMap(({ id, loss }) =>
      loss.names.flatMap((name) => [...sumsInParts(saved.learners[id].sums[name], seeds, 1)]),
    );
    tf.dispose(this.state);
    this.state = {
      online: stacked(this.placed, 'online'),
      target: this.targets.length > 0 ? stacked(this.targets, 'target') : undefined,
      moments: { first: stacked(this.placed, 'first'), second: stacked(this.placed, 'second') },
      sums: tf.tensor2d(sums, [sums.length / seeds, seeds]),
    };
    this.hyper.restore(saved.learners);
    this.steps = saved.steps;
    this.summed = saved.summed;
  }

  dispose(): void {
    tf.dispose([this.state, this.targetRows]);
    this.hyper.dispose();
    this.networks.dispose();
  }

  /** All losses on one minibatch: their terms and the gradient of every online member. */
  private differentiate(minibatch: Minibatch): { gradient: Stacked; terms: tf.Tensor2D } {
    const { seeds, batch, learners } = this.spec;
    const actions = this.shape.outputs;
    const columnsOf = this.columnsOf(minibatch);
    const states = joined(this.placed.map(({ learner }) => columnsOf(learner.id).state));
    const pass = this.networks.forward(this.state.online, states);
    const outputs = this.byNetwork(pass.output, this.placed);
    const reads = this.evaluateReads(columnsOf);

    const terms: tf.Tensor2D[] = [];
    const gradients: tf.Tensor[] = [];
    for (const learner of learners) {
      const own = this.placed.filter((network) => network.learner === learner);
      const chosen = minibatch.randomActions[learner.id];
      const { drawsActions } = learner.loss;
      if (drawsActions && chosen?.length !== seeds * batch) {
        throw new RangeError(`The minibatch lacks the random actions of ${learner.id}.`);
      }
      const context: LossContext = {
        columns: columnsOf(learner.id),
        reads: reads.get(learner.id) ?? new Map(),
        hyper: this.hyper.of(learner.id),
        randomAction: drawsActions ? oneHotActions(chosen, seeds, actions) : null,
      };
      const ownOutputs = own.map(({ online }) => outputs[online]);
      this.watch?.(learner.id, lossInputs(learner, ownOutputs, context));
      const loss = differentiateLoss(learner, ownOutputs, context);
      terms.push(loss.terms);
      gradients.push(...loss.gradients);
    }
    const padded = gradients.map((gradient) => {
      const missing = actions - (gradient.shape[2] as number);
      return missing === 0
        ? gradient
        : tf.pad(gradient, [
            [0, 0],
            [0, 0],
            [0, missing],
          ]);
    });
    const members = this.placed.length * seeds;
    const all = tf.reshape(tf.concat(padded, 0), [members, batch, actions]) as tf.Tensor3D;
    const allTerms = tf.concat2d(terms, 0);
    tf.dispose(terms);
    return { gradient: pass.backward(all), terms: allTerms };
  }

  /** The rows of a minibatch as every learner takes them; those that they share, once. */
  private columnsOf(minibatch: Minibatch): ColumnsOf {
    const columns = new Map<Int32Array, BatchColumns>();
    for (const { id } of this.spec.learners) {
      const taken = rowsOf(minibatch, id);
      if (columns.has(taken.rows)) continue;
      columns.set(taken.rows, batchColumns(this.spec, taken, this.shape.outputs, this.seen));
    }
    return (id) => columns.get(rowsOf(minibatch, id).rows) as BatchColumns;
  }

  /** What the losses read, stopped, by learner and `readKey`. */
  private evaluateReads(columnsOf: ColumnsOf): Map<string, Map<string, tf.Tensor>> {
    const reads = new Map(this.spec.learners.map(({ id }) => [id, new Map<string, tf.Tensor>()]));
    for (const { of, at, networks } of this.groups) {
      const parameters = of === 'online' ? this.state.online : this.state.target;
      if (parameters === undefined) continue;
      const places = networks.map((network) => network[of]);
      const available = of === 'online' ? this.placed.length : this.targets.length;
      const { output } = this.networks.forward(
        parameters,
        joined(networks.map(({ learner }) => columnsOf(learner.id)[at])),
        places.length === available ? undefined : membersOf(places, this.spec.seeds),
      );
      this.byNetwork(output, networks).forEach((values, i) => {
        const { learner, name } = networks[i];
        reads.get(learner.id)?.set(readKey({ network: name, of, at }), values);
      });
    }
    return reads;
  }

  /** `[K, B, outputs]` → each network's own `[seeds, batch, outputs of the network]`. */
  private byNetwork(output: tf.Tensor3D, networks: readonly Placed[]): tf.Tensor[] {
    const { seeds, batch } = this.spec;
    const { outputs } = this.shape;
    const each = tf.unstack(tf.reshape(output, [networks.length, seeds, batch, outputs]));
    return each.map((values, i) =>
      networks[i].outputs === outputs
        ? values
        : tf.slice(values, [0, 0, 0], [seeds, batch, networks[i].outputs]),
    );
  }

  private rowsWithTarget(online: Stacked): Stacked {
    return this.targets.length === this.placed.length
      ? online
      : mapBlocks((block) => tf.gatherND(online[block], this.targetRows) as tf.Tensor2D);
  }

  private zeroSums(): tf.Tensor2D {
    const count = this.spec.learners.reduce((sum, { loss }) => sum + loss.names.length, 0);
    return tf.zeros([count, this.spec.seeds]);
  }

  private async readByNetwork(
    stacked: Stacked,
    networks: readonly Placed[],
  ): Promise<NetworkParameters[][]> {
    const { seeds } = this.spec;
    const outputs = networks.flatMap((network) => Array<number>(seeds).fill(network.outputs));
    const members = await readMembers(stacked, this.shape, outputs);
    return networks.map((_, i) => members.slice(i * seeds, (i + 1) * seeds));
  }

  private byLearner<T>(value: (network: Placed) => T): ByLearner<T> {
    const result: ByLearner<T> = {};
    for (const network of this.placed) {
      result[network.learner.id] ??= {};
      result[network.learner.id][network.name] = value(network);
    }
    return result;
  }

  private termsByLearner(values: Float32Array): ByLearner<Float32Array> {
    const { seeds, learners } = this.spec;
    const result: ByLearner<Float32Array> = {};
    let at = 0;
    for (const { id, loss } of learners) {
      result[id] = {};
      for (const term of loss.names) {
        result[id][term] = values.slice(at, at + seeds);
        at += seeds;
      }
    }
    return result;
  }
}

/**
 * Makes a stack on the current tfjs backend (see `startBackend`). `products` overrides how members
 * are multiplied, which is otherwise chosen by the backend; `watch` is shown what each loss is given,
 * before it is differentiated. Throws RangeError with a sentence where
 * the spec does not fit together.
 */
export function createStack(
  spec: StackSpec,
  products?: ProductsKind,
  watch?: (learner: string, inputs: LossInputs) => void,
): NetworkStack {
  return new ComposedStack(spec, products, watch);
}
