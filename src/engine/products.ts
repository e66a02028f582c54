import * as tf from '@tensorflow/tfjs-core';
import type { BackendName } from './types';

/**
 * Matrix arithmetic over the members of a stack, in the representation `X` that a backend is quick
 * with. Shapes are those of one member; every operation acts on all members alike and never mixes
 * them.
 */
export interface Products<X> {
  /** `[members, rows × columns]` → the members' matrices `[rows, columns]`. */
  split(stacked: tf.Tensor, rows: number, columns: number): X;
  /** The members' matrices → `[members, rows, columns]`. */
  join(matrices: X): tf.Tensor3D;
  /** x·w + b, rectified where asked; `b` is `[members, columns]`. */
  linear(x: X, w: X, b: tf.Tensor2D, rectified: boolean): X;
  /** aᵀ·b. */
  transposedProduct(a: X, b: X): X;
  /** a·bᵀ. */
  productTransposed(a: X, b: X): X;
  /** Gradient through h = relu(z): dh where h > 0, else 0. */
  rectifierGradient(dh: X, h: X): X;
  dispose(): void;
}

/** One batched product for all members: fewest kernels, for WebGL and plain JavaScript. */
export function batchedProducts(): Products<tf.Tensor3D> {
  return {
    split: (stacked, rows, columns) => tf.reshape(stacked, [-1, rows, columns]),
    join: (matrices) => matrices,
    linear: (x, w, b, rectified) => {
      const z = tf.add(tf.matMul(x, w), tf.expandDims(b, 1)) as tf.Tensor3D;
      return rectified ? tf.relu(z) : z;
    },
    transposedProduct: (a, b) => tf.matMul(a, b, true, false),
    productTransposed: (a, b) => tf.matMul(a, b, false, true),
    rectifierGradient: (dh, h) => tf.mul(dh, tf.step(h)),
    dispose: () => {},
  };
}

/**
 * One plain two-dimensional product a member: in tfjs's wasm backend these run about eight times as
 * fast as products with a batch dimension or a transpose flag.
 */
export function loopedProducts(): Products<tf.Tensor2D[]> {
  const rowNumbers: tf.Tensor1D[] = [];
  // gatherND copies one row inside the module, where slice and unstack first copy the whole tensor.
  const row = (stacked: tf.Tensor2D, k: number): tf.Tensor => {
    rowNumbers[k] ??= tf.keep(tf.tensor1d([k], 'int32'));
    return tf.gatherND(stacked, rowNumbers[k]);
  };
  return {
    split: (stacked, rows, columns) => {
      const members = stacked.size / (rows * columns);
      const flat = tf.reshape(stacked, [members, rows * columns]) as tf.Tensor2D;
      return Array.from({ length: members }, (_, k) =>
        tf.reshape<tf.Rank.R2>(row(flat, k), [rows, columns]),
      );
    },
    join: (matrices) => {
      const [rows, columns] = matrices[0].shape;
      return tf.reshape(tf.concat(matrices, 0), [matrices.length, rows, columns]);
    },
    linear: (x, w, b, rectified) =>
      x.map((a, k) => {
        const activation = rectified ? 'relu' : 'linear';
        return tf.fused.matMul({ a, b: w[k], bias: row(b, k), activation }) as tf.Tensor2D;
      }),
    transposedProduct: (a, b) => a.map((left, k) => tf.matMul(tf.transpose(left), b[k])),
    productTransposed: (a, b) => a.map((left, k) => tf.matMul(left, tf.transpose(b[k]))),
    rectifierGradient: (dh, h) =>
      dh.map((gradient, k) => tf.mul(gradient, tf.step(h[k])) as tf.Tensor2D),
    dispose: () => {
      tf.dispose(rowNumbers.filter((t) => t !== undefined));
      rowNumbers.length = 0;
    },
  };
}

/** Which of the two suits a backend. */
export type ProductsKind = 'batched' | 'looped';

export function productsFor(backend: BackendName): ProductsKind {
  return backend === 'wasm' ? 'looped' : 'batched';
}
