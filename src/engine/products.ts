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
 * One plain product a member, each matrix as `[1, rows, columns]`: in tfjs's wasm backend these run
 * about eight times as fast as products over members or with a transpose flag.
 */
export function loopedProducts(): Products<tf.Tensor3D[]> {
  const numbers: tf.Tensor[] = [];
  const number = (k: number): tf.Tensor => {
    numbers[k] ??= tf.keep(tf.tensor2d([k], [1, 1], 'int32'));
    return numbers[k];
  };
  const flatNumbers: tf.Tensor[] = [];
  // The kernel wants a bias that has always been of rank 1, so one that gatherND made so.
  const vector = (stacked: tf.Tensor2D, k: number): tf.Tensor => {
    flatNumbers[k] ??= tf.keep(tf.tensor1d([k], 'int32'));
    return tf.gatherND(stacked, flatNumbers[k]);
  };
  const flip = (matrix: tf.Tensor3D): tf.Tensor3D => tf.transpose(matrix, [0, 2, 1]);
  return {
    split: (stacked, rows, columns) => {
      const members = stacked.size / (rows * columns);
      const matrices = tf.reshape(stacked, [members, rows, columns]);
      // gatherND copies one member inside the module; slice and unstack copy all of them out first.
      return Array.from(
        { length: members },
        (_, k) => tf.gatherND(matrices, number(k)) as tf.Tensor3D,
      );
    },
    join: (matrices) => tf.concat(matrices, 0),
    linear: (x, w, b, rectified) => {
      const attributes = {
        transposeA: false,
        transposeB: false,
        activation: rectified ? 'relu' : 'linear',
      };
      // The kernel itself: tf.fused.matMul adds three reshapes and a gradient that nobody asks for.
      return x.map((a, k) =>
        tf
          .engine()
          .runKernel<tf.Tensor3D>(tf._FusedMatMul, { a, b: w[k], bias: vector(b, k) }, attributes),
      );
    },
    transposedProduct: (a, b) => a.map((left, k) => tf.matMul(flip(left), b[k])),
    productTransposed: (a, b) => a.map((left, k) => tf.matMul(left, flip(b[k]))),
    rectifierGradient: (dh, h) => dh.map((gradient, k) => tf.mul(gradient, tf.step(h[k]))),
    dispose: () => {
      for (const list of [numbers, flatNumbers]) {
        tf.dispose(list.filter((t) => t !== undefined));
        list.length = 0;
      }
    },
  };
}

/** Which of the two suits a backend. */
export type ProductsKind = 'batched' | 'looped';

export function productsFor(backend: BackendName): ProductsKind {
  return backend === 'wasm' ? 'looped' : 'batched';
}
