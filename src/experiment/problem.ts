import { coverage, freeze, pairClasses } from '../data/dataset';
import { readEdits } from '../data/edits';
import { plannedFromData } from '../data/empirical';
import type { GivenShelf } from '../data/given';
import { automaticScale } from '../data/scale';
import { applyEdits } from '../data/surgery';
import type { Behavior, Counts, Dataset } from '../data/types';
import {
  bcTarget,
  behaviorPolicyView,
  behaviorReturn,
  inSupport,
  inSupportHalting,
  type ValuedPolicy,
} from '../data/values';
import { dataWarnings } from '../data/warnings';
import { buildMdp } from '../mdp/mdp';
import { evaluatePolicy, optimalValues, startReturn, uniformPolicy } from '../mdp/solve';
import type { Mdp, Policy, Values, World } from '../mdp/types';
import { type DataFacts, dataFacts } from './circumstances';
import { type ValueRange, valueRange } from './impossible';
import { worldOf } from './settings/world';
import { sourceOf } from './source';
import type { DataSource, DataSurgery, ProblemView, Settings, Truth } from './types';

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
  readonly source: DataSource;
  /** `[states × 4]` class of every pair, codes of `pairClasses`. */
  readonly classes: Uint8Array;
  /** Q* and V*. */
  readonly optimal: Values;
  /** Smallest and largest Q* where one can act. */
  readonly range: ValueRange;
  /** The best policy that takes only seen actions, on the true MDP. */
  readonly inSupport: { readonly policy: Policy; readonly values: Values };
  readonly truth: Truth;
  /** What `rewardScale` is where it is left to the machine. */
  readonly automaticScale: number;
  /** What decides beforehand what can be learned of the data. */
  readonly facts: DataFacts;
  /** Sentences on what the user should know of this world and these data. */
  readonly warnings: readonly string[];
}

/** What a dataset is worth, exactly. */
interface Worth {
  readonly bcTarget: number;
  readonly inSupport: ValuedPolicy;
}

function worthOf(mdp: Mdp, counts: Counts): Worth {
  return { bcTarget: bcTarget(mdp, counts), inSupport: inSupport(mdp, counts) };
}

/** Recorded rows as they are after the edits of the settings, frozen, and what they were before. */
function operated(
  mdp: Mdp,
  recorded: Dataset,
  settings: Settings,
): { readonly dataset: Dataset; readonly worth: Worth; readonly surgery: DataSurgery } {
  const edits = readEdits(settings['data.edits']).value;
  const { transitions, originalRows, reports } = applyEdits(mdp, recorded, edits);
  const untouched = transitions === recorded;
  const dataset = untouched ? recorded : freeze(mdp, transitions);
  const worth = worthOf(mdp, dataset.counts);
  const former = untouched ? worth : worthOf(mdp, recorded.counts);
  const before = {
    size: recorded.size,
    episodes: recorded.episodes,
    hash: recorded.hash,
    seenPairs: coverage(mdp, recorded.counts).seenPairs,
    bcTarget: former.bcTarget,
    inSupport: former.inSupport.return,
  };
  return { dataset, worth, surgery: { reports, originalRows, before } };
}

/** A shelf with nothing on it. */
const EMPTY: GivenShelf = new Map();

/**
 * World, dataset and exact truth of complete settings (those of `resolveSettings`). Pure: equal
 * settings, with the same dataset on the shelf where they name one, give equal problems on every
 * machine. A dataset that they name and that is not on the shelf, or of another map, is replaced by a
 * collected one, with a warning.
 *
 * @throws WorldError or BehaviorError, with a sentence for the user, where the world cannot be built
 * or the behaviour does not fit it.
 */
export function buildProblem(settings: Settings, shelf: GivenShelf = EMPTY): Problem {
  const world = worldOf(settings);
  const mdp = buildMdp(world);
  const { behavior, transitions, source, warnings } = sourceOf(settings, mdp, shelf);
  const { dataset, worth, surgery } = operated(mdp, transitions, settings);
  const optimal = optimalValues(mdp);
  const supported = worth.inSupport;
  const random = evaluatePolicy(mdp, uniformPolicy(mdp));
  const truth: Truth = {
    optimal: startReturn(mdp, optimal.v),
    behavior: behaviorReturn(mdp, behavior),
    bcTarget: worth.bcTarget,
    inSupport: supported.return,
    inSupportHalting: inSupportHalting(mdp, dataset.counts).return,
    plannedFromData: plannedFromData(mdp, dataset).return,
    random: startReturn(mdp, random.v),
  };
  const classes = pairClasses(mdp, dataset.counts);
  return {
    world,
    mdp,
    behavior,
    behaviorPolicy: behaviorPolicyView(mdp, behavior),
    dataset,
    surgery,
    source,
    classes,
    optimal,
    range: valueRange(mdp, optimal.q),
    inSupport: { policy: supported.policy, values: supported.values },
    truth,
    automaticScale: automaticScale(dataset, mdp),
    facts: dataFacts(mdp, dataset, classes, truth),
    warnings: [
      ...warnings,
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
    source: problem.source,
    truth: problem.truth,
    automaticScale: problem.automaticScale,
    facts: problem.facts,
    optimalQ: problem.optimal.q,
    behaviorPolicy: problem.behaviorPolicy,
    warnings: problem.warnings,
  };
}

function transitionsOf(dataset: Dataset): ProblemView['transitions'] {
  const { counts: _counts, hash: _hash, episodes: _episodes, ...transitions } = dataset;
  return transitions;
}
