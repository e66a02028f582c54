import { gradientsOf, type OutputGradient } from './differentiate';
import { ancestors, type LossGraph, type LossNode } from './graph';
import { type StackLoss, TOTAL, type WeightedMean } from './loss';

/** A mean of the loss as fused programs compute it, row by row; constants to autodiff are plain numbers. */
export interface RowMean {
  readonly value: LossNode;
  /** ∂total/∂outputs of the row through this mean, times the rows of the minibatch. */
  readonly gradients: readonly OutputGradient[];
}

/** A term as a sum over the means, by their places. */
export interface RowTerm {
  readonly name: string;
  readonly means: readonly { readonly place: number; readonly weight: LossNode }[];
}

/** A loss with its gradients, ready to be printed for a machine. */
export interface RowLoss {
  readonly means: readonly RowMean[];
  /** Under the names that they are reported by, `total` last. */
  readonly terms: readonly RowTerm[];
}

/** As machines compute it: nothing is stopped any more, and some sums in the order that is exact. */
function lowered(graph: LossGraph, known: Map<LossNode, LossNode>, root: LossNode): LossNode {
  for (const node of ancestors([root])) {
    if (known.has(node)) continue;
    const args = node.args.map((arg) => known.get(arg) as LossNode);
    known.set(node, args.length === 0 ? node : simpler(graph, node, args));
  }
  return known.get(root) as LossNode;
}

function simpler(graph: LossGraph, { op }: LossNode, args: readonly LossNode[]): LossNode {
  const [x, y] = args;
  if (op === 'stop') return x;
  // One division instead of one for every action.
  if (op === 'sum' && x.op === 'multiply') {
    const [first, second] = x.args;
    const weighed = (p: LossNode, y: LossNode) => p.op === 'softmax' && y.shape === 'vector';
    if (weighed(first, second)) return graph.make('softmaxMean', first.args[0], second);
    if (weighed(second, first)) return graph.make('softmaxMean', second.args[0], first);
  }
  // (f·u)·u is what textbook code computes from left to right.
  if (op === 'multiply' && y.op === 'square') {
    return graph.make('multiply', graph.make('multiply', x, y.args[0]), y.args[0]);
  }
  return graph.make(op as Parameters<LossGraph['make']>[0], ...args);
}

/** The means of a loss, each once, with what each asks of the outputs. */
export function rowLoss({ graph, terms, total }: StackLoss): RowLoss {
  const known = new Map<LossNode, LossNode>();
  const lower = (node: LossNode) => lowered(graph, known, node);
  const places = new Map<LossNode, number>();
  const place = ({ value }: WeightedMean): number => {
    if (!places.has(value)) places.set(value, places.size);
    return places.get(value) as number;
  };
  const rowTerms = [...terms, { name: TOTAL, means: total }].map(({ name, means }) => ({
    name,
    means: means.map((mean) => ({ place: place(mean), weight: lower(mean.weight) })),
  }));
  const means = [...places.keys()].map((value) => ({
    value: lower(value),
    gradients: total
      .filter((mean) => mean.value === value)
      .flatMap((mean) => gradientsOf(graph, mean))
      .map(({ network, all, at }) => ({
        network,
        all: all && lower(all),
        at: at.map(({ action, value }) => ({ action: lower(action), value: lower(value) })),
      })),
  }));
  return { means, terms: rowTerms };
}
