import type { StackMaker } from '../../src/engine/stack';
import type { NetworkParameters, NetworkStack, StackLearner } from '../../src/engine/types';
import { LEARNERS } from '../../src/learners/registry';
import type { LearnerDefinition, LearnerSettings } from '../../src/learners/types';
import { flatten, type TensorErrors, tensorError } from './compare';
import type { GoldenNetwork, LearnerFile } from './format';

const PARTS = ['w1', 'b1', 'w2', 'b2', 'w3', 'b3'] as const;
/** The one learner of the stack under test. */
const ID = 'golden';

function toParameters(network: GoldenNetwork): NetworkParameters {
  const part = (name: (typeof PARTS)[number]) => Float32Array.from(flatten(network[name]));
  return {
    w1: part('w1'),
    b1: part('b1'),
    w2: part('w2'),
    b2: part('b2'),
    w3: part('w3'),
    b3: part('b3'),
  };
}

function hyperOf(file: LearnerFile, definition: LearnerDefinition): Record<string, Float32Array> {
  const known: Readonly<Record<string, unknown>> = file.hyper;
  const names = ['learningRate', 'polyak', 'gamma', ...definition.hyperNames];
  return Object.fromEntries(
    names.map((name) => {
      const value = known[name];
      if (typeof value !== 'number') throw new Error(`hyper lacks the number ${name}`);
      return [name, Float32Array.of(value)];
    }),
  );
}

function stackLearner(file: LearnerFile): StackLearner {
  const { gamma, learningRate, polyak, adam, ...own } = file.hyper;
  const settings = own as LearnerSettings;
  const definition = LEARNERS[file.learner](settings);
  const parametersIn = (where: 'online' | 'target', name: string) => {
    const network = file[where][name];
    if (network === undefined) throw new Error(`${where} lacks the network ${name}`);
    return [toParameters(network)];
  };
  return {
    id: ID,
    networks: definition.networks.map(({ name, output, target }) => ({
      name,
      outputs: output === 'value' ? 1 : file.sizes.actions,
      initial: parametersIn('online', name),
      ...(target ? { target: parametersIn('target', name) } : {}),
    })),
    loss: definition.loss(settings),
    hyper: hyperOf(file, definition),
  };
}

/**
 * The batch as a dataset of B rows. Rows of x and nextX that are equal are the same state, so that it can be
 * told which actions the data contains there.
 */
function buildStack(file: LearnerFile, { createStack }: StackMaker): NetworkStack {
  const { batch, sizes, hyper } = file;
  const count = sizes.batch;
  const features = [...batch.x, ...batch.nextX];
  const states = new Map<string, number>();
  const stateOf = features.map((row) => {
    const key = JSON.stringify(row);
    const state = states.get(key) ?? states.size;
    states.set(key, state);
    return state;
  });
  return createStack({
    table: {
      states: states.size,
      features: sizes.input,
      values: Float32Array.from([...states.keys()].flatMap((key) => JSON.parse(key) as number[])),
      oneHot: false,
    },
    width: sizes.hidden,
    batch: count,
    seeds: 1,
    data: {
      state: Int32Array.from(stateOf.slice(0, count)),
      action: Uint8Array.from(batch.action),
      reward: Float32Array.from(batch.reward),
      nextState: Int32Array.from(stateOf.slice(count)),
      terminal: Uint8Array.from(batch.terminal),
    },
    learners: [stackLearner(file)],
    adam: hyper.adam,
  });
}

function compareNetworks(
  errors: TensorErrors,
  where: string,
  actual: Readonly<Record<string, readonly NetworkParameters[]>>,
  expected: Readonly<Record<string, GoldenNetwork>>,
): void {
  for (const [name, network] of Object.entries(expected)) {
    if (actual[name] === undefined) throw new Error(`${where} has an unknown network ${name}`);
    for (const part of PARTS) {
      errors.set(
        `${where}.${name}.${part}`,
        tensorError(actual[name][0][part], flatten(network[part])),
      );
    }
  }
}

/** Checks a learner file with the real stack and the real losses. */
export async function checkLearner(file: LearnerFile, stacks: StackMaker): Promise<TensorErrors> {
  const errors: TensorErrors = new Map();
  const minibatch = {
    rows: Int32Array.from({ length: file.sizes.batch }, (_, row) => row),
    randomActions:
      file.batch.randomAction === undefined
        ? {}
        : { [ID]: Uint8Array.from(file.batch.randomAction) },
  };
  const stack = buildStack(file, stacks);
  try {
    const { terms, gradients } = await stack.gradients(minibatch);
    for (const [term, expected] of Object.entries(file.expect.terms)) {
      const actual = terms[ID][term];
      if (actual === undefined) throw new Error(`expect.terms has an unknown term ${term}`);
      errors.set(`terms.${term}`, tensorError(actual, [expected]));
    }
    compareNetworks(errors, 'gradients', gradients[ID], file.expect.gradients);
    let steps = 0;
    for (const [until, expected] of [
      [1, file.expect.after1],
      [5, file.expect.after5],
    ] as const) {
      for (; steps < until; steps++) stack.step(minibatch);
      const { online, target } = (await stack.parameters())[ID];
      compareNetworks(errors, `after${until}.online`, online, expected.online);
      compareNetworks(errors, `after${until}.target`, target, expected.target);
    }
  } finally {
    stack.dispose();
  }
  return errors;
}
