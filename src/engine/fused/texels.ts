import * as tf from '@tensorflow/tfjs-core';
import { stacks } from '../../texts/stacks';

/** Bytes of a texel: four 32-bit floats. */
export const TEXEL_BYTES = 16;
/** Texels a row has at least, as a power of two. */
const NARROWEST = 8;

/**
 * How texels are numbered. tfjs keeps a packed matrix as texels of 2 × 2 numbers; a matrix with an
 * even number of rows and `2 × 2^shift` columns is then a texture of exactly `2^shift` texels a row,
 * and programs may put into a texel whatever they like, addressed by its number alone.
 */
export interface TexelGrid {
  /** Binary logarithm of the texels a row. */
  readonly shift: number;
}

/** The narrowest grid in which `most` texels fit. Throws RangeError where no texture is that large. */
export function texelGrid(most: number, largestSide: number): TexelGrid {
  let shift = NARROWEST;
  while (Math.ceil(most / 2 ** shift) > largestSide) shift++;
  if (2 ** shift > largestSide) {
    throw new RangeError(stacks().textureTooSmall);
  }
  return { shift };
}

/** Shape of the matrix that tfjs takes `count` texels for. */
export function matrixShape({ shift }: TexelGrid, count: number): [number, number] {
  return [2 * Math.max(1, Math.ceil(count / 2 ** shift)), 2 * 2 ** shift];
}

/** Numbers of a matrix that holds `count` texels. */
export function matrixSize(grid: TexelGrid, count: number): number {
  const [rows, columns] = matrixShape(grid, count);
  return rows * columns;
}

/** Place of number `lane` (0 to 3) of a texel in the matrix. */
export function placeOf({ shift }: TexelGrid, texel: number, lane: number): number {
  const columns = 2 << shift;
  const row = 2 * (texel >> shift) + (lane >> 1);
  return row * columns + 2 * (texel & ((1 << shift) - 1)) + (lane & 1);
}

/** Four numbers a texel, one after the other → a matrix for the device. */
export function toMatrix(grid: TexelGrid, texels: Float32Array): tf.Tensor2D {
  const count = texels.length / 4;
  const matrix = new Float32Array(matrixSize(grid, count));
  for (let i = 0; i < texels.length; i++) matrix[placeOf(grid, i >> 2, i & 3)] = texels[i];
  return tf.tensor2d(matrix, matrixShape(grid, count));
}

/** The inverse of `toMatrix`: the first `count` texels of a matrix, four numbers each. */
export function fromMatrix(grid: TexelGrid, matrix: Float32Array, count: number): Float32Array {
  const texels = new Float32Array(count * 4);
  for (let i = 0; i < texels.length; i++) texels[i] = matrix[placeOf(grid, i >> 2, i & 3)];
  return texels;
}
