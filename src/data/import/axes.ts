import type { Block, BlockColumn } from './blocks';
import { fieldOf } from './names';
import type { Field } from './types';

/** Rows that tell along which axis time runs. */
const LOOKED_AT = 1000;
/** A column without texts. */
const EMPTY = { number: () => Number.NaN, text: () => null, quote: () => '' };

/**
 * Columns of several environments side by side, `[steps, environments]`, or of episodes of one length,
 * one environment or episode after another.
 */
export function sideBySide(block: Block): Block {
  const reward = block.columns.find(({ name }) => fieldOf(name) === 'reward');
  const width = reward?.width ?? 1;
  if (reward === undefined || width === 1) return block;
  const wide = block.columns.filter((column) => column.length === reward.length);
  if (!wide.every((column) => column.width % width === 0)) return block;
  const flip = goesAcross(wide);
  const columns = wide.map((column): BlockColumn => {
    const { length } = column;
    const inner = column.width / width;
    const place = (row: number): readonly [number, number] =>
      flip
        ? [Math.floor(row / width), (row % width) * inner]
        : [row % length, Math.floor(row / length) * inner];
    const at = (row: number, part: number): readonly [number, number] => {
      const [step, from] = place(row);
      return [step, from + part];
    };
    return {
      name: column.name,
      length: length * width,
      width: inner,
      number: (row, part) => column.number(...at(row, part)),
      text: (row, part) => column.text(...at(row, part)),
      quote: (row) =>
        Array.from({ length: inner }, (_, part) => {
          const [step, which] = at(row, part);
          return column.text(step, which) ?? String(column.number(step, which));
        }).join(' '),
    };
  });
  const environment: BlockColumn = {
    ...EMPTY,
    name: 'environment',
    length: reward.length * width,
    width: 1,
    number: (row) => Math.floor(row / (flip ? width : reward.length)),
  };
  return { columns: [...columns, environment] };
}

/**
 * Whether time runs along the second axis, `[episodes, steps]`: whether next states are those of the
 * neighbours there more often than of those below.
 */
function goesAcross(columns: readonly BlockColumn[]): boolean {
  const of = (field: Field) => columns.find(({ name }) => fieldOf(name) === field);
  const [state, next] = [of('state'), of('nextState')];
  if (!state || !next || state.width !== next.width) return false;
  let across = 0;
  let down = 0;
  for (let row = 0; row + 1 < Math.min(state.length, LOOKED_AT); row++) {
    for (let part = 0; part + 1 < state.width; part++) {
      if (next.number(row, part) === state.number(row, part + 1)) across++;
      if (next.number(row, part) === state.number(row + 1, part)) down++;
    }
  }
  return across > down;
}
