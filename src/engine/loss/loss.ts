import {
  ancestors,
  type LossGraph,
  type LossNode,
  type OutputPlace,
  type TruthPlace,
} from './graph';

/** A mean over the minibatch, times what is the same for all rows. */
export interface WeightedMean {
  readonly weight: LossNode;
  /** The number of every row of which the mean is taken. */
  readonly value: LossNode;
}

/** A part of a loss under the name that it is reported by. */
export interface LossTerm {
  readonly name: string;
  /** Summed. */
  readonly means: readonly WeightedMean[];
}

/**
 * A loss on the outputs of networks, as data: sums of weighted means over the minibatch, so that the
 * gradient of every row is its own affair. The implementations of the stack compile it.
 */
export interface StackLoss {
  readonly graph: LossGraph;
  readonly terms: readonly LossTerm[];
  /** What is minimised; reported as `total`. */
  readonly total: readonly WeightedMean[];
  /** The names of the terms in the order in which they are reported; `total` last. */
  readonly names: readonly string[];
  /** What it reads besides the online outputs at the batch's states, each once. */
  readonly reads: readonly OutputPlace[];
  /** The hyper-parameters that it takes. */
  readonly hyper: readonly string[];
  /** It wants one uniformly drawn action a row. */
  readonly drawsActions: boolean;
  /** Networks that a gradient reaches. */
  readonly trains: readonly string[];
  /** It asks which actions the data contains at a state. */
  readonly asksSeen: boolean;
  /** What it takes of tables of truth (`StackLearner.truth`), each once. */
  readonly truths: readonly TruthPlace[];
}

/** Name under which what is minimised is reported, after the terms. */
export const TOTAL = 'total';

/** The networks whose outputs at the batch's states a node follows. */
function trainedBy(root: LossNode): readonly string[] {
  const found = new Set<string>();
  const visit = (node: LossNode) => {
    if (!node.differentiable || seen.has(node)) return;
    seen.add(node);
    if (node.leaf?.op === 'output') found.add(node.leaf.network);
    for (const arg of node.args) visit(arg);
  };
  const seen = new Set<LossNode>();
  visit(root);
  return [...found];
}

/** Makes a loss of its terms. Throws RangeError where two are called the same, or one `total`. */
export function stackLoss(
  graph: LossGraph,
  terms: readonly LossTerm[],
  total: readonly WeightedMean[],
): StackLoss {
  const names = [...terms.map(({ name }) => name), TOTAL];
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new RangeError(`Two terms of a loss are called ${twice}.`);
  const means = [...terms.flatMap((term) => term.means), ...total];
  const leaves = ancestors(means.flatMap(({ weight, value }) => [weight, value])).flatMap(
    ({ leaf }) => leaf ?? [],
  );
  return {
    graph,
    terms,
    total,
    names,
    reads: leaves.flatMap((leaf) =>
      leaf.op === 'output' && !(leaf.of === 'online' && leaf.at === 'state')
        ? [{ network: leaf.network, of: leaf.of, at: leaf.at }]
        : [],
    ),
    hyper: leaves.flatMap((leaf) => (leaf.op === 'hyper' ? [leaf.name] : [])),
    drawsActions: leaves.some(({ op }) => op === 'drawn'),
    trains: [...new Set(total.flatMap(({ value }) => trainedBy(value)))],
    asksSeen: leaves.some(({ op }) => op === 'seen'),
    truths: leaves.flatMap((leaf) => (leaf.op === 'truth' ? [{ of: leaf.of, at: leaf.at }] : [])),
  };
}

/** A text that two losses share only if they compute the same. */
export function keyOf({ terms, total }: StackLoss): string {
  const all = [...terms, { name: TOTAL, means: total }];
  const nodes = ancestors(all.flatMap(({ means }) => means.flatMap((m) => [m.weight, m.value])));
  const places = new Map(nodes.map((node, i) => [node, i]));
  const place = (node: LossNode) => places.get(node);
  return JSON.stringify([
    nodes.map(({ op, leaf, args }) => leaf ?? [op, ...args.map(place)]),
    all.map(({ name, means }) => [name, means.map((m) => [place(m.weight), place(m.value)])]),
  ]);
}
