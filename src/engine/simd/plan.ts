import type { OutputPlace, TruthPlace } from '../loss/graph';
import type { StackLearner, StackSpec } from '../types';
import type { HeadPlaces } from './emit/head';
import { type Arena, type NetworkLayout, networkLayout, roundUp } from './layout';
import type { Address } from './module';
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
  readonly of: OutputPlace['of'];
  readonly at: OutputPlace['at'];
  readonly activations: Activations;
}

export interface PlannedLearner {
  readonly learner: StackLearner;
  readonly networks: readonly PlannedNetwork[];
  readonly reads: readonly PlannedRead[];
  /** Live values, `[seeds]` each. */
  readonly hyper: Readonly<Record<string, Float32Array>>;
  /** Those that the loss takes, in its order, and where those of the seed at hand lie. */
  readonly taken: readonly Float32Array[];
  readonly takenAt: Address;
  /** `[seeds]`, 1 where it no longer learns. */
  readonly frozen: Uint8Array;
  /** `u8 [seeds × batch]`, 0 where the loss wants none. */
  readonly sampled: Address;
  /** Tables of truth, `f32 [states × actions]` and `[states]`, 0 where the loss takes none. */
  readonly truth: Readonly<Record<TruthPlace['of'], Address>>;
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
  /** The dataset's columns, with room behind them for a minibatch of rows that are not in it. */
  readonly data: Readonly<
    Record<'state' | 'action' | 'reward' | 'nextState' | 'terminal', Address>
  >;
  /** Row numbers of the step, `u32 [seeds × batch]`. */
  readonly drawn: Address;
  /** Row numbers of one learner's own minibatch of the seed at hand, `u32 [batch]`. */
  readonly drawnOwn: Address;
  /** The seed at hand. */
  readonly batch: Readonly<Record<'action' | 'reward' | 'continues', Address>>;
  /** The distinct states of the seed at hand; `places` says of each row which is its own, `u32`. */
  readonly inputs: Readonly<Record<OutputPlace['at'], Inputs & { readonly places: Address }>>;
  /** By state, `u32`. */
  readonly lastSeen: { readonly inColumn: Address; readonly at: Address };
  /** Every state in turn, `u32`, the last one repeated up to a multiple of `rows`. */
  readonly everyState: Address;
  /** `f64`, as many as the learner with most has. */
  readonly terms: Address;
  /** Actions that the networks know. */
  readonly actions: number;
  /** What the data contains, `u8 [states × actions]`; 0 where no loss asks for it. */
  readonly seen: Address;
  readonly learners: readonly PlannedLearner[];
}

function planLearner(
  learner: StackLearner,
  spec: StackSpec,
  arena: Arena,
  rows: number,
  hidden: (slot: number) => { h1: Address; h2: Address },
): PlannedLearner {
  const { seeds, batch, table, width } = spec;
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
  const reads = learner.loss.reads.map(({ network: name, of, at }): PlannedRead => {
    const network = networks.find((one) => one.name === name) as PlannedNetwork;
    const y = arena.floats(rows * network.layout.shape.paddedOutputs);
    // Only the outputs are kept: hidden layers may be those of a place that no network needs.
    return { network, of, at, activations: { ...hidden(networks.length), y } };
  });
  const hyper = Object.fromEntries(
    Object.entries(learner.hyper).map(([name, values]) => [name, values.slice()]),
  );
  const { names, hyper: taken, drawsActions, truths } = learner.loss;
  const truth = (of: TruthPlace['of']) =>
    truths.some((place) => place.of === of) ? arena.floats(learner.truth?.[of].length ?? 0) : 0;
  return {
    learner,
    networks,
    reads,
    hyper,
    taken: taken.map((name) => hyper[name]),
    takenAt: arena.floats(taken.length),
    frozen: new Uint8Array(seeds),
    sampled: drawsActions ? arena.bytes(seeds * batch) : 0,
    truth: { actions: truth('actions'), state: truth('state') },
    sums: new Float64Array(names.length * seeds),
  };
}

/** Where the loss of a planned learner finds what it is made of. */
export function headPlaces(
  { learner, networks, reads, truth }: PlannedLearner,
  plan: Plan,
  spec: StackSpec,
): HeadPlaces {
  const { inputs, batch } = plan;
  const named = (name: string) => networks.find((network) => network.name === name);
  return {
    batch: spec.batch,
    actionCount: plan.actions,
    terms: plan.terms,
    seen: plan.seen,
    truth,
    actions: batch.action,
    rewards: batch.reward,
    continues: batch.continues,
    places: { state: inputs.state.places, nextState: inputs.nextState.places },
    states: { state: inputs.state.states, nextState: inputs.nextState.states },
    hyper: (name) => learner.loss.hyper.indexOf(name),
    outputs: ({ network: name, of, at }) => {
      const network = named(name) as PlannedNetwork;
      const read = reads.find((r) => r.network === network && r.of === of && r.at === at);
      const { outputs, paddedOutputs } = network.layout.shape;
      const address = (read ?? network).activations.y;
      return { address, outputs, stride: paddedOutputs * 4 };
    },
    gradients: networks.map(({ name, dy, layout: { shape } }) => ({
      name,
      address: dy,
      outputs: shape.outputs,
      stride: shape.paddedOutputs * 4,
    })),
  };
}

/**
 * Finds a place for everything that a stack needs and claims the memory. Throws RangeError with a
 * sentence where memory is short.
 */
export function planStack(spec: StackSpec, arena: Arena): Plan {
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
  const size = data.state.length + batch;
  const asksSeen = learners.some(({ loss }) => loss.asksSeen);
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
    drawnOwn: arena.floats(batch),
    batch: {
      action: arena.bytes(batch),
      reward: arena.floats(batch),
      continues: arena.floats(batch),
    },
    inputs: { state: inputs(), nextState: inputs() },
    lastSeen: { inColumn: arena.floats(table.states), at: arena.floats(table.states) },
    everyState: arena.floats(roundUp(table.states, rows)),
    terms: arena.bytes(8 * Math.max(...learners.map(({ loss }) => loss.names.length))),
    actions: outputs,
    seen: asksSeen ? arena.bytes(table.states * outputs) : 0,
    learners: learners.map((learner) => planLearner(learner, spec, arena, rows, hidden)),
  };
  arena.claim();
  return plan;
}
