import { reading } from '../../texts/reading';
import { unreadable } from '../../texts/unreadable';
import type { Block, BlockColumn } from './blocks';
import { UnreadableFile } from './faults';
import { fieldOf } from './names';
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

/** Episodes under names of their own, `episode_3/observations`, or by a number behind, `actions_3`. */
const BEFORE = /^(.*?\d+)\/(.+)$/;
const BEHIND = /^(.+)_(\d+)$/;

/** The episode that the name of an array tells, and what the array is called in it; null where it tells none. */
export function episodeIn(name: string): readonly [episode: string, own: string] | null {
  const before = BEFORE.exec(name);
  if (before) return [before[1], before[2]];
  const behind = BEHIND.exec(name);
  return behind && fieldOf(name) === undefined && fieldOf(behind[1]) !== undefined
    ? [behind[2], behind[1]]
    : null;
}

/** Arrays as one block, or as one an episode where their names tell episodes; single values are no columns. */
export function blocksOf(arrays: readonly NamedArray[]): {
  readonly blocks: readonly Block[];
  readonly episodes: boolean;
} {
  const groups = new Map<string, NamedArray[]>();
  for (const [name, array] of arrays) {
    const told = episodeIn(name);
    if (told === null) return { blocks: [blockOf(arrays)], episodes: false };
    const [episode, own] = told;
    if (array.shape.length === 0) continue;
    groups.set(episode, [...(groups.get(episode) ?? []), [own, array]]);
  }
  const ordered = [...groups].sort(([one], [other]) =>
    one.localeCompare(other, 'en', { numeric: true }),
  );
  return { blocks: ordered.map(([, group], id) => blockOf(group, id)), episodes: true };
}

/** How far two rewards may be apart of an array of so many bits. */
export const toleranceOf = (floatBits: number | undefined): number =>
  floatBits === 16 ? HALF_TOLERANCE : REWARD_TOLERANCE;
