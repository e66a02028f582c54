import type { Read, StackLearner, StackSpec } from '../types';
import { HEADS, type Head, type HeadContext, type HeadNetwork } from './heads';
import { type Arena, type NetworkLayout, networkLayout, roundUp } from './layout';
import type { Address, Kernels } from './module';
import type { Activations, Inputs, Scratch } from './passes';

/** One network of a learner; seed s of it lies `s × layout.stride` bytes further on. */
export interface PlannedNetwork {
  readonly name: string;
  readonly layout: NetworkLayout;
  readonly online: Address;
  /** 0 where it has no target. */
  readonly target: Address;
  readonly firstMoment: Address;
  readonly secondMoment: Address;
  readonly activations: Activations;
  readonly dy: Address;
}

/** A forward pass besides that of the online networks at the batch's states. */
export interface PlannedRead {
  readonly network: PlannedNetwork;
  readonly of: Read['of'];
  readonly at: Read['at'];
  readonly activations: Activations;
}

export interface PlannedLearner {
  readonly learner: StackLearner;
  readonly networks: readonly PlannedNetwork[];
  readonly reads: readonly PlannedRead[];
  readonly head: Head;
  /** For each of the learner's terms, its place among the head's. */
  readonly termPlaces: readonly number[];
  /** Live values, `[seeds]` each. */
  readonly hyper: Readonly<Record<string, Float32Array>>;
  /** `[seeds]`, 1 where it no longer learns. */
  readonly frozen: Uint8Array;
  /** `u8 [seeds × batch]`, 0 where the loss wants none. */
  readonly sampled: Address;
  /** Sums since they were last read, `[terms × seeds]`. */
  readonly sums: Float64Array;
}

/** Where everything lies in the module's memory. */
export interface Plan {
  /** Most rows of a pass: the batch rounded up to a multiple of 8. */
  readonly rows: number;
  readonly scratch: Scratch;
  /** As large as the largest network. */
  readonly gradients: Address;
  /** Encodings of all states with padded rows; 0 where they are one-hot. */
  readonly table: Address;
  readonly data: Readonly<
    Record<'state' | 'action' | 'reward' | 'nextState' | 'terminal', Address>
  >;
  /** Row numbers of the step, `u32 [seeds × batch]`. */
  readonly drawn: Address;
  /** The seed at hand. */
  readonly batch: Readonly<Record<'action' | 'reward' | 'continues', Address>>;
  /** The distinct states of the seed at hand; `places` says of each row which is its own, `u32`. */
  readonly inputs: Readonly<Record<Read['at'], Inputs & { readonly places: Address }>>;
  /** By state, `u32`. */
  readonly lastSeen: { readonly inColumn: Address; readonly at: Address };
  /** Every state in turn, `u32`, the last one repeated up to a multiple of `rows`. */
  readonly everyState: Address;
  readonly terms: Address;
  readonly learners: readonly PlannedLearner[];
}

/** Terms of a head at most. */
export const MOST_TERMS = 8;

