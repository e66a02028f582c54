import type { OutputPlace } from './loss/graph';
import type { StackLearner, StackSpec } from './types';

/** One network of one learner, with its place among the stack's networks. */
export interface Placed {
  readonly learner: StackLearner;
  readonly name: string;
  readonly outputs: number;
  /** Place among the online networks; member m of the stack is network ⌊m / seeds⌋, seed m mod seeds. */
  readonly online: number;
  /** Place among the target networks, −1 where it has none. */
  readonly target: number;
}

/** What must be evaluated besides the online outputs at the batch's states: networks by place. */
export interface ReadGroup {
  readonly of: OutputPlace['of'];
  readonly at: OutputPlace['at'];
  readonly networks: readonly Placed[];
}

function fail(sentence: string): never {
  throw new RangeError(sentence);
}

/** Places every network of the learners, in their order; the members of a stack follow this order. */
export function placeNetworks(learners: readonly StackLearner[]): Placed[] {
  const placed: Placed[] = [];
  let targets = 0;
  for (const learner of learners) {
    for (const { name, outputs, target } of learner.networks) {
      const online = placed.length;
      placed.push({ learner, name, outputs, online, target: target ? targets++ : -1 });
    }
  }
  return placed;
}

/** Reads of all learners, those that are one forward pass together. */
export function groupReads(placed: readonly Placed[]): ReadGroup[] {
  const groups: ReadGroup[] = [];
  for (const of of ['online', 'target'] as const) {
    for (const at of ['state', 'nextState'] as const) {
      const networks = placed.filter(({ learner, name }) =>
        learner.loss.reads.some((r) => r.network === name && r.of === of && r.at === at),
      );
      if (networks.length > 0) groups.push({ of, at, networks });
    }
  }
  return groups;
}

function checkTruth({ id, loss, truth }: StackLearner, states: number, actions: number): void {
  for (const { of } of loss.truths) {
    const entries = states * (of === 'actions' ? actions : 1);
    const found = truth?.[of].length ?? 0;
    if (found !== entries) {
      fail(`Learner ${id}: a table of truth has ${found} entries, expected ${entries}.`);
    }
  }
}

function checkLearner(learner: StackLearner, seeds: number): void {
  const where = `Learner ${learner.id}`;
  for (const network of learner.networks) {
    for (const copies of [network.initial, network.target ?? network.initial]) {
      if (copies.length !== seeds) {
        fail(
          `${where}: network ${network.name} has ${copies.length} sets of parameters for ${seeds} seeds.`,
        );
      }
    }
  }
  for (const name of learner.loss.trains) {
    if (!learner.networks.some((network) => network.name === name)) {
      fail(`${where} trains a network ${name} that it does not have.`);
    }
  }
  for (const read of learner.loss.reads) {
    const network = learner.networks.find(({ name }) => name === read.network);
    if (network === undefined)
      fail(`${where} reads a network ${read.network} that it does not have.`);
    if (read.of === 'target' && network.target === undefined) {
      fail(`${where} reads a target of ${read.network}, which has none.`);
    }
  }
  for (const name of ['learningRate', 'polyak', ...learner.loss.hyper]) {
    if (learner.hyper[name] === undefined) fail(`${where} lacks the hyper-parameter ${name}.`);
  }
  for (const [name, values] of Object.entries(learner.hyper)) {
    if (values.length !== seeds) {
      fail(`${where}: ${name} has ${values.length} values for ${seeds} seeds.`);
    }
  }
}

/** Throws a RangeError with a sentence where a spec does not fit together. */
export function checkSpec(spec: StackSpec): void {
  const { data, table, learners, seeds } = spec;
  if (learners.length === 0) fail('A stack needs at least one learner.');
  const ids = learners.map(({ id }) => id);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice !== undefined) fail(`Two learners are called ${twice}.`);
  const size = data.state.length;
  if (size === 0) fail('The data has no rows.');
  for (const column of ['action', 'reward', 'nextState', 'terminal'] as const) {
    if (data[column].length !== size) {
      fail(`The data’s column ${column} has ${data[column].length} rows, state has ${size}.`);
    }
  }
  for (const column of ['state', 'nextState'] as const) {
    const row = data[column].findIndex((s) => s < 0 || s >= table.states);
    if (row >= 0) {
      fail(
        `Row ${row} of the data: ${column} ${data[column][row]} is not one of ${table.states} states.`,
      );
    }
  }
  const actions = Math.max(...learners.flatMap((own) => own.networks.map((n) => n.outputs)));
  for (const learner of learners) {
    checkLearner(learner, seeds);
    checkTruth(learner, table.states, actions);
  }
}

/** The same spec without starting parameters: once a stack has them, nobody else needs to hold them. */
export function withoutParameters(spec: StackSpec): StackSpec {
  const learners = spec.learners.map((learner) => ({
    ...learner,
    networks: learner.networks.map((network) => ({
      ...network,
      initial: [],
      ...(network.target && { target: [] }),
    })),
  }));
  return { ...spec, learners };
}
