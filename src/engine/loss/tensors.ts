import * as tf from '@tensorflow/tfjs-core';
import type { LossInputs } from '../types';
import type { LossNode } from './graph';
import { type StackLoss, TOTAL, type WeightedMean } from './loss';

/**
 * sg[·]: a value that is a constant to autodiff, as papers write it. What `compute` does is not
 * recorded, so nothing is copied for a backward pass.
 */
export function stopGradient(compute: () => tf.Tensor): tf.Tensor {
  return tf.customGrad(() => ({ value: compute(), gradFunc: () => [] }))();
}

/** It has an axis of actions. */
const isWide = ({ shape }: LossNode) => shape === 'vector' || shape === 'mask';

/**
 * Nodes of a loss as tfjs operations on a minibatch: numbers `[S, B]` (or `[S, 1]` where they are the same
 * for all rows), vectors `[S, B, A]`, actions one-hot `[S, B, A]`, what holds as 1 and 0.
 */
class Tensors {
  readonly #inputs: LossInputs;
  /** Where a gradient passes through. */
  readonly #known = new Map<LossNode, tf.Tensor>();
  /** Constants to autodiff: what is met first inside of sg[·] must not lose its gradient outside. */
  readonly #stopped = new Map<LossNode, tf.Tensor>();

  constructor(inputs: LossInputs) {
    this.#inputs = inputs;
  }

  of(node: LossNode): tf.Tensor {
    const known = node.differentiable ? this.#known : this.#stopped;
    const before = known.get(node);
    if (before !== undefined) return before;
    const made = node.differentiable
      ? this.#make(node, (arg) => this.of(arg))
      : this.#constant(node);
    known.set(node, made);
    return made;
  }

  /** A node as a constant; what it takes on its way is gone afterwards. */
  #constant(node: LossNode): tf.Tensor {
    if (node.args.length === 0) return this.#leaf(node);
    return stopGradient(() => {
      const own = new Map<LossNode, tf.Tensor>();
      const within = (inner: LossNode): tf.Tensor => {
        const made = this.#stopped.get(inner) ?? own.get(inner) ?? this.#make(inner, within);
        own.set(inner, made);
        return made;
      };
      return within(node).clone();
    });
  }

  /** Σ weight · mean, `[S]`. */
  sumOf(means: readonly WeightedMean[]): tf.Tensor {
    const parts = means.map(({ weight, value }) => {
      const mean = tf.mean(this.#rows(value), 1);
      if (weight.leaf?.op === 'constant' && weight.leaf.value === 1) return mean;
      return tf.mul(tf.squeeze(this.#column(weight), [1]), mean);
    });
    return parts.length === 1 ? parts[0] : tf.addN(parts);
  }

  /** A number of every row, `[S, B]`. */
  #rows(value: LossNode): tf.Tensor {
    const tensor = this.of(value);
    const { reward } = this.#inputs;
    return value.sameForAll ? tf.add(tensor, tf.zerosLike(reward)) : tensor;
  }

  /** What is the same for all rows, `[S, 1]`. */
  #column(weight: LossNode): tf.Tensor {
    const [seeds] = this.#inputs.reward.shape;
    return tf.add(this.of(weight), tf.zeros([seeds, 1]));
  }

  #make(node: LossNode, argument: (arg: LossNode) => tf.Tensor): tf.Tensor {
    if (node.args.length === 0) return this.#leaf(node);
    const args = node.args.map(argument);
    const [x, y, z] = args;
    switch (node.op) {
      case 'stop':
        return x;
      case 'sum':
        return tf.sum(x, -1);
      case 'largest':
        return tf.max(x, -1);
      case 'argLargest':
        return tf.oneHot(tf.argMax(x, -1), x.shape[x.shape.length - 1] as number);
      case 'logSumExp':
        return tf.logSumExp(x, -1);
      case 'softmax':
        return tf.softmax(x);
      case 'logSoftmax':
        return tf.logSoftmax(x);
      case 'softmaxMean':
        return tf.sum(tf.mul(tf.softmax(x), y), -1);
      case 'pick':
        return tf.sum(tf.mul(x, y), -1);
      case 'residual':
        return tf.sub(tf.softmax(x), y);
      case 'anyOrAll':
        return tf.maximum(x, tf.expandDims(tf.cast(tf.equal(tf.sum(x, -1), 0), 'float32'), -1));
      default:
        return this.#elementwise(node, [x, y, z]);
    }
  }

  #leaf({ leaf, shape }: LossNode): tf.Tensor {
    const { output, read, hyper, action, reward, terminal, randomAction, seen, truth } =
      this.#inputs;
    switch (leaf?.op) {
      case 'constant':
        return tf.scalar(leaf.value);
      case 'hyper':
        return hyper(leaf.name);
      case 'reward':
        return reward;
      case 'terminal':
        return terminal;
      case 'continues':
        return tf.sub(1, terminal);
      case 'action':
        return action;
      case 'drawn':
        return randomAction();
      case 'actionCount':
        return tf.scalar(action.shape[2] as number);
      case 'seen':
        return seen(leaf.at);
      case 'truth':
        return truth(leaf.of, leaf.at);
      case 'output': {
        const { network, of, at } = leaf;
        const found = of === 'online' && at === 'state' ? output(network) : read(leaf);
        return shape === 'vector' ? found : tf.squeeze(found, [2]);
      }
      default:
        throw new Error('A node without arguments is a leaf.');
    }
  }

  #elementwise(node: LossNode, tensors: readonly tf.Tensor[]): tf.Tensor {
    const wide = node.args.some(isWide);
    // A number beside a vector counts for every action.
    const [x, y, z] = node.args.map((arg, i) =>
      wide && !isWide(arg) && tensors[i].rank > 0 ? tf.expandDims(tensors[i], -1) : tensors[i],
    );
    switch (node.op) {
      case 'negate':
        return tf.neg(x);
      case 'exp':
        return tf.exp(x);
      case 'log':
        return tf.log(x);
      case 'abs':
        return tf.abs(x);
      case 'square':
        return tf.square(x);
      case 'add':
        return tf.add(x, y);
      case 'subtract':
        return tf.sub(x, y);
      case 'multiply':
        return tf.mul(x, y);
      case 'divide':
        return tf.div(x, y);
      case 'minimum':
        return tf.minimum(x, y);
      case 'maximum':
        return tf.maximum(x, y);
      case 'less':
        return tf.cast(tf.less(x, y), 'float32');
      case 'lessEqual':
        return tf.cast(tf.lessEqual(x, y), 'float32');
      case 'select':
        return tf.where(tf.cast(x, 'bool'), y, z);
      default:
        throw new Error(`There is no operation ${node.op}.`);
    }
  }
}

/**
 * A loss as tfjs operations, for autodiff: the reference that the fused programs are held to. By the names
 * of its terms, `[S]` each.
 */
export function lossTensors(
  { terms, total }: StackLoss,
  inputs: LossInputs,
): Record<string, tf.Tensor> {
  const tensors = new Tensors(inputs);
  return Object.fromEntries(
    [...terms, { name: TOTAL, means: total }].map(({ name, means }) => [
      name,
      tensors.sumOf(means),
    ]),
  );
}

/** Some nodes of a loss on a minibatch, by name. */
export function nodeTensors(
  nodes: Readonly<Record<string, LossNode>>,
  inputs: LossInputs,
): Record<string, tf.Tensor> {
  const tensors = new Tensors(inputs);
  return Object.fromEntries(Object.entries(nodes).map(([name, node]) => [name, tensors.of(node)]));
}
