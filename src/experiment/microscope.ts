import { type InspectedLoss, inspectLosses } from '../engine/inspect';
import type { NetworkParameters, StackLearner } from '../engine/types';
import { gradientFactor, hyperFactor, termFactor, workingFactor } from '../learners/dimensions';
import type { LearnerDefinition, LearnerKind } from '../learners/types';
import {
  assembleStack,
  drawMinibatch,
  hyperOf,
  instancesOf,
  type TrainedProblem,
} from './assemble';
import { rewardScaleOf } from './scale';
import type { Settings } from './types';

/** Parameters of one training seed: by learner instance, online and target, by network. */
export type SeedParameters = Readonly<
  Record<string, Readonly<Record<'online' | 'target', Readonly<Record<string, NetworkParameters>>>>>
>;

/** What is put under the microscope. */
export interface MicroscopeRequest {
  readonly problem: TrainedProblem;
  /** As they stand at that step, live edits included. */
  readonly settings: Settings;
  /** The training seed whose parameters these are. */
  readonly seed: number;
  /** The training step that comes next, from 0. */
  readonly step: number;
  readonly parameters: SeedParameters;
  /** Row of the dataset, from 0. */
  readonly row: number;
}

/** What one row of the dataset asks of one learner, as if the minibatch were this row alone. */
export interface RowUpdate extends InspectedLoss {
  readonly id: string;
  readonly kind: LearnerKind;
  /** What the learner's rewards were multiplied by. */
  readonly scale: number;
  /**
   * Hyper-parameters that the loss takes, by name, γ among them, as they act on values in the world's
   * units: α/c, κ/c, β·c.
   */
  readonly hyper: Readonly<Record<string, number>>;
  /** The action that the sampled penalty drew for this row; null where none is drawn. */
  readonly drawnAction: number | null;
}

/** Every number times a factor of its name. */
function times<T extends readonly number[] | number>(
  record: Readonly<Record<string, T>>,
  factor: (name: string) => number,
): Record<string, T> {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => {
      const by = factor(name);
      const scaled = typeof value === 'number' ? value * by : value.map((one) => one * by);
      return [name, scaled as T];
    }),
  );
}

/** What a loss worked out, from the learner's units to those of the world. */
function inWorldUnits(
  { values, terms, gradients }: InspectedLoss,
  definition: LearnerDefinition,
  scale: number,
): InspectedLoss {
  return {
    values: times(values, (name) => workingFactor(definition, name, scale)),
    terms: times(terms, (name) => termFactor(definition, name, scale)),
    gradients: Object.fromEntries(
      Object.entries(gradients).map(([term, networks]) => [
        term,
        times(networks, (network) => gradientFactor(definition, term, network, scale)),
      ]),
    ),
  };
}

/** The stack learner of an instance with the parameters of one seed in place of its initial ones. */
function placed(learner: StackLearner, parameters: SeedParameters): StackLearner {
  const own = parameters[learner.id];
  if (!own) throw new RangeError(`There are no parameters of ${learner.id}.`);
  return {
    ...learner,
    networks: learner.networks.map((network) => ({
      ...network,
      initial: [own.online[network.name]],
      ...(network.target ? { target: [own.target[network.name]] } : {}),
    })),
  };
}

/**
 * One row of the dataset as every learner's loss sees it: the engine's forward passes and the
 * learner's own loss on a minibatch that is this row alone, in the world's units. Nothing is trained.
 * Runs on the current tfjs backend.
 *
 * Throws RangeError where the row is none of the dataset's, or a learner's parameters are missing.
 */
export async function examineRow(request: MicroscopeRequest): Promise<readonly RowUpdate[]> {
  const { problem, seed, step, parameters, row } = request;
  const rows = problem.dataset.state.length;
  if (!Number.isInteger(row) || row < 0 || row >= rows) {
    throw new RangeError(`Row ${row} is not one of the ${rows} rows.`);
  }
  const settings = { ...request.settings, seeds: 1, batch: 1, 'train.seed': seed };
  const spec = assembleStack(problem, settings);
  const learners = spec.learners.map((learner) => placed(learner, parameters));
  const wanting = learners.flatMap(({ id, loss }) => (loss.drawsActions ? [id] : []));
  const { randomActions } = drawMinibatch(rows, 1, [seed], step, wanting);
  const instances = instancesOf(settings);
  const losses = await inspectLosses(
    { ...spec, learners },
    { rows: Int32Array.of(row), randomActions },
    Object.fromEntries(
      instances.map(({ id, definition, settings: own }) => [id, definition.workings(own)]),
    ),
  );
  const scale = rewardScaleOf(problem, settings);
  return instances.map((instance) => ({
    id: instance.id,
    kind: instance.kind,
    scale,
    ...inWorldUnits(losses[instance.id], instance.definition, scale),
    hyper: times(hyperOf(instance, settings, problem.mdp.gamma), (name) =>
      hyperFactor(instance.definition, name, scale),
    ),
    drawnAction: randomActions[instance.id]?.[0] ?? null,
  }));
}
