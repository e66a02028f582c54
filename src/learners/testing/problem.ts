import { initialParameters } from '../../engine/initialize';
import { NOT_PUT_IN } from '../../engine/loss/graph';
import type { StackLoss } from '../../engine/loss/loss';
import type {
  Minibatch,
  OwnBatch,
  StackLearner,
  StackSpec,
  TrainingData,
  TruthTables,
} from '../../engine/types';
import { randomStream } from '../../random/stream';
import { compileProgram, type ProgramNetwork } from '../language/compile';
import { parseProgram } from '../language/parse';
import { LEARNERS } from '../registry';
import type { LearnerKind, LearnerSettings } from '../types';

const ACTIONS = 4;

/** A small random problem for tests of the stack. */
export interface Problem {
  readonly states: number;
  readonly features: number;
  readonly oneHot: boolean;
  readonly width: number;
  readonly batch: number;
  /** Names of the training seeds; equal names start and sample equally. */
  readonly seeds: readonly number[];
}

export const SMALL: Problem = {
  states: 9,
  features: 9,
  oneHot: true,
  width: 6,
  batch: 8,
  seeds: [0],
};

const ROWS = 40;
const TRAINING: Readonly<Record<string, number>> = {
  learningRate: 0.01,
  polyak: 0.05,
  gamma: 0.9,
};
const HYPER: LearnerSettings = {
  alpha: 0.5,
  temperature: 1,
  expectile: 0.8,
  beta: 3,
};

function trainingData({ states }: Problem): TrainingData {
  const stream = randomStream('data', states);
  const column = <T>(draw: () => T) => Array.from({ length: ROWS }, draw);
  return {
    state: Int32Array.from(column(() => stream.integer(states))),
    action: Uint8Array.from(column(() => stream.integer(ACTIONS))),
    reward: Float32Array.from(column(() => stream.uniform() * 2 - 1)),
    nextState: Int32Array.from(column(() => stream.integer(states))),
    terminal: Uint8Array.from(column(() => (stream.uniform() < 0.2 ? 1 : 0))),
  };
}

/** Truth for about half of the targets. */
function someTruth({ states }: Problem, id: string): TruthTables {
  const stream = randomStream('truth', states, id);
  const table = (entries: number) =>
    Float32Array.from({ length: entries }, () =>
      stream.uniform() < 0.5 ? NOT_PUT_IN : stream.uniform() * 2 - 1,
    );
  return { actions: table(states * ACTIONS), state: table(states) };
}

/**
 * A stack learner of some networks and a loss; its starting weights depend on id, network and seed, and those
 * of the targets on what the stream of `targets` is called.
 */
function learnerOf(
  problem: Problem,
  id: string,
  networks: readonly ProgramNetwork[],
  loss: StackLoss,
  hyper: Readonly<Record<string, number>>,
  targets: string,
): StackLearner {
  return {
    id,
    networks: networks.map(({ name, output, target }) => {
      const outputs = output === 'value' ? 1 : ACTIONS;
      const draw = (purpose: string) =>
        problem.seeds.map((seed) =>
          initialParameters(randomStream(purpose, id, name, seed).uniform, { ...problem, outputs }),
        );
      const initial = draw('weights');
      return { name, outputs, initial, ...(target ? { target: draw(targets) } : {}) };
    }),
    loss,
    ...(loss.truths.length === 0 ? {} : { truth: someTruth(problem, id) }),
    hyper: Object.fromEntries(
      Object.entries({ ...hyper, ...TRAINING }).map(([name, value]) => [
        name,
        new Float32Array(problem.seeds.length).fill(value),
      ]),
    ),
  };
}

/** A learner instance as a run would make it. */
export function instance(
  problem: Problem,
  id: string,
  kind: LearnerKind,
  settings: LearnerSettings = {},
): StackLearner {
  const { networks, loss, hyper } = LEARNERS[kind](settings);
  return learnerOf(
    problem,
    id,
    networks,
    loss(settings),
    hyper({ ...HYPER, ...settings }),
    'weights',
  );
}

/**
 * A learner of a program that nobody has given a name, with the values of its own knobs. Its targets are
 * other networks than those they follow, since where two are equal `min`, `max` and bars have a kink.
 */
export function programInstance(
  problem: Problem,
  id: string,
  text: string,
  withTruth = false,
): StackLearner {
  const program = parseProgram(text);
  const { networks, loss } = compileProgram(program, {}, {}, withTruth);
  const knobs = program.knobs.map(({ name, value }) => [name, value ?? 1] as const);
  return learnerOf(problem, id, networks, loss, Object.fromEntries(knobs), 'targets');
}

/** The four learners of a run. */
export function fourLearners(problem: Problem): StackLearner[] {
  return (['dqn', 'cql', 'iql', 'bc'] as const).map((kind) => instance(problem, kind, kind));
}

export function stackSpec(problem: Problem, learners: readonly StackLearner[]): StackSpec {
  const { states, features, oneHot } = problem;
  const stream = randomStream('table', states, features);
  const values = Float32Array.from({ length: states * features }, (_, i) => {
    if (oneHot) return Math.floor(i / features) === i % features ? 1 : 0;
    return stream.uniform() * 2 - 1;
  });
  return {
    table: { states, features, values, oneHot },
    width: problem.width,
    batch: problem.batch,
    seeds: problem.seeds.length,
    data: trainingData(problem),
    learners,
    adam: { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
  };
}

/** A minibatch of a learner's own: the last half of its rows are such that the data does not hold. */
export function ownBatch({ states, batch, seeds }: Problem, step: number, id: string): OwnBatch {
  const rows = new Int32Array(seeds.length * batch);
  const fresh = {
    state: new Int32Array(rows.length),
    action: new Uint8Array(rows.length),
    reward: new Float32Array(rows.length),
    nextState: new Int32Array(rows.length),
    terminal: new Uint8Array(rows.length),
  };
  seeds.forEach((seed, s) => {
    const stream = randomStream('own', id, seed, step);
    for (let b = 0; b < batch; b++) {
      const i = s * batch + b;
      rows[i] = 2 * b < batch ? stream.integer(ROWS) : ROWS + i;
      fresh.state[i] = stream.integer(states);
      fresh.action[i] = stream.integer(ACTIONS);
      fresh.reward[i] = stream.uniform() * 2 - 1;
      fresh.nextState[i] = stream.integer(states);
      fresh.terminal[i] = Number(stream.uniform() < 0.2);
    }
  });
  return { rows, fresh };
}

/** The minibatch of a step: rows depend on seed and step only. */
export function minibatch(
  { batch, seeds }: Problem,
  step: number,
  randomActionsOf: readonly string[] = [],
): Minibatch {
  const draw = (purpose: string, bound: number) =>
    seeds.flatMap((seed) => {
      const stream = randomStream(purpose, seed, step);
      return Array.from({ length: batch }, () => stream.integer(bound));
    });
  return {
    rows: Int32Array.from(draw('rows', ROWS)),
    randomActions: Object.fromEntries(
      randomActionsOf.map((id) => [id, Uint8Array.from(draw(id, ACTIONS))]),
    ),
  };
}
