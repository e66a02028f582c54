import { checkSpec, withoutParameters } from '../members';
import {
  checkSaved,
  joinNetworks,
  type SavedLearner,
  type SavedStack,
  splitNetworks,
  sumsInParts,
} from '../saved';
import type { Minibatch, NetworkParameters, NetworkStack, StackSpec, StepParts } from '../types';
import { type Head, linkHead } from './heads';
import { Arena, readParameters, roundUp } from './layout';
import {
  actionsOf,
  checkActions,
  copyMinibatch,
  copyOwnBatch,
  fillMemory,
  type Views,
  viewsOf,
  writeSeeds,
} from './memory';
import { type Address, instantiateKernels, type Kernels } from './module';
import { Passes } from './passes';
import { headPlaces, type Plan, type PlannedLearner, type PlannedNetwork, planStack } from './plan';

type ByLearner<T> = Record<string, Record<string, T>>;

/** Rows that a pass has at least. */
const FEWEST_ROWS = 8;

/**
 * The network stack in SIMD WebAssembly. Everything lives in the module's own memory, laid out and
 * grown once; a step copies row numbers in and allocates nothing. Learner by learner and seed by seed:
 * their activations are small enough to stay in the processor's cache. Rows of a minibatch with the
 * same state have the same outputs, and the backward pass is linear in their gradients: each state is
 * passed through the networks once, with the sum of its rows' gradients.
 */
class SimdStack implements NetworkStack {
  readonly backend = 'wasm';
  readonly implementation = 'simd';
  readonly parts: StepParts;
  readonly #spec: StackSpec;
  readonly #kernels: Kernels;
  readonly #plan: Plan;
  readonly #passes: Passes;
  readonly #views: Views;
  /** The learners' losses, in their order. */
  readonly #heads: readonly Head[];
  /** What the head at hand wrote. */
  readonly #terms: Float64Array;
  /** Rows of a pass on the batch at hand: its distinct states, padded. */
  readonly #rows = { state: 0, nextState: 0 };
  /** Whether the batch at hand is that of all learners. */
  #shared = false;
  #steps = 0;
  #summed = 0;
  /** The part of a step that is to be taken next; 0 where none is under way. */
  #nextPart = 0;

