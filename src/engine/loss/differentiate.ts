import { ancestors, constantOf, type LossGraph, type LossNode } from './graph';
import type { WeightedMean } from './loss';

/** A number that is added to the gradient at one action. */
export interface GradientAt {
  readonly action: LossNode;
  readonly value: LossNode;
}

/** What a row asks of the outputs of one network, times the rows of the minibatch. */
export interface OutputGradient {
  readonly network: string;
  /** For every output, a number where it is the same for all; null where only single ones are asked for. */
  readonly all: LossNode | null;
  /** Besides, at single actions, in the order in which the loss names them. */
  readonly at: readonly GradientAt[];
}

/** What the value that is differentiated asks of a node. */
interface Adjoint {
  all: LossNode | null;
  readonly at: GradientAt[];
}

/**
 * The largest of some numbers as the one at their first largest place: where several are, autodiff may
 * share the gradient out, and this gives it to the first.
 */
function withPicks(graph: LossGraph, root: LossNode): LossNode {
  const known = new Map<LossNode, LossNode>();
  for (const node of ancestors([root])) {
    if (!node.differentiable) {
      known.set(node, node);
      continue;
    }
    const args = node.args.map((arg) => known.get(arg) as LossNode);
    const op = node.op as Parameters<LossGraph['make']>[0];
    if (op === 'largest')
      known.set(node, graph.make('pick', args[0], graph.make('argLargest', args[0])));
    else known.set(node, node.args.length === 0 ? node : graph.make(op, ...args));
  }
  return known.get(root) as LossNode;
}

/** Reverse-mode differentiation of one number a row. */
class Differentiation {
  readonly #graph: LossGraph;
  readonly #adjoints = new Map<LossNode, Adjoint>();

  constructor(graph: LossGraph) {
    this.#graph = graph;
  }

  of(value: LossNode, weight: LossNode): readonly OutputGradient[] {
    const root = withPicks(this.#graph, value);
    if (!root.differentiable) return [];
    this.#adjoint(root).all = weight;
    const gradients: OutputGradient[] = [];
    const nodes = ancestors([root]);
    for (const node of [...nodes].reverse()) {
      const adjoint = this.#adjoints.get(node);
      if (adjoint === undefined) continue;
      if (node.leaf?.op === 'output') {
        // Arguments come first, so that this brings the order of the loss back.
        const at = adjoint.at.reverse();
        gradients.unshift({ network: node.leaf.network, all: adjoint.all, at });
      } else this.#pass(node, adjoint);
    }
    return gradients;
  }

  #adjoint(node: LossNode): Adjoint {
    const known = this.#adjoints.get(node) ?? { all: null, at: [] };
    this.#adjoints.set(node, known);
    return known;
  }

  /**
   * Adds to what is asked of an argument of `node`. What a vector is made of may be a number: it is asked
   * for the sum over all actions.
   */
  #ask(node: LossNode, arg: LossNode, value: LossNode): void {
    if (!arg.differentiable || constantOf(value) === 0) return;
    const adjoint = this.#adjoint(arg);
    const own =
      node.shape === 'vector' && arg.shape === 'number' ? this.#overActions(value) : value;
    adjoint.all = adjoint.all === null ? own : this.#graph.make('add', adjoint.all, own);
  }

  /** The sum over all actions of a vector, or of a number that is the same for all. */
  #overActions(value: LossNode): LossNode {
    const graph = this.#graph;
    if (value.shape === 'vector') return graph.make('sum', value);
    return graph.make('multiply', value, graph.leaf({ op: 'actionCount' }));
  }

  #pass(node: LossNode, { all, at }: Adjoint): void {
    if (node.op === 'softmax' || node.op === 'logSoftmax') {
      this.#passSoftmax(node, all, at);
      return;
    }
    if (at.length > 0) throw new Error(`A ${node.op} is made action by action.`);
    if (all === null) return;
    const graph = this.#graph;
    const [x, y] = node.args;
    const ask = (arg: LossNode, value: LossNode) => this.#ask(node, arg, value);
    const times = (a: LossNode, b: LossNode) => graph.make('multiply', a, b);
    const negative = (a: LossNode) => graph.make('negate', a);
    const chosen = (condition: LossNode, then: LossNode | null, otherwise: LossNode | null) => {
      const zero = graph.constant(0);
      return graph.make('select', condition, then ?? zero, otherwise ?? zero);
    };
    switch (node.op) {
      case 'negate':
        ask(x, negative(all));
        return;
      case 'exp':
        ask(x, times(all, node));
        return;
      case 'log':
        ask(x, graph.make('divide', all, x));
        return;
      case 'abs':
        ask(x, chosen(graph.make('less', x, graph.constant(0)), negative(all), all));
        return;
      case 'square':
        ask(x, times(all, times(graph.constant(2), x)));
        return;
      case 'add':
        ask(x, all);
        ask(y, all);
        return;
      case 'subtract':
        ask(x, all);
        ask(y, negative(all));
        return;
      case 'multiply':
        ask(x, times(all, y));
        ask(y, times(all, x));
        return;
      case 'divide':
        ask(x, graph.make('divide', all, y));
        ask(y, negative(graph.make('divide', times(all, node), y)));
        return;
      case 'minimum':
      case 'maximum': {
        const first = graph.make('lessEqual', ...(node.op === 'minimum' ? [x, y] : [y, x]));
        ask(x, chosen(first, all, null));
        ask(y, chosen(first, null, all));
        return;
      }
      case 'select':
        ask(node.args[1], chosen(x, all, null));
        ask(node.args[2], chosen(x, null, all));
        return;
      case 'sum':
        ask(x, all);
        return;
      case 'logSumExp':
        ask(x, times(all, graph.make('softmax', x)));
        return;
      case 'pick':
        if (x.differentiable) this.#adjoint(x).at.push({ action: y, value: all });
        return;
      default:
        throw new Error(`A ${node.op} is not differentiated.`);
    }
  }

  #passSoftmax(node: LossNode, all: LossNode | null, at: readonly GradientAt[]): void {
    const graph = this.#graph;
    const [x] = node.args;
    const softmax = graph.make('softmax', x);
    const times = (a: LossNode, b: LossNode) => graph.make('multiply', a, b);
    if (all !== null) {
      this.#ask(
        node,
        x,
        node.op === 'softmax'
          ? times(softmax, graph.make('subtract', all, graph.make('sum', times(softmax, all))))
          : graph.make('subtract', all, times(softmax, this.#overActions(all))),
      );
    }
    for (const { action, value } of at) {
      const probability = graph.make('pick', softmax, action);
      const share = node.op === 'softmax' ? times(value, probability) : value;
      this.#ask(node, x, graph.make('negate', times(share, graph.make('residual', x, action))));
    }
  }
}

/**
 * ∂(weight · value)/∂outputs of every network, of one row; divided by the rows of the minibatch it is
 * that row's share of the gradient.
 */
export function gradientsOf(
  graph: LossGraph,
  { weight, value }: WeightedMean,
): readonly OutputGradient[] {
  return new Differentiation(graph).of(value, weight);
}
