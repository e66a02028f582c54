import { reading } from '../../texts/reading';
import { unreadable } from '../../texts/unreadable';
import type { Block, BlockColumn } from './blocks';
import { UnreadableFile } from './faults';
import type { NpyArray } from './npy';
import { REWARD_TOLERANCE } from './types';

/** Relative difference to which numbers of 16 bits say the same as doubles do. */
const HALF_TOLERANCE = 2 ** -10;
const QUOTED_PARTS = 8;

/** Named arrays. */
export type NamedArray = readonly [name: string, array: NpyArray];

/**
 * An array as a column: its first axis counts the rows, further axes of one do not count. Throws
 * UnreadableFile where it has no axis.
 */
export function columnOf([name, array]: NamedArray): BlockColumn {
  const { shape, texts } = array;
  if (shape.length < 1) {
    throw new UnreadableFile(unreadable().axes(reading().name(name), shape.length));
  }
  // A row vector, as MATLAB saves columns.
  const flat = shape.length === 2 && shape[0] === 1 && shape[1] > 1 ? [shape[1]] : shape;
  const width = flat.slice(1).reduce((product, n) => product * n, 1);
  return {
    name,
    length: flat[0],
    width,
    number: (row, part) => array.at(row * width + part),
    text: (row, part) => texts?.[row * width + part] ?? null,
    quote(row) {
      const parts = Array.from({ length: Math.min(width, QUOTED_PARTS) }, (_, part) =>
        texts ? texts[row * width + part] : String(array.at(row * width + part)),
      );
      return width > QUOTED_PARTS ? `${parts.join(' ')} …` : parts.join(' ');
    },
  };
}

/** Arrays as the columns of a block. */
export const blockOf = (arrays: readonly NamedArray[], id?: number): Block => ({
  columns: arrays.map(columnOf),
  ...(id === undefined ? {} : { id }),
});

/** How far two rewards may be apart of an array of so many bits. */
export const toleranceOf = (floatBits: number | undefined): number =>
  floatBits === 16 ? HALF_TOLERANCE : REWARD_TOLERANCE;