  constructor(given: StackSpec, kernels: Kernels) {
    checkSpec(given);
    const spec = withoutParameters(given);
    checkActions(spec.data.action, actionsOf(spec), 'The data');
    this.#spec = spec;
    this.#kernels = kernels;
    this.#plan = planStack(spec, new Arena(kernels));
    this.#views = viewsOf(kernels);
    const most = Math.max(...spec.learners.map(({ loss }) => loss.names.length));
    this.#terms = new Float64Array(kernels.memory.buffer, this.#plan.terms, most);
    this.#heads = this.#plan.learners.map((planned) =>
      linkHead(planned.learner.loss, headPlaces(planned, this.#plan, spec), kernels),
    );
    this.#passes = new Passes(kernels, this.#plan.scratch);
    fillMemory(given, this.#plan, kernels, this.#views);
    this.parts = {
      count: spec.seeds * spec.learners.length,
      take: (minibatch, part) => this.#takePart(minibatch, part),
    };
  }

  step(minibatch: Minibatch): void {
    for (let part = 0; part < this.parts.count; part++) this.#takePart(minibatch, part);
  }

  async outputs(): Promise<ByLearner<Float32Array>> {
    this.#checkWhole();
    const { table, seeds } = this.#spec;
    const { rows, everyState } = this.#plan;
    return this.#byNetwork((network) => {
      const { outputs, paddedOutputs } = network.layout.shape;
      const values = new Float32Array(seeds * table.states * outputs).fill(Number.NaN);
      for (let seed = 0; seed < seeds; seed++) {
        const parameters = network.online + seed * network.layout.stride;
        // A rectifier may turn −∞ into 0, and a diverged network would look healthy from outside.
        if (!this.#kernels.allFinite(parameters, network.layout.count)) continue;
        for (let first = 0; first < table.states; first += rows) {
          const { x } = this.#plan.inputs.state;
          const inputs = { states: everyState + first * 4, x };
          this.#encode(inputs.states, x, rows);
          this.#passes.forward(network.layout, parameters, inputs, rows, network.activations);
          const count = Math.min(rows, table.states - first);
          const start = (seed * table.states + first) * outputs;
          for (let row = 0; row < count; row++) {
            const from = network.activations.y / 4 + row * paddedOutputs;
            values.set(this.#views.floats.subarray(from, from + outputs), start + row * outputs);
          }
        }
      }
      return values;
    });
  }

  outputsAt(learner: string, seed: number, state: number): Record<string, Float32Array> {
    this.#checkWhole();
    const planned = this.#learner(learner);
    if (planned === undefined) throw new RangeError(`There is no learner ${learner}.`);
    const { floats, integers } = this.#views;
    const { states, x } = this.#plan.inputs.state;
    integers.fill(state, states / 4, states / 4 + FEWEST_ROWS);
    this.#encode(states, x, FEWEST_ROWS);
    const outputs: Record<string, Float32Array> = {};
    for (const { name, layout, online, activations } of planned.networks) {
      const parameters = online + seed * layout.stride;
      this.#passes.forward(layout, parameters, this.#plan.inputs.state, FEWEST_ROWS, activations);
      const from = activations.y / 4;
      outputs[name] = floats.slice(from, from + layout.shape.outputs);
    }
    return outputs;
  }

  async terms(): Promise<ByLearner<Float32Array>> {
    this.#checkWhole();
    const steps = this.#summed;
    this.#summed = 0;
    const result: ByLearner<Float32Array> = {};
    for (const { learner, sums } of this.#plan.learners) {
      const { seeds } = this.#spec;
      result[learner.id] = Object.fromEntries(
        learner.loss.names.map((term, t) => {
          const own = sums.subarray(t * seeds, (t + 1) * seeds);
          return [term, Float32Array.from(own, (sum) => sum / steps)];
        }),
      );
      sums.fill(0);
    }
    return result;
  }

  async parameters(): ReturnType<NetworkStack['parameters']> {
    this.#checkWhole();
    return Object.fromEntries(
      this.#plan.learners.map(({ learner, networks }) => {
        const read = (of: 'online' | 'target') =>
          Object.fromEntries(
            networks.flatMap((network) =>
              network[of] === 0 ? [] : [[network.name, this.#readSeeds(network, network[of])]],
            ),
          );
        return [learner.id, { online: read('online'), target: read('target') }];
      }),
    );
  }

  async gradients(minibatch: Minibatch): ReturnType<NetworkStack['gradients']> {
    this.#checkWhole();
    const { seeds } = this.#spec;
    const terms: ByLearner<Float32Array> = {};
    const gradients = this.#byNetwork((): NetworkParameters[] => []);
    copyMinibatch(this.#spec, this.#plan, this.#views, minibatch);
    for (const { learner } of this.#plan.learners) {
      terms[learner.id] = Object.fromEntries(
        learner.loss.names.map((term) => [term, new Float32Array(seeds)]),
      );
    }
    for (let seed = 0; seed < seeds; seed++) {
      for (let l = 0; l < this.#plan.learners.length; l++) {
        const { learner, networks } = this.#plan.learners[l];
        this.#takeRows(minibatch, l, seed);
        this.#evaluate(l, seed);
        learner.loss.names.forEach((term, t) => {
          terms[learner.id][term][seed] = this.#terms[t];
        });
        for (const network of networks) {
          this.#differentiate(network, seed);
          const read = readParameters(this.#views.floats, this.#plan.gradients, network.layout);
          gradients[learner.id][network.name].push(read);
        }
      }
    }
    return { terms, gradients };
  }

  setHyper(learner: string, name: string, values: Float32Array): void {
    const known = this.#learner(learner)?.hyper[name];
    if (known === undefined) {
      throw new RangeError(`There is no hyper-parameter ${name} of a learner ${learner}.`);
    }
    if (values.length !== known.length) {
      throw new RangeError(
        `${learner}.${name}: ${values.length} values for ${known.length} seeds.`,
      );
    }
    known.set(values);
  }

  freeze(learner: string, seed: number): void {
    const frozen = this.#learner(learner)?.frozen;
    if (frozen?.[seed] === undefined) {
      throw new RangeError(`There is no seed ${seed} of a learner ${learner} to freeze.`);
    }
    frozen[seed] = 1;
  }

  async save(): Promise<SavedStack> {
    this.#checkWhole();
    return {
      seeds: this.#spec.seeds,
      steps: this.#steps,
      summed: this.#summed,
      learners: Object.fromEntries(
        this.#plan.learners.map((planned) => [planned.learner.id, this.#saveLearner(planned)]),
      ),
    };
  }

  restore(saved: SavedStack): void {
    this.#checkWhole();
    checkSaved(saved, this.#spec);
    const { seeds } = this.#spec;
    for (const { learner, networks, hyper, frozen, sums } of this.#plan.learners) {
      const own = saved.learners[learner.id];
      for (const network of networks) {
        const { online, target, first, second } = own.networks[network.name];
        const put = (place: Address, values: Float32Array | null) => {
          if (values === null) return;
          writeSeeds(this.#views, network, place, splitNetworks(values, network.layout.shape));
        };
        put(network.online, online);
        put(network.target, target);
        put(network.firstMoment, first);
        put(network.secondMoment, second);
      }
      for (const [name, values] of Object.entries(own.hyper)) hyper[name].set(values);
      frozen.set(own.frozen);
      learner.loss.names.forEach((term, t) => {
        sums.set(sumsInParts(own.sums[term], seeds, 1), t * seeds);
      });
    }
    this.#steps = saved.steps;
    this.#summed = saved.summed;
  }

  /** The memory goes with the instance, once nobody holds the stack. */
  dispose(): void {}

  #learner(id: string): PlannedLearner | undefined {
    return this.#plan.learners.find(({ learner }) => learner.id === id);
  }

  #checkWhole(): void {
    if (this.#nextPart !== 0) throw new RangeError('A step of the stack is under way.');
  }

  /** One seed of one learner: its loss, and a step of each of its networks. */
  #takePart(minibatch: Minibatch, part: number): void {
    const { learners } = this.#plan;
    const { seeds } = this.#spec;
    if (part !== this.#nextPart) {
      throw new RangeError(`Part ${part} of a step, where part ${this.#nextPart} is next.`);
    }
    if (part === 0) {
      copyMinibatch(this.#spec, this.#plan, this.#views, minibatch);
      this.#steps++;
      this.#summed++;
    }
    this.#nextPart = (part + 1) % this.parts.count;
    const place = part % learners.length;
    const seed = (part - place) / learners.length;
    this.#takeRows(minibatch, place, seed);
    const planned = learners[place];
    this.#evaluate(place, seed);
    const { sums, frozen, networks } = planned;
    for (let t = 0; t * seeds < sums.length; t++) sums[t * seeds + seed] += this.#terms[t];
    if (frozen[seed] !== 0) return;
    for (let n = 0; n < networks.length; n++) {
      this.#differentiate(networks[n], seed);
      this.#update(planned, networks[n], seed);
    }
  }

  /** Makes one seed's minibatch the batch at hand, as the learner at a place takes it. */
  #takeRows(minibatch: Minibatch, place: number, seed: number): void {
    const { inputs, drawn, drawnOwn, learners } = this.#plan;
    const own = minibatch.own?.[learners[place].learner.id];
    if (own !== undefined) copyOwnBatch(this.#spec, this.#plan, this.#views, own, seed);
    else if (this.#shared && place > 0) return;
    this.#shared = own === undefined;
    this.#kernels.gatherBatch(own ? drawnOwn : drawn + seed * this.#spec.batch * 4);
    this.#rows.state = this.#kernels.countStates();
    this.#rows.nextState = this.#kernels.countNextStates();
    this.#encode(inputs.state.states, inputs.state.x, this.#rows.state);
    this.#encode(inputs.nextState.states, inputs.nextState.x, this.#rows.nextState);
  }

  /** Encodings of the states of a pass; none where they are one-hot. */
  #encode(states: Address, x: Address, rows: number): void {
    const { table } = this.#plan;
    if (x === 0) return;
    this.#kernels.gatherRows(table, states, rows, roundUp(this.#spec.table.features, 4), x);
  }

  /** Outputs of one learner's networks, what its loss reads, and the loss. */
  #evaluate(place: number, seed: number): void {
    const { inputs, learners } = this.#plan;
    const { networks, reads, taken, takenAt, sampled } = learners[place];
    for (let n = 0; n < networks.length; n++) {
      const { layout, online, activations } = networks[n];
      const parameters = online + seed * layout.stride;
      this.#passes.forward(layout, parameters, inputs.state, this.#rows.state, activations);
    }
    for (let r = 0; r < reads.length; r++) {
      const { network, of, at, activations } = reads[r];
      const parameters = network[of] + seed * network.layout.stride;
      this.#passes.forward(network.layout, parameters, inputs[at], this.#rows[at], activations);
    }
    const { floats } = this.#views;
    for (let h = 0; h < taken.length; h++) floats[takenAt / 4 + h] = taken[h][seed];
    this.#heads[place](takenAt, sampled + seed * this.#spec.batch, this.#rows.state);
  }

  /** Gradient of one network, from that of its outputs. */
  #differentiate({ layout, online, activations, dy }: PlannedNetwork, seed: number): void {
    const { inputs, gradients } = this.#plan;
    const parameters = online + seed * layout.stride;
    const rows = this.#rows.state;
    this.#passes.backward(layout, parameters, inputs.state, rows, activations, dy, gradients);
  }

  /** One Adam step of one network, then Polyak for its target. */
  #update({ hyper }: PlannedLearner, network: PlannedNetwork, seed: number): void {
    const { beta1, beta2, epsilon } = this.#spec.adam;
    // The moments are kept without their factors (1 − β): the corrections go into rate and ε.
    const first = (1 - beta1) / (1 - beta1 ** this.#steps);
    const second = Math.sqrt((1 - beta2) / (1 - beta2 ** this.#steps));
    const { count, stride } = network.layout;
    const offset = seed * stride;
    this.#kernels.adam(
      network.online + offset,
      this.#plan.gradients,
      network.firstMoment + offset,
      network.secondMoment + offset,
      count,
      beta1,
      beta2,
      (hyper.learningRate[seed] * first) / second,
      epsilon / second,
    );
    if (network.target === 0) return;
    const share = hyper.polyak[seed];
    this.#kernels.polyak(network.target + offset, network.online + offset, count, share);
  }

  #saveLearner({ learner, networks, hyper, frozen, sums }: PlannedLearner): SavedLearner {
    const { seeds } = this.#spec;
    return {
      networks: Object.fromEntries(
        networks.map((network) => {
          const read = (place: Address) => joinNetworks(this.#readSeeds(network, place));
          const { online, target, firstMoment, secondMoment } = network;
          return [
            network.name,
            {
              online: read(online),
              target: target === 0 ? null : read(target),
              first: read(firstMoment),
              second: read(secondMoment),
            },
          ];
        }),
      ),
      hyper: Object.fromEntries(
        Object.entries(hyper).map(([name, values]) => [name, values.slice()]),
      ),
      frozen: frozen.slice(),
      sums: Object.fromEntries(
        learner.loss.names.map((term, t) => [term, sums.slice(t * seeds, (t + 1) * seeds)]),
      ),
    };
  }

  #readSeeds({ layout }: PlannedNetwork, first: Address): NetworkParameters[] {
    return Array.from({ length: this.#spec.seeds }, (_, seed) =>
      readParameters(this.#views.floats, first + seed * layout.stride, layout),
    );
  }

  #byNetwork<T>(value: (network: PlannedNetwork) => T): ByLearner<T> {
    return Object.fromEntries(
      this.#plan.learners.map(({ learner, networks }) => [
        learner.id,
        Object.fromEntries(networks.map((network) => [network.name, value(network)])),
      ]),
    );
  }
}

/**
 * Makes a stack in a WebAssembly module of its own (`kernels`, fresh where absent); tfjs is not needed.
 * Throws RangeError with a sentence where the spec does not fit together or memory is short.
 */
export function createSimdStack(spec: StackSpec, kernels = instantiateKernels()): NetworkStack {
  return new SimdStack(spec, kernels);
}
