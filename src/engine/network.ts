import * as tf from '@tensorflow/tfjs-core';
import { type Stacked, type StackShape, splitRest } from './parameters';
import { batchedProducts, loopedProducts, type Products, type ProductsKind } from './products';
import type { EncodingTable } from './types';

/** What a forward pass keeps for the backward pass. */
interface Pass<X> {
  /** `[K, B, outputs]`. */
  readonly output: tf.Tensor3D;
  /** Input rows, `[K × B, 1]`: of w1 where the encoding is one-hot, else of the encoding table. */
  readonly rows: tf.Tensor2D;
  /** Inputs of the members where they are not one-hot. */
  readonly x: X | null;
  readonly h1: X;
  readonly h2: X;
  readonly w2: X;
  readonly w3: X;
}

/** The two-hidden-layer networks of a stack, evaluated and differentiated all at once. */
export interface Networks {
  /**
   * Outputs `[K, B, outputs]` of K members, each on its own B states: `states` is `[K × B]`,
   * `members` names their rows in `parameters`, all rows where absent. `backward` takes
   * ∂total/∂outputs and gives ∂total/∂parameters; it wants a pass over all members.
   */
  forward(
    parameters: Stacked,
    states: Int32Array,
    members?: readonly number[],
  ): { output: tf.Tensor3D; backward: (gradient: tf.Tensor3D) => Stacked };
  dispose(): void;
}

function buildNetworks<X>(shape: StackShape, table: EncodingTable, ops: Products<X>): Networks {
  const { features, width, outputs } = shape;
  const inputs = table.oneHot
    ? null
    : tf.keep(tf.tensor2d(table.values, [table.states, table.features]));

  const rowsOf = (states: Int32Array, members: readonly number[]): tf.Tensor2D => {
    if (!table.oneHot) return tf.tensor2d(states, [states.length, 1], 'int32');
    const batch = states.length / members.length;
    const rows = states.map((state, i) => members[Math.floor(i / batch)] * features + state);
    return tf.tensor2d(rows, [states.length, 1], 'int32');
  };

  const firstLayer = (w1: tf.Tensor2D, b1: tf.Tensor2D, rows: tf.Tensor2D, members: number) => {
    const batch = rows.shape[0] / members;
    if (inputs !== null) {
      const x = ops.split(tf.gatherND(inputs, rows), batch, features);
      return { x, h1: ops.linear(x, ops.split(w1, features, width), b1, true) };
    }
    // x is a unit vector, so x·w1 is a row of w1.
    const product = tf.gatherND(tf.reshape(w1, [-1, width]), rows);
    const z1 = tf.add(tf.reshape(product, [members, batch, width]), tf.expandDims(b1, 1));
    return { x: null, h1: ops.split(tf.relu(z1), batch, width) };
  };

  const backward = (pass: Pass<X>, gradient: tf.Tensor3D): Stacked => {
    const members = gradient.shape[0];
    const dy = ops.split(gradient, gradient.shape[1], outputs);
    const dw3 = ops.join(ops.transposedProduct(pass.h2, dy));
    const dz2 = ops.rectifierGradient(ops.productTransposed(dy, pass.w3), pass.h2);
    const dw2 = ops.join(ops.transposedProduct(pass.h1, dz2));
    const dz1 = ops.rectifierGradient(ops.productTransposed(dz2, pass.w2), pass.h1);
    const joined1 = ops.join(dz1);
    const dw1 =
      pass.x === null
        ? tf.scatterND(pass.rows, tf.reshape(joined1, [-1, width]), [members * features, width])
        : ops.join(ops.transposedProduct(pass.x, dz1));
    const db3 = tf.sum(gradient, 1);
    const parts: tf.Tensor[] = [tf.sum(joined1, 1), tf.sum(ops.join(dz2), 1), dw3, db3];
    return {
      w1: tf.reshape(dw1, [members, features * width]),
      w2: tf.reshape(dw2, [members, width * width]),
      rest: tf.concat(
        parts.map((part) => tf.reshape<tf.Rank.R2>(part, [members, -1])),
        1,
      ),
    };
  };

  return {
    forward(parameters, states, chosen) {
      const all = parameters.rest.shape[0];
      const members = chosen ?? Array.from({ length: all }, (_, m) => m);
      const pick = (block: tf.Tensor2D): tf.Tensor2D => {
        if (chosen === undefined) return block;
        const indices = tf.tensor2d([...chosen], [chosen.length, 1], 'int32');
        return tf.gatherND(block, indices) as tf.Tensor2D;
      };
      const rows = rowsOf(states, members);
      const batch = states.length / members.length;
      const [b1, b2, flatW3, b3] = splitRest(pick(parameters.rest), shape);
      // A one-hot row number already says which member it belongs to.
      const w1 = table.oneHot ? parameters.w1 : pick(parameters.w1);
      const { x, h1 } = firstLayer(w1, b1, rows, members.length);
      const w2 = ops.split(pick(parameters.w2), width, width);
      const w3 = ops.split(flatW3, width, outputs);
      const h2 = ops.linear(h1, w2, b2, true);
      const output = tf.reshape(ops.join(ops.linear(h2, w3, b3, false)), [
        members.length,
        batch,
        outputs,
      ]) as tf.Tensor3D;
      const pass: Pass<X> = { output, rows, x, h1, h2, w2, w3 };
      return { output, backward: (gradient) => backward(pass, gradient) };
    },
    dispose() {
      inputs?.dispose();
      ops.dispose();
    },
  };
}

/** Networks of one shape on one encoding table, with the products of the given kind. */
export function createNetworks(
  shape: StackShape,
  table: EncodingTable,
  kind: ProductsKind,
): Networks {
  return kind === 'looped'
    ? buildNetworks(shape, table, loopedProducts())
    : buildNetworks(shape, table, batchedProducts());
}
