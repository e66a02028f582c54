import { type BehaviorSpec, buildBehavior } from '../data/behavior';
import { record } from '../data/collect';
import { freeze, hashOf, pairClasses } from '../data/dataset';
import { readEdits } from '../data/edits';
import { plannedFromData } from '../data/empirical';
import { readMixture } from '../data/mixture';
import { readPainted } from '../data/painted';
import { applyEdits } from '../data/surgery';
import type { Behavior, Dataset, Transitions } from '../data/types';
import { bcTarget, behaviorPolicyView, behaviorReturn, inSupport } from '../data/values';
import { dataWarnings } from '../data/warnings';
import { buildMdp } from '../mdp/mdp';
import { evaluatePolicy, optimalValues, startReturn, uniformPolicy } from '../mdp/solve';
import type { ActionName, Mdp, Policy, Values, World } from '../mdp/types';
import { type ValueRange, valueRange } from './impossible';
import { worldOf } from './settings/world';
import type { DataSurgery, ProblemView, Settings, Truth } from './types';

/** What the learners are given and what is known about it exactly: everything that does not train. */
export interface Problem {
  readonly world: World;
  readonly mdp: Mdp;
  readonly behavior: Behavior;
  /** `[states × 4]` share-weighted behaviour. */
  readonly behaviorPolicy: Policy;
  /** After the edits of `data.edits`. */
  readonly dataset: Dataset;
  readonly surgery: DataSurgery;
  /** `[states × 4]` class of every pair, codes of `pairClasses`. */
  readonly classes: Uint8Array;
  /** Q* and V*. */
  readonly optimal: Values;
  /** Smallest and largest Q* where one can act. */
  readonly range: ValueRange;
  /** The best policy that takes only seen actions, on the true MDP. */
  readonly inSupport: { readonly policy: Policy; readonly values: Values };
  readonly truth: Truth;
  /** Sentences on what the user should know of this world and these data. */
  readonly warnings: readonly string[];
}

/** The behaviour that complete settings ask for. */
export function behaviorSpec(settings: Settings): BehaviorSpec {
  // The schema lists the kinds of the data floor, and no other value gets through it.
  const kind = settings.behavior as BehaviorSpec['kind'];
  switch (kind) {
    case 'epsilon-greedy':
      return { kind, epsilon: Number(settings['behavior.epsilon']) };
    case 'softmax':
      return { kind, temperature: Number(settings['behavior.temperature']) };
    case 'directional':
      return {
        kind,
        direction: settings['behavior.direction'] as ActionName,
        strength: Number(settings['behavior.bias']),
      };
    case 'painted':
      return { kind, cells: paintedCells(settings) };
    case 'mixture':
      return {
        kind,
        parts: readMixture(String(settings['behavior.mixture'])).value.map(({ weight, spec }) => ({
          weight,
          spec: spec.kind === 'painted' ? { ...spec, cells: paintedCells(settings) } : spec,
        })),
      };
    default:
      return { kind };
  }
}

const paintedCells = (settings: Settings) =>
  readPainted(String(settings['behavior.painted'])).value;

/** Recorded rows as they are after the edits of the settings, frozen. */
function operated(
  mdp: Mdp,
  recorded: Transitions,
  settings: Settings,
): { readonly dataset: Dataset; readonly surgery: DataSurgery } {
  const edits = readEdits(String(settings['data.edits'])).value;
  const { transitions, originalRows, reports } = applyEdits(mdp, recorded, edits);
  const dataset = freeze(mdp, transitions);
  const untouched = transitions === recorded;
  const before = {
    size: recorded.size,
    episodes: recorded.episode[recorded.size - 1] + 1,
    hash: untouched ? dataset.hash : hashOf(recorded),
  };
  return { dataset, surgery: { reports, originalRows, before } };
}

/**
 * World, dataset and exact truth of complete settings (those of `resolveSettings`). Pure: equal
 * settings give equal problems on every machine.
 *
 * @throws WorldError or BehaviorError, with a sentence for the user, where the world cannot be built
 * or the behaviour does not fit it.
 */
export function buildProblem(settings: Settings): Problem {
  const world = worldOf(settings);
  const mdp = buildMdp(world);
  const collection = { size: Number(settings['data.size']), seed: Number(settings['data.seed']) };
  const behavior = buildBehavior(mdp, behaviorSpec(settings), collection);
  const { dataset, surgery } = operated(mdp, record(mdp, behavior, collection), settings);
  const optimal = optimalValues(mdp);
  const supported = inSupport(mdp, dataset.counts);
  const random = evaluatePolicy(mdp, uniformPolicy(mdp));
  return {
    world,
    mdp,
    behavior,
    behaviorPolicy: behaviorPolicyView(mdp, behavior),
    dataset,
    surgery,
    classes: pairClasses(mdp, dataset.counts),
    optimal,
    range: valueRange(mdp, optimal.q),
    inSupport: { policy: supported.policy, values: supported.values },
    truth: {
      optimal: startReturn(mdp, optimal.v),
      behavior: behaviorReturn(mdp, behavior),
      bcTarget: bcTarget(mdp, dataset.counts),
      inSupport: supported.return,
      plannedFromData: plannedFromData(mdp, dataset).return,
      random: startReturn(mdp, random.v),
    },
    warnings: [
      ...surgery.reports.flatMap(({ fault }) => fault ?? []),
      ...dataWarnings(mdp, dataset, behavior),
    ],
  };
}

/** The problem as the page draws it; typed arrays are shared, not copied. */
export function problemView(problem: Problem, runId: string): ProblemView {
  const { dataset } = problem;
  return {
    runId,
    world: problem.world,
    transitions: transitionsOf(dataset),
    counts: dataset.counts.pairs,
    datasetHash: dataset.hash,
    episodes: dataset.episodes,
    surgery: problem.surgery,
    truth: problem.truth,
    optimalQ: problem.optimal.q,
    behaviorPolicy: problem.behaviorPolicy,
    warnings: problem.warnings,
  };
}

function transitionsOf(dataset: Dataset): ProblemView['transitions'] {
  const { counts: _counts, hash: _hash, episodes: _episodes, ...transitions } = dataset;
  return transitions;
}
