import * as tf from '@tensorflow/tfjs-core';
import type { NetworkParameters } from './types';

/** Sizes that all members of a stack share; networks with fewer outputs are padded with zeros. */
export interface StackShape {
  readonly features: number;
  readonly width: number;
  readonly outputs: number;
}

/**
 * Parameters, gradients or moments of all members, a row each. The two large matrices stand alone,
 * the small ones share `rest` (b1, b2, w3, b3), so that the optimizer runs over three tensors and
 * taking them apart copies little.
 */
export type Stacked<T = tf.Tensor2D> = {
  /** `[members, features × width]`. */
  readonly w1: T;
  /** `[members, width × width]`. */
  readonly w2: T;
  /** `[members, width + width + width × outputs + outputs]`. */
  readonly rest: T;
};

export const BLOCKS = ['w1', 'w2', 'rest'] as const;

/** Builds a `Stacked` block by block. */
export function mapBlocks<T>(make: (block: (typeof BLOCKS)[number]) => T): Stacked<T> {
  return { w1: make('w1'), w2: make('w2'), rest: make('rest') };
}

function restSizes({ width, outputs }: StackShape): [number, number, number, number] {
  return [width, width, width * outputs, outputs];
}

/** Row lengths of the three blocks. */
export function blockSizes(shape: StackShape): Stacked<number> {
  return {
    w1: shape.features * shape.width,
    w2: shape.width * shape.width,
    rest: restSizes(shape).reduce((sum, size) => sum + size, 0),
  };
}

/** `rest` → b1 `[K, width]`, b2 `[K, width]`, w3 `[K, width × outputs]`, b3 `[K, outputs]`. */
export function splitRest(rest: tf.Tensor2D, shape: StackShape): tf.Tensor2D[] {
  return tf.split(rest, restSizes(shape), 1);
}

/** `updated` where the mask is true, else `previous`; all updated without a mask. NaN does not leak. */
export function select(mask: Stacked | undefined, updated: Stacked, previous: Stacked): Stacked {
  if (mask === undefined) return updated;
  return mapBlocks((block) => tf.where(mask[block], updated[block], previous[block]));
}

/** `[rows × outputs]` with rows of another length: cut, or filled up with zeros. */
export function resizeRows(values: Float32Array, from: number, to: number): Float32Array {
  if (from === to) return values;
  const rows = values.length / from;
  const out = new Float32Array(rows * to);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < Math.min(from, to); column++) {
      out[row * to + column] = values[row * from + column];
    }
  }
  return out;
}

function expectLength(name: string, array: Float32Array, expected: number): void {
  if (array.length !== expected) {
    throw new RangeError(`${name} has ${array.length} numbers, expected ${expected}.`);
  }
}

/**
 * Stacks the members' parameters on the device. Throws RangeError where an array's length does not
 * fit the shape.
 */
export function stackMembers(members: readonly NetworkParameters[], shape: StackShape): Stacked {
  const { features, width, outputs } = shape;
  const sizes = blockSizes(shape);
  const host = mapBlocks((block) => new Float32Array(members.length * sizes[block]));
  members.forEach((p, m) => {
    const own = p.b3.length;
    expectLength('w1', p.w1, features * width);
    expectLength('b1', p.b1, width);
    expectLength('w2', p.w2, width * width);
    expectLength('b2', p.b2, width);
    expectLength('w3', p.w3, width * own);
    host.w1.set(p.w1, m * sizes.w1);
    host.w2.set(p.w2, m * sizes.w2);
    let at = m * sizes.rest;
    const w3 = resizeRows(p.w3, own, outputs);
    const b3 = resizeRows(p.b3, own, outputs);
    for (const part of [p.b1, p.b2, w3, b3]) {
      host.rest.set(part, at);
      at += part.length;
    }
  });
  return mapBlocks((block) => tf.tensor2d(host[block], [members.length, sizes[block]]));
}

/** Reads members back; `outputs` says how many each really has. */
export async function readMembers(
  stacked: Stacked,
  shape: StackShape,
  outputs: readonly number[],
): Promise<NetworkParameters[]> {
  const [w1, w2, rest] = (await Promise.all(
    BLOCKS.map((b) => stacked[b].data()),
  )) as Float32Array[];
  const sizes = blockSizes(shape);
  const offsets = [0];
  for (const size of restSizes(shape)) offsets.push(offsets[offsets.length - 1] + size);
  return outputs.map((own, m) => {
    const part = (i: number) =>
      rest.slice(m * sizes.rest + offsets[i], m * sizes.rest + offsets[i + 1]);
    return {
      w1: w1.slice(m * sizes.w1, (m + 1) * sizes.w1),
      b1: part(0),
      w2: w2.slice(m * sizes.w2, (m + 1) * sizes.w2),
      b2: part(1),
      w3: resizeRows(part(2), shape.outputs, own),
      b3: resizeRows(part(3), shape.outputs, own),
    };
  });
}
