import { encodingTable } from '../engine/encoding';
import { initialParameters } from '../engine/initialize';
import type {
  Minibatch,
  NetworkParameters,
  NetworkSpec,
  StackLearner,
  StackSpec,
  TrainingData,
} from '../engine/types';
import { ProgramFault } from '../learners/language/fault';
import type { LearnerMeta } from '../learners/meta';
import { methodOf } from '../learners/method';
import { LEARNERS } from '../learners/registry';
import type { LearnerDefinition, LearnerKind, LearnerSettings } from '../learners/types';
import { ACTION_COUNT } from '../mdp/types';
import { randomStream } from '../random/stream';
import { program } from '../texts/program';
import type { Problem } from './problem';
import { rewardScaleOf } from './scale';
import { instanceKind, instanceSettings, instancesOn } from './settings/instances';
import { truthTables } from './truth';
import type { Settings } from './types';

/** A learner instance of a run: its id, its method and its settings by their short names. */
export interface Instance {
  readonly id: string;
  readonly kind: LearnerKind;
  readonly method: LearnerMeta;
  readonly definition: LearnerDefinition;
  readonly settings: LearnerSettings;
}

function definitionOf(id: string, kind: LearnerKind, settings: LearnerSettings): LearnerDefinition {
  try {
    return LEARNERS[kind](settings);
  } catch (error) {
    if (!(error instanceof ProgramFault)) throw error;
    // Of several programs one must know which.
    throw new Error(program().of(id, error.message));
  }
}

/** The instances that are on, ready to be trained. */
export function instancesOf(settings: Settings): readonly Instance[] {
  return instancesOn(settings).map((id) => {
    const kind = instanceKind(id);
    if (!kind) throw new RangeError(`“${id}” is not a learner.`);
    const own = instanceSettings(settings, id);
    const method = methodOf(kind, own);
    return { id, kind, method, definition: definitionOf(id, kind, own), settings: own };
  });
}

/** The training seeds of a run: `train.seed` and the ones after it. */
export function trainingSeeds(settings: Settings): readonly number[] {
  const first = settings['train.seed'];
  return Array.from({ length: settings.seeds }, (_, i) => first + i);
}

/** Hyper-parameters of an instance by the names that its stack learner has. */
export function hyperOf(
  { definition, settings: own }: Instance,
  settings: Settings,
  gamma: number,
): Readonly<Record<string, number>> {
  return {
    learningRate: settings.learningRate,
    polyak: settings.polyak,
    gamma,
    ...definition.hyper(own),
  };
}

/**
 * Starting parameters of one network of one training seed. The first Q network of every learner is
 * drawn from one stream, so that their differences are the method; any other from its own, so that
 * switching a learner on or off changes nobody's numbers.
 */
function initialOf(
  seed: number,
  instance: string,
  network: string,
  isFirst: boolean,
  sizes: Parameters<typeof initialParameters>[1],
): NetworkParameters {
  const stream = isFirst
    ? randomStream('initial', seed, 'q')
    : randomStream('initial', seed, instance, network);
  return initialParameters(stream.uniform, sizes);
}

function networksOf(
  { id, definition }: Instance,
  seeds: readonly number[],
  features: number,
  width: number,
): NetworkSpec[] {
  const firstValues = definition.networks.find(
    ({ output, policy }) => output === 'actions' && !policy,
  );
  return definition.networks.map((network) => {
    const { name, output, target } = network;
    const outputs = output === 'actions' ? ACTION_COUNT : 1;
    const isFirst = network === firstValues;
    const initial = seeds.map((seed) =>
      initialOf(seed, id, name, isFirst, { features, width, outputs }),
    );
    // A stack copies what it begins with.
    return target ? { name, outputs, initial, target: initial } : { name, outputs, initial };
  });
}

/** One instance as the stack sees it, its networks drawn for inputs of `features` numbers. */
export function stackLearner(
  instance: Instance,
  settings: Settings,
  gamma: number,
  features: number,
): StackLearner {
  const { id, definition, settings: own } = instance;
  const seeds = trainingSeeds(settings);
  const hyper = hyperOf(instance, settings, gamma);
  return {
    id,
    networks: networksOf(instance, seeds, features, settings.width),
    loss: definition.loss(own),
    hyper: Object.fromEntries(
      Object.entries(hyper).map(([name, value]) => [
        name,
        new Float32Array(seeds.length).fill(value),
      ]),
    ),
  };
}

/** What training needs to know of a problem. */
export interface TrainedProblem {
  readonly mdp: Problem['mdp'];
  readonly dataset: Pick<
    Problem['dataset'],
    'state' | 'action' | 'reward' | 'nextState' | 'terminal'
  >;
  /** What `rewardScale` is where it is left to the machine. */
  readonly automaticScale: number;
  /** Q* and V*, where somebody has worked them out. */
  readonly optimal?: Problem['optimal'];
}

/** An instance as the stack sees it, with the truth that is put in its targets. */
function trainedLearner(
  instance: Instance,
  problem: TrainedProblem,
  settings: Settings,
  features: number,
): StackLearner {
  const scale = rewardScaleOf(problem, settings);
  const learner = stackLearner(instance, settings, problem.mdp.gamma, features);
  const truth = truthTables(problem, settings, instance.settings, scale);
  return truth === null ? learner : { ...learner, truth };
}

/** The columns of the dataset that training reads, rewards on the learners' own scale. */
function trainingData(problem: TrainedProblem, settings: Settings): TrainingData {
  const { dataset } = problem;
  const scale = rewardScaleOf(problem, settings);
  return {
    state: dataset.state,
    action: dataset.action,
    reward: Float32Array.from(dataset.reward, (reward) => reward * scale),
    nextState: dataset.nextState,
    terminal: dataset.terminal,
  };
}

/** Adam's constants, those of its paper (Kingma & Ba, 2015). */
export const ADAM = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } as const;

/** What the network stack is to train: all instances and training seeds of complete settings. */
export function assembleStack(problem: TrainedProblem, settings: Settings): StackSpec {
  const { cells, columns, rows } = problem.mdp;
  const table = encodingTable(settings.encoding, { cells, columns, rows });
  return {
    table,
    width: settings.width,
    batch: settings.batch,
    seeds: settings.seeds,
    data: trainingData(problem, settings),
    learners: instancesOf(settings).map((instance) =>
      trainedLearner(instance, problem, settings, table.features),
    ),
    adam: ADAM,
  };
}

/**
 * The minibatches of a training step (from 0), one for each seed: rows drawn uniformly with
 * replacement, keyed by training seed and step alone, so that all learners see the same ones. For
 * every learner in `wantRandomActions`, uniform actions from a stream of its own.
 */
export function drawMinibatch(
  rows: number,
  batch: number,
  seeds: readonly number[],
  step: number,
  wantRandomActions: readonly string[],
): Minibatch {
  const drawn = new Int32Array(seeds.length * batch);
  seeds.forEach((seed, i) => {
    const stream = randomStream('minibatch', seed, step);
    for (let b = 0; b < batch; b++) drawn[i * batch + b] = stream.integer(rows);
  });
  const randomActions = wantRandomActions.map((id) => {
    const actions = new Uint8Array(seeds.length * batch);
    seeds.forEach((seed, i) => {
      const stream = randomStream('sketch', seed, id, step);
      for (let b = 0; b < batch; b++) actions[i * batch + b] = stream.integer(ACTION_COUNT);
    });
    return [id, actions] as const;
  });
  return { rows: drawn, randomActions: Object.fromEntries(randomActions) };
}