function planLearner(
  learner: StackLearner,
  spec: StackSpec,
  kernels: Kernels,
  arena: Arena,
  rows: number,
  hidden: (slot: number) => { h1: Address; h2: Address },
  terms: Address,
): PlannedLearner {
  const { seeds, batch, table, width } = spec;
  if (learner.head === undefined) throw new RangeError(`Learner ${learner.id} has no fused loss.`);
  const networks = learner.networks.map(({ name, outputs, target }, slot): PlannedNetwork => {
    const layout = networkLayout(table.features, width, outputs, table.oneHot);
    const copies = () => arena.bytes(layout.stride * seeds);
    const ends = () => arena.floats(rows * layout.shape.paddedOutputs);
    return {
      name,
      layout,
      online: copies(),
      target: target ? copies() : 0,
      firstMoment: copies(),
      secondMoment: copies(),
      activations: { ...hidden(slot), y: ends() },
      dy: ends(),
    };
  });
  const named = (name: string): PlannedNetwork => {
    const found = networks.find((network) => network.name === name);
    if (found === undefined) {
      throw new RangeError(`Learner ${learner.id} lacks the network ${name} of its fused loss.`);
    }
    return found;
  };
  const hyper = Object.fromEntries(
    Object.entries(learner.hyper).map(([name, values]) => [name, values.slice()]),
  );
  const sampled = learner.randomActions ? arena.bytes(seeds * batch) : 0;
  const reads: PlannedRead[] = [];
  const context: HeadContext = {
    kernels,
    options: learner.head.options,
    network: (name): HeadNetwork => {
      const { layout, activations, dy } = named(name);
      const { outputs, paddedOutputs } = layout.shape;
      return { y: activations.y, dy, outputs, stride: paddedOutputs * 4 };
    },
    read: (name, of, at) => {
      const network = named(name);
      if (of === 'target' && network.target === 0) {
        throw new RangeError(
          `Learner ${learner.id} lacks the target of ${name} of its fused loss.`,
        );
      }
      const y = arena.floats(rows * network.layout.shape.paddedOutputs);
      // Only the outputs are kept: hidden layers may be those of a place that no network needs.
      reads.push({ network, of, at, activations: { ...hidden(networks.length), y } });
      return y;
    },
    hyper: (name) => {
      if (hyper[name] === undefined) {
        throw new RangeError(`Learner ${learner.id} lacks the hyper-parameter ${name}.`);
      }
      return hyper[name];
    },
    sampled: (seed) => sampled + seed * batch,
    terms,
  };
  const head = HEADS[learner.head.kind](context);
  const termPlaces = learner.terms.map((term) => {
    const place = head.terms.indexOf(term);
    if (place < 0) {
      throw new RangeError(`The fused loss of learner ${learner.id} has no term ${term}.`);
    }
    return place;
  });
  return {
    learner,
    networks,
    reads,
    head,
    termPlaces,
    hyper,
    frozen: new Uint8Array(seeds),
    sampled,
    sums: new Float64Array(learner.terms.length * seeds),
  };
}

/**
 * Finds a place for everything that a stack needs and claims the memory. Throws RangeError with a
 * sentence where a learner's networks or terms are not those of its fused loss, or memory is short.
 */
export function planStack(spec: StackSpec, kernels: Kernels, arena: Arena): Plan {
  const { seeds, batch, table, width, data, learners } = spec;
  const rows = roundUp(batch, 8);
  const paddedWidth = roundUp(width, 4);
  const paddedFeatures = roundUp(table.features, 4);
  const layer = () => arena.floats(rows * paddedWidth);
  const slots: { h1: Address; h2: Address }[] = [];
  const hidden = (slot: number) => {
    slots[slot] ??= { h1: layer(), h2: layer() };
    return slots[slot];
  };
  const inputs = () => ({
    states: arena.floats(rows),
    places: arena.floats(batch),
    x: table.oneHot ? 0 : arena.floats(rows * paddedFeatures),
  });
  const outputs = Math.max(...learners.flatMap(({ networks }) => networks.map((n) => n.outputs)));
  const largest = networkLayout(table.features, width, outputs, table.oneHot);
  const { paddedOutputs } = largest.shape;
  const size = data.state.length;
  const terms = arena.bytes(MOST_TERMS * 8);
  const plan: Plan = {
    rows,
    scratch: {
      panel: arena.floats(8 * Math.max(rows, paddedWidth, paddedFeatures)),
      transposed: arena.floats(paddedWidth * Math.max(paddedWidth, paddedOutputs)),
      dz1: layer(),
      dz2: layer(),
    },
    gradients: arena.bytes(largest.stride),
    table: table.oneHot ? 0 : arena.floats(table.states * paddedFeatures),
    data: {
      state: arena.floats(size),
      action: arena.bytes(size),
      reward: arena.floats(size),
      nextState: arena.floats(size),
      terminal: arena.bytes(size),
    },
    drawn: arena.floats(seeds * batch),
    batch: {
      action: arena.bytes(batch),
      reward: arena.floats(batch),
      continues: arena.floats(batch),
    },
    inputs: { state: inputs(), nextState: inputs() },
    lastSeen: { inColumn: arena.floats(table.states), at: arena.floats(table.states) },
    everyState: arena.floats(roundUp(table.states, rows)),
    terms,
    learners: learners.map((learner) =>
      planLearner(learner, spec, kernels, arena, rows, hidden, terms),
    ),
  };
  arena.claim();
  return plan;
}
